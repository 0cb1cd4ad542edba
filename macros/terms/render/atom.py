"""News as an Atom feed (RFC 4287); ids are tag URIs (RFC 4151) and never change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from macros.terms.pages.news import Item
from macros.terms.render.xml import DECLARATION, element, words

# The year from which an address of this site is ours: a tag URI names one, and it stays.
SINCE = 2026


def atom(items: Sequence[Item], *, base: str, address: str, page: str, title: str, language: str, day: date) -> str:  # noqa: PLR0913
    """The feed that is served at an address and tells of a page; day stands in for news where there are none."""
    parts = (
        element("title", words(title)),
        element("id", tag(base, address.removesuffix("feed.xml").rstrip("/"))),
        element("updated", _moment(max((each.day for each in items), default=day))),
        element("link", rel="self", type="application/atom+xml", href=base + address),
        element("link", rel="alternate", type="text/html", hreflang=language, href=base + page),
        element("author", element("name", "Clausier")),
        *(_entry(each, base, language) for each in items),
    )
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language}
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
