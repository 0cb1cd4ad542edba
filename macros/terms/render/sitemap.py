"""Every page worth finding, with its languages, for search engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from macros.terms.pages.model import Asset, Page

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(pages: Sequence[Page], base: str) -> Iterator[Asset]:
    """sitemap.xml and the robots.txt that names it."""
    found = [page for page in pages if page.indexed and page.canonical == page.address]
    content = HEAD + "".join(_url(page, base) for page in found) + "</urlset>\n"
    yield Asset(address="sitemap.xml", content=content.encode())
    yield Asset(address="robots.txt", content=f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode())


def _url(page: Page, base: str) -> str:
    modified = f"  <lastmod>{page.modified}</lastmod>\n" if page.modified else ""
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang="{language}" href="{escape(base + address)}"/>\n'
        for language, address in page.translations.items()
    )
    return f"<url>\n  <loc>{escape(base + page.address)}</loc>\n{modified}{links}</url>\n"
