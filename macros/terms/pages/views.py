"""What the templates of pages show: frozen data, a view for each kind of page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.terms.model import Contents, Refusal, Source
from macros.terms.pages.change_views import (
    ChangedClause,
    ChangedFact,
    ChangeMap,
    Comparison,
    RedlineView,
    Timeline,
)
from macros.terms.pages.index_views import TermsIndexView
from macros.terms.pages.review_views import ReceiptView, ReviewView
from macros.terms.pages.standing_views import Built, Fate, File, Neighbour, Standing
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
    """A document as lists show it; effective is None where unstated.

    again is the day since which the version counts again, None where it does so since its own.
    """

    title: str
    title_language: str
    address: str
    languages: tuple[str, ...]
    version: str
    status: Status
    again: date | None
    effective: date | None
    recorded: date | None
    upcoming: date | None


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
class Revision:
    """A revision of a courtesy translation: its number, its page and its digest."""

    number: int
    address: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractView:
    """A version or draft to read, with what stands around it; digest is "" for a draft, summary is HTML.

    prevailing is the address of the text that binds, "" where this is it; stale counts the clauses that it changed
    since they were translated. propose is where to propose a change, "" where the site has no repository; review is
    where a client accepts this version, "" where none is asked to.
    """

    document: str
    publisher: str
    publisher_address: str
    version: str
    status: Status
    again: date | None
    effective: date | None
    recorded: date | None
    language: str
    binding: str
    prevailing: str
    stale: int
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
    propose: str
    files: tuple[File, ...]
    review: str
    refusal: Refusal | None
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version in the changelog; language is that of its text, summary and digest.

    redline is the address of the comparison with the version that it replaces, "" where there is none.
    """

    version: str
    address: str
    language: str
    status: Status
    again: date | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """A page of the guide: source is the hand-written file that says it, contents every page by title and address.

    filled is what stands in its examples for what the build knows, with what it is.
    """

    source: str
    contents: tuple[tuple[str, str], ...]
    filled: Mapping[str, str] = field(default_factory=dict)


View = (
    CatalogueView
    | PublisherView
    | ContractView
    | ChangesView
    | RedlineView
    | ReviewView
    | ReceiptView
    | NoticeView
    | TermsIndexView
    | GuideView
)
