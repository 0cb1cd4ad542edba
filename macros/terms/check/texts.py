"""Rules about the words of one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.front_matter import line_of
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
            yield Problem(path=path, line=line_of(reading.text.head, "numbering"), message=f"numbering: {message}")


def summaries(_: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every summary is words for readers: paragraphs and lists, no heading, no HTML."""
    for path, reading in readings.items():
        line = line_of(reading.text.head, "summary")
        for fault in prose(reading.text.front.summary)[1]:
            yield Problem(path=path, line=line + fault.line, message=f"summary: {fault.message}")
