"""A library to every page and file of the site: the whole pipeline on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter

from macros.terms.model import Library, Reading
from macros.terms.pages.changed import differing_draft
from macros.terms.pages.changes import changes_pages
from macros.terms.pages.comparisons import Comparisons
from macros.terms.pages.connect import connect_assets, connected
from macros.terms.pages.contract import document_assets, document_pages
from macros.terms.pages.embedding import embed_assets, placeholders
from macros.terms.pages.guide import guide_pages
from macros.terms.pages.home import home_pages
from macros.terms.pages.model import Page, Site
from macros.terms.pages.paper_files import paper_files
from macros.terms.pages.publisher import publisher_name, publisher_names, publisher_pages
from macros.terms.pages.receipts import receipt_pages
from macros.terms.pages.redlines import redline_assets, redline_pages
from macros.terms.pages.review import review_pages
from macros.terms.pages.searching import searched
from macros.terms.pages.shelf import Repository, Shelf
from macros.terms.pages.terms_index import terms_index_pages
from macros.terms.pages.word_files import word_files
from macros.terms.render.opensearch import opensearch
from macros.terms.render.redirects import redirects
from macros.terms.render.sitemap import sitemap


def site(  # noqa: PLR0913  # what is published, and the five facts that the outside knows
    library: Library,
    readings: Mapping[str, Reading],
    *,
    today: date,
    base: str,
    drafts: bool,
    repository: Repository | None = None,
) -> Site:
    """The site of a library without problems on a day, at an address that ends in a slash, with or without drafts."""
    shelves = tuple(
        replace(each, repository=repository) for each in _shelves(library, readings, today, base, drafts=drafts)
    )
    search = searched(shelves, library.languages, library.synonyms)
    pages = [
        *home_pages(library.publishers, library.languages, today, base),
        *(page for each in library.publishers for page in publisher_pages(each, library.languages, today)),
        *terms_index_pages(search.clauses, library.languages),
        *guide_pages(library.guides, library.languages, placeholders(library.embed, base)),
        *(page for shelf in shelves for page in _pages(shelf)),
    ]
    assets = [
        redirects(library.languages),
        *sitemap(pages, base),
        *opensearch(library.languages, base),
        *search.assets,
        *embed_assets(library.embed, base),
        *connect_assets(shelves, library.languages, today, base),
        *(asset for shelf in shelves for asset in (*document_assets(shelf), *redline_assets(shelf))),
    ]
    by_address = attrgetter("address")
    return Site(
        pages=tuple(sorted(connected(pages, shelves), key=by_address)),
        assets=tuple(sorted(assets, key=by_address)),
        indexes=search.indexes,
        exports=tuple(export for shelf in shelves for export in (*word_files(shelf), *paper_files(shelf))),
        languages=library.languages,
    )


def _pages(shelf: Shelf) -> Iterator[Page]:
    yield from document_pages(shelf)
    yield from changes_pages(shelf)
    yield from redline_pages(shelf)
    yield from review_pages(shelf)
    yield from receipt_pages(shelf)


def _shelves(
    library: Library, readings: Mapping[str, Reading], today: date, base: str, *, drafts: bool
) -> Iterator[Shelf]:
    for publisher, document in library.documents():
        shelf = Shelf(
            document=document,
            publisher=publisher_name(publisher, today),
            readings=readings,
            today=today,
            base=base,
            languages=library.languages,
            comparisons=Comparisons(readings),
            names=publisher_names(publisher, document, today),
        )
        yield replace(shelf, draft=differing_draft(shelf)) if drafts else shelf
