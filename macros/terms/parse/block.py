"""A block of a text, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.terms.model import Container

# A character begins fewer tokens than this: serial numbers of two pieces never meet.
TOKENS = 8


@dataclass(slots=True)
class Block:
    """A paragraph, heading, cell… of a text: its slice begins at start, its words fill [words, end).

    Slices follow each other without a gap: what stands between the words of two blocks belongs to either.
    """

    kind: str
    level: int
    path: tuple[Container, ...]
    start: int
    words: int
    end: int


def slices(text: str, found: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with the place where its slice ends."""
    for block, following in pairwise(found):
        yield block, following.start
    if found:
        yield found[-1], len(text)
