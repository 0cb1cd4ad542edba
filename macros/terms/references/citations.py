"""References in words: "articles 5, 6.2 et 9", "paragraph (b) of Schedule 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

CLAUSE = r"(?:sous-|sub-?)?(?:articles?|clauses?|sections?)|chapitres?|chapters?|arts?\.|§{1,2}"
PART = r"(?:sous-|sub-?)?paragraph(?:es?|s)?|alinéas?|points?|items?|al\.|para\."
ANNEX = r"annex(?:es?)?|appendi(?:x|ces?)|schedules?|exhibits?|attachments?"
NOUN = rf"(?<![\w-])(?i:(?P<clause>{CLAUSE})|(?P<part>{PART})|(?P<annex>{ANNEX}))\s*(?i:n(?:°|o\.)\s*)?"
# "article 5 et 30 jours" names no article 30.
COUNTED = (
    r"(?:%|€|\$|£|(?i:(?:jours?|mois|ans?|années?|heures?|h|semaines?|euros?|exemplaires?|days?|months?|years?|hours?|weeks?"
    r"|business|working|calendar|minutes?|copies|[GMK][ob])\b))"
)
END = r"(?![\w°@]|[-‑/]\w|\.\d)"
DIGITS = rf"\d{{1,4}}(?:\.\d{{1,3}})*(?:er)?{END}(?!\s*{COUNTED})"
LETTERS = rf"(?:[IVXLC]{{1,6}}|[A-Z])(?:[.-]?\d{{1,2}})*{END}(?!['’]\w)"
POINT = r"\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)"
POINTS = rf"(?:\s?{POINT})*(?:\s[a-z]\)|\.[a-z](?!\w))?"
JOINT = r"\s*(?i:,\s*(?:et|and|ou|or|&)?|et/ou|and/or|et|and|ou|or|&|à|to|through|[–—])\s*(?i:à\s+|de\s+|of\s+)?"
# What a clause is about, behind its number: "Sections 3 (Payment) and 5.2 (Effect of Termination)".
ABOUT = r"(?:\s\([A-ZÀ-Ý][^\W\d_]+(?:[\s’'-]+[^\W\d_]{2,}){0,8}\))?"
LISTED = r"(?=\s*(?:[,;.:)]|$|ci-|(?:et|and|ou|or|to|à|above|below|du|des|de|of)\b))"
NAMED = re.compile(
    rf"{NOUN}(?:(?P<digits>{DIGITS}{POINTS}(?:{ABOUT}{JOINT}{DIGITS}{POINTS}){{0,40}})"
    rf"|(?P<letters>{LETTERS}{POINTS}(?:{JOINT}{LETTERS}{LISTED}){{0,40}})"
    rf"|(?P<point>{POINT}|[a-z]\))(?!\w))"
)
ONE = re.compile(rf"(?P<number>{DIGITS}|{LETTERS})(?P<points>{POINTS})")
# The next word after the second of two numbers that are of one article: "article 5 et 3 copies".
FREE = re.compile(
    r"\s+(?!(?:ci|du|des?|de|of|et|ou|and|or|à|to|above|below|hereof|are|shall|will|may|sont|ne)\b)[a-zà-ÿ]{4,}"
)
# What stands between two references of which one is inside the other, and between two of the same rank.
INSIDE = re.compile(r",?\s*(?i:de\s+l['’]\s*|du\s+|de\s+la\s+|of\s+(?:the\s+)?|to\s+(?:the\s+)?|in\s+(?:the\s+)?)?")
BESIDE = re.compile(
    r",?\s*(?i:et|ou|and|or|&|ainsi que|as well as|puis|,)\s+"
    r"(?i:(?:à|de|dans|par|aux?|of|to|in|with|under)\s+)?(?i:l['’]\s*|les?\s+|the\s+)?"
)


class Reference(NamedTuple):
    """A number in a paragraph, or only points such as "(b)", by its span; kind: "clause", "part" or "annex"."""

    kind: str
    number: str
    points: tuple[str, ...]
    start: int
    end: int


class Citation(NamedTuple):
    """A noun with its references. within: the citation's words stand inside what its neighbour names."""

    references: tuple[Reference, ...]
    start: int
    end: int
    within: bool

    @property
    def kind(self) -> str:
        """What the noun names."""
        return self.references[0].kind

    def noun(self, text: str) -> str:
        """What stands before the first number: "articles"."""
        return text[self.start : self.references[0].start].rstrip()

    def words(self, text: str, reference: Reference) -> str:
        """The words of one of the references: "articles … 11" for the last of "articles 5, 6 et 11"."""
        number = text[reference.start : reference.end]
        return " ".join(f"{self.noun(text)} {'' if reference == self.references[0] else '… '}{number}".split())


Passage = tuple[Citation, ...]


@lru_cache(maxsize=4096)
def passages(text: str) -> tuple[Passage, ...]:
    """The references in a text; those that hang together, as "paragraph 2 of article 5", are one passage."""
    found: list[list[Citation]] = []
    for citation in _citations(text):
        before = found[-1][-1] if found else None
        gap = text[before.end : citation.start] if before and citation.start - before.end < 40 else "."
        if before and INSIDE.fullmatch(gap):
            # "article 6, paragraph 1" is said from the outside in, "paragraph 1 of article 6" the other way round.
            inwards = not gap.strip(" ,\u00a0\u202f\n")
            found[-1][-1] = before._replace(within=before.within or not inwards)
            found[-1].append(citation._replace(within=inwards))
        elif before and BESIDE.fullmatch(gap):
            found[-1].append(citation)
        else:
            found.append([citation])
    return tuple(map(tuple, found))


def _citations(text: str) -> Iterator[Citation]:
    for match in NAMED.finditer(text):
        kind = next(each for each in ("clause", "part", "annex") if match[each])
        references = tuple(_references(match, kind))
        if references:
            yield Citation(references, match.start(), references[-1].end, within=False)


def _references(match: re.Match[str], kind: str) -> Iterator[Reference]:
    if match["point"]:
        yield Reference(kind, "", (match["point"].strip("()"),), match.start("point"), match.end("point"))
        return
    is_plural = match[kind].casefold().endswith(("s", "ces"))
    group = "digits" if match["digits"] else "letters"
    for at, one in enumerate(ONE.finditer(match.string, *match.span(group))):
        if at and not is_plural and FREE.match(match.string, one.end()):
            return
        points = tuple(re.findall(r"\w+", one["points"]))
        yield Reference(kind, one["number"].removesuffix("er"), points, one.start(), one.end())
