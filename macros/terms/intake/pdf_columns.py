"""Words of a page to the white space between its two columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

# A word: where it begins, where it ends, and the bottom of its letters.
Span = tuple[float, float, float]
# How wide the space is at least, in points; the share of words on either side of it; that of lines that may cross it.
WIDE = 9.0
SIDE = 0.25
CROSS = 0.12
FEWEST = 8


def gutter(words: Sequence[Span], width: float) -> float | None:
    """Where the left column ends, None where the page has but one."""
    lines: dict[int, list[Span]] = defaultdict(list)
    for word in words:
        lines[round(word[2] / 3)].append(word)
    if len(lines) < FEWEST:
        return None
    places = [width * 0.35 + step * 2 for step in range(int(width * 0.15))]
    best = min(places, key=lambda place: _crossing(lines, place))
    left = sum(word[1] < best for word in words)
    both = min(left, len(words) - left) > len(words) * SIDE
    return best if both and _crossing(lines, best) <= len(lines) * CROSS else None


def _crossing(lines: dict[int, list[Span]], place: float) -> int:
    """How many lines have a word in a strip of the page."""
    half = WIDE / 2
    return sum(any(word[0] < place + half and word[1] > place - half for word in line) for line in lines.values())
