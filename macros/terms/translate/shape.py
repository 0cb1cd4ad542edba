"""The shape of a clause: its paragraphs, items, rows and cells in order, whatever their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.terms.model import Node

# What a reader sees as a piece of a clause; how a message calls it.
NAMES = {
    "cell": "a cell",
    "definition": "a definition",
    "heading-cell": "a head of a column",
    "item": "an item",
    "listing": "a listing",
    "paragraph": "a paragraph",
    "quote": "a quotation",
    "row": "a row of a table",
    "rule": "a line across the page",
    "term": "a defined term",
}


class Piece(NamedTuple):
    """A piece of a clause: how deep it stands, what it is, the mark of an item, the line of the file."""

    depth: int
    kind: str
    mark: str
    line: int

    @property
    def form(self) -> tuple[int, str, str]:
        """What must be the same in every language."""
        return self.depth, self.kind, self.mark

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f"{NAMES[self.kind]} {self.mark}".rstrip()


def shape(blocks: Sequence[Node], depth: int = 0, line: int = 0) -> Iterator[Piece]:
    """The pieces of a clause in order, those in another below it."""
    for block in blocks:
        line = block.line or line
        if block.kind in NAMES:
            # The signs of a list without order are a matter of taste.
            yield Piece(depth, block.kind, block.mark if block.kind == "item" and block.mark not in "-+*" else "", line)
        yield from shape(block.children, depth + (block.kind in NAMES), line)
