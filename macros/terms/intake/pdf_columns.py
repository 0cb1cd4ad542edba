"""Words of a page to the white space between its two columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

# A word: where it begins, where it ends, and the bottom of its letters.
Span = tuple[float, float, float]
# How wide the space is at least, in points; the share of words on either side of it; that of lines that may cross it.
WIDE = 9.0
SIDE = 0.25
CROSS = 0.4
FEWEST = 8
# Words whose bottoms are nearer than this, in points, stand on one line.
NEAR = 3.0


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
    parted = [line for line in lines.values() if not any(_crosses(word, best) for word in line)]
    sides = (sum(any((word[0] > best) is right for word in line) for line in parted) for right in (False, True))
    return best if both and min(sides) >= FEWEST and _crossing(lines, best) <= len(lines) * CROSS else None


def bands(words: Sequence[Span], middle: float) -> Iterator[tuple[bool, list[int]]]:
    """The places of words, from top to bottom: those of lines that cross the space between columns, then the others."""
    rows: list[list[int]] = []
    for at in sorted(range(len(words)), key=lambda each: words[each][2]):
        if rows and words[at][2] - words[rows[-1][0]][2] < NEAR:
            rows[-1].append(at)
        else:
            rows.append([at])
    for whole, each in groupby(rows, key=lambda row: any(_crosses(words[at], middle) for at in row)):
        yield whole, sorted(at for row in each for at in row)


def _crossing(lines: dict[int, list[Span]], place: float) -> int:
    """How many lines have a word in a strip of the page."""
    return sum(any(_crosses(word, place) for word in line) for line in lines.values())


def _crosses(word: Span, place: float) -> bool:
    return word[0] < place + WIDE / 2 and word[1] > place - WIDE / 2
