"""News as an Atom feed (RFC 4287); ids are tag URIs (RFC 4151) and never change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from macros.terms.pages.news import Item, Place
from macros.terms.render.xml import DECLARATION, element, words

# The year from which an address of this site is ours: a tag URI names one, and it stays.
SINCE = 2026


def atom(items: Sequence[Item], place: Place, day: date, base: str) -> str:
    """The feed of a place; day stands in for the latest news where there are none."""
    parts = (
        element("title", words(place.title)),
        element("id", tag(base, place.address.rstrip("/"))),
        element("updated", _moment(max((each.day for each in items), default=day))),
        element("link", rel="self", type="application/atom+xml", href=f"{base}{place.address}feed.xml"),
        element("link", rel="alternate", type="text/html", hreflang=place.language, href=base + place.page),
        element("author", element("name", "Clausier")),
        *(_entry(each, base, place.language) for each in items),
    )
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": place.language}
    return DECLARATION + element("feed", "\n", *(f"{each}\n" for each in parts), **attributes) + "\n"


def tag(base: str, name: str) -> str:
    """A URI that names something of the site for good."""
    return f"tag:{urlsplit(base).hostname or 'localhost'},{SINCE}:{name}"


def _entry(item: Item, base: str, language: str) -> str:
    return element(
        "entry",
        element("title", words(item.title)),
        element("id", tag(base, item.id)),
        element("published", _moment(item.day)),
        element("updated", _moment(item.day)),
        element("author", element("name", words(item.publisher))),
        element("category", term=item.kind),
        element("link", rel="alternate", type="text/html", hreflang=language, href=base + item.address),
        element("link", rel="related", type="text/html", hreflang=language, href=base + item.redline)
        if item.redline
        else "",
        element("content", words(item.summary or words(item.title)), type="html"),
    )


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"
