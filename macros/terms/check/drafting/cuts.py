"""Rule of words that a page or a line cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from macros.terms.check.drafting.typed import Spot, typed
from macros.terms.check.drafting.wording import Wording
from macros.terms.check.drafting.words import LETTER, Vocabulary, vocabulary
from macros.terms.model import Fault
from macros.terms.spelling import PREFIX

SOFT = "\u00ad"
SOFTENED = re.compile(rf"(?<![\w{SOFT}])\w{{0,40}}{SOFT}[\w{SOFT}]{{0,40}}")
HYPHENED = re.compile(rf"-\s+(?P<rest>{LETTER}{{2,25}}+)(?![\w’'-])")
FIRST = re.compile(rf"(?<![\w’'-])(?P<elided>(?:{LETTER}{{1,6}}+[’'])?)(?P<first>{LETTER}{{2,25}}+)$")
NEXT = re.compile(rf"\s(?P<rest>{LETTER}{{1,25}}+)(?![\w’'-])")
BEFORE = re.compile(rf"(?<![\w-])(?P<first>{LETTER}{{1,25}}+)\s$")
OPENING = re.compile(rf"{LETTER}+")
CARRIED = re.compile(rf"(?P<first>{LETTER}{{2,25}}+)-\s*$")
REACH = 30
# "pre- and post-contractual": a hyphen that waits for the word after the next.
WAITING = frozenset({"et", "ou", "puis", "and", "or", "to"})


def cut_words(wording: Wording) -> Iterator[Fault]:
    """No word is cut in two by a hyphen or a space."""
    for spot, whole in cuts(wording):
        words = spot.paragraph.text[spot.start : spot.end].replace(SOFT, "-")
        found = " ".join(words.split())
        yield Fault(line=spot.line, message=f"expected “{whole}” in one piece, found “{found}”; join it")


@lru_cache(maxsize=2)
def cuts(wording: Wording) -> tuple[tuple[Spot, str], ...]:
    """Every word that is cut in two, with the word in one piece; what is cut is not misspelt."""
    return tuple(_cuts(wording, vocabulary(wording)))


def _cuts(wording: Wording, words: Vocabulary) -> Iterator[tuple[Spot, str]]:
    yield from _softened(wording)
    yield from _hyphened(words)
    yield from _carried(words)
    for word, places in words.places.items():
        if "-" in word and (whole := _unhyphened(words, word)):
            yield from ((each, whole) for each in places)
        elif words.is_unknown(word):
            yield from (cut for each in places for cut in _spaced(words, each))


def _softened(wording: Wording) -> Iterator[tuple[Spot, str]]:
    """Words with the invisible hyphens that a page left in them."""
    for paragraph, text in typed(wording):
        if SOFT in text:
            for match in SOFTENED.finditer(text):
                yield Spot(paragraph, *match.span()), match[0].replace(SOFT, "")


def _hyphened(words: Vocabulary) -> Iterator[tuple[Spot, str]]:
    """Words such as "contrac- tuel" and "sous- traitant"."""
    for paragraph, text in typed(words.wording):
        for match in HYPHENED.finditer(text):
            before = FIRST.search(text[max(0, match.start() - REACH) : match.start()])
            if before and match["rest"].islower() and match["rest"] not in WAITING:
                whole, hyphened = before["first"] + match["rest"], f"{before['first']}-{match['rest']}"
                meant = whole if words.has(whole) else hyphened if hyphened in words.places else ""
                if meant:
                    start = match.start() - len(before[0])
                    yield Spot(paragraph=paragraph, start=start, end=match.end()), before["elided"] + meant


def _carried(words: Vocabulary) -> Iterator[tuple[Spot, str]]:
    """Words that begin at the end of a paragraph and end at the beginning of the next."""
    for (paragraph, text), (_, after) in pairwise(typed(words.wording)):
        carried, rest = CARRIED.search(text[-REACH:]), OPENING.match(after[:REACH])
        if carried and rest and rest[0].islower() and words.has(carried["first"] + rest[0]):
            start = len(text) - len(carried[0])
            yield Spot(paragraph=paragraph, start=start, end=len(text)), carried["first"] + rest[0]


def _unhyphened(words: Vocabulary, word: str) -> str:
    """What "contrac-tuel" stands for, "" where the parts are words or make one."""
    first, _, second = word.partition("-")
    if not second.isalpha() or not second.islower() or PREFIX[words.wording.language].fullmatch(f"{first}-"):
        return ""
    unknown = words.is_unknown(first) or words.is_unknown(second)
    return first + second if unknown and words.has(first + second) else ""


def _spaced(words: Vocabulary, spot: Spot) -> Iterator[tuple[Spot, str]]:
    """What an unknown word makes with the one after it, or before it: "conditi on", "res ponsabilité"."""
    text = spot.paragraph.text
    word = text[spot.start : spot.end]
    after, before = NEXT.match(text, spot.end), BEFORE.search(text[max(0, spot.start - REACH) : spot.start])
    if after and after["rest"].islower() and after["rest"] not in WAITING and words.makes(word, after["rest"]):
        yield Spot(paragraph=spot.paragraph, start=spot.start, end=after.end()), word + after["rest"]
    elif before and word.islower() and not words.is_unknown(before["first"]) and words.makes(before["first"], word):
        start = spot.start - len(before[0])
        yield Spot(paragraph=spot.paragraph, start=start, end=spot.end), before["first"] + word
