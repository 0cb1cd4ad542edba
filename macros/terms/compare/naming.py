"""Words that could be a fact, in texts that do not say what their variables print: a name, an address, a number."""

from __future__ import annotations

import re

from rapidfuzz.distance import Prefix

# An address, or a number that identifies. A figure alone is a price or a period: another one is another bargain,
# however often it stands in the text.
IDENTIFYING = re.compile(r"@|://|(?:\d[ \u00a0\u202f]?){9}")
# SHALL NOT is no name.
CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?=[a-zß-öø-ÿ])")
# What no name says: then a sentence was changed, or what somebody may do.
SAYING = re.compile(
    r"^[.,]|[;:!?](?!\S)|\b(?:ne|n['’]|pas|non|sans|sauf|peut|peuvent|doit|doivent|est|sont"
    r"|not|no|never|without|unless|may|must|shall|will|can|is|are)(?![\w'’])",
    re.IGNORECASE,
)
# Two forms of one word begin alike, and end with so many letters of their own: Service, Services; Licence, Licensing.
STEM, ENDING = 4, 3


def could_be_fact(words: str, *, begins: bool) -> bool:
    """Whether words could be what a variable prints; begins: a sentence does with them, its capital says nothing."""
    return bool(IDENTIFYING.search(words) or CAPITAL.search(words[begins:])) and not SAYING.search(words)


def are_forms(old: str, new: str) -> bool:
    """Whether two words are one in the singular and in the plural, or near it: then no fact has changed."""
    before, after = old.casefold(), new.casefold()
    alike = Prefix.similarity(before, after)
    return alike >= STEM and max(len(before), len(after)) - alike <= ENDING
