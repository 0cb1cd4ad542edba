"""Words to the language that they are in: enough to tell the languages of contracts apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Words that no contract does without, and that the other languages do not have.
SMALL = {
    "en": frozenset(["the", "of", "and", "shall", "by", "this", "any", "which", "with", "be"]),
    "fr": frozenset(["le", "la", "les", "des", "du", "et", "est", "par", "une", "dans"]),
}


def language_of(text: str, among: Sequence[str]) -> str:
    """The language most of whose small words stand in a text; the first of those named where none do."""
    words = re.findall(r"\w+", text.lower())
    counts = {code: sum(word in SMALL[code] for word in words) for code in among if code in SMALL}
    best = max(counts, key=lambda code: counts[code], default=among[0])
    return best if counts.get(best) else among[0]
