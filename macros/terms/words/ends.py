"""What two texts begin and end with alike: words there need not be read to know that they stayed."""

from __future__ import annotations


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
