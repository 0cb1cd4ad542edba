"""Rules about translations: a new one says what the binding text says; one out of date is told, not refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from macros.terms.model import Library, Problem, Reading
from macros.terms.names import DRAFT
from macros.terms.translate.courtesy import Courtesy, courtesies
from macros.terms.translate.freshness import accepting, binding_of
from macros.terms.translate.sources import named

# The rule that stops no build: publishing waits for it.
UP_TO_DATE = "up-to-date"


def translations(library: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every translation not yet sealed has the clauses, shapes, variables, figures and terms of the binding text."""
    for _publisher, document in library.documents():
        draft = document.draft
        for text in draft.texts if draft and binding_of(document, draft) is None else ():
            norm = f"expected {document.folder}/{DRAFT}/{document.binding}.md, the binding text that it translates"
            yield Problem(path=text.path, line=1, message=f"{norm}, found none; write it")
    for each in courtesies(library, readings):
        if not each.sealed and _is_readable(each):
            yield from each.differences(frozenset(id_ for id_, state in each.states.items() if state != "stale"))


def notices(library: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """What a translator has yet to do: clauses that changed since, clauses never reviewed, sealed texts that differ."""
    for notice in _notices(library, readings):
        yield replace(notice, rule=UP_TO_DATE, severity="note")


def _notices(library: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    for each in courtesies(library, readings):
        if not _is_readable(each):
            continue
        states = each.states
        stale = frozenset(id_ for id_, state in states.items() if state == "stale")
        yield from (_stale(each, id_) for id_ in states if id_ in stale)
        unreviewed = [id_ for id_, state in states.items() if state == "unreviewed"]
        if unreviewed and not each.sealed:
            yield _unreviewed(each, len(unreviewed), len(states))
        if not each.sealed:
            yield from each.differences(stale)
        elif each.text.version == each.document.versions[-1].name:
            yield from map(_revise, each.differences(frozenset(states)))


def _is_readable(each: Courtesy) -> bool:
    """Whether both texts could be read; where one could not, that is the one thing to say."""
    return not each.binding.faults and not each.translation.faults


def _revise(problem: Problem) -> Problem:
    """A difference in a text that was published: a later revision may say it better."""
    message = f"{problem.message.rpartition('; ')[0]}; publish a better revision of the translation"
    return Problem(path=problem.path, line=problem.line, message=message)


def _stale(each: Courtesy, clause: str) -> Problem:
    norm = f"expected the translation of {named(clause)} to be reviewed since it changed in {each.binding.text.path}"
    accept = f"{accepting(each.document, each.text.language, each.text.version)} {clause}"
    message = f"{norm}, found it stale; bring it up to date, then: {accept}"
    return Problem(path=each.text.path, line=each.line(clause), message=message)


def _unreviewed(each: Courtesy, count: int, every: int) -> Problem:
    norm = f"expected every clause to be reviewed against {each.binding.text.path}"
    accept = f"{accepting(each.document, each.text.language, each.text.version)} --all"
    message = f"{norm}, found {count} of {every} that never were; read both texts, then: {accept}"
    return Problem(path=each.text.path, line=1, message=message)
