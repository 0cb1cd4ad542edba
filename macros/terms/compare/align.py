"""The units of two sides to pairs: by id, by content, by likeness; first in order, then wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from macros.terms.compare.joining import Couple, are_one, join_parts, join_shifted
from macros.terms.compare.likeness import IN_ORDER, TELLING, Likeness
from macros.terms.compare.matching import counted, in_common, once
from macros.terms.compare.units import Unit, Units
from macros.terms.words.edits import LEAST, rising

# The share of words in common from which two units are alike wherever they stand.
ANYWHERE = 0.6
# Words below which a unit says too little to be looked for elsewhere: one of its kind, and one of several.
ALONE, SEVERAL = 2, 5

Key = Callable[[Units, Unit], Hashable]
Step = Callable[[Sequence[Unit], Sequence[Unit]], list[tuple[int, int]]]


class Alignment:
    """The pairs of two sides as they are found, and the equal units that stand in another order, kept for last."""

    def __init__(self, old: Units, new: Units) -> None:
        self.old, self.new = old, new
        self.like = Likeness(old, new)
        self.pairs: list[Couple] = []
        self.paired_old: dict[int, Couple] = {}
        self.paired_new: dict[int, Couple] = {}
        self.elsewhere: dict[int, Unit] = {}
        self.waiting: set[int] = set()
        self.steps: Sequence[Step] = (
            partial(self._once, _text),
            partial(self._again, _text),
            partial(self._once, _content),
            partial(self._again, _content),
            partial(self._once, _name),
            self._alike,
            partial(self._once, _number),
            partial(self._again, _bare),
        )

    def run(self) -> list[Couple]:
        """Every pair of units that belong together."""
        for olds, news in self._regions():
            for couple in self._in_order(olds, news, 0):
                self._pair(*couple)
        join_parts(self.paired_old, self.paired_new, self.like)
        self.pairs = join_shifted(self.pairs, self.paired_old, self.paired_new, self.like)
        self._anywhere()
        self._with_what_stands_beside()
        join_parts(self.paired_old, self.paired_new, self.like)
        return self.pairs

    def _pair(self, olds: list[Unit], news: list[Unit]) -> None:
        couple = (olds, news)
        self.pairs.append(couple)
        self.paired_old |= dict.fromkeys([each.at for each in olds], couple)
        self.paired_new |= dict.fromkeys([each.at for each in news], couple)

    def _regions(self) -> Iterator[tuple[list[Unit], list[Unit]]]:
        """What is aligned in order: the clauses of one id, else the whole texts; headings of one id are a pair."""
        if not (self.old.side.named and self.new.side.named):
            yield self.old.units, self.new.units
            return
        before = _by_clause(self.old)
        for id_, units in _by_clause(self.new).items():
            partners = before.get(id_, [])
            if units and partners and units[0].kind == partners[0].kind == "heading":
                self._pair([partners[0]], [units[0]])
                yield partners[1:], units[1:]
            else:
                yield partners, units

    def _in_order(self, olds: Sequence[Unit], news: Sequence[Unit], level: int) -> Iterator[Couple]:
        """Pairs in the order of both lists: those that one step finds, and in the gaps those that later steps find."""
        olds = [each for each in olds if each.at not in self.elsewhere and each.at not in self.paired_old]
        news = [each for each in news if each.at not in self.waiting and each.at not in self.paired_new]
        if not olds or not news:
            return
        if level == 0 and [each.raw for each in olds] == [each.raw for each in news]:
            yield from (([old], [new]) for old, new in zip(olds, news, strict=True))
            return
        if level == len(self.steps) or (len(olds) == len(news) == 1 and self.like.belong(olds[0], news[0])):
            if self._fit(olds, news):
                yield olds, news
            return
        anchors = self.steps[level](olds, news)
        for (i, j), (k, m) in pairwise([(-1, -1), *anchors, (len(olds), len(news))]):
            above = _above(olds[i + 1 : k + 1], news[j + 1 : m + 1]) if k < len(olds) else 0
            yield from self._in_order(olds[i + 1 : k - above], news[j + 1 : m - above], level + 1)
            for at in range(above, -1 if k < len(olds) else 0, -1):
                yield [olds[k - at]], [news[m - at]]

    def _once(self, key: Key, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        """Units of a key that either list has once, in the heaviest order; those that stand elsewhere wait."""
        pairs = once([key(self.old, each) for each in olds], [key(self.new, each) for each in news])
        found = rising(pairs, [olds[i].weight + 1.0 for i, _ in pairs])
        for i, j in set(pairs) - set(found):
            if (olds[i].heads and olds[i].raw) or len(self.old.content(olds[i])) >= ALONE:
                self.elsewhere[olds[i].at] = news[j]
                self.waiting.add(news[j].at)
        return found

    def _again(self, key: Key, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        """Units of a key that the lists have several times, in order."""
        return in_common([key(self.old, each) for each in olds], [key(self.new, each) for each in news])

    def _alike(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        """Units of similar words, in the order that keeps most."""
        scores = dict(self.like.candidates(olds, news, IN_ORDER))
        # Of the pairs of one old unit only one can rise.
        pairs = sorted(scores, key=lambda each: (each[0], -each[1]))
        return rising(pairs, [scores[each] for each in pairs])

    def _fit(self, olds: Sequence[Unit], news: Sequence[Unit]) -> bool:
        """Whether what is left of a gap belongs together: a heading in a heading's place, a row in a row's."""
        if len(olds) == len(news) == 1:
            old, new = olds[0], news[0]
            return old.kind == new.kind in {"heading", "row"} or self.like.belong(old, new, LEAST)
        return are_one(olds, news, self.like)

    def _anywhere(self) -> None:
        """What was moved: the same words elsewhere, then similar ones."""
        for old, new in [(self.old.units[at], new) for at, new in self.elsewhere.items()]:
            self._pair([old], [new])
        olds, news = _left(self.old, self.paired_old), _left(self.new, self.paired_new)
        if not olds or not news:
            return
        before, after = [self.old.content(each) for each in olds], [self.new.content(each) for each in news]
        for i, j in once(counted(before), counted(after)):
            self._pair([olds[i]], [news[j]])
        olds, news = _left(self.old, self.paired_old, TELLING), _left(self.new, self.paired_new, TELLING)
        for (i, j), _ in sorted(self.like.candidates(olds, news, ANYWHERE), key=lambda each: (-each[1], each[0])):
            if olds[i].at not in self.paired_old and news[j].at not in self.paired_new:
                self._pair([olds[i]], [news[j]])

    def _with_what_stands_beside(self) -> None:
        """Pairs the same words, however few or often said, right after or before a pair, and the numbers above it."""
        for step in (1, -1):
            for old in self.old.units[::step]:
                couple = self.paired_old.get(old.at - step)
                if couple and old.at not in self.paired_old:
                    place = couple[1][-1 if step > 0 else 0].at + step
                    self._pair_beside(old, place, above=step < 0)

    def _pair_beside(self, old: Unit, place: int, *, above: bool) -> None:
        if place in self.paired_new or not 0 <= place < len(self.new.units):
            return
        new = self.new.units[place]
        words = self.old.content(old)
        if (above and old.bare and new.bare) or (old.kind == new.kind and words and words == self.new.content(new)):
            self._pair([old], [new])


def _above(olds: Sequence[Unit], news: Sequence[Unit]) -> int:
    """How many numbers alone stand right above the last two units on both sides."""
    found = 0
    for old, new in zip(reversed(olds[:-1]), reversed(news[:-1]), strict=False):
        found += 1
        if not (old.bare and new.bare and old.at == olds[-1].at - found and new.at == news[-1].at - found):
            return found - 1
    return found


def _apart(units: Units, unit: Unit) -> Hashable:
    """A key that no other unit has."""
    return id(units), unit.at


def _text(units: Units, unit: Unit) -> Hashable:
    return _apart(units, unit) if unit.bare else unit.raw


def _content(units: Units, unit: Unit) -> Hashable:
    return _apart(units, unit) if unit.bare else units.content(unit)


def _number(units: Units, unit: Unit) -> Hashable:
    return units.number(unit) if unit.bare else None


def _bare(units: Units, unit: Unit) -> Hashable:
    return unit.bare or _apart(units, unit)


def _name(units: Units, unit: Unit) -> Hashable:
    """What a table row or a defined term begins with: it is the same one, however much the rest was rewritten."""
    if unit.first == unit.last:
        return None
    name = units.vocabulary.content(units.tokens(unit.first).ids)
    return (unit.kind, name) if name else None


def _left(units: Units, paired: Mapping[int, Couple], least: int = 0) -> list[Unit]:
    """The units without a partner of enough words; without a number, those and the headings that tell anything."""
    free = [each for each in units.units if each.at not in paired]
    if least:
        return [each for each in free if len(units.content(each)) >= least]
    # A heading without a word, which its number alone names, is like any other: it has moved from nowhere.
    return [each for each in free if len(units.content(each)) >= (1 if each.heads else SEVERAL)]


def _by_clause(units: Units) -> dict[str | None, list[Unit]]:
    """The units of each clause by its id; those of front matter under None."""
    found: dict[str | None, list[Unit]] = {}
    for each in units.units:
        found.setdefault(None if each.clause is None else units.side.clauses[each.clause].id, []).append(each)
    return found
