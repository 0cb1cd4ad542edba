"""What a pull request changes, as its report tells it; frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.terms.model import Problem, Redline


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedText:
    """A text that reads otherwise than before: its path, language and title, and the two texts that are compared.

    old and new are names of versions, or "draft"; old is "" where there was no text in the language. address: where a
    preview shows the new text, below its root. since: the version that clients know, and how many clauses of it the
    new text changes in all; None where that is the old text. summary is Markdown, what clients are told. unread: there
    are mistakes for which it cannot be read.
    """

    path: str
    language: str
    binding: bool
    title: str
    old: str
    new: str
    redline: Redline | None
    address: str
    redline_address: str
    since: tuple[str, int] | None
    summary: str
    effective: date | None
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """How far a translation of the draft is: its clauses, those that changed since, those never reviewed, by name."""

    language: str
    clauses: int
    stale: tuple[str, ...]
    unreviewed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disturbed:
    """A published text, by version and name, that the change removes or makes read otherwise."""

    version: str
    text: str
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDocument:
    """A document with a text that changed; refusals are the reasons for which its draft could not be published."""

    id: str
    publisher: str
    texts: tuple[ChangedText, ...]
    translations: tuple[Translation, ...]
    refusals: tuple[Problem, ...]
    has_draft: bool
    published: tuple[str, ...]
    disturbed: tuple[Disturbed, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPlace:
    """A clause of a draft that prints a fact; touched is whether the change edits that draft itself."""

    document: str
    language: str
    clause: str
    touched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFact:
    """A fact that has other values than before, in words; "" where there is none. places are in drafts."""

    name: str
    old: str
    new: str
    places: tuple[FactPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What changed since a revision: documents in order, facts in order, and how many findings there are now.

    fresh counts the warnings that the change brought.
    """

    revision: str
    documents: tuple[ChangedDocument, ...]
    facts: tuple[ChangedFact, ...]
    errors: int
    warnings: int
    fresh: int
