"""Every page worth finding, with its languages, for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from macros.terms.pages.model import Asset, Page

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A page that search engines may list, when its text was made known, and the same page in other languages."""

    address: str
    modified: date | None
    translations: Mapping[str, str]


def findable(page: Page) -> Findable | None:
    """What the sitemap says of a page, None where it says nothing."""
    if not page.indexed or page.canonical != page.address:
        return None
    return Findable(address=page.address, modified=page.modified, translations=page.translations)


def sitemap(found: Iterable[Findable], base: str) -> Iterator[Asset]:
    """sitemap.xml, in order of address, and the robots.txt that names it."""
    content = HEAD + "".join(_url(each, base) for each in sorted(found, key=lambda each: each.address)) + "</urlset>\n"
    yield Asset(address="sitemap.xml", content=content.encode())
    yield Asset(address="robots.txt", content=f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode())


def _url(page: Findable, base: str) -> str:
    modified = f"  <lastmod>{page.modified}</lastmod>\n" if page.modified else ""
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang="{language}" href="{escape(base + address)}"/>\n'
        for language, address in page.translations.items()
    )
    return f"<url>\n  <loc>{escape(base + page.address)}</loc>\n{modified}{links}</url>\n"
