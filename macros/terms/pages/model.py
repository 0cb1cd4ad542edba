"""What the site consists of: pages with what their templates show, and files beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.terms.integrity import integrity
from macros.terms.pages.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the site; address is its path below the site's root."""

    address: str
    content: bytes

    @property
    def integrity(self) -> str:
        """What a page that loads the file says of it."""
        return integrity(self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A file that says what a page says, or keeps up with it: its media type and its address."""

    type: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file of the site that takes long to make; inputs are all that its content depends on.

    make is a function of a module, its arguments bound by partial: another process may have to call it.
    """

    address: str
    inputs: tuple[str, ...]
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Addresses are paths below the site's root that end in a slash.

    translations hold only pages that say the same thing, switch what the language links lead to;
    data is the page's schema.org description, alternates are what machines may read instead;
    posts_to is the one address beyond the site that its forms may send to.
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
    print_style: Asset | None = None
    data: Mapping[str, object] | None = None
    alternates: tuple[Alternate, ...] = ()
    posts_to: str = ""
    view: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The index pages of one language, by path; the files that make an index of them are served under address.

    merged is whether it is only ever searched together with the other index of its language.
    """

    language: str
    address: str
    merged: bool
    pages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that is written of a site or of a part of it, and what is to be indexed for searching."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    indexes: tuple[Index, ...] = ()
