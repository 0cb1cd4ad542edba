"""Which list, item, table or row of the old side is which of the new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from macros.terms.compare.pairs import Pair
from macros.terms.compare.sides import Side
from macros.terms.model import Container


def of_old(container: Container) -> Container:
    """A container of the old side, told apart from those of the new side: its serial number is below zero."""
    return container._replace(serial=-1 - container.serial)


def partners(pairs: Sequence[Pair], old: Side, new: Side) -> Iterator[tuple[Container, Container]]:
    """Which list, item, row… of the old side is which of the new one: that with which it has most pairs."""
    votes: Counter[tuple[Container, Container]] = Counter()
    for pair in pairs:
        if not pair.moved:
            before, after = old.blocks[pair.olds[0]].path, new.blocks[pair.news[0]].path
            for a, b in zip(before, after, strict=False):
                if a.kind != b.kind:
                    break
                votes[of_old(a), b] += 1
    taken: set[Container] = set()
    for couple, _ in votes.most_common():
        if taken.isdisjoint(couple):
            taken |= set(couple)
            yield couple
