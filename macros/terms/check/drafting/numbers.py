"""Numbers as a contract prints them, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.translate.figures import spelt_number

SPACE = "[ \u00a0\u202f\u2009]"
# "30", "62 734,50", "62,734.50", "99.9"; no part of "3/4", "2016-679" or "14.2.1".
FIGURES = rf"\d{{1,3}}(?:(?:{SPACE}|[.,’'])\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
NUMBER = rf"(?<![\w.,/-])(?:{FIGURES})"
GROUPED = re.compile(r"(\d{1,3})((?:[.,]\d{3})+)")
GAPS = re.compile(r"[\s’']")
# What a company gives as its capital.
CAPITAL = re.compile(rf"\bcapital\b[^\d;]{{0,60}}(\d(?:(?:{SPACE}|[.,’'])?\d)*)", re.IGNORECASE)
# Most paragraphs have no figure, and need not be read any closer.
DIGIT = re.compile(r"\d")
TOKEN = re.compile(r"[^\W\d_]+")
# "l'un" is somebody.
ELIDED = re.compile(r"\bl['’]$", re.IGNORECASE)
# No phrase that says one number has more words.
LONGEST = 12


def values(number: str) -> frozenset[str]:
    """What a number in figures may mean: "1.500" is a thousand and a half, or one and a half."""
    plain = GAPS.sub("", number)
    found = {plain.replace(",", ".")} if len(re.findall("[.,]", plain)) < 2 else set()
    if GROUPED.fullmatch(plain):
        found.add(re.sub("[.,]", "", plain))
    mixed = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})*)[.,](\d+)", plain)
    if mixed and not found:
        found.add(f"{re.sub('[.,]', '', mixed[1])}.{mixed[2]}")
    return frozenset(shortest(each) for each in found)


def shortest(value: str) -> str:
    """A number without the zeros that say nothing: "10.50" is "10.5", "05" is "5"."""
    whole, _, part = value.partition(".")
    return ".".join(filter(None, (whole.lstrip("0") or "0", part.rstrip("0"))))


def spelt_before(text: str, end: int, language: str) -> tuple[str, str]:
    """The longest number in words that ends at an offset of the text, and its value; ("", "") where there is none."""
    words = list(TOKEN.finditer(text, max(0, end - 120), end))[-LONGEST:]
    if not words or not any(spelt_number(last, language) for last in (words[-1][0], words[-1][0][:-1])):
        return "", ""
    starts = (word.start() for word in words if not ELIDED.search(text, max(0, word.start() - 2), word.start()))
    return _first((text[start:end] for start in starts), language)


def spelt_after(text: str, start: int, language: str) -> tuple[str, str]:
    """The longest number in words that begins at an offset of the text, and its value; ("", "") for none."""
    words = list(TOKEN.finditer(text, start, start + 120))[:LONGEST]
    return _first((text[start : word.end()] for word in reversed(words)), language)


def _first(phrases: Iterator[str], language: str) -> tuple[str, str]:
    for phrase in phrases:
        words = phrase.strip()
        if value := spelt_number(words.replace("‑", "-").replace("\u2010", "-"), language):
            return words, shortest(value)
    return "", ""
