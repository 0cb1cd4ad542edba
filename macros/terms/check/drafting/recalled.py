"""Figures that speak of one before them: “ce délai de 30 jours”, “within that period of sixty days”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from macros.terms.check.drafting.figured import HEAD, figures
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph

THAT = (
    r"(?:ce|cet|cette|ces|ledit|ladite|dudit|lesdits|desdits|(?:le|la|du)\smême|"
    r"that|this|such|said|these|those|the\ssame)"
)
# What stands before a figure that an earlier one gave; "ce délai est porté à 60 jours" gives another.
BACK = re.compile(
    rf"\b{THAT}\s(?:(?:même|same|said|notice|grace|cure)\s)?(?:(?:{HEAD.pattern})\s(?:[^\W\d_]+\s){{0,2}}?(?:de\s|d['’]|of\s))?$",
    re.IGNORECASE,
)
MAY = re.compile(rf"\b{THAT}\s", re.IGNORECASE)
# A period that is told without a figure, or counted from two.
UNCOUNTED = re.compile(
    r"\b(?:trimestr\w*|semestr\w*|quinzaine|huitaine|quarter\w*|fortnight|moitié|half|prolong\w*|portée?|augment\w*|"
    r"supplémentaires?|extend\w*|additional|further|increas\w*)\b",
    re.IGNORECASE,
)


class Earlier(NamedTuple):
    """A figure that its clause gave before: its words and its line."""

    words: str
    line: int


def recalled(wording: Wording) -> Iterator[Fault]:
    """Figures that are told as one before them in their paragraph, and that no figure of their clause is."""
    pending: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in wording.paragraphs:
        if MAY.search(paragraph.text):
            yield from _in_paragraph(paragraph, pending[paragraph.clause.id], wording.language)
        pending[paragraph.clause.id].append(paragraph)


def _in_paragraph(paragraph: Paragraph, before: list[Paragraph], language: str) -> Iterator[Fault]:
    text = paragraph.text
    uncounted = UNCOUNTED.search(text)
    last: dict[str, Earlier] = {}
    known: set[tuple[str, Decimal]] = set()
    for start, end, kind, value in figures(text, 0, len(text), language):
        if uncounted and uncounted.start() < start:
            return
        words = " ".join(text[start:end].split())
        back = kind in last and (kind, value) not in known and BACK.search(text[max(0, start - 60) : start])
        if back and (kind, value) not in _given(before, language):
            one = last[kind]
            norm = f"expected the figure that was given before, “{one.words}” on line {one.line}, found “{words}”"
            yield Fault(line=paragraph.line_at(start), message=f"{norm}; say which holds")
        last[kind] = Earlier(words, paragraph.line_at(start))
        known.add((kind, value))


def _given(before: list[Paragraph], language: str) -> set[tuple[str, Decimal]]:
    """The kinds and values of all figures that a clause gave so far."""
    said = (each for paragraph in before for each in figures(paragraph.text, 0, len(paragraph.text), language))
    return {(kind, value) for _, _, kind, value in said}
