"""Pairs of units to the passages of a redline: both texts in one order, every character once on each side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from macros.terms.compare.containers import around, partners
from macros.terms.compare.differences import Substitution, differing, joined
from macros.terms.compare.pairs import Pair
from macros.terms.compare.sides import Side
from macros.terms.model import Around, Passage, Run
from macros.terms.parse.outline import Block

ORDINAL = re.compile(r"\w")


class Assembly:
    """Both sides in one order: what stays, and between it what went, then what came."""

    def __init__(self, pairs: Sequence[Pair], old: Side, new: Side, same: frozenset[Substitution]) -> None:
        self.pairs, self.old, self.new, self.same = pairs, old, new, same
        self.around = dict(partners(pairs, old, new))

    def passages(self) -> Iterator[Passage]:
        """Every passage, in order."""
        moved = [each for each in self.pairs if each.moved]
        away = {pair.olds[0]: pair for pair in moved}
        here = {pair.news[0]: pair for pair in moved}
        o = n = 0
        for pair in sorted((each for each in self.pairs if not each.moved), key=lambda each: each.news[0]):
            yield from self._one_sided(o, pair.olds[0], away, old=True)
            yield from self._one_sided(n, pair.news[0], here, old=False)
            yield from self._kept(pair)
            o, n = pair.olds[-1] + 1, pair.news[-1] + 1
        yield from self._one_sided(o, len(self.old.blocks), away, old=True)
        yield from self._one_sided(n, len(self.new.blocks), here, old=False)

    def _one_sided(self, start: int, end: int, moved: Mapping[int, Pair], *, old: bool) -> Iterator[Passage]:
        """The blocks of one side that have no partner here: added or removed, or moved."""
        at = start
        while at < end:
            pair = moved.get(at)
            if pair is None:
                yield self._alone(at, old=old)
                at += 1
            else:
                yield from self._moved(pair, old=old)
                at = (pair.olds if old else pair.news)[-1] + 1

    def _alone(self, index: int, *, old: bool) -> Passage:
        side, op = (self.old, "delete") if old else (self.new, "insert")
        block, text = side.blocks[index], side.text
        # A line across the page is no wording.
        kind = "typography" if block.kind == "rule" else "text"
        return Passage(
            kind=block.kind,
            level=block.level,
            path=self._path(side, index),
            state="removed" if old else "added",
            old=side.owner[index] if old else None,
            new=None if old else side.owner[index],
            lead=_whole(op, text[block.start : block.words], kind),
            words=_whole(op, text[block.words : block.end], kind),
            tail=_whole(op, text[block.end : side.ends[index]], kind),
        )

    def _path(self, side: Side, index: int) -> tuple[Around, ...]:
        """The lists, items, rows… around a block; those of the old side are those of the new one where they pair."""
        if not side.blocks[index].path:
            return ()
        found = tuple(around(each, old=side is self.old) for each in side.blocks[index].path)
        return tuple(self.around.get(each, each) for each in found) if side is self.old else found

    def _kept(self, pair: Pair) -> Iterator[Passage]:
        same = self._same(pair)
        if same:
            yield same
        else:
            yield from self._passages(pair, self._runs(pair), "kept")

    def _same(self, pair: Pair) -> Passage | None:
        """The passage of two blocks that are the same to the last character: most of any two versions."""
        if pair.difference.same is not None or len(pair.olds) > 1 or len(pair.news) > 1:
            return None
        old, new, before, after = self.old, self.new, pair.olds[0], pair.news[0]
        block, text, end = new.blocks[after], new.text, new.ends[after]
        start, was = block.start, old.blocks[before].start
        if old.ends[before] - was != end - start or not old.text.startswith(text[start:end], was):
            return None
        lead, words, tail = text[start : block.words], text[block.words : block.end], text[block.end : end]
        return Passage(
            block.kind,
            block.level,
            self._path(new, after) if block.path else (),
            "kept",
            old.owner[before],
            new.owner[after],
            (Run("equal", lead),) if lead else (),
            (Run("equal", words),) if words else (),
            (Run("equal", tail),) if tail else (),
        )

    def _moved(self, pair: Pair, *, old: bool) -> Iterator[Passage]:
        """One of the two places of what was moved: what is equal is of class moved there."""
        op = "delete" if old else "insert"
        lead, words, tail = (
            joined(
                Run(op, run.text, "moved" if run.op == "equal" else run.kind, run.facts)
                for run in runs
                if run.op in {"equal", op}
            )
            for runs in self._runs(pair)
        )
        if old:
            first = self.old.blocks[pair.olds[0]]
            yield Passage(
                kind=first.kind,
                level=first.level,
                path=self._path(self.old, pair.olds[0]),
                state="moved-from",
                old=self.old.owner[pair.olds[0]],
                new=None,
                lead=tuple(lead),
                words=tuple(words),
                tail=tuple(tail),
            )
        else:
            yield from self._passages(pair, (lead, words, tail), "moved-to")

    def _runs(self, pair: Pair) -> tuple[list[Run], list[Run], list[Run]]:
        old, new = self.old, self.new
        olds, news = (pair.olds[0], pair.olds[-1]), (pair.news[0], pair.news[-1])
        return (
            list(_lead(old, olds[0], new, news[0])),
            self._apart(pair),
            list(differing(_tail(old, olds[1]), _tail(new, news[1]))),
        )

    def _apart(self, pair: Pair) -> list[Run]:
        """The words of a pair; where blocks were merged, no run goes over the end of an old one."""
        runs = pair.difference.runs(self.same)
        if len(pair.olds) == 1:
            return runs
        pieces = _cut(runs, _cuts([self.old.blocks[each] for each in pair.olds]), "insert")
        return [
            Run(run.op, run.text, "typography" if place % 3 and run.op == "delete" else run.kind, run.facts)
            for place, piece in enumerate(pieces)
            for run in piece
        ]

    def _passages(self, pair: Pair, runs: tuple[list[Run], list[Run], list[Run]], state: str) -> Iterator[Passage]:
        """A passage for each block of the new side: the words of a paragraph that was split are cut where it is."""
        lead, words, tail = runs
        blocks = [self.new.blocks[each] for each in pair.news]
        pieces = [lead, *(_cut(words, _cuts(blocks), "delete") if len(blocks) > 1 else [words]), tail]
        for place, index in enumerate(pair.news):
            before = pieces[3 * place]
            yield Passage(
                kind=blocks[place].kind,
                level=blocks[place].level,
                path=self._path(self.new, index),
                state=state,
                old=self.old.owner[pair.olds[0]],
                new=self.new.owner[index],
                lead=tuple(before),
                words=tuple(pieces[3 * place + 1]),
                tail=tuple(pieces[3 * place + 2]),
            )


def _whole(op: str, text: str, kind: str = "text") -> tuple[Run, ...]:
    return (Run(op, text, kind),) if text else ()


def _tail(side: Side, index: int) -> str:
    return side.text[side.blocks[index].end : side.ends[index]]


def _lead(old: Side, before: int, new: Side, after: int) -> Iterator[Run]:
    """What stands before the words of two blocks: marks, and the number of either."""
    leads = []
    for side, index in ((old, before), (new, after)):
        block = side.blocks[index]
        start, end = side.numbers.get(index, (block.words, block.words))
        leads.append((side.text[block.start : start], side.text[start:end], side.text[end : block.words]))
    for part, (gone, come) in enumerate(zip(*leads, strict=True)):
        numbered = part == 1 and ORDINAL.search(gone + come)
        yield from differing(gone, come, "renumbered" if numbered else "typography")


def _cuts(blocks: Sequence[Block]) -> list[int]:
    """Where the words of blocks that follow each other end, the next slice begins, and its words."""
    return [at - blocks[0].words for a, b in pairwise(blocks) for at in (a.end, b.start, b.words)]


def _cut(runs: Sequence[Run], cuts: Sequence[int], other: str) -> list[list[Run]]:
    """The runs in pieces, cut where one side has so many characters; other is what the other side alone has.

    Every third piece is words, what stands between two blocks the other two.
    """
    pieces: list[list[Run]] = [[]]
    at = 0
    for run in runs:
        text = run.text
        if run.op == other:
            # What was lost between two blocks is told with the words of the second one.
            while (len(pieces) - 1) % 3 and len(pieces) <= len(cuts) and cuts[len(pieces) - 1] <= at:
                pieces.append([])
        else:
            while len(pieces) <= len(cuts) and at + len(text) > cuts[len(pieces) - 1]:
                size = cuts[len(pieces) - 1] - at
                if size:
                    pieces[-1].append(Run(run.op, text[:size], run.kind, run.facts))
                text, at = text[size:], at + size
                pieces.append([])
            at += len(text)
        if text:
            pieces[-1].append(Run(run.op, text, run.kind, run.facts))
    return pieces + [[] for _ in range(len(cuts) + 1 - len(pieces))]
