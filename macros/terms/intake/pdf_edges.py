"""Pages without what repeats at their edges: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from macros.terms.intake.printed import Line, Page

# How many lines at either end of a page may be a header or footer, and how far from it, as a share of its height.
DEEP = 4
MARGIN = 0.14
PAGE_NUMBER = re.compile(r"(?:page|p\.?)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|sur|of|de)\s*\d{1,4})?", re.IGNORECASE)
NUMBER = re.compile(r"\d+")


def without_edges(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """The pages without headers and footers, and what was taken for one."""
    counts = Counter(key for key, _ in {(_key(line), page.number) for page in pages for line in _edges(page)})
    least = max(2, (len({page.number for page in pages}) + 1) // 2)
    repeated = {key for key, count in counts.items() if count >= least}
    dropped: dict[str, str] = {}
    kept = []
    for page in pages:
        away = [line for line in _edges(page) if _key(line) in repeated or _is_number(line)]
        for line in away:
            dropped.setdefault(_key(line), line.text)
        kept.append(replace(page, lines=tuple(line for line in page.lines if line not in away)))
    said = (f"“{text}”" for key, text in dropped.items() if not PAGE_NUMBER.fullmatch(text.strip()))
    told = [f"{each} was taken for the header or footer of pages and left out; add it if it counts" for each in said]
    if any(PAGE_NUMBER.fullmatch(text.strip()) for text in dropped.values()):
        told.append("page numbers were left out")
    return tuple(kept), tuple(told)


def _edges(page: Page) -> list[Line]:
    """The lines at the top and at the bottom of a page, one under the other from its end."""
    top = [line for line in page.lines[:DEEP] if line.bottom < page.height * MARGIN]
    bottom = [line for line in page.lines[-DEEP:] if line.top > page.height * (1 - MARGIN)]
    return [*top, *(line for line in bottom if line not in top)]


def _key(line: Line) -> str:
    """What is the same of a line on every page: its words without numbers, and where it stands."""
    return f"{NUMBER.sub('#', ' '.join(line.text.split()))} {round(line.top / 3)}"


def _is_number(line: Line) -> bool:
    return bool(PAGE_NUMBER.fullmatch(line.text.strip()))
