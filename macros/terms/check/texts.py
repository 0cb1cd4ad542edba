"""Rules about the words of one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.clauses import by_id
from macros.terms.fill import LEFTOVER
from macros.terms.front_matter import line_of
from macros.terms.model import Fault, Library, Problem, Reading, Text
from macros.terms.parse import prose
from macros.terms.parse.numbering import patterns_faults
from macros.terms.status import last


def faults(_: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every expression gives words, every clause has its id, every reference its clause."""
    for path, reading in readings.items():
        for fault in (*_unfilled(reading), *reading.faults):
            yield Problem(path=path, line=fault.line, message=f"{fault.message}{_if_published(reading.text)}")


def _if_published(text: Text) -> str:
    """What to do first about a text that was published, and could be read then."""
    facts = f"variables/{text.path.split('/')[1]}.yml"
    return "" if text.sealed is None else f"; it is published: first put back what was there, in it or in {facts}"


def _unfilled(reading: Reading) -> Iterator[Fault]:
    """The marks of expressions in a title, summary or source: only what stands under the front matter is filled."""
    front, head = reading.text.front, reading.text.head
    source = f"{front.source.title}\n{front.source.place}\n{front.source.note}" if front.source else ""
    for key, words in (("title", front.title), ("summary", front.summary), ("source", source)):
        for mark in sorted(set(LEFTOVER.findall(words))):
            norm = f"{key}: expected words as they are read, since only the text under the front matter is filled"
            yield Fault(line=line_of(head, key, mark), message=f"{norm}, found {mark}; write what it stands for")


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


def refusals(library: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The clause that grants a right to refuse is one of the text."""
    for path, reading in readings.items():
        given = reading.text.front.refusal
        if given and given.clause and given.clause not in by_id(reading.tree):
            yield _no_clause(path, line_of(reading.text.head, "refusal"), given.clause)
    for _, document in library.documents():
        given, each = document.refusal, last(document) or document.draft
        texts = [readings[text.path] for version in (each, document.draft) if version for text in version.texts]
        if given and given.clause and texts and not any(given.clause in by_id(one.tree) for one in texts):
            yield _no_clause(f"{document.folder}/document.yml", given.line, given.clause)


def _no_clause(path: str, line: int, clause: str) -> Problem:
    norm = "refusal: expected the id of the clause that grants the right to refuse"
    return Problem(path=path, line=line, message=f"{norm}, found {clause}, which is no clause; correct or remove it")
