"""Pairs to what stays and what was moved: the heaviest pairs that stand in one order on both sides stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from macros.terms.compare.align import ALONE, SEVERAL
from macros.terms.compare.joining import Couple
from macros.terms.compare.units import Unit, Units
from macros.terms.words.edits import rising


def ordered(pairs: Sequence[Couple], old: Units, new: Units) -> tuple[list[Couple], list[Couple]]:
    """The pairs that stay and those that were moved, each in the order of the new side.

    A few words alone that stand elsewhere are not a move: such a pair is left out.
    """
    ranked = sorted(pairs, key=lambda each: each[0][0].at)
    places = [(olds[0].at, news[0].at) for olds, news in ranked]
    by_place = dict(zip(places, ranked, strict=True))
    news = [new for _, new in places]
    staying = places if news == sorted(news) else rising(places, _weights(ranked))
    off = [by_place[each] for each in sorted(set(places) - set(staying), key=lambda each: each[1])]
    moved = _worth(off, old, new)
    return [by_place[each] for each in staying], moved


def _weights(pairs: Sequence[Couple]) -> list[float]:
    """The characters of each pair; a heading weighs as much as what stands under it, so that they move together."""
    under: defaultdict[tuple[int | None, int | None], float] = defaultdict(float)
    for olds, news in pairs:
        under[olds[0].clause, news[0].clause] += _weight(olds, news)
    return [
        _weight(olds, news) + (under[olds[0].clause, news[0].clause] if olds[0].heads else 1.0) for olds, news in pairs
    ]


def _weight(olds: Sequence[Unit], news: Sequence[Unit]) -> float:
    return min(sum(each.weight for each in olds), sum(each.weight for each in news))


def _worth(off: Sequence[Couple], old: Units, new: Units) -> list[Couple]:
    """The moves worth telling: of enough words, or of a heading with what follows it, or of what stands under one."""
    places = {(olds[0].at, news[0].at) for olds, news in off}
    headings = {(olds[0].clause, news[0].clause) for olds, news in off if olds[0].heads}
    named = old.side.named and new.side.named
    return [
        (olds, news)
        for olds, news in off
        if sum(len(old.content(each)) for each in olds) >= (ALONE if _known(olds, news, old, new) else SEVERAL)
        or (
            (olds[0].clause, news[0].clause) in headings
            and (not olds[0].heads or named or (olds[0].at + 1, news[0].at + 1) in places)
        )
    ]


def _known(olds: Sequence[Unit], news: Sequence[Unit], old: Units, new: Units) -> bool:
    """Whether few words are enough: the same ones, or a row or a term found by its name."""
    if olds[0].kind == news[0].kind in {"row", "entry"}:
        return True
    return [old.content(each) for each in olds] == [new.content(each) for each in news]
