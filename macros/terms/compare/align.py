"""The units of two sides to pairs: by id, by content, by likeness; first in order, then wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from macros.terms.compare.matching import counted, in_common, nearest, once, places
from macros.terms.compare.units import Unit, Units
from macros.terms.words.edits import LEAST, rising

# Shares of words in common from which two units are alike: where the order says so, and anywhere.
IN_ORDER, ANYWHERE = 0.45, 0.6
# The same where nothing else stands between two units that are pairs.
ALONE_IN_GAP = LEAST
# Or nearly all words of the one are in the other.
CONTAINED = 0.8
# Words below which a unit says too little to be looked for elsewhere: one of its kind, one of several, one like it.
ALONE, TELLING, ALIKE_TELLING = 2, 5, 7
# In a gap of so many pairs of units all are looked at.
SMALL = 64

# Share of a unit's words that must be left over in another's partner for it to be a part of it, split off or merged in.
PART, WHOLE = 0.7, 0.6
ISLAND = 3
# Units that are never a part of another; and those that only are where text became a table or a list of terms.
WHOLES, PARTED = frozenset({"heading", "front"}), frozenset({"row", "entry"})

# Units that belong together: one on either side, or several that follow each other where one was split or merged.
Couple = tuple[list[Unit], list[Unit]]
Step = Callable[[Sequence[Unit], Sequence[Unit]], list[tuple[int, int]]]


class Alignment:
    """The pairs of two sides as they are found, and the equal units that stand in another order, kept for last."""

    def __init__(self, old: Units, new: Units) -> None:
        self.old, self.new = old, new
        self.pairs: list[Couple] = []
        self.paired_old: dict[int, Couple] = {}
        self.paired_new: dict[int, Couple] = {}
        self.elsewhere: dict[int, Unit] = {}
        self.waiting: set[int] = set()
        self.steps: Sequence[Step] = (
            self._same_text,
            self._same_text_again,
            self._same_words,
            self._same_words_again,
            self._same_name,
            self._alike,
        )

    def run(self) -> list[Couple]:
        """Every pair of units that belong together."""
        for olds, news in self._regions():
            for couple in self._in_order(olds, news, 0):
                self._pair(*couple)
        self._parts()
        self._anywhere()
        return self.pairs

    def _pair(self, olds: list[Unit], news: list[Unit]) -> None:
        couple = (olds, news)
        self.pairs.append(couple)
        self.paired_old |= dict.fromkeys([each.at for each in olds], couple)
        self.paired_new |= dict.fromkeys([each.at for each in news], couple)

    def _regions(self) -> Iterator[tuple[list[Unit], list[Unit]]]:
        """What is aligned in order: the clauses of one id, else the whole texts; headings of one id are a pair."""
        olds, news = self.old.units, self.new.units
        if not (self.old.side.named and self.new.side.named):
            yield olds, news
            return
        before, after = _by_clause(self.old), _by_clause(self.new)
        for id_, units in after.items():
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
        if level == len(self.steps) or (len(olds) == len(news) == 1 and self._belong(olds[0], news[0])):
            yield from self._by_place(olds, news)
            return
        anchors = self.steps[level](olds, news)
        for (i, j), (k, m) in pairwise([(-1, -1), *anchors, (len(olds), len(news))]):
            yield from self._in_order(olds[i + 1 : k], news[j + 1 : m], level + 1)
            if k < len(olds):
                yield [olds[k]], [news[m]]

    def _same_text(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        return self._unique(olds, news, [each.raw for each in olds], [each.raw for each in news])

    def _same_words(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        before, after = [self.old.content(each) for each in olds], [self.new.content(each) for each in news]
        return self._unique(olds, news, before, after)

    def _unique(
        self, olds: Sequence[Unit], news: Sequence[Unit], before: Sequence[Hashable], after: Sequence[Hashable]
    ) -> list[tuple[int, int]]:
        """Units that either list has once, in the heaviest order; those that stand elsewhere wait."""
        pairs = once(before, after)
        weights = [olds[i].weight + 1.0 for i, _ in pairs]
        found = rising(pairs, weights)
        for i, j in set(pairs) - set(found):
            if len(self.old.content(olds[i])) >= ALONE or olds[i].kind == "heading":
                self.elsewhere[olds[i].at] = news[j]
                self.waiting.add(news[j].at)
        return found

    def _same_text_again(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        return in_common([each.raw for each in olds], [each.raw for each in news])

    def _same_words_again(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        return in_common([self.old.content(each) for each in olds], [self.new.content(each) for each in news])

    def _same_name(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        """Table rows and defined terms that begin alike, however much the rest was rewritten."""
        before, after = [self._name(self.old, each) for each in olds], [self._name(self.new, each) for each in news]
        return self._unique(olds, news, before, after)

    def _name(self, units: Units, unit: Unit) -> Hashable:
        if unit.first == unit.last:
            return None
        tokens = units.tokens(unit.first)
        return (unit.kind, units.vocabulary.content(tokens.ids)) if len(tokens) else None

    def _alike(self, olds: Sequence[Unit], news: Sequence[Unit]) -> list[tuple[int, int]]:
        """Units of similar words, in the order that keeps most."""
        scores = dict(self._candidates(olds, news, IN_ORDER))
        # Of the pairs of one old unit only one can rise.
        pairs = sorted(scores, key=lambda each: (each[0], -each[1]))
        return rising(pairs, [scores[each] for each in pairs])

    def _candidates(
        self, olds: Sequence[Unit], news: Sequence[Unit], least: float
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """Pairs that are alike enough, with the words they share: the nearest few of each new unit."""
        small = len(olds) * len(news) <= SMALL
        rare = {} if small else places([self.old.words(each) for each in olds])
        for j, new in enumerate(news):
            words = self.new.words(new)
            near: Iterable[int] = range(len(olds)) if small else nearest(words, rare)
            for i in near:
                shared = self._shared(olds[i], new, words, least)
                if shared:
                    yield (i, j), shared

    def _shared(self, old: Unit, new: Unit, words: frozenset[int], least: float) -> float:
        if (old.kind == "heading") != (new.kind == "heading"):
            return 0.0
        others = self.old.words(old)
        shared = len(words & others)
        alike = 2 * shared >= least * (len(words) + len(others))
        part = shared >= ALIKE_TELLING and shared >= CONTAINED * min(len(words), len(others))
        return shared if shared and (alike or part) else 0.0

    def _belong(self, old: Unit, new: Unit, least: float = IN_ORDER) -> bool:
        """Whether two units are alike, or both without words."""
        words = self.new.words(new)
        return self._shared(old, new, words, least) > 0 or (not words and not self.old.words(old))

    def _by_place(self, olds: list[Unit], news: list[Unit]) -> Iterator[Couple]:
        """What is left of a gap: the same words in other blocks, a heading in a heading's place, a row in a row's."""
        if len(olds) == len(news) == 1:
            if self._belong(olds[0], news[0], ALONE_IN_GAP) or olds[0].kind == news[0].kind in {"heading", "row"}:
                yield olds, news
            return
        if not any(each.kind == "heading" for each in (*olds, *news)):
            before, after = self._counts(self.old, olds), self._counts(self.new, news)
            if (before & after).total() * 2 > WHOLE * (before.total() + after.total()):
                yield olds, news

    def _parts(self) -> None:
        """Join what was split or merged: a unit whose words are left over in its neighbour's partner."""
        for units, paired, others, side in (
            (self.new, self.paired_new, self.old, 1),
            (self.old, self.paired_old, self.new, 0),
        ):
            for unit in (*units.units, *reversed(units.units)):
                if unit.at in paired or unit.kind in WHOLES:
                    continue
                for at in (unit.at - 1, unit.at + 1):
                    couple = paired.get(at)
                    if couple and self._is_part(unit, couple, units, others, side):
                        couple[side].append(unit)
                        couple[side].sort(key=lambda each: each.at)
                        paired[unit.at] = couple
                        break

    def _is_part(self, unit: Unit, couple: Couple, units: Units, others: Units, side: int) -> bool:
        kinds = {each.kind for each in (unit, *couple[side])}
        if kinds & WHOLES or (kinds & PARTED and couple[1 - side][0].kind in PARTED):
            return False
        left = self._counts(others, couple[1 - side]) - self._counts(units, couple[side])
        words = self._counts(units, [unit])
        least = min(left.total(), words.total())
        return least >= ISLAND and (left & words).total() >= PART * least

    def _counts(self, units: Units, chosen: Sequence[Unit]) -> Counter[int]:
        return Counter(word for each in chosen for word in units.content(each))

    def _anywhere(self) -> None:
        """What was moved: the same words elsewhere, then similar ones."""
        for old, new in [(self.old.units[at], new) for at, new in self.elsewhere.items()]:
            self._pair([old], [new])
        olds = [each for each in self.old.units if self._is_left(self.old, each, self.paired_old)]
        news = [each for each in self.new.units if self._is_left(self.new, each, self.paired_new)]
        if not olds or not news:
            return
        before, after = [self.old.content(each) for each in olds], [self.new.content(each) for each in news]
        same = once(counted(before), counted(after))
        for i, j in same:
            self._pair([olds[i]], [news[j]])
        olds = [each for each in olds if self._is_telling(self.old, each, self.paired_old)]
        news = [each for each in news if self._is_telling(self.new, each, self.paired_new)]
        scores = sorted(self._candidates(olds, news, ANYWHERE), key=lambda each: (-each[1], each[0]))
        for (i, j), _ in scores:
            if olds[i].at not in self.paired_old and news[j].at not in self.paired_new:
                self._pair([olds[i]], [news[j]])

    def _is_left(self, units: Units, unit: Unit, paired: Mapping[int, Couple]) -> bool:
        return unit.at not in paired and (unit.kind == "heading" or len(units.content(unit)) >= TELLING)

    def _is_telling(self, units: Units, unit: Unit, paired: Mapping[int, Couple]) -> bool:
        return unit.at not in paired and len(units.content(unit)) >= ALIKE_TELLING


def _by_clause(units: Units) -> dict[str | None, list[Unit]]:
    """The units of each clause by its id; those of front matter under None."""
    found: dict[str | None, list[Unit]] = {}
    for each in units.units:
        found.setdefault(None if each.clause is None else units.side.clauses[each.clause].id, []).append(each)
    return found
