"""Two texts to a redline: what became of each clause and of each word, every character of both accounted for."""

from __future__ import annotations

from collections import defaultdict

from macros.terms.compare.align import Alignment
from macros.terms.compare.changes import changes
from macros.terms.compare.groups import groups
from macros.terms.compare.order import ordered
from macros.terms.compare.pairs import paired, repeated
from macros.terms.compare.passages import Assembly
from macros.terms.compare.sides import Side, alike
from macros.terms.compare.units import Units
from macros.terms.model import Redline
from macros.terms.words.tokens import Vocabulary

# Kinds that leave the wording as it was: what an editorial change may consist of.
NEUTRAL = frozenset({"reference", "renumbered", "typography", "variable"})


def compare(old: Side, new: Side) -> Redline:
    """What became of each clause and each word of the old text in the new one."""
    old, new = alike(old, new)
    vocabulary = Vocabulary()
    whole = _whole(old, new)
    before, after = Units(old, vocabulary, whole), Units(new, vocabulary, whole)
    pairs = paired(*ordered(Alignment(before, after).run(), before, after), before, after)
    passages = tuple(Assembly(pairs, old, new, repeated(pairs, before, after)).passages())
    return Redline(
        old=tuple(old.clauses),
        new=tuple(new.clauses),
        passages=passages,
        changes=changes(passages, old.clauses, new.clauses),
        groups=groups(passages, old.clauses, new.clauses),
    )


def _whole(old: Side, new: Side) -> frozenset[str]:
    """The keys of spans that count as one token: references, and variables that print something else now."""
    values: list[defaultdict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
    for found, side in zip(values, (old, new), strict=True):
        for span in side.spans:
            found[span.key].add(side.text[span.start : span.end])
    before, after = values
    return frozenset(each for each in before.keys() & after.keys() if before[each] != after[each])
