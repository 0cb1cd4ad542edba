"""What a stretch of a translation says otherwise than the same stretch of the binding text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from macros.terms.parse.references import REFERENCE
from macros.terms.translate.contraries import contraries
from macros.terms.translate.figures import UNITS, differences
from macros.terms.translate.negation import denied
from macros.terms.translate.sources import NO_WORDS
from macros.terms.translate.stretches import Stretch

# What is not translated: addresses, names in brackets and quotations too.
UNTRANSLATED = re.compile(rf"{NO_WORDS.pattern}|\([^()]*\)|«[^»]*»|“[^”]*”|https?://\S+")
# So many words in a row are of one language.
WORD, PHRASE = re.compile(r"[^\W\d_]{2,}"), 5
# The mark of an item ends no sentence.
MARK = re.compile(r"^\s*\(?\w{1,4}[.)]\s")
PARTS = re.compile(r"[.;:,!?|]|\n\s*\n")
# A paragraph misses a sentence that has fewer, and says no less often or has under this share of its words.
SENTENCE, SHORTER = re.compile(r"[^\s.;!?؛؟](?:\.|[ \u00a0\u202f]?[;!?؛؟])(?=\s|$)"), 0.85
# Several of what is counted.
MANY = re.compile(rf"(?!1 )[\d.]+ (?:{'|'.join(UNITS)})")


NEGATIONS = {
    "en": re.compile(r"\b(?:not|cannot|no|nor|neither|never|none|nothing)\b|n['’]t\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ne\b|n['’]|ni\b|non\b)(?!\w*-)", re.IGNORECASE),
}


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
    if denied(theirs.words, languages[0], ours.words, languages[1]):
        yield Difference("words that say no", "none", "translate the line anew")
    if denied(ours.words, languages[1], theirs.words, languages[0]):
        yield Difference("no words that say no", "some", "translate the line anew")
    for each in contraries(theirs.words, languages[0], ours.words, languages[1]):
        yield Difference(f"what “{each.theirs}” says", f"“{each.ours}”", "translate the line anew")
    expected, found = (len(SENTENCE.findall(MARK.sub("", each.words))) for each in (theirs, ours))
    shorter = len(ours.words.split()) < SHORTER * usual * len(theirs.words.split())
    if found < expected and (shorter or _negations(ours, languages[1]) < _negations(theirs, languages[0])):
        yield Difference(f"{expected} sentences", f"{found}", "see which of them is missing")
    said = set(_phrases(theirs.words))
    for phrase in _phrases(ours.words):
        if phrase in said:
            yield Difference("a translation", f"its own words: {phrase}", "translate them")


def _negations(stretch: Stretch, language: str) -> float:
    """How often a stretch says no; not a number where nobody knows how its language does."""
    pattern = NEGATIONS.get(language)
    return len(pattern.findall(stretch.words)) if pattern else float("nan")


def _references(words: str) -> Counter[str]:
    return Counter(f"#{match['id']}" for match in REFERENCE.finditer(words))


def _apart(theirs: Counter[str], ours: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    return theirs - ours, ours - theirs


def _listed(kind: str, said: Counter[str]) -> str:
    """What is said, as a message lists it: "2 working days"."""
    listed = (f"{each}s" if MANY.fullmatch(each) else each for each in sorted(said.elements()))
    return f"{kind} {', '.join(listed)}".lstrip() if said else "none"


def _phrases(words: str) -> Iterator[str]:
    """The parts of sentences that are long enough to be of one language; no names in brackets."""
    for phrase in PARTS.split(UNTRANSLATED.sub(" ", words)):
        if len(WORD.findall(phrase)) >= PHRASE:
            yield " ".join(phrase.split())
