"""Pieces to the tree of clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from macros.terms.model import Clause, Fault, Node, Tree
from macros.terms.parse.cutting import Piece
from macros.terms.parse.headings import strip_attributes
from macros.terms.parse.markdown import tokens
from macros.terms.parse.nodes import grown, inline, lowered
from macros.terms.parse.numbering import Numbered

Placed = tuple[tuple[Node, ...], tuple[Fault, ...]]


def grow(
    pieces: Iterable[Piece], numbered: Sequence[Numbered], faults: list[Fault], known: Mapping[str, object]
) -> Tree:
    """The tree of a resolved text; labels come from the headings by line, known are its references."""
    by_line = {each.heading.line: each for each in numbered}
    titles: list[tuple[Node, ...]] = []
    preface: list[Node] = []
    stack: list[_Open] = []
    roots: list[Clause] = []
    for piece in pieces:
        if not piece.level:
            nodes, found = _body(piece, known)
            (stack[-1].blocks if stack else preface).extend(nodes)
            faults += found
        elif piece.level == 1:
            titles.append(_title(piece, "", faults))
        elif (each := by_line.get(piece.line + 1)) is not None:
            _close(stack, roots, level=each.heading.level)
            stack.append(_Open(each, _title(piece, each.label, faults)))
    _close(stack, roots, level=0)
    return Tree(titles=tuple(titles), preface=tuple(preface), clauses=tuple(roots))


def _body(piece: Piece, known: Mapping[str, object]) -> Placed:
    """What stands under a heading; a text that names addresses apart is read anew each time, and seldom."""
    return _placed(*grown(tokens(piece.source, known)), piece.line) if known else _at(piece.source, piece.line)


def _placed(nodes: Sequence[Node], faults: Sequence[Fault], line: int) -> Placed:
    return lowered(nodes, line), tuple(replace(each, line=each.line + line) for each in faults)


# Versions of a contract have most of their words in common, and most of them on the same lines.
@lru_cache(maxsize=1024)
def _at(source: str, line: int) -> Placed:
    return _placed(*_grown(source), line)


@lru_cache(maxsize=1024)
def _grown(source: str) -> Placed:
    return grown(tokens(source))


class _Open:
    """A clause whose end has not been reached."""

    def __init__(self, numbered: Numbered, title: tuple[Node, ...]) -> None:
        self.numbered, self.title = numbered, title
        self.blocks: list[Node] = []
        self.clauses: list[Clause] = []

    def clause(self) -> Clause:
        """The clause, now complete."""
        return Clause(
            id=self.numbered.heading.id,
            level=self.numbered.heading.level,
            number=self.numbered.number,
            label=self.numbered.label,
            title=self.title,
            blocks=tuple(self.blocks),
            clauses=tuple(self.clauses),
            line=self.numbered.heading.line,
            counts=self.numbered.counts,
        )


def _close(stack: list[_Open], roots: list[Clause], level: int) -> None:
    """End every open clause that a heading of this level ends."""
    while stack and stack[-1].numbered.heading.level >= level:
        done = stack.pop().clause()
        (stack[-1].clauses if stack else roots).append(done)


def _title(piece: Piece, label: str, faults: list[Fault]) -> tuple[Node, ...]:
    return inline(strip_attributes(piece.source).removeprefix(label).strip(), piece.line + 1, faults)
