"""Pairs of units to pairs of blocks: table rows cell by cell, definitions term by term, and what each comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from macros.terms.compare.differences import Context, Difference, Substitution
from macros.terms.compare.followed import new_numbers
from macros.terms.compare.joining import Couple
from macros.terms.compare.matching import in_common
from macros.terms.compare.units import Unit, Units

# Blocks of either side, by their places.
Blocks = tuple[Sequence[int], Sequence[int]]


class Pair(NamedTuple):
    """Blocks of the old side and of the new one that belong together, and what differs in their words."""

    olds: Sequence[int]
    news: Sequence[int]
    moved: bool
    difference: Difference


def paired(staying: Iterable[Couple], moved: Iterable[Couple], old: Units, new: Units) -> list[Pair]:
    """The blocks of each pair of units, table rows cell by cell and definitions term by term."""
    couples = [*((each, False) for each in staying), *((each, True) for each in moved)]
    context = Context(old, new, dict(new_numbers([each for each, _ in couples], old.side, new.side)))
    columns = Columns(old, new)
    return [
        Pair(olds, news, is_moved, Difference(context, olds, news))
        for couple, is_moved in couples
        for olds, news in _blocks(couple, columns)
    ]


def _blocks(couple: Couple, columns: Columns) -> Iterator[Blocks]:
    olds, news = couple
    if olds[0].kind in {"row", "entry"} and olds[0].kind == news[0].kind:
        yield from columns.pairs(olds[0], news[0])
    else:
        yield range(olds[0].first, olds[-1].last + 1), range(news[0].first, news[-1].last + 1)


class Columns:
    """The cells of two rows, or the paragraphs of two definitions, that belong together."""

    def __init__(self, old: Units, new: Units) -> None:
        self.old, self.new = old, new
        # Where a table has other columns now, its head says which is which.
        self.heads: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def pairs(self, before: Unit, after: Unit) -> Iterator[Blocks]:
        """In their places; where there are more or fewer of them, around those that are equal."""
        olds, news = list(before.blocks), list(after.blocks)
        if len(olds) == len(news):
            places = list(zip(range(len(olds)), range(len(news)), strict=True))
        else:
            tables = (self._table(self.old, before), self._table(self.new, after))
            places = self.heads.get(tables) or list(self._around_equal(olds, news))
            if before.kind == "row":
                self.heads.setdefault(tables, places)
        yield from (([olds[i]], [news[j]]) for i, j in places if i < len(olds) and j < len(news))

    def _table(self, units: Units, unit: Unit) -> int:
        return units.side.blocks[unit.first].path[0].serial

    def _around_equal(self, olds: Sequence[int], news: Sequence[int]) -> Iterator[tuple[int, int]]:
        before, after = (
            [tuple(units.tokens(each).ids) for each in blocks] for units, blocks in ((self.old, olds), (self.new, news))
        )
        equal = in_common(before, after)
        for (i, j), (k, m) in pairwise([(-1, -1), *equal, (len(olds), len(news))]):
            yield from ((i + 1 + at, j + 1 + at) for at in range(min(k - i, m - j) - 1))
            if k < len(olds):
                yield k, m


def repeated(pairs: Sequence[Pair], old: Units, new: Units) -> frozenset[Substitution]:
    """The substitutions that are made throughout a text; none where variables are declared."""
    if old.side.declared and new.side.declared:
        return frozenset()
    seen = Counter(each for pair in pairs for each in pair.difference.substitutions())
    return frozenset(each for each, times in seen.items() if times > 1 and _is_throughout(*each, times, old, new))


def _is_throughout(gone: Sequence[int], come: Sequence[int], times: int, old: Units, new: Units) -> bool:
    """Whether the old words are nowhere any more, the new ones were nowhere before, and most are of these places.

    "The Customer pays" that became "The Provider pays" is another bargain, however often, where the text goes on to
    speak of both.
    """
    return not (new.times(gone) or old.times(come)) and max(old.times(gone), new.times(come)) < 2 * times
