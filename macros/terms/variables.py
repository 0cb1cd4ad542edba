"""Dated facts to the facts of one day, and the identifiers that a machine can check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from stdnum import iban
from stdnum.eu import vat
from stdnum.fr import siren, siret, tva

from macros.terms.formats import is_phone
from macros.terms.model import Dated, Translated
from macros.terms.names import did_you_mean

IDENTIFIERS: Mapping[str, Callable[[str], bool]] = {
    "siren": siren.is_valid,
    "siret": siret.is_valid,
    "vat": tva.is_valid,
    "eu_vat": vat.is_valid,
    "iban": iban.is_valid,
    "phone": is_phone,
}


class UnknownFactError(LookupError):
    """A name that no variables file gives, or that has no value on the day asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A group of facts as they are on one day; every fact read is added to the list used."""

    day: date
    path: str
    group: Mapping[str, object]
    used: list[str]
    language: str = ""

    def __getattr__(self, name: str) -> object:
        return self[name]

    def __getitem__(self, name: str) -> object:
        path = f"{self.path}.{name}".lstrip(".")
        if name not in self.group:
            raise UnknownFactError(unknown(path, known_names(self.group, self.path)))
        value = self.group[name]
        if value is None:
            raise UnknownFactError(f"expected a value of {path}, found nothing after its name; give it one")
        if isinstance(value, tuple):
            value = _on(value, self.day, path)
        if isinstance(value, Mapping):
            return replace(self, path=path, group=value)
        if isinstance(value, Translated):
            value = _in(value, self.language, path)
        self.used.append(path)
        return value


def _on(values: tuple[Dated, ...], day: date, path: str) -> object:
    """The value that holds on the day; values are in order of date."""
    holding = [dated.value for dated in values if dated.since <= day]
    if not holding:
        first = min(dated.since for dated in values)
        message = f"expected a value of {path} on {day}, found none before {first}; add the value that held on {day}"
        raise UnknownFactError(message)
    return holding[-1]


def _in(value: Translated, language: str, path: str) -> str:
    """The words in the language."""
    if language not in value.words:
        found = ", ".join(sorted(value.words))
        raise UnknownFactError(f"expected {path} in the language {language}, found it in {found}; add it beside them")
    return value.words[language]


def known_names(group: Mapping[str, object], path: str = "") -> Iterator[str]:
    """Every dotted name under the group, the groups themselves included."""
    for key, value in group.items():
        name = f"{path}.{key}".lstrip(".")
        yield name
        plain = value[0].value if isinstance(value, tuple) else value
        if isinstance(plain, Mapping):
            yield from known_names(plain, name)


def unknown(name: str, known: Iterator[str]) -> str:
    """The message for a name that nothing gives, with the nearest one that something does."""
    names = sorted(known)
    hint = did_you_mean(name, names, f"known here: {', '.join(names) or 'none'}")
    return f"expected a known variable, found {name}; {hint}"
