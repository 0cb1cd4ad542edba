"""What each kind of page may ask of a reader's line: bytes gzipped, since every host does so much, and requests."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.frontend import Frontend
from macros.terms.model import Problem
from macros.terms.pages.change_views import RedlineView
from macros.terms.pages.model import Page
from macros.terms.pages.review_views import ReviewView
from macros.terms.pages.views import ContractView

KB = 1000
COMPONENTS = "overrides/components"
# The text of a page may be long: so much of it counts. Where a page has no text, all that it lists is its text.
TEXT = 40 * KB
# The stylesheet and the scripts, which are the same for every page, and all fonts that French and English ask for.
SHARED, FONTS = 25 * KB, 60 * KB
# Level 1 is quick and compresses less: what is light enough by it needs no second look.
LEVELS = (1, 6)
ASKED = (b'rel="stylesheet"', b'rel="icon"', b' src="')


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most that a page may fetch beside fonts: bytes of HTML, CSS and scripts, of which text counts so many."""

    whole: int
    text: int = TEXT
    requests: int = 8


READ = Budget(whole=75 * KB)
LIST = Budget(whole=60 * KB, text=30 * KB)
NOTICE = Budget(whole=30 * KB, text=10 * KB)
# One line for each kind of page, by its template.
BUDGETS = {
    "contract": READ,
    "redline": READ,
    "review": READ,
    "changes": LIST,
    "terms_index": LIST,
    "catalogue": LIST,
    "guide": Budget(whole=60 * KB, text=30 * KB, requests=12),
    "prose": LIST,
    "publisher": NOTICE,
    "receipt": NOTICE,
    "languages": NOTICE,
    "untranslated": NOTICE,
    "pending": NOTICE,
    "missing": NOTICE,
}


def shared_overweight(frontend: Frontend) -> Iterator[Problem]:
    """What is wrong with the files that pages share."""
    found = _shared(frontend)
    if found > SHARED:
        message = f"expected at most {_kb(SHARED)} of CSS and scripts for a page, gzipped, found {_kb(found)}"
        yield Problem(path=COMPONENTS, line=1, message=f"{message}; take something out of a style or script")
    fonts = sum(len(each.content) for each in frontend.fonts)
    if fonts > FONTS:
        message = f"expected at most {_kb(FONTS)} of fonts for a page in French or English, found {_kb(fonts)}"
        yield Problem(path="macros/fonts.py", line=1, message=f"{message}; take out letters, features or faces")


def overweight(page: Page | None, address: str, html: bytes, frontend: Frontend) -> Iterator[Problem]:
    """What is wrong with a page as it is sent; None is a page that is words alone."""
    template = page.template if page else "prose"
    budget, path = BUDGETS[template], f"{COMPONENTS}/{template}.html"
    text = _text(page).encode() or html
    found = _weight(html, text, budget, frontend)
    if found > budget.whole:
        norm = f"expected {address} to bring at most {_kb(budget.whole)} of HTML, CSS and scripts, gzipped"
        message = f"{norm}, of its text {_kb(budget.text)}, found {_kb(found)}; take something out around the text"
        yield Problem(path=path, line=1, message=message)
    requests = 1 + sum(map(html.count, ASKED))
    if requests > budget.requests:
        message = f"expected {address} to ask for at most {budget.requests} files beside fonts, found {requests}"
        yield Problem(path=path, line=1, message=f"{message}; join files, or take some out")


def _weight(html: bytes, text: bytes, budget: Budget, frontend: Frontend) -> int:
    """The bytes of a page with what it shares with others, or more than those where they are within its budget."""
    # What pages share beyond its own budget is told once, and not of each page.
    shared = min(SHARED, _shared(frontend))
    found = shared + len(html)
    for level in LEVELS:
        if found <= budget.whole:
            break
        found = shared + len(gzip.compress(html, level))
        if found > budget.whole:
            found -= max(0, len(gzip.compress(text, level)) - budget.text)
    return found


@lru_cache(maxsize=1)
def _shared(frontend: Frontend) -> int:
    shared = (frontend.style, frontend.script, frontend.early_script)
    return sum(len(gzip.compress(each.content, LEVELS[-1])) for each in shared)


def _text(page: Page | None) -> str:
    """The text that a page shows, as HTML; "" for a page that lists others, or has words of the site's own."""
    match page.view if page else None:
        case ContractView(body=body) | RedlineView(body=body) | ReviewView(redline=RedlineView(body=body)):
            return body
    return ""


def _kb(size: int) -> str:
    return f"{size / KB:.1f} kB"
