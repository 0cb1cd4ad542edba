"""Rules about the words of one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.model import Library, Problem, Reading
from macros.terms.parse import prose
from macros.terms.parse.numbering import patterns_faults


def faults(_: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every expression gives words, every clause has its id, every reference its clause."""
    for path, reading in readings.items():
        for fault in reading.faults:
            yield Problem(path=path, line=fault.line, message=fault.message)


def numbering_patterns(_: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every numbering pattern names the level that it numbers."""
    for path, reading in readings.items():
        for message in patterns_faults(reading.text.front.numbering):
            yield Problem(path=path, line=_line_of(reading.text.head, "numbering"), message=f"numbering: {message}")


def summaries(_: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every summary is words for readers: paragraphs and lists, no heading, no HTML."""
    for path, reading in readings.items():
        line = _line_of(reading.text.head, "summary")
        for fault in prose(reading.text.front.summary)[1]:
            yield Problem(path=path, line=line + fault.line, message=f"summary: {fault.message}")


def _line_of(head: str, key: str) -> int:
    """The line of a key of the front matter, which begins on line 2."""
    lines = head.split("\n")
    return next((number for number, line in enumerate(lines, 2) if line.startswith(f"{key}:")), 1)
