"""The typed words of a clause in stretches: its heading, then each paragraph, item, row and definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from macros.terms.model import Reading
from macros.terms.translate.shape import Piece
from macros.terms.translate.sources import typed_lines


class Stretch(NamedTuple):
    """Words as they are typed, the line of the file where they begin, the facts that their expressions use."""

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
        starts = {piece.line for piece in pieces}
        groups: list[list[tuple[int, str]]] = []
        for number, line in self.lines.get(clause, []):
            if not groups or number in starts:
                groups.append([])
            groups[-1].append((number, line))
        return [self._joined(group) for group in groups]

    def whole(self, clause: str) -> Stretch:
        """All of a clause; the marks of its lists go with it."""
        return self._joined(self.lines.get(clause) or [(1, "")])

    def _joined(self, lines: Sequence[tuple[int, str]]) -> Stretch:
        facts = tuple(fact for number, _ in lines for fact in self.facts.get(number, ()))
        return Stretch(lines[0][0], "\n".join(line for _, line in lines), facts)


def _facts(reading: Reading) -> Mapping[int, Sequence[str]]:
    """The facts that the expressions of each line of a file use, by its number."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    text = reading.filled.text
    for each in reading.filled.expressions:
        found[text.count("\n", 0, each.start) + 1] += each.facts
    return found
