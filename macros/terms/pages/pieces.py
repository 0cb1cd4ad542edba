"""A document's pages and files in pieces: what is made, kept and made anew together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from macros.terms.model import Version
from macros.terms.pages.changes import changes_pages
from macros.terms.pages.connect import connected, document_feeds
from macros.terms.pages.contract import current_pages, version_assets, version_pages
from macros.terms.pages.model import Asset, Export, Page
from macros.terms.pages.paper_files import paper_redlines, paper_texts
from macros.terms.pages.receipts import receipt_pages
from macros.terms.pages.redlines import redline_assets, redline_pages
from macros.terms.pages.review import review_pages
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.word_files import word_redlines, word_texts

Made = Page | Asset | Export


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some pages, or some files, of a document: name tells them apart, make gives them for a shelf."""

    name: str
    make: Callable[[Shelf], Iterator[Made]]


def file_pieces(shelf: Shelf) -> Iterator[Piece]:
    """The files beside a document's pages; these say how large some of them are, so files come first."""
    for version in shelf.document.versions:
        yield Piece(name=f"{version.name} files", make=partial(_version_files, version=version))
    if shelf.draft:
        yield Piece(name="draft files", make=partial(version_assets, version=shelf.draft))
    for old, new in shelf.pairs:
        yield Piece(name=f"{old.name}--{new.name} files", make=partial(_redline_files, old=old, new=new))
    yield Piece(name="feeds", make=document_feeds)


def page_pieces(shelf: Shelf) -> Iterator[Piece]:
    """A document's pages."""
    versions = shelf.document.versions
    for version in shelf.every:
        yield _pages(version.name, partial(version_pages, version=version))
    yield _pages("current", current_pages)
    yield _pages("changes", changes_pages)
    for old, new in shelf.pairs:
        yield _pages(f"{old.name}--{new.name}", partial(redline_pages, old=old, new=new))
    for accepted in (None, *versions):
        name = accepted.name if accepted else "any"
        yield _pages(f"review of {name}", partial(review_pages, accepted=accepted))
    for version in versions:
        yield _pages(f"receipt of {version.name}", partial(receipt_pages, version=version))


def _pages(name: str, make: Callable[[Shelf], Iterator[Page]]) -> Piece:
    return Piece(name=name, make=partial(_connected, make=make))


def _connected(shelf: Shelf, make: Callable[[Shelf], Iterator[Page]]) -> Iterator[Page]:
    return (replace(page, alternates=connected(page, shelf)) for page in make(shelf))


def _version_files(shelf: Shelf, version: Version) -> Iterator[Made]:
    yield from version_assets(shelf, version)
    yield from word_texts(shelf, version)
    yield from paper_texts(shelf, version)


def _redline_files(shelf: Shelf, old: Version, new: Version) -> Iterator[Made]:
    yield from redline_assets(shelf, old, new)
    yield from word_redlines(shelf, old, new)
    yield from paper_redlines(shelf, old, new)
