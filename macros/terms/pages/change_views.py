"""What pages show of changes: clauses, facts and words that changed, the timeline, the change map; frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.terms.pages.standing_views import Built, File
from macros.terms.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedWords:
    """Words deleted and words inserted in their place, either may be "", and where they stand in the redline."""

    deleted: str
    inserted: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClause:
    """A clause that a version changes: how, in a word and in words, its name, where it is read in the redline.

    facts are the names of the facts behind it; deleted and inserted count its words.
    """

    kind: str
    said: str
    name: str
    address: str
    facts: tuple[str, ...]
    deleted: int
    inserted: int
    words: tuple[ChangedWords, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFact:
    """A shared fact that changed: its name, the values before and after, in how many places, and the first of them."""

    name: str
    values: tuple[tuple[str, str], ...]
    places: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One of the two versions of a redline; address is its page, again as in Listed."""

    version: str
    status: Status
    again: date | None
    effective: date | None
    recorded: date | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A redline that exists: the names of its two versions and its address."""

    old: str
    new: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineView:
    """What a version or draft changes in an earlier one, word by word; summary and body are HTML.

    comparisons are the other redlines of the document, every that its versions allow where complete.
    """

    document: str
    publisher: str
    publisher_address: str
    title: str
    title_language: str
    language: str
    binding: str
    old: End
    new: End
    change: str
    summary: str
    facts: tuple[ChangedFact, ...]
    clauses: tuple[ChangedClause, ...]
    stops: int
    body: str
    changes: str
    comparisons: tuple[Comparison, ...]
    complete: bool
    files: tuple[File, ...]
    review: str
    built: Built


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseVersion:
    """A version, or draft, that changed or added a clause: its name, that name and how, the place in its redline."""

    version: str
    said: str
    address: str
    added: bool
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCell:
    """What a version did to a clause: said, "" where nothing; level 0 to 4 is how much; address is in the redline."""

    kind: str
    said: str
    share: int
    level: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A clause in the change map, its depth and what each version did to it, None where it did not exist."""

    id: str
    name: str
    depth: int
    cells: tuple[MapCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMap:
    """Clauses down, versions across; rows stand in the order of the last text."""

    versions: tuple[str, ...]
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A version on the timeline: where its dot stands, on which line its label, in hundredths of the width.

    before is whether the label stands before the dot, where there is no room after it.
    """

    version: str
    day: date
    status: Status
    x: float
    line: int
    before: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period in which a version was in force, in hundredths of the width."""

    version: str
    start: float
    end: float
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The versions of a document drawn in time; lines is how many lines of labels that takes."""

    moments: tuple[Moment, ...]
    spans: tuple[Span, ...]
    years: tuple[tuple[int, float], ...]
    today: float
    lines: int
