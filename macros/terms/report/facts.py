"""The facts that changed between two states of a library, and the drafts that print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.clauses import heading
from macros.terms.impact import printing
from macros.terms.model import Dated, Publisher, Translated
from macros.terms.report.model import ChangedFact, FactPlace
from macros.terms.report.state import State


def changed_facts(before: State, now: State) -> Iterator[ChangedFact]:
    """Every fact with other values, with every clause of a draft that prints it."""
    for publisher in now.library.publishers:
        known = before.publisher(publisher.id)
        old, new = (dict(_leaves(each.variables)) if each else {} for each in (known, publisher))
        for name in dict.fromkeys((*old, *new)):
            if old.get(name) != new.get(name) and known:
                yield ChangedFact(
                    name=f"{publisher.id}.{name}",
                    old=_said(old.get(name)),
                    new=_said(new.get(name)),
                    places=tuple(_places(publisher, name, before, now)),
                )


def _leaves(group: Mapping[str, object], path: str = "") -> Iterator[tuple[str, object]]:
    """Every fact by its dotted name; a dated one, even of several parts, is one fact."""
    for key, value in group.items():
        name = f"{path}.{key}".lstrip(".")
        if isinstance(value, Mapping):
            yield from _leaves(value, name)
        else:
            yield name, value


def _said(value: object) -> str:
    """The value in words, each of several with the day from which it holds."""
    if isinstance(value, tuple):
        return "; ".join(f"{_said(each.value)} ({each.since})" for each in value if isinstance(each, Dated))
    if isinstance(value, Translated):
        return "; ".join(value.words.values())
    if isinstance(value, Mapping):
        return ", ".join(map(_said, value.values()))
    return "" if value is None else str(value)


def _places(publisher: Publisher, fact: str, before: State, now: State) -> Iterator[FactPlace]:
    """Every clause of a draft that prints a fact, once."""
    for document in publisher.documents:
        for text in document.draft.texts if document.draft else ():
            reading = now.readings[text.path]
            was = before.readings.get(text.path)
            touched = was is None or was.text.body != text.body
            for clause in dict.fromkeys(heading(clause) for _, _, clause in printing(reading, fact)):
                yield FactPlace(document=document.id, language=text.language, clause=clause, touched=touched)
