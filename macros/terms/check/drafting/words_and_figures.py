"""Numbers that a contract gives twice, in words and in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.numbers import DIGIT, NUMBER, spelt_after, spelt_before, values
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph

UNITS = {
    "day": r"jours?|journées?|days?",
    "week": r"semaines?|weeks?",
    "month": r"mois|months?",
    "year": r"ans?|années?|years?",
    "hour": r"heures?|hours?|h",
    "minute": r"minutes?|min",
    "percent": r"%|pour\s?cents?|per\s?cent",
    "euro": r"€|euros?|eur",
    "dollar": r"\$|us\$|dollars?|usd",
    "pound": r"£|pounds?|gbp",
    "franc": r"francs?|chf",
}
MONEY = frozenset({"euro", "dollar", "pound", "franc"})
SORT = r"ouvr(?:é|able)s?|calendaires?|francs?|sterling|suisses?"
UNIT = (
    r"[\s-]{0,3}(?:d['’]|de\s|calendar\s|business\s|working\s)?"
    rf"(?:{'|'.join(UNITS.values())})(?![^\W\d_])(?:\s(?:{SORT})\b)?"
)
KINDS = {kind: re.compile(rf"(?:\b|(?=[%€$£]))(?:{names})(?!\w)", re.IGNORECASE) for kind, names in UNITS.items()}
# "1er", "15e", "21st" are the figures of a rank.
RANK = r"(?:ers?|ères?|[eè]mes?|e|nd[es]?|st|rd|th)?"
FIGURE = rf"(?P<sign>(?:[€$£]|\b(?:EUR|USD|GBP|CHF))?)\s?(?P<number>{NUMBER}){RANK}(?P<unit>(?:{UNIT})?)"
# "thirty (30)", "dix mille euros (10 000 €)": the words stand before what this finds.
IN_BRACKETS = re.compile(rf"(?P<near>(?:{UNIT})?)\s{{0,3}}[(\[]\s?(?:soit\s)?{FIGURE}\s?[)\]]", re.IGNORECASE)
# "30 (thirty)", "500 000 € – cinq cent mille euros –": the words stand after it.
BEFORE_WORDS = re.compile(rf"{FIGURE}\s{{0,3}}(?P<mark>[(\[]|[-–—]\s)\s?(?=[^\W\d_])", re.IGNORECASE)
AFTER_WORDS = re.compile(rf"(?P<unit>(?:{UNIT})?)\s{{0,3}}(?:[)\]–—,.;-]|$)", re.IGNORECASE)
# What may stand for no number at all: "le premier", "the second"; "l'un" never does.
VAGUE = frozenset({"un", "une", "one", "second", "seconde", "first"})


def words_and_figures(wording: Wording) -> Iterator[Fault]:
    """A number in words and the figure beside it say the same."""
    for paragraph in wording.paragraphs:
        if not DIGIT.search(paragraph.text):
            continue
        for match in IN_BRACKETS.finditer(paragraph.text):
            words, value = spelt_before(paragraph.text, match.start(), wording.language)
            if value and _meant(words, match["near"], match["sign"] + match["unit"]):
                said = paragraph.text[match.start() - len(words) : match.end()]
                yield from _compare(paragraph, match, words, value, said)
        for match in BEFORE_WORDS.finditer(paragraph.text):
            words, value = spelt_after(paragraph.text, match.end(), wording.language)
            tail = AFTER_WORDS.match(paragraph.text, match.end() + len(words))
            if value and tail and _meant(words, tail["unit"], match["sign"] + match["unit"], match["mark"]):
                yield from _compare(paragraph, match, words, value, paragraph.text[match.start() : tail.end()])


def _meant(words: str, theirs: str, ours: str, mark: str = "(") -> bool:
    """Whether words and figure, each with its unit, can be meant as one and the same; dashes bind only money."""
    their_kind, our_kind = _kind(theirs), _kind(ours)
    if their_kind and our_kind:
        return their_kind == our_kind and (mark in "([" or our_kind in MONEY)
    return mark in "([" and not (their_kind or (our_kind and words.casefold() in VAGUE))


def _kind(unit: str) -> str:
    return next((kind for kind, pattern in KINDS.items() if pattern.search(unit)), "")


def _compare(paragraph: Paragraph, match: re.Match[str], words: str, value: str, said: str) -> Iterator[Fault]:
    if value in values(match["number"]):
        return
    norm = f"expected words and figure that say the same, found “{' '.join(said.split())}”"
    message = f"{norm}, where “{' '.join(words.split())}” is {value}; correct the one that is wrong"
    yield Fault(line=paragraph.line_at(match.start("number")), message=message)
