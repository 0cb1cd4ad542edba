"""Each document's part of the site: what it holds, and what decides on it.

A part is kept under the digest of the document's files and of all around it; `documents.py` makes one, of pieces that
`cuts.py` keeps with what each of them read: a new sentence in the draft leaves the pages of every version alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.cache import key
from macros.page_names import Around
from macros.sources import engine, files_digest
from macros.terms.model import Library
from macros.terms.pages.card import Card
from macros.terms.render.sitemap import Findable
from macros.terms.site import Setting


class ExportError(Exception):
    """A file that could not be made: its address, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of the site: its address, the digest that its content is kept under, its bytes."""

    address: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All that is made of a document, and what the rest of the site tells of it.

    told is the digest of what it tells, clauses a record for the search.
    """

    files: tuple[Written, ...]
    found: tuple[Findable, ...]
    card: Card
    told: str
    clauses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """All that is made of a piece, and where the sitemap leads in it."""

    files: tuple[Written, ...]
    found: tuple[Findable, ...]


# Without slots: the digest of what is around all parts is asked for by each of them.
@dataclass(frozen=True, kw_only=True)
class Order:
    """What parts are made of, and where they are kept; library is the project's without its publishers, look the
    digest of its templates and theme.
    """

    root: Path
    cache: Path
    look: str
    setting: Setting
    around: Around
    library: Library

    @cached_property
    def shared(self) -> str:
        """The digest of all that decides on every page and file of the site, its texts aside."""
        return key(engine(), self.look, self.setting, self.around)


def part_key(order: Order, id_: str) -> str:
    """The digest of all that decides on a part."""
    root, publisher = order.root, id_.partition("/")[0]
    return key(
        order.shared,
        order.library.glossaries,
        files_digest(root / "docs" / id_),
        files_digest(root / "variables" / f"{publisher}.yml"),
    )


def file_at(address: str) -> str:
    """The file that a host serves at an address of a page, or of a file."""
    return f"{address}index.html" if not address or address.endswith("/") else address
