"""What other systems read: the API with its schemas, feeds and calendars, and how pages name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from macros.locales import translator
from macros.terms.pages import api
from macros.terms.pages.editions import FORMATS, files
from macros.terms.pages.model import Alternate, Asset, Page
from macros.terms.pages.news import Place, deadlines, news
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


def connect_assets(shelves: Sequence[Shelf], languages: Sequence[str], today: date, base: str) -> Iterator[Asset]:
    """Every file that is not beside one text."""
    shelves = [each for each in shelves if each.document.versions]
    yield _json(f"{API}index.json", api.index(shelves, base, str(today)))
    for name, served in SCHEMAS.items():
        yield Asset(address=f"{API}{served}.schema.json", content=published(name))
    for shelf in shelves:
        yield _json(api.document_address(shelf), api.document(shelf))
    for language in languages:
        title = translator(language)("Contracts")
        place = Place(address=f"{language}/", page=f"{language}/", title=title, language=language)
        yield from _dated(shelves, place, today, base)
        for shelf in shelves:
            text = shelf.shown(shelf.current or shelf.document.versions[-1], language)
            place = Place(
                address=f"{language}/{shelf.path}",
                page=shelf.changes_address(language),
                title=shelf.titled(text),
                language=language,
            )
            yield from _dated([shelf], place, today, base)


def _json(address: str, value: Mapping[str, object]) -> Asset:
    return Asset(address=address, content=dumped(value).encode())


def _dated(shelves: Sequence[Shelf], place: Place, today: date, base: str) -> Iterator[Asset]:
    """The feed and the calendar of documents."""
    items = [item for each in shelves for item in news(each, place.language)]
    feed = atom(sorted(items, key=lambda each: (each.day, each.id), reverse=True), place, today, base)
    yield Asset(address=f"{place.address}feed.xml", content=feed.encode())
    days = [day for each in shelves for day in deadlines(each, place.language)]
    dates = calendar(sorted(days, key=lambda each: (each.day, each.id)), place, base)
    yield Asset(address=f"{place.address}calendar.ics", content=dates.encode())


def connected(pages: Sequence[Page], shelves: Sequence[Shelf]) -> Iterator[Page]:
    """The pages with what machines may read instead of each, named in its head."""
    by_document = {
        f"{language}/{shelf.path}": shelf
        for shelf in shelves
        for language in shelf.languages
        if shelf.document.versions
    }
    for page in pages:
        found = by_document.get("/".join(page.address.split("/")[:3]) + "/")
        if page.template == "catalogue":
            yield replace(page, alternates=_around(page.address, f"{API}index.json"))
        elif found:
            address = f"{page.language}/{found.path}"
            around = _around(address, api.document_address(found))
            yield replace(page, alternates=(*_files(page), *around))
        else:
            yield page


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
