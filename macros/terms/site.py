"""A library to every page and file of the site: the whole pipeline on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from operator import attrgetter

from macros.terms.model import Library, Reading
from macros.terms.pages.contract import document_assets, document_pages
from macros.terms.pages.home import home_pages
from macros.terms.pages.model import Site
from macros.terms.pages.publisher import publisher_name, publisher_pages
from macros.terms.pages.shelf import Shelf
from macros.terms.render.sitemap import sitemap


def site(library: Library, readings: Mapping[str, Reading], *, today: date, base: str) -> Site:
    """The site of a library without problems on a day, at an address that ends in a slash."""
    shelves = tuple(_shelves(library, readings, today, base))
    pages = [
        *home_pages(library.publishers, today),
        *(page for publisher in library.publishers for page in publisher_pages(publisher, today)),
        *(page for shelf in shelves for page in document_pages(shelf)),
    ]
    assets = [
        *sitemap(pages, base),
        *(asset for shelf in shelves for asset in document_assets(shelf)),
    ]
    by_address = attrgetter("address")
    return Site(pages=tuple(sorted(pages, key=by_address)), assets=tuple(sorted(assets, key=by_address)))


def _shelves(library: Library, readings: Mapping[str, Reading], today: date, base: str) -> Iterator[Shelf]:
    for publisher in library.publishers:
        name = publisher_name(publisher, today)
        for document in publisher.documents:
            yield Shelf(document=document, publisher=name, readings=readings, today=today, base=base)
