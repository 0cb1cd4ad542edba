"""Whether two titles speak of the same thing, in other words or misspelt."""

from __future__ import annotations

from difflib import SequenceMatcher

from macros.terms.search.folding import roots

SHORT = frozenset(
    roots("article clause section annexe annex the and for with les des aux dans pour par sur une cette this that any")
)
# Words of what is said that count: the rest of a sentence says other things.
FIRST = 5
ALIKE, STEM = 0.8, 5


def significant(words: str) -> tuple[str, ...]:
    """The roots of words that say something."""
    return tuple(
        dict.fromkeys(root for root in roots(words) if len(root) > 2 and root not in SHORT and not root.isdigit())
    )


def shares(said: tuple[str, ...], titles: tuple[str, ...]) -> bool:
    """Whether two sets of words have one in common, be it in another form or misspelt."""
    return bool(set(said) & set(titles)) or any(_is_alike(one, other) for one in said[:FIRST] for other in titles)


def _is_alike(one: str, other: str) -> bool:
    stem = min(STEM, len(one), len(other))
    if one[:stem] == other[:stem]:
        return True
    return len(one) > STEM and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= ALIKE
