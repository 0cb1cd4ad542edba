"""What the pages of a client's answer show: a new version reviewed, accepted or refused, and the receipt of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.terms.model import Accept
from macros.terms.pages.change_views import End, RedlineView
from macros.terms.pages.standing_views import Built, Fate, File

Decision = Literal["accept", "refuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A text of a version: its language, its page, its SHA-256, and what its files are called once taken away."""

    language: str
    address: str
    digest: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer is about: (document, version, digest of the binding text), whatever was read and wherever.

    earlier are the revisions of the translation that the text read replaced.
    """

    document: str
    version: str
    title: str
    effective: date | None
    recorded: date | None
    binding: Sealed
    read: Sealed
    earlier: tuple[Sealed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that sends an answer: where to, what it is called, what it says by itself, what the client declares.

    id and title are its own on its page; until is the last day on which it may be sent, None where none is known.
    """

    id: str
    title: str
    until: date | None
    decision: Decision
    accept: Accept
    action: str
    name: str
    hidden: tuple[tuple[str, str], ...]
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the author of a version says that it changes; words are HTML in a language."""

    version: str
    change: str
    words: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalRight:
    """Until when a version may be refused, None where the day that it takes effect is not stated.

    clause is what grants it as readers call it and address its page, words is its text, a paragraph each; "" and
    none where the contract does not name it.
    """

    days: int
    until: date | None
    over: bool
    clause: str
    address: str
    words: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """What a client is asked to accept, and what that changes in the version accepted before, None where none was.

    answered is None where nothing is in force or to come; redline is None where nothing is compared, and its address
    "" where it has no page of its own; starts are the versions that a client may have accepted. still is the version in
    force and the last day to refuse it, where that is no other than the client was asked for, and the day is to come.
    """

    document: str
    publisher: str
    publisher_address: str
    contract: str
    contract_language: str
    changes: str
    review: str
    api: str
    binding: str
    prevailing: str
    accepted: End | None
    fate: Fate
    target: End | None
    answered: Answered | None
    starts: tuple[End, ...]
    summaries: tuple[Summary, ...]
    refusal: RefusalRight | None
    still: tuple[str, date] | None
    redline: RedlineView | None
    redline_address: str
    files: tuple[File, ...]
    redline_files: tuple[File, ...]
    forms: tuple[Form, ...]
    receipt: str
    built: Built


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """What was accepted or refused: the text by its digests, its files, and what became of the version since."""

    publisher: str
    publisher_address: str
    decision: Decision
    answered: Answered
    version: End
    binding: str
    files: tuple[File, ...]
    schema: str
    fate: Fate
    review: str
