"""Where a sentence defines a term by the way: ci-après le « Client », (the “Fees”), “Services” means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.terms.check.drafting.terms_defined import MEANS, Defined, may_be_term
from macros.terms.check.drafting.terms_words import QUOTED, bare

LEAD = (
    r"(?:l['’]|(?:le|la|les|une?|the|an?|each|collectively|together|individually|jointly|respectively|as|or|and|our|this|these"
    r"|hereinafter|hereafter|ensemble|individuellement|collectivement|conjointement|séparément|respectivement|chacune?"
    r"|ci-après|et|ou|nos|notre|en abrégé),?\s+)"
)
CALLED = r"(?:dénomm|désign|appel|nomm|défini)\w*(?:\(e\)|\(s\)|\(es\))*"
ENGLISH_CALLED = r"(?:referred\s+to|defined|designated|known|called|named)"
ADVERBS = (
    r"(?:\s+(?:par|comme|étant|sous|terme|ensemble|individuellement|collectivement|séparément|conjointement|après"
    r"|as|individually|collectively|together|jointly|to|be))*"
)
AFTER = re.compile(r"(?:ci-?\s?apr[èe]s|ci-dessous|here(?:in)?after)\b[^.;«“\"„»”]{0,80}$", re.IGNORECASE)
BRACKET = re.compile(rf"\(\s*{LEAD}{{0,6}}$", re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:(?P<firm>(?:dénomm|désign|défin)\w*(?:\(\w+\))*|referred\s+to|defined|designated)"
    rf"|{CALLED}|dite?s?|{ENGLISH_CALLED}){ADVERBS},?\s+(?P<lead>{LEAD}*)$",
    re.IGNORECASE,
)
# “are each a “Party” and together the “Parties””, individuellement une « Partie », each of them is “a Party”.
SHARED = re.compile(
    r"\b(?:(?:each|chacune?),?\s+(?:(?:[^.;«»“”\"]{0,80}\s)?(?:is|are|being|est|sont|étant)\s+(?:an?\s+|une?\s+)?|(?:an?|une?)\s+)"
    rf"|(?:individually|collectively|together|jointly|individuellement|collectivement|ensemble|conjointement),?\s+{LEAD}{{0,4}})$",
    re.IGNORECASE,
)
BETWEEN = re.compile(rf"[\s,/]{{0,6}}{LEAD}{{0,6}}", re.IGNORECASE)
# What joins a second definition to the first: le « Client », et avec Exemple, ensemble, les « Parties ».
TOGETHER = re.compile(
    r"[^.;]*\b(?:collectivement|ensemble|individuellement|chacune?|collectively|together|individually|each)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
VERB = re.compile(rf"\s*(?:\([^)]{{0,80}}\)\s*)?[:,]?\s*{MEANS}", re.IGNORECASE)
# What may stand behind a name in brackets; a noun makes it a quotation.
CLOSES = re.compile(r"\s*(?:[),;:/.]|(?:or|and|ou|et|as|tel\w*|d['’]une|d['’]autre)\b|$)")
# The “Services”, as defined below: the definition is elsewhere.
POINTED = re.compile(r"\s*,\s*(?:as\s+(?:further\s+)?defined|(?:tel\w*\s+que\s+)?défini)", re.IGNORECASE)
PHRASE = r"[A-ZÀ-Þ][\w-]*(?:\s+(?:(?:de|du|des|d['’]|of)\s*)?[A-ZÀ-Þ][\w-]*)*"
UNQUOTED = re.compile(
    rf"(?i:ci-?après\s+{CALLED}{ADVERBS}|[(,]\s*ci-?après|hereinafter,?\s+{ENGLISH_CALLED}{ADVERBS}|[(,]\s*hereinafter)"
    rf",?\s+(?i:l['’]|(?:le|la|les|une?|the)\s+)(?P<name>{PHRASE})"
)
# The words that a definition in brackets stands behind: Conditions Générales (ci-après les « CGU »).
BEFORE = re.compile(rf"(?P<name>{PHRASE})\s*[,(\s]*(?:ci-?après|hereinafter|hereafter)?[^.;,(«“\"]{{0,40}}$")
REACH = 160
# How much of what a term means is looked at.
LONGEST = 2000


def inline(text: str, at: int, start: int) -> Iterator[Defined]:
    """The terms that a paragraph's sentences define from an offset on; those that follow each other name one thing."""
    last: Defined | None = None
    for match in QUOTED.finditer(text, start):
        name = bare(match["name"])
        if not (name[:1].isupper() and may_be_term(name)):
            continue
        if last and BETWEEN.fullmatch(text, last.spans[-1][1], match.start()):
            last = replace(last, names=(*last.names, name), spans=(*last.spans, match.span()))
            continue
        if last:
            yield last
        last = _quoted(text, match, at, joined=bool(last and TOGETHER.match(text, last.spans[-1][1], match.start())))
    if last:
        yield last
    for match in UNQUOTED.finditer(text, start):
        yield Defined(names=(match["name"],), at=at, start=match.start("name"), spans=(match.span("name"),))
    yield from _in_a_row(text, at, start)


def _in_a_row(text: str, at: int, start: int) -> Iterator[Defined]:
    """The names before the one that a verb defines with them: “Controller” and “Processor” have the meanings…"""
    row: list[re.Match[str]] = []
    for match in QUOTED.finditer(text, start):
        goes_on = row and BETWEEN.fullmatch(text, row[-1].end(), match.start())
        for each in row if goes_on and VERB.match(text, match.end()) else ():
            yield Defined(names=(bare(each["name"]),), at=at, start=each.start(), spans=(each.span(),))
        row = [*row, match] if goes_on else [match]


def _quoted(text: str, match: re.Match[str], at: int, *, joined: bool) -> Defined | None:
    """The definition that a quoted name is part of, if any."""
    left = text[max(0, match.start() - REACH) : match.start()]
    named, follows, alias = NAMED.search(left), VERB.match(text, match.end()), BEFORE.search(left)
    told = joined or follows or AFTER.search(left) or SHARED.search(left)
    firm = bool(told or (BRACKET.search(left) and CLOSES.match(text, match.end())))
    if not (firm or named):
        return None
    end = follows.end() if follows else 0
    return Defined(
        names=(bare(match["name"]),),
        at=at,
        start=match.start(),
        spans=(match.span(),),
        aliases=(alias["name"],) if alias else (),
        meaning=text[end : end + LONGEST] if follows else "",
        meant_at=(at, end),
        firm=not POINTED.match(text, match.end()) and (firm or bool(named and named["firm"] and named["lead"])),
    )
