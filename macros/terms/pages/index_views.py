"""What the alphabetical index shows: frozen data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPlace:
    """A clause, or a definition in one, that the index leads to."""

    address: str
    label: str
    definition: bool
    contract: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """A term or a title, and every contract in which it stands."""

    title: str
    places: tuple[IndexPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexLetter:
    """The entries that begin with a letter, in alphabetical order."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsIndexView:
    """The alphabetical index of the contracts in force."""

    letters: tuple[IndexLetter, ...]
