"""What the publisher's variables hold on a text's day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.check.drafting.wording import Wording
from macros.terms.reading import facts_on
from macros.terms.variables import Facts, UnknownFactError, known_names


def leaves(facts: Facts) -> Iterator[tuple[str, object]]:
    """Every fact that has a value on the day, by its dotted name."""
    for path in known_names(facts.group):
        value = value_of(facts, path)
        if value is not None and not isinstance(value, Facts | Mapping):
            yield path, value


def value_of(facts: Facts, path: str) -> object:
    """A fact by its dotted name; None where it has no value on the day or in the language."""
    value: object = facts
    for name in path.split("."):
        if not isinstance(value, Facts):
            return None
        try:
            value = value[name]
        except UnknownFactError:
            return None
    return value


def names_of(wording: Wording) -> dict[str, str]:
    """What the publisher is called, each with its variable: its name, its name in law, its brand."""
    names = {fact(wording, f"company.{key}"): f"company.{key}" for key in ("brand", "legal_name", "name")}
    return {name: path for name, path in names.items() if name}


def fact(wording: Wording, name: str) -> str:
    """A fact on the text's day, in words; "" where there is none."""
    facts = facts_on(wording.publisher.variables, wording.day, wording.language)
    return str(value_of(facts, name) or "")
