"""An index page to the HTML that Pagefind reads: title before text, words apart where a language joins them."""

from __future__ import annotations

import re
from html import escape

from macros.terms.search.model import IndexPage
from macros.terms.search.synonyms import Marker

# Between the parts of a page, for the script that shows results: no word, so never found.
PART = " ␟ "
# From Pagefind's scale of 0 to 10.
TITLE, DEFINED, SYNONYM, AROUND = 10, 8, 5, 0.3
# « l’hébergement » is found by « hébergement »: the script takes the space out again.
ELISION = {
    "fr": re.compile(r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\w)", re.IGNORECASE),
}


def index_page(page: IndexPage, synonyms: Marker) -> str:
    """Label, title, headings above, text, then what only helps to find it: contract, publisher, synonyms."""
    filed, weight = page.filed, DEFINED if page.term else TITLE
    parts = [
        _part(page.label, 0),
        _part(_apart(page.title, filed.language), weight),
        escape(_apart(page.above, filed.language)),
        escape(_apart(page.text, filed.language)),
        _part(_apart(f"{filed.title}, {filed.publisher}", filed.language), AROUND),
        _part(" ".join(synonyms.marks(page.title)), SYNONYM),
        escape(" ".join(synonyms.marks(page.text))),
    ]
    return f'<html lang="{filed.language}"><body><p>{PART.join(parts)}</p></body></html>\n'


def index_file(page: IndexPage) -> str:
    """Where the page is written: its path says which clause of which version it is."""
    name = f"{page.clause or '_'}.{page.term}" if page.term else page.clause or "_"
    return f"{page.filed.document}/{page.filed.version}/{name}.html"


def _part(words: str, weight: float) -> str:
    return f'<i data-pagefind-weight="{weight}">{escape(words)}</i>'


def _apart(words: str, language: str) -> str:
    pattern = ELISION.get(language)
    return pattern.sub(r"\1 ", words) if pattern else words
