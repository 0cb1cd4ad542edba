"""The typed words of a clause in stretches: its heading, then each paragraph, item, row and definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

from macros.terms.model import Reading
from macros.terms.translate.shape import Piece
from macros.terms.translate.sources import typed_lines


class Stretch(NamedTuple):
    """Words as they are typed: the piece that they are, its line in the file, the facts that their expressions use."""

    kind: str
    line: int
    words: str
    facts: tuple[str, ...]


class Stretches:
    """The stretches of a text, by clause."""

    def __init__(self, reading: Reading) -> None:
        self.lines = typed_lines(reading)
        self.facts = _facts(reading)
        self.words = sum(len(line.split()) for lines in self.lines.values() for _, line in lines)

    def of(self, clause: str, pieces: Sequence[Piece]) -> list[Stretch]:
        """The stretches of a clause whose pieces are given."""
        starts = {piece.line: piece.name for piece in reversed(pieces)}
        groups: list[list[tuple[int, str]]] = []
        for number, line in self.lines.get(clause, []):
            if not groups or number in starts:
                groups.append([])
            groups[-1].append((number, line))
        return [self._joined(starts.get(group[0][0], "a heading"), group) for group in groups]

    def _joined(self, kind: str, lines: Sequence[tuple[int, str]]) -> Stretch:
        facts = tuple(fact for number, _ in lines for fact in self.facts.get(number, ()))
        return Stretch(kind, lines[0][0], "\n".join(line for _, line in lines), facts)


def gap(longer: Sequence[Stretch], shorter: Sequence[Stretch], usual: float) -> int:
    """Where the longer list has stretches that the shorter one has not: without them lengths agree best.

    usual: how many words the shorter list has for one of the longer. The first stretch, a heading, is in both;
    before the first clause there is none, and may be no word at all.
    """
    more = len(longer) - len(shorter)
    together = [0.0, *accumulate(_apart(a, b, usual) for a, b in zip(longer, shorter, strict=False))]
    shifted = [0.0, *accumulate(_apart(a, b, usual) for a, b in zip(longer[more:], shorter, strict=True))]
    return min(range(1, len(shorter) + 1), key=lambda at: together[at] + shifted[-1] - shifted[at], default=0)


def _apart(one: Stretch, other: Stretch, usual: float) -> float:
    """How far a stretch is from what it should be for another: by its length, and by what it is."""
    return (one.kind != other.kind) + abs(log((usual * len(one.words.split()) + 1) / (len(other.words.split()) + 1)))


def _facts(reading: Reading) -> Mapping[int, Sequence[str]]:
    """The facts that the expressions of each line of a file use, by its number."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    text = reading.filled.text
    for each in reading.filled.expressions:
        found[text.count("\n", 0, each.start) + 1] += each.facts
    return found
