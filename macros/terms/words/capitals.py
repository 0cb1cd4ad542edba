"""Texts set in capitals, as clauses on liability are: their letters say so, not their words."""

from __future__ import annotations

# The share of capitals from which a text is set in them, and up to which it is not; fewer letters say nothing.
ALL, SOME, LEAST = 0.8, 0.4, 12
# So many letters at the beginning tell.
TELLING = 200


def reset(old: str, new: str) -> bool:
    """Whether one of two texts is set in capitals and the other one is not."""
    low, high = sorted((_share(old[:TELLING]), _share(new[:TELLING])))
    return low <= SOME and high >= ALL and min(len(old), len(new)) >= LEAST


def _share(text: str) -> float:
    """The share of capitals among the letters that could be some."""
    small = sum(map(str.islower, text))
    large = sum(map(str.isupper, text))
    return large / ((small + large) or 1)
