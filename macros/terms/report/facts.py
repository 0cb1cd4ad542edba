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
        old, new = ((each.variables if each else {}) for each in (known, publisher))
        for name in _names(old, new) if known else ():
            if _value(old, name) != _value(new, name):
                yield ChangedFact(
                    name=f"{publisher.id}.{name}",
                    old=_said(_value(old, name)),
                    new=_said(_value(new, name)),
                    places=tuple(_places(publisher, name, before, now)),
                )


def _names(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """Every fact of either; what became dated as a whole is one fact, not its parts."""
    names = dict.fromkeys(name for group in (old, new) for name, _ in _leaves(group))
    return [name for name in names if not any(name.startswith(f"{other}.") for other in names)]


def _value(group: Mapping[str, object], name: str) -> object:
    """What stands under a dotted name, None where nothing does."""
    value: object = group
    for key in name.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


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
        for text in document.drafted:
            reading = now.readings[text.path]
            was = before.readings.get(text.path)
            touched = was is None or was.text.body != text.body
            for clause in dict.fromkeys(heading(clause) for _, _, clause in printing(reading, fact)):
                yield FactPlace(document=document.id, language=text.language, clause=clause, touched=touched)
