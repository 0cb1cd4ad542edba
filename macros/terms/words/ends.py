"""What two texts begin and end with alike: words there need not be read to know that they stayed."""

from __future__ import annotations

import re

# Where a sentence or a part of one begins.
BEGINS = re.compile(r"[.;:!?] ")
# Inside these a cut would tell tokens apart otherwise than the whole text does.
OPENING, CLOSING = frozenset("[<{`"), frozenset("]>}`)")


def same_start(old: str, new: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def same_end(old: str, new: str, most: int) -> int:
    """How many characters, at most so many, both end with."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def same_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters both begin and end with, without overlapping."""
    start = same_start(old, new)
    return start, same_end(old, new, min(len(old), len(new)) - start)


def same_sentences(old: str, new: str) -> tuple[int, int]:
    """The same, as far as whole sentences or parts of one go."""
    start, end = same_ends(old, new)
    breaks = [match.end() for match in BEGINS.finditer(old, 0, start)]
    head = breaks[-1] if breaks else 0
    first = BEGINS.search(old, len(old) - end)
    tail = len(old) - first.end() if first else 0
    if OPENING & set(old[:head]):
        head = 0
    return head, 0 if CLOSING & set(old[len(old) - tail :]) else tail
