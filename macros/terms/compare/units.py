"""The units in which a side is looked for in the other: blocks, but table rows and defined terms as wholes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from macros.terms.compare.sides import Side, Span
from macros.terms.model import Container
from macros.terms.parse.block import Block
from macros.terms.words.tokens import Tokens, Vocabulary

# Before the text of a span's key, so that no token of a text can be the same.
SPAN = "\0"
# What is read sign by sign, where the same signs elsewhere may be marks: it is no partner of anything else.
LISTING = "listing"
# What a quotation has before its further lines: no words, however the lines are broken.
QUOTED = re.compile(r"[\r\n]+(?:[ \t]*>)+")


@dataclass(slots=True)
class Unit:
    """Blocks first to last of a side, in order, that are paired together; at is the place of the unit.

    heads: whether a clause begins with it, or it is a heading.
    """

    at: int
    kind: str
    first: int
    last: int
    clause: int | None
    heads: bool
    raw: str | tuple[str, ...]
    weight: int

    @property
    def blocks(self) -> range:
        """The blocks of the unit."""
        return range(self.first, self.last + 1)

    @property
    def bare(self) -> bool:
        """Whether a clause begins with it by a number alone: what stands below says which one it is."""
        return self.heads and not self.raw


@dataclass
class Units:
    """A side, its units, and their tokens, which are read only where they are asked for."""

    side: Side
    vocabulary: Vocabulary
    # Keys of spans that count as one token.
    whole: frozenset[str]
    read: dict[int, Tokens] = field(default_factory=dict)
    counted: dict[int, tuple[int, ...]] = field(default_factory=dict)
    sets: dict[int, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def facts(self) -> dict[int, Span]:
        """The spans of the side that count as one token, by where they begin."""
        return {each.start: each for each in self.side.spans if each.key in self.whole}

    @cached_property
    def units(self) -> list[Unit]:
        """The units, in order."""
        return [self._unit(at, kind, first, last) for at, (kind, first, last) in enumerate(_ranges(self.side))]

    def _unit(self, at: int, kind: str, first: int, last: int) -> Unit:
        side, block = self.side, self.side.blocks[first]
        words = side.text[block.words : block.end]
        weight = len(words)
        raw: str | tuple[str, ...] = SPAN + words if kind == LISTING else words
        if first < last:
            raw = tuple([side.text[each.words : each.end] for each in side.blocks[first : last + 1]])
            weight = sum(map(len, raw))
        return Unit(at, kind, first, last, side.owner[first], kind == "heading" or side.begins(first), raw, weight)

    def tokens(self, block: int) -> Tokens:
        """The tokens of a block's words."""
        found = self.read.get(block)
        if found is None:
            found = self.read[block] = self._tokens(block)
        return found

    def _tokens(self, index: int) -> Tokens:
        block, text = self.side.blocks[index], self.side.text
        found, at = Tokens(), block.words
        if block.path and _around(block, "quote"):
            for mark in QUOTED.finditer(text, block.words, block.end):
                self._read(found, at, mark.start())
                at = mark.end()
        self._read(found, at, block.end)
        return found

    def _read(self, found: Tokens, at: int, end: int) -> None:
        """Go on with the tokens of a stretch of the text."""
        text = self.side.text
        for span in self._spans(at, end):
            found.extend(self.vocabulary.tokens(text, at, span.start))
            found.add(self.vocabulary.number(SPAN + span.key), span.start, span.end)
            at = span.end
        found.extend(self.vocabulary.tokens(text, at, end))

    def times(self, ids: Sequence[int]) -> int:
        """How often the words of these tokens stand in the side, one after the other."""
        words = [each for each in ids if self.vocabulary.wordy[each]]
        said, places = self._said
        return sum(said[at : at + len(words)] == words for at in places.get(words[0], ())) if words else 0

    @cached_property
    def _said(self) -> tuple[list[int], dict[int, list[int]]]:
        """Every word of the side in order, and the places of each."""
        wordy = self.vocabulary.wordy
        said = [each for at in range(len(self.side.blocks)) for each in self.tokens(at).ids if wordy[each]]
        places: dict[int, list[int]] = {}
        for at, word in enumerate(said):
            places.setdefault(word, []).append(at)
        return said, places

    def _spans(self, start: int, end: int) -> Iterator[Span]:
        spans = self.side.spans
        at = bisect_left(spans, start, key=lambda each: each.start)
        while at < len(spans) and spans[at].end <= end:
            if spans[at].key in self.whole:
                yield spans[at]
            at += 1

    def content(self, unit: Unit) -> tuple[int, ...]:
        """What a unit counts as: its words, whatever the number, the markup, the signs and the capitals."""
        found = self.counted.get(unit.at)
        if found is None:
            ids = [each for block in unit.blocks for each in self.tokens(block).ids]
            found = self.vocabulary.content(ids)
            if unit.kind == LISTING:
                found = (self.vocabulary.number(SPAN + LISTING), *found)
            self.counted[unit.at] = found
        return found

    def number(self, unit: Unit) -> tuple[int, ...]:
        """What the number of a unit counts as."""
        place = self.side.numbers.get(unit.first)
        return self.vocabulary.content(self.vocabulary.tokens(self.side.text, *place).ids) if place else ()

    def words(self, unit: Unit) -> frozenset[int]:
        """The different words of a unit."""
        found = self.sets.get(unit.at)
        if found is None:
            found = self.sets[unit.at] = frozenset(self.content(unit))
        return found


def _ranges(side: Side) -> Iterator[tuple[str, int, int]]:
    """Kind, first and last block of every unit."""
    keys = list(_keys(side))
    for (kind, _), group in groupby(range(len(keys)), key=keys.__getitem__):
        found = list(group)
        yield kind, found[0], found[-1]


def _keys(side: Side) -> Iterator[tuple[str, object]]:
    """For each block, the kind of its unit and what the blocks of that unit have in common."""
    entry, before = 0, ""
    for index, block in enumerate(side.blocks):
        row, defining = _around(block, "row"), _around(block, "definitions")
        if row:
            yield "row", row.serial
        elif defining:
            entry += block.kind == "term" != before
            yield "entry", (defining.serial, entry)
        else:
            yield block.kind, (index,)
        before = block.kind if defining else ""


def _around(block: Block, kind: str) -> Container | None:
    """The outermost container of a kind around a block."""
    return next((each for each in block.path if each.kind == kind), None) if block.path else None
