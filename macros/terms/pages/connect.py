"""What other systems read: the API with its schemas, feeds and calendars, and how pages name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from macros.locales import translator
from macros.terms.pages import api
from macros.terms.pages.card import Card
from macros.terms.pages.editions import FORMATS, files
from macros.terms.pages.model import Alternate, Asset, Page
from macros.terms.pages.news import Deadline, Item, Place, deadlines, news
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.views import ContractView
from macros.terms.render.atom import atom
from macros.terms.render.calendar import calendar
from macros.terms.render.terms_json import API, dumped
from macros.terms.schema import published

# The schemas that the API serves, by the name of the file that holds each.
SCHEMAS: Mapping[str, str] = {
    "api-index": "index",
    "api-document": "document",
    "receipt": "receipt",
    "redline": "redline",
    "terms": "terms",
}
ATOM, CALENDAR = "application/atom+xml", "text/calendar"


def connect_assets(cards: Sequence[Card], languages: Sequence[str], today: date, base: str) -> Iterator[Asset]:
    """Every file that is about all documents."""
    yield _json(f"{API}index.json", api.index(cards, base, str(today)))
    for name, served in SCHEMAS.items():
        yield Asset(address=f"{API}{served}.schema.json", content=published(name))
    for language in languages:
        title = translator(language)("Contracts")
        place = Place(address=f"{language}/", page=f"{language}/", title=title, language=language)
        items = [item for each in cards for item in each.news[language]]
        days = [day for each in cards for day in each.deadlines[language]]
        yield from _dated(items, days, place, today, base)


def document_feeds(shelf: Shelf) -> Iterator[Asset]:
    """What the API serves of a document that was published, its feed and its calendar in each language."""
    if not shelf.document.versions:
        return
    yield _json(api.document_address(shelf), api.document(shelf))
    for language in shelf.languages:
        text = shelf.shown(shelf.current or shelf.document.versions[-1], language)
        place = Place(
            address=shelf.address(language),
            page=shelf.changes_address(language),
            title=shelf.titled(text),
            language=language,
        )
        yield from _dated(news(shelf, language), deadlines(shelf, language), place, shelf.today, shelf.base)


def _json(address: str, value: Mapping[str, object]) -> Asset:
    return Asset(address=address, content=dumped(value).encode())


def _dated(items: Sequence[Item], days: Sequence[Deadline], place: Place, today: date, base: str) -> Iterator[Asset]:
    """The feed and the calendar of a place."""
    feed = atom(sorted(items, key=lambda each: (each.day, each.id), reverse=True), place, today, base)
    yield Asset(address=f"{place.address}feed.xml", content=feed.encode())
    dates = calendar(sorted(days, key=lambda each: (each.day, each.id)), place, base)
    yield Asset(address=f"{place.address}calendar.ics", content=dates.encode())


def connected(page: Page, shelf: Shelf) -> tuple[Alternate, ...]:
    """What machines may read instead of a page of a document, or to keep up with it, where it was published."""
    if not shelf.document.versions:
        return ()
    return (*_files(page), *_around(shelf.address(page.language), api.document_address(shelf)))


def around_catalogue(language: str) -> tuple[Alternate, ...]:
    """What machines may read instead of the catalogue in a language."""
    return _around(f"{language}/", f"{API}index.json")


def _around(below: str, facts: str) -> tuple[Alternate, ...]:
    return (
        Alternate(type=ATOM, address=f"{below}feed.xml"),
        Alternate(type=CALENDAR, address=f"{below}calendar.ics"),
        Alternate(type="application/json", address=facts),
    )


def _files(page: Page) -> tuple[Alternate, ...]:
    """The text of a contract's page in every format."""
    if not isinstance(page.view, ContractView) or not page.view.digest:
        return ()
    return tuple(
        Alternate(type=FORMATS[name][1], address=address) for name, address in files(page.view.permalink).items()
    )
