"""The places where contracts are signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.typed import beginning
from macros.terms.check.drafting.wording import Wording
from macros.terms.formats import month_pattern
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph, grouped

BLANK = r"[\s:._…—–\[\]()-]*"
# A line that asks for a signature; a sentence about signatures goes on.
SIGNING = re.compile(
    rf"(?:signatures?(?:\s+(?:et|du|de|des|d['’]|and|of|précédée?s?|autorisée?s?|manuscrite|habilitée?)\b.{{0,60}})?{BLANK}"
    rf"|(?:authori[sz]ed\s+)?signature{BLANK}|sign(?:ed|é)\s*(?:by|for|par|pour|:|_).{{0,80}}|by\s*:{BLANK}"
    r"|(?:for\s+and\s+)?on\s+behalf\s+of\b.{0,80}|in\s+witness\s+whereof\b.*|executed\s+(?:as|by)\b.{0,80}"
    rf"|.{{0,60}}[«“\"]?\s*(?:lu\s+et\s+approuvé|bon\s+pour\s+accord)\b.{{0,40}}"
    r"|fait\s+(?:à|en\s+(?:\w+\s+)?(?:\(\d+\)\s+)?exemplaires?)\b.{0,80}|done\s+(?:at|in)\b.{0,80})",
    re.IGNORECASE,
)
SHORT, UNWRAPPED = 140, 60
LINES = 12
DATE = (
    rf"\bdat(?:e|ed|é|ée)\b|(?:^|,|\bà\b.{{0,40}}\s)\s*(?:le|on)\b{BLANK}(?:$|\d)|\b(?:19|20)\d\d\b|\bday\s+of\b"
    r"|\d{1,2}/\d{1,2}/|_+\s*/\s*_+"
)
DATED = re.compile(DATE, re.IGNORECASE | re.MULTILINE)


def undated_signatures(wording: Wording) -> Iterator[Fault]:
    """Where a contract is signed there is a line for the date."""
    months = re.compile(rf"\d\s+(?:{month_pattern(wording.language)})\b", re.IGNORECASE)
    for found in grouped(wording.paragraphs).values():
        lines = [each for each in found if each.kind not in {"title", "term"}]
        signing = [at for at, each in enumerate(lines) if _signs(each)]
        around = lines[max(0, signing[0] - LINES) : signing[-1] + LINES] if signing else []
        if signing and not any(_is_dated(each, months) for each in around):
            first = lines[signing[0]]
            norm = f"expected a line for the date beside the signature, found none near “{beginning(first.text)}”"
            yield Fault(line=first.line, message=f"{norm}; add it, such as “Le :” or “Date:”")


def _signs(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > 3 * SHORT or "definition" in paragraph.within:
        return False
    # Words that are wrapped may well begin a line with "on behalf of".
    lines = text.split("\n") if all(len(line) < UNWRAPPED for line in text.split("\n")) else [text.replace("\n", " ")]
    return any(len(line) < SHORT and SIGNING.fullmatch(line.strip(" *\u00a0")) for line in lines)


def _is_dated(paragraph: Paragraph, months: re.Pattern[str]) -> bool:
    """Whether a short line gives a date, or leaves room for one."""
    text = paragraph.text
    return len(text) < 2 * SHORT and bool(DATED.search(text) or months.search(text))
