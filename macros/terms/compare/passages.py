"""Pairs of units to the passages of a redline: both texts in one order, every character once on each side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from macros.terms.compare.containers import of_old, partners
from macros.terms.compare.cutting import cut, cuts
from macros.terms.compare.differences import Substitution
from macros.terms.compare.gaps import differing
from macros.terms.compare.pairs import Pair
from macros.terms.compare.sides import Side
from macros.terms.model import Container, Passage, Run, joined
from macros.terms.parse.block import Block
from macros.terms.words.patterns import BLANK

ORDINAL = re.compile(r"\w")
# What stands before a point, as Markdown marks it or as it is typed.
BULLET = re.compile(r"\s*[-+*–—‒•·▪◦‣●○■□]\s*")


class Assembly:
    """Both sides in one order: what stays, and between it what went, then what came."""

    def __init__(self, pairs: Sequence[Pair], old: Side, new: Side, same: frozenset[Substitution]) -> None:
        self.pairs, self.old, self.new, self.same = pairs, old, new, same
        self.partners = dict(partners(pairs, old, new))

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
        if old:
            return self._whole(self.old, index, "delete", "removed", (self.old.owner[index], None))
        return self._whole(self.new, index, "insert", "added", (None, self.new.owner[index]))

    def _whole(self, side: Side, index: int, op: str, state: str, clauses: tuple[int | None, int | None]) -> Passage:
        """The passage of a block of which all became the same."""
        block, text = side.blocks[index], side.text
        parts = text[block.start : block.words], text[block.words : block.end], text[block.end : side.ends[index]]
        # A line across the page is no wording, nor is a paragraph that prints nothing.
        bare = op != "equal" and (block.kind == "rule" or (parts[1] and BLANK.fullmatch(parts[1])))
        kind = "typography" if bare else "text"
        lead, words, tail = ((Run(op, part, kind),) if part else () for part in parts)
        return Passage(
            block.kind, block.level, self._path(side, index), state, *clauses, lead, words, tail,
            begins=side.begins(index),
        )  # fmt: skip

    def _path(self, side: Side, index: int) -> tuple[Container, ...]:
        """The lists, items, rows… around a block; those of the old side are those of the new one where they pair."""
        path = side.blocks[index].path
        if side is self.new or not path:
            return path
        return tuple(self.partners.get(each, each) for each in map(of_old, path))

    def _kept(self, pair: Pair) -> Iterator[Passage]:
        if self._is_same(pair):
            clauses = self.old.owner[pair.olds[0]], self.new.owner[pair.news[0]]
            found = self._whole(self.new, pair.news[0], "equal", "kept", clauses)
            before = self._before(pair)
            yield found._replace(before=before) if before else found
        else:
            yield from self._passages(pair, self._runs(pair), "kept")

    def _before(self, pair: Pair) -> tuple[Passage, ...]:
        """The old blocks of a pair as passages, where the new ones are not of their kind, in their place, as many."""
        olds, news = [self.old.blocks[each] for each in pair.olds], [self.new.blocks[each] for each in pair.news]
        if len(olds) == len(news) == 1 and _are_alike(olds[0], news[0]):
            return ()
        return tuple(self._alone(each, old=True) for each in pair.olds)

    def _is_same(self, pair: Pair) -> bool:
        """Whether two blocks are the same to the last character: most of any two versions are."""
        if pair.difference.same is not None or len(pair.olds) > 1 or len(pair.news) > 1:
            return False
        (old, before), (new, after) = (self.old, pair.olds[0]), (self.new, pair.news[0])
        start, end, was = new.blocks[after].start, new.ends[after], old.blocks[before].start
        return old.ends[before] - was == end - start and old.text.startswith(new.text[start:end], was)

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
        yield from self._passages(pair, (lead, words, tail), "moved-from" if old else "moved-to")

    def _runs(self, pair: Pair) -> tuple[list[Run], list[Run], list[Run]]:
        old, new = self.old, self.new
        olds, news = (pair.olds[0], pair.olds[-1]), (pair.news[0], pair.news[-1])
        lead = list(_lead(old, olds[0], new, news[0]))
        return (
            lead,
            _bulleted(lead, self._apart(pair)),
            list(differing(_tail(old, olds[1]), _tail(new, news[1]))),
        )

    def _apart(self, pair: Pair) -> list[Run]:
        """The words of a pair; where blocks were merged, no run goes over the end of an old one."""
        runs = pair.difference.runs(self.same)
        if len(pair.olds) == 1:
            return runs
        pieces = cut(runs, cuts([self.old.blocks[each] for each in pair.olds]), "insert")
        return [
            Run(run.op, run.text, "typography" if place % 3 and run.op == "delete" else run.kind, run.facts)
            for place, piece in enumerate(pieces)
            for run in piece
        ]

    def _passages(self, pair: Pair, runs: tuple[list[Run], list[Run], list[Run]], state: str) -> Iterator[Passage]:
        """A passage for each block of the side it stands on: the words of a paragraph that was split are cut there."""
        lead, words, tail = runs
        gone = state == "moved-from"
        side, places = (self.old, pair.olds) if gone else (self.new, pair.news)
        blocks = [side.blocks[each] for each in places]
        before = self._before(pair) if state == "kept" else ()
        pieces = [
            lead,
            *(cut(words, cuts(blocks), "insert" if gone else "delete") if len(blocks) > 1 else [words]),
            tail,
        ]
        for place, index in enumerate(places):
            yield Passage(
                kind=blocks[place].kind,
                level=blocks[place].level,
                path=self._path(side, index),
                state=state,
                old=self.old.owner[index if gone else pair.olds[0]],
                new=None if gone else self.new.owner[index],
                lead=tuple(pieces[3 * place]),
                words=tuple(pieces[3 * place + 1]),
                tail=tuple(pieces[3 * place + 2]),
                before=before,
                begins=side.begins(index),
            )


def _are_alike(old: Block, new: Block) -> bool:
    """Whether two blocks are of one kind, in lists, tables and quotations of the same kinds."""
    around = [each.kind for each in old.path] == [each.kind for each in new.path] if old.path or new.path else True
    return old.kind == new.kind and old.level == new.level and around


def _bulleted(lead: Sequence[Run], words: list[Run]) -> list[Run]:
    """The words; a bullet before them, typed or marked, in place of another one is no wording."""
    typed = [*takewhile(lambda run: run.op != "equal" and BULLET.fullmatch(run.text), words[:2])]
    marks = {run.op for run in (*lead, *typed) if run.op != "equal" and BULLET.fullmatch(run.text)}
    following = words[len(typed)].text if len(typed) < len(words) else ""
    # A sign right before a figure may be its own: -5.
    figure = following[:1].isdigit() and any(run.text == run.text.rstrip() for run in typed)
    if not typed or len(marks) == 1 or figure:
        return words
    return [*(run._replace(kind="typography") for run in typed), *words[len(typed) :]]


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
