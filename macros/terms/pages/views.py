"""What the templates of pages show: frozen data, a view for each kind of page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.terms.model import Contents, Source
from macros.terms.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of an identity card; label is English, translated where it is shown.

    language is that of a value which is words of the publisher's, "" where it is no language's.
    """

    label: str
    value: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document as lists show it; effective is None where unstated."""

    title: str
    title_language: str
    address: str
    languages: tuple[str, ...]
    version: str
    status: Status
    effective: date | None
    recorded: date | None
    upcoming: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The day for which a page's statuses hold, and the first on which another version counts, if one is known."""

    day: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherView:
    """A publisher: who it is and what it publishes."""

    name: str
    address: str
    identity: tuple[Row, ...]
    documents: tuple[Listed, ...]
    built: Built


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """Every publisher, for the home page; the prose above comes from docs/index.<lang>.md."""

    publishers: tuple[PublisherView, ...]
    built: Built


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A link to another version: its name, its day and its page."""

    version: str
    day: date
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revision of a courtesy translation: its number, its page and its digest."""

    number: int
    address: str
    digest: str


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
    """One of the two versions of a redline; address is its page."""

    version: str
    status: Status
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
class ClauseVersion:
    """A version that changed a clause: its name, how, and the place in its redline."""

    version: str
    said: str
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
    built: Built


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
    """A version on the timeline: where its dot stands, on which line its label, in hundredths of the width."""

    version: str
    day: date
    status: Status
    x: float
    line: int
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a version after it was published: withdrawn since a day and why, corrected, correcting."""

    withdrawn: date | None = None
    reason: str = ""
    corrected_by: Neighbour | None = None
    corrects: Neighbour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a version stands among the others on the day of the build.

    current and changes are addresses, current "" where nothing is in force in this language.
    """

    built: Built
    current: str
    changes: str
    earlier: Neighbour | None
    later: Neighbour | None
    upcoming: Neighbour | None
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractView:
    """A version or draft to read, with what stands around it; digest is "" for a draft, summary is HTML."""

    document: str
    publisher: str
    publisher_address: str
    version: str
    status: Status
    effective: date | None
    recorded: date | None
    language: str
    binding: str
    heading: str
    body: str
    contents: tuple[Contents, ...]
    permalink: str
    digest: str
    source: Source | None
    notice_days: int
    summary: str
    proposed_by: str
    revisions: tuple[Revision, ...]
    facts: tuple[ChangedFact, ...]
    changed: tuple[ChangedClause, ...]
    redline: str
    comparisons: tuple[Comparison, ...]
    complete: bool
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version in the changelog; language is that of its text and summary, digest that of the binding text.

    redline is the address of the comparison with the version that it replaces, "" where there is none.
    """

    version: str
    address: str
    language: str
    status: Status
    effective: date | None
    recorded: date | None
    change: str
    summary: str
    digest: str
    facts: tuple[ChangedFact, ...]
    changed: tuple[ChangedClause, ...]
    redline: str
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """A line of the list that answers which version applied: until is the last day, None where none is known.

    stated is whether the version says when it takes effect; else since is the day it was recorded.
    """

    version: str
    stated: bool
    address: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """A document's changelog, latest version first, and its periods, first one first; draft is an address or ""."""

    publisher: str
    publisher_address: str
    title: str
    title_language: str
    current: str
    draft: str
    binding: str
    built: Built
    versions: tuple[VersionRow, ...]
    periods: tuple[PeriodRow, ...]
    timeline: Timeline | None
    map: ChangeMap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """Why a page shows no contract (no text in its language, nothing in force) and where one is."""

    publisher: str
    publisher_address: str
    language: str
    address: str
    changes: str
    upcoming: Neighbour | None = None
    withdrawn: Neighbour | None = None


View = CatalogueView | PublisherView | ContractView | ChangesView | RedlineView | NoticeView
