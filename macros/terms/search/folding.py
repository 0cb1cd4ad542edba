"""Words as a search compares them: without accents, capitals and ligatures, apostrophes straight."""

from __future__ import annotations

import re
from functools import lru_cache

from macros.terms.slugs import unaccented

# What NFKD does not take apart, and the signs that are typed one for the other. search/query.js folds alike.
ALIKE = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "ʼ": "'", "‘": "'", "ـ": ""})
WORD = re.compile(r"[^\W_]+")


def fold(words: str) -> str:
    """The words in small letters without accents; as many letters as they have, ligatures aside."""
    return unaccented(words.lower().translate(ALIKE))


def roots(words: str) -> tuple[str, ...]:
    """Each word folded, without the s or x of a plural."""
    return tuple(root for token in words.split() for root in _roots(token))


# Contracts say the same words again and again.
@lru_cache(maxsize=65536)
def _roots(token: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in WORD.findall(fold(token)))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
