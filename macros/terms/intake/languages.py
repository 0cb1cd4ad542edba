"""Words to the language that they are in: enough to tell the languages of contracts apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Words that no contract does without, and that the other languages do not have; also of languages that no site of ours
# speaks yet, so that a text in one of them is not taken for another.
SMALL = {
    "de": frozenset(["der", "die", "und", "ist", "nicht", "mit", "für", "dem", "wird", "bei"]),
    "en": frozenset(["the", "of", "and", "shall", "by", "this", "any", "which", "with", "be"]),
    "es": frozenset(["el", "los", "del", "por", "con", "y", "para", "su", "como", "será"]),
    "fr": frozenset(["le", "la", "les", "des", "du", "et", "est", "par", "une", "dans"]),
    "it": frozenset(["il", "della", "che", "non", "per", "gli", "di", "nel", "dei", "sono"]),
    "nl": frozenset(["het", "een", "van", "zijn", "niet", "wordt", "voor", "deze", "bij", "aan"]),
    "pt": frozenset(["os", "do", "da", "não", "uma", "em", "ao", "pelo", "será", "dos"]),
}


def language_of(text: str, among: Sequence[str]) -> str:
    """The language most of whose small words stand in a text, be it named or not; the first one named where none do."""
    words = re.findall(r"\w+", text.lower())
    counts = {code: sum(word in small for word in words) for code, small in SMALL.items()}
    # Where two have as many, one of those named.
    best = max(counts, key=lambda code: (counts[code], code in among))
    return best if counts[best] else among[0]
