"""What the site consists of: pages with what their templates show, and files beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.terms.ledger import Status
from macros.terms.model import Contents, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the site; address is its path below the site's root."""

    address: str
    content: bytes


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
    recorded: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherView:
    """A publisher: who it is and what it publishes."""

    name: str
    address: str
    identity: tuple[Row, ...]
    documents: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """Every publisher, for the home page; the prose above comes from docs/index.<lang>.md."""

    publishers: tuple[PublisherView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractView:
    """A version to read, with what stands around it."""

    document: str
    publisher: str
    publisher_address: str
    version: str
    status: Status
    effective: date | None
    recorded: date
    language: str
    binding: str
    heading: str
    body: str
    contents: tuple[Contents, ...]
    permalink: str
    digest: str
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """Why a page shows no contract (no text in its language, nothing in force yet) and where one is."""

    publisher: str
    publisher_address: str
    language: str
    address: str
    effective: date | None = None


View = CatalogueView | PublisherView | ContractView | NoticeView


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Addresses are paths below the site's root that end in a slash.

    translations hold only pages that say the same thing, switch what the language links lead to;
    data is the page's schema.org description.
    """

    address: str
    language: str
    template: str
    title: str
    description: str
    canonical: str
    translations: Mapping[str, str] = field(default_factory=dict)
    switch: Mapping[str, str] = field(default_factory=dict)
    indexed: bool = True
    modified: date | None = None
    print_style: str = ""
    data: Mapping[str, object] | None = None
    view: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that a build writes, in order of address."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
