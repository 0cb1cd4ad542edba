"""How alike two units are: by the words that both have, whatever their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Postfix, Prefix

from macros.terms.compare.matching import nearest, places
from macros.terms.compare.units import LISTING, Unit, Units

# The share of words in common from which two units are alike where their order says so too.
IN_ORDER = 0.45
# Or nearly all words of the one, at least so many, are in the other.
CONTAINED, TELLING = 0.8, 7
# Or both begin and end alike over so much of the longer one, which has so many characters at least.
FRAME, LONG = 0.6, 50
# In a gap of so many pairs of units all are looked at.
SMALL = 64
# Units that are like none of another kind, whatever words they share, unless one number says that they are one.
APART = frozenset({"heading", LISTING})


class Likeness:
    """The words of two sides, to compare their units by."""

    def __init__(self, old: Units, new: Units) -> None:
        self.old, self.new = old, new

    def belong(self, old: Unit, new: Unit, least: float = IN_ORDER) -> bool:
        """Whether two units are alike, or both without words."""
        if self._framed(old, new) or self.shared(old, new, least):
            return True
        return not self.old.words(old) and not self.new.words(new)

    def _framed(self, old: Unit, new: Unit) -> bool:
        """Whether two units of one block begin and end alike: their words need not be read to know."""
        if old.kind != new.kind or not isinstance(old.raw, str) or not isinstance(new.raw, str):
            return False
        shortest, longest = sorted((len(old.raw), len(new.raw)))
        ends = Prefix.similarity(old.raw, new.raw) + Postfix.similarity(old.raw, new.raw) if longest >= LONG else 0
        return min(ends, shortest) > FRAME * longest

    def shared(self, old: Unit, new: Unit, least: float) -> int:
        """How many words two units share, none where that is too few for their length."""
        if old.kind != new.kind and (old.kind in APART or new.kind in APART) and not self._has_one_number(old, new):
            return 0
        words, others = self.new.words(new), self.old.words(old)
        shared = len(words & others)
        alike = 2 * shared >= least * (len(words) + len(others))
        part = shared >= TELLING and shared >= CONTAINED * min(len(words), len(others))
        return shared if alike or part else 0

    def _has_one_number(self, old: Unit, new: Unit) -> bool:
        """Whether a paragraph typed as a heading, or no longer a heading, has the number of that heading."""
        return {old.kind, new.kind} == {"heading", "paragraph"} and self.old.number(old) == self.new.number(new) != ()

    def candidates(
        self, olds: Sequence[Unit], news: Sequence[Unit], least: float
    ) -> Iterator[tuple[tuple[int, int], int]]:
        """Pairs that are alike enough, with how many words they share: the nearest few of each new unit."""
        small = len(olds) * len(news) <= SMALL
        rare = {} if small else places([self.old.words(each) for each in olds])
        for j, new in enumerate(news):
            near: Iterable[int] = range(len(olds)) if small else nearest(self.new.words(new), rare)
            for i in near:
                if shared := self.shared(olds[i], new, least):
                    yield (i, j), shared

    def counts(self, units: Units, chosen: Iterable[Unit]) -> Counter[int]:
        """How often each word stands in units of one side."""
        return Counter(word for each in chosen for word in units.content(each))
