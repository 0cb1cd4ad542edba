"""The build of a project in which each version has its page and nothing else: what others build of the same texts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from macros import cuts, documents, making, parts
from macros.__main__ import main
from macros.pool import Pool
from macros.terms.model import Problem
from macros.terms.pages import apparatus, contract, pieces
from macros.terms.pages.contract import current_pages, version_pages
from macros.terms.pages.model import Asset
from macros.terms.pages.pieces import Piece
from macros.terms.pages.shelf import Shelf

Made = tuple[list[parts.Cut], list[Problem]]


class Sizes(dict[str, int]):
    """A size for every file that is not made."""

    def __missing__(self, address: str) -> int:
        """As many bytes as such a file may have."""
        return 100_000


def pages(shelf: Shelf) -> Iterator[Piece]:
    """The page of each version, the draft's, and the document's own."""
    for version in (*shelf.document.versions, *filter(None, [shelf.draft])):
        yield Piece(name=version.name, make=partial(pieces._connected, make=partial(version_pages, version=version)))
    yield Piece(name="current", make=partial(pieces._connected, make=current_pages))


def nothing(_: Shelf) -> Iterator[Asset]:
    """No search."""
    yield Asset(address="0" * 64, content=b"")


def _no_search(_: making._Joining) -> parts.Cut:
    return parts.Cut(files=(), found=())


def without_history() -> None:
    """Leave out what became of each clause in earlier versions, which takes a comparison of each with the next."""
    contract.changed = lambda *_: None  # type: ignore[attr-defined]  # what is measured is the rest
    apparatus.clause_history = lambda *_: {}  # type: ignore[attr-defined]  # what is measured is the rest


def only_pages() -> None:
    """Leave out files, redlines, reviews, receipts and the search."""
    cuts.Cutter.pieces = lambda self, *, pages: (  # type: ignore[method-assign]  # what is measured is the rest
        [*_pages(self.shelf)] if pages else [Piece(name="search", make=nothing)]
    )
    made = documents._cuts

    def sized(cutter: cuts.Cutter, kept_under: str, pool: Pool | None, *, pages: bool) -> Made:
        cutter.sizes = Sizes()
        return made(cutter, kept_under, pool, pages=pages)

    documents._cuts = sized
    making._Joining._search = _no_search  # type: ignore[method-assign,assignment]  # what is measured is the rest


_pages = pages

if __name__ == "__main__":
    only_pages()
    if "--plain" in sys.argv:
        without_history()
    sys.exit(main(["--project", str(Path(sys.argv[1])), "build"]))
