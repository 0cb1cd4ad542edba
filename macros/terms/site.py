"""What a site is made for, what each document's pages need of it, and what joins all documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby

from macros.terms.model import Document, Library, Publisher, Reading
from macros.terms.pages.card import Card
from macros.terms.pages.changed import differing_draft
from macros.terms.pages.comparisons import Comparisons
from macros.terms.pages.connect import connect_assets
from macros.terms.pages.embedding import embed_assets, placeholders
from macros.terms.pages.guide import guide_pages
from macros.terms.pages.home import home_pages
from macros.terms.pages.model import Site
from macros.terms.pages.publisher import publisher_name, publisher_names, publisher_pages
from macros.terms.pages.searching import Clauses, searched
from macros.terms.pages.shelf import Repository, Shelf
from macros.terms.pages.terms_index import terms_index_pages
from macros.terms.render.opensearch import opensearch
from macros.terms.render.redirects import redirects
from macros.terms.render.sitemap import Findable, findable, sitemap


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a site is built for: a day, a name, an address that ends in a slash, languages, with or without drafts."""

    today: date
    name: str = ""
    base: str
    languages: tuple[str, ...]
    drafts: bool
    repository: Repository | None = None


def shelf(setting: Setting, publisher: Publisher, document: Document, readings: Mapping[str, Reading]) -> Shelf:
    """A document with what its pages need."""
    found = Shelf(
        document=document,
        publisher=publisher_name(publisher, setting.today),
        readings=readings,
        today=setting.today,
        base=setting.base,
        languages=setting.languages,
        comparisons=Comparisons(readings),
        repository=setting.repository,
        names=publisher_names(publisher, document, setting.today),
    )
    return replace(found, draft=differing_draft(found)) if setting.drafts else found


def search(setting: Setting, library: Library, documents: Sequence[tuple[Card, Clauses]]) -> Site:
    """What is searched in, and the alphabetical index; of the library, all but its publishers."""
    found = searched(documents, setting.languages, library.synonyms)
    pages = tuple(terms_index_pages(found.clauses, setting.languages))
    return Site(pages=pages, assets=found.assets, indexes=found.indexes)


def joined(setting: Setting, library: Library, cards: Sequence[Card], found: Sequence[Findable]) -> Site:
    """What a site has beside its search and its documents' pages and files; of the library, all but its publishers.

    found is what the sitemap says of every other page.
    """
    publishers = tuple(_publishers(cards))
    pages = (
        *home_pages(publishers, setting.languages, setting.today, setting.base),
        *(page for each in publishers for page in publisher_pages(each, setting.languages, setting.today)),
        *guide_pages(library.guides, setting.languages, placeholders(library.embed, setting.base)),
    )
    assets = (
        redirects(setting.languages),
        *sitemap((*found, *filter(None, map(findable, pages))), setting.base),
        *opensearch(setting.languages, setting.base),
        *embed_assets(library.embed, setting.base),
        *connect_assets(cards, setting.languages, setting.today, setting.base),
    )
    return Site(pages=pages, assets=assets)


def _publishers(cards: Sequence[Card]) -> Iterator[Publisher]:
    """Each publisher with all of its documents."""
    for _, found in groupby((each.publisher for each in cards), lambda each: each.id):
        same = list(found)
        yield replace(same[0], documents=tuple(chain.from_iterable(each.documents for each in same)))
