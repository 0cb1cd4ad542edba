"""Which list, item, table or row of the old side is which of the new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from macros.terms.compare.pairs import Pair
from macros.terms.compare.sides import Side
from macros.terms.model import Around
from macros.terms.parse.outline import Container


def around(container: Container, *, old: bool) -> Around:
    """A container as a passage has it: those of both sides are told apart by their serial number."""
    return Around(container.kind, container.mark, container.serial * 2 + old)


def partners(pairs: Sequence[Pair], old: Side, new: Side) -> Iterator[tuple[Around, Around]]:
    """Which list, item, row… of the old side is which of the new one: that with which it has most pairs."""
    votes: Counter[tuple[Around, Around]] = Counter()
    for pair in pairs:
        if not pair.moved:
            before, after = old.blocks[pair.olds[0]].path, new.blocks[pair.news[0]].path
            for a, b in zip(before, after, strict=False):
                if a.kind != b.kind:
                    break
                votes[around(a, old=True), around(b, old=False)] += 1
    taken: set[Around] = set()
    for couple, _ in votes.most_common():
        if taken.isdisjoint(couple):
            taken |= set(couple)
            yield couple
