"""What a stretch of a translation says otherwise than the same stretch of the binding text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from macros.terms.parse.references import REFERENCE
from macros.terms.translate.figures import differences
from macros.terms.translate.stretches import Stretch

# What is not translated: values, addresses, names and quotations.
NO_WORDS = re.compile(r"\{\{.*?\}\}|\{#[^{}]*\}|\]\([^()\s]*\)|\([^()]*\)|«[^»]*»|“[^”]*”|https?://\S+")
# So many words in a row are of one language.
WORD, PHRASE = re.compile(r"[^\W\d_]{2,}"), 5
PARTS = re.compile(r"[.;:,!?|]|\n\s*\n")
# A paragraph misses a sentence that has fewer, and under this share of the words that it should have.
SENTENCE, SHORTER = re.compile(r"[^\s.;!?][.;!?](?=\s|$)"), 0.85


class Difference(NamedTuple):
    """What was expected, what was found, what to do."""

    expected: str
    found: str
    advice: str


def said_otherwise(theirs: Stretch, ours: Stretch, languages: tuple[str, str], usual: float) -> Iterator[Difference]:
    """Variables, references and figures that only one of them has, a sentence that is missing, words left as they were.

    usual: how many words of the translation there are for one of the binding text.
    """
    differing = (
        ("the variable", _apart(Counter(theirs.facts), Counter(ours.facts))),
        ("the reference", _apart(_references(theirs.words), _references(ours.words))),
        ("", differences(theirs.words, languages[0], ours.words, languages[1])),
    )
    for kind, (missing, foreign) in differing:
        if missing or foreign:
            yield Difference(_listed(kind, missing), _listed(kind, foreign), "translate the line anew")
    expected, found = len(SENTENCE.findall(theirs.words)), len(SENTENCE.findall(ours.words))
    if found < expected and len(ours.words.split()) < SHORTER * usual * len(theirs.words.split()):
        yield Difference(f"{expected} sentences", f"{found}, and few words", "see which of them is missing")
    said = set(_phrases(theirs.words))
    for phrase in _phrases(ours.words):
        if phrase in said:
            yield Difference("a translation", f"its own words: {phrase}", "translate them")


def _references(words: str) -> Counter[str]:
    return Counter(f"#{match['id']}" for match in REFERENCE.finditer(words))


def _apart(theirs: Counter[str], ours: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    return theirs - ours, ours - theirs


def _listed(kind: str, said: Counter[str]) -> str:
    """What is said, as a message lists it."""
    return f"{kind} {', '.join(sorted(said.elements()))}".lstrip() if said else "none"


def _phrases(words: str) -> Iterator[str]:
    """The parts of sentences that are long enough to be of one language; no names in brackets."""
    for phrase in PARTS.split(NO_WORDS.sub(" ", words)):
        if len(WORD.findall(phrase)) >= PHRASE:
            yield " ".join(phrase.split())
