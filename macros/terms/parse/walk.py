"""The tokens of markdown-it to blocks: the containers that are open, the lines where blocks begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from macros.terms.model import Container
from macros.terms.parse.block import Block
from macros.terms.parse.markdown import blocks
from macros.terms.parse.rows import cell, cells

CONTAINERS: Mapping[str, str] = {
    "blockquote_open": "quote",
    "bullet_list_open": "bullets",
    "dd_open": "definition",
    "dl_open": "definitions",
    "dt_open": "term",
    "lettered_list_open": "lettered",
    "list_item_open": "item",
    "ordered_list_open": "numbered",
    "table_open": "table",
    "td_open": "cell",
    "th_open": "heading-cell",
    "tr_open": "row",
}
CLOSINGS = frozenset(each.replace("_open", "_close") for each in CONTAINERS)
ALONE: Mapping[str, str] = {"code_block": "listing", "fence": "listing", "hr": "rule", "html_block": "listing"}
# The table and the row that are open within a table in nothing else.
IN_TABLE = 2
# What a list or a quotation prints before a row of a table in it.
AROUND = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\(?\w{1,9}[.)])(?=[ \t])))+[ \t]*(?=\|)|(?:[ \t]*>)+[ \t]*")


def walked(text: str) -> Iterator[Block]:
    """The blocks of a text that Markdown's own rules must read."""
    return _Walk(text).blocks()


class _Walk:
    """The way through the tokens of a text: the containers that are open, the lines where they begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self.path: list[Container] = []
        self.row = (0, "")
        self.edges: list[int] = []

    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        before: Token | None = None
        for serial, token in enumerate(blocks(self.text)):
            if token.type == "inline" and before is not None:
                yield from self._words(token, before)
            elif token.type in CONTAINERS:
                self._open(token, serial)
            elif token.type in CLOSINGS:
                self.path.pop()
            elif token.type in ALONE and token.map:
                yield self._alone(token, token.map)
            before = token

    def _open(self, token: Token, serial: int) -> None:
        kind = CONTAINERS[token.type]
        self.path.append(Container(kind, f"{token.info}{token.markup}" if kind == "item" else "", serial))
        if kind == "row" and token.map:
            start, end = self.lines[token.map[0]], self.lines[token.map[0] + 1] - 1
            if len(self.path) > IN_TABLE and (around := AROUND.match(self.text, start, end)):
                start = around.end()
            self.row = (start, self.text[start:end])
            self.edges = cells(self.row[1], start)

    def _words(self, token: Token, before: Token) -> Iterator[Block]:
        if not token.map:
            return
        if before.type in {"td_open", "th_open"}:
            # A row may have fewer cells than the head of its table.
            if len(self.edges) > 1:
                start, row = self.row
                yield cell(row, start, self.edges.pop(0), self.edges[0], tuple(self.path))
            return
        start = self.lines[token.map[0]]
        first = token.content.split("\n", 1)[0].rstrip()
        line = self.text[start : self.lines[token.map[0] + 1] - 1].rstrip()
        if before.type == "heading_open" and before.markup.startswith("#"):
            words = start + max(line.find(first, line.find(before.markup) + len(before.markup)), 0)
            end = words + len(first)
        else:
            words = start + len(line) - len(first) if line.endswith(first) else start
            last = token.map[0] + token.content.count("\n")
            end = words + len(self.text[words : self.lines[last + 1] - 1].rstrip())
        kind = before.type.removesuffix("_open")
        level = int(before.tag[1]) if kind == "heading" else 0
        yield Block("term" if kind == "dt" else kind, level, tuple(self.path), start, words, end)

    def _alone(self, token: Token, lines: Sequence[int]) -> Block:
        start, end = self.lines[lines[0]], self.lines[min(lines[1], len(self.lines) - 1)] - 1
        end = start + len(self.text[start:end].rstrip())
        return Block(ALONE[token.type], 0, tuple(self.path), start, start, max(end, start))
