"""What a contract says in figures of a thing that it names: periods and percentages, each with what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from macros.terms.check.drafting.days import stops
from macros.terms.check.drafting.numbers import NUMBER, spelt_before, values
from macros.terms.check.drafting.wording import Wording
from macros.terms.paragraphs import Paragraph
from macros.terms.search.folding import fold

UNITS: Mapping[str, tuple[str, Decimal, str]] = {
    "day": (r"jours?|days?", Decimal(1), "days"),
    "week": (r"semaines?|weeks?", Decimal(7), "days"),
    "month": (r"mois|months?", Decimal(30), "days"),
    "year": (r"ans?|années?|years?", Decimal(360), "days"),
    "hour": (r"heures?|hours?", Decimal(1) / 24, "days"),
    "percent": (r"%|pour\scent|per\s?cent", Decimal(1), "percent"),
}
NAMED_UNITS = "|".join(rf"(?P<{name}>{words})" for name, (words, *_) in UNITS.items())
# "ten (10) Business Days": of days that count the unit says which.
QUALIFIER = re.compile(r"\b(?:business|working|calendar|clear|consecutive|full)\s$", re.IGNORECASE)
# The first letters let the search skip most of a text.
UNIT = re.compile(rf"(?=[%adhjmpswyADHJMPSWY])(?<![^\W\d_])(?:{NAMED_UNITS})(?![^\W\d_])", re.IGNORECASE)
# A figure, or one that repeats the words before it: "30", "trente (30)".
FIGURE = re.compile(rf"(?P<open>\()?(?P<number>{NUMBER})(?(open)\))[\s-]?$")
# What a period or a rate may be of; the second ones say nothing by themselves.
TELLING = (
    r"préavis|disponibilité|rétention|conservation|majoration|remise|franchise|prescription|rétractation|réversibilité|"
    r"notice|availability|uptime|retention|surcharge|discount|deductible|withdrawal"
)
VAGUE = (
    r"délais?|durée|période|taux|pénalités?|acompte|seuil|plafond|engagement|garantie|intérêts?|"
    r"periods?|term|duration|rate|penalt(?:y|ies)|deposit|threshold|cap|commitment|warranty|interest|deadline|time\slimit"
)
HEAD = re.compile(rf"\b(?:{TELLING}|{VAGUE})\b", re.IGNORECASE)
SAYS = re.compile(rf"\b(?:{TELLING})\b", re.IGNORECASE)
# What leads from a thing to its figure; no part of what the thing is.
LEAD = re.compile(
    r"(?:[\s(:,'’]|\b(?:est|sont|sera|seront|reste|demeure|is|are|be|being|shall|will|must|remains|"
    r"fixée?s?|égale?s?|limitée?s?|portée?s?|établie?s?|set|fixed|equal|limited|"
    r"de|d(?=['’])|à|of|at|to|au|aux|moins|plus|least|most|more|less|than|minimum|maximum|environ|about|a|an|un|une)\b)+$",
    re.IGNORECASE,
)
ATTACHED = re.compile(r"\w(?<!\best)(?<!\bsont)(?<!\bsera)(?<!\bis)(?<!\bare)\s(?:de|d['’]|of)\s?$", re.IGNORECASE)
# What makes a thing one that was spoken of before: "le préavis de deux mois", "the twenty days' notice".
DEFINITE = re.compile(r"(?:\b(?:les?|la|du|aux?|the)|\bl['’])\s*$", re.IGNORECASE)
# "thirty days' written notice", "99.9% availability", "30-day notice period".
BEHIND = re.compile(
    rf"['’]?\s(?:(?:prior|written|advance|monthly|annual|minimum)\s){{0,3}}(?P<head>(?:{TELLING}|{VAGUE}))\b",
    re.IGNORECASE,
)
# What is called something in brackets: trente jours (la « Période d’essai »).
NAMED = re.compile(r"[^()\n.;]{0,60}\(\s?(?:[^()«“\"]{0,25})[«“\"]\s?(?P<term>[^«»“”\"]{3,60}?)\s?[»”\"]")
WORD = re.compile(r"[^\W\d_]+")
ROOT = 6
# Words that say nothing of what a sentence is about.
COMMON = """
agreement ainsi all and annee annees ans any article assure aux avec avoir been being business calendaires calendar
can celle celui cette clause comme condition conditions contract contrat dans day days des devra doit doivent donc
dont during ecrit egal egale elle elles ensures est etre fixe fixee for from garantie garantir garantit give given
giving guarantees has have heures hour hours its jour jours least les leur leurs mais maximum may meme minimal
minimale minimum moins mois month months moyennant must not ouvrables ouvres par per peut peuvent plus pour pourra
pourront present presentes prevu prevue prior provides que qui reserve respect respectant respecter sans sera seront
service services ses shall son sont sous subject such sur terms than that the their these this those tous tout toute
toutes under undertakes une upon will with within working written year years"""
EMPTY = frozenset(COMMON.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure and the roots of the words that say of what it is; about: those of the rest of its sentence.

    sentence: its half-open span in the paragraph; value: days or percent, as kind says; vague: whether the words alone
    leave open of what the figure is; definite: whether they are of a thing that was spoken of before; telling: whether
    they name more than any period or rate; titled: whether they have the capitals of a defined term; attached: whether
    the figure follows its name without a verb.
    """

    paragraph: Paragraph
    sentence: tuple[int, int]
    start: int
    words: str
    kind: str
    value: Decimal
    of: frozenset[str]
    about: frozenset[str]
    vague: bool
    definite: bool = False
    telling: bool = False
    titled: bool = False
    attached: bool = False

    @property
    def line(self) -> int:
        """The line of the file on which the figure stands."""
        return self.paragraph.line_at(self.start)


def stated(wording: Wording) -> Iterator[Stated]:
    """Every period and percentage of which the text says what it is of, in order."""
    term = ""
    for paragraph in wording.paragraphs:
        if paragraph.kind == "term":
            term = paragraph.text
        defines = term if "definition" in paragraph.within and HEAD.search(term) else ""
        for start, end in pairwise(stops(paragraph.text)):
            for each in _in_sentence(paragraph, (start, end), wording.language, defines):
                yield each
                # Only the first figure of a definition is that of its term.
                defines = ""


def _in_sentence(paragraph: Paragraph, sentence: tuple[int, int], language: str, defines: str) -> Iterator[Stated]:
    text, (first, last) = paragraph.text, sentence
    for start, end, kind, value in figures(text, first, last, language):
        named = NAMED.match(text, end)
        term = named["term"] if named and HEAD.search(named["term"]) else defines
        phrase = _phrase(text, first, start, end, language)
        of = _roots(term or phrase)
        if not of:
            continue
        yield Stated(
            paragraph=paragraph,
            sentence=sentence,
            start=start,
            words=" ".join(text[start:end].split()),
            kind=kind,
            value=value,
            of=of,
            about=frozenset() if term else _roots(f"{text[first:start]} {text[end:last]}") - of,
            vague=not term and len(of) < 2,
            definite=not term and _is_definite(text, first, start, phrase),
            telling=bool(SAYS.search(phrase)),
            titled=not term and _is_titled(phrase),
            attached=bool(ATTACHED.search(text[max(first, start - 12) : start])),
        )


def figures(text: str, first: int, last: int, language: str) -> Iterator[tuple[int, int, str, Decimal]]:
    """Every period and percentage within a span of a text: its own half-open span, its kind and its value."""
    for unit in UNIT.finditer(text, first, last):
        qualifier = QUALIFIER.search(text, max(first, unit.start() - 12), unit.start())
        start, value = _number(text, first, qualifier.start() if qualifier else unit.start(), language)
        if value:
            _, size, kind = UNITS[str(unit.lastgroup)]
            yield start, unit.end(), kind, Decimal(value) * size


def _number(text: str, first: int, end: int, language: str) -> tuple[int, str]:
    """Where the number that ends at an offset begins, and its value; the value is "" where there is none."""
    figure = FIGURE.search(text, max(first, end - 40), end)
    if figure:
        at = figure.start()
        words, _ = spelt_before(text, at, language) if figure["open"] else ("", "")
        return max(first, at - len(words) - bool(words)), min(values(figure["number"]), default="")
    words, value = spelt_before(text, end, language)
    return max(first, end - len(words) - 1), value


def _phrase(text: str, first: int, start: int, end: int, language: str) -> str:
    """The words that say of what a figure is, "" where there are none."""
    if behind := BEHIND.match(text, end):
        return behind["head"]
    before = text[max(first, start - 140) : start]
    lead = LEAD.search(before)
    phrase = re.split(r"[,:;()]", before[: lead.start()] if lead else before)[-1]
    heads = list(HEAD.finditer(phrase))
    if not lead or not heads or len(WORD.findall(phrase[heads[-1].end() :])) > 6:
        return ""
    at = next((one.start() for one in heads if len(WORD.findall(phrase[one.end() :])) < 7), heads[-1].start())
    near = " ".join(WORD.findall(phrase[:at])[-1:]) if language == "en" else ""
    return f"{near} {phrase[at:]}".strip()


def _is_definite(text: str, first: int, start: int, phrase: str) -> bool:
    """Whether an article shows that a thing was spoken of before: it stands before its name, or before the figure."""
    before = text[max(first, start - 140) : start]
    at = before.rfind(phrase)
    return phrase.startswith("the ") or bool(DEFINITE.search(before[:at] if at >= 0 else before))


def _is_titled(phrase: str) -> bool:
    """Whether words have the capitals of a defined term: "Taux de Disponibilité", "Notice Period"."""
    long = [word for word in WORD.findall(phrase) if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() and not word.isupper() for word in long)


def _roots(words: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    found = (fold(each) for each in WORD.findall(words))
    return frozenset(each[:ROOT] for each in found if len(each) > 2 and each not in EMPTY)
