"""How a browser searches the site: an OpenSearch description in each language, whose questions the index page takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from macros.locales import translator
from macros.terms.names import TERMS_INDEX
from macros.terms.pages.model import Asset


def search_address(language: str, base: str, term: str) -> str:
    """The address that answers a question; term is what stands for it."""
    return f"{base}{language}/{TERMS_INDEX}/?q={term}"


def opensearch(languages: Sequence[str], base: str) -> Iterator[Asset]:
    """opensearch.xml below each language."""
    for language in languages:
        say = translator(language)
        content = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
            f"  <ShortName>{escape(say('Contracts'))}</ShortName>\n"
            f"  <Description>{escape(say('Contracts, with every version at its own address.'))}</Description>\n"
            f"  <Language>{language}</Language>\n"
            "  <InputEncoding>UTF-8</InputEncoding>\n"
            f'  <Image width="16" height="16" type="image/svg+xml">{escape(base)}favicon.svg</Image>\n'
            f'  <Url type="text/html" template="{escape(search_address(language, base, "{searchTerms}"))}"/>\n'
            "</OpenSearchDescription>\n"
        )
        yield Asset(address=f"{language}/opensearch.xml", content=content.encode())
