"""The rows of tables to their cells, each with the place where it stands."""

from __future__ import annotations

import re
from itertools import pairwise

from macros.terms.model import Container
from macros.terms.parse.block import TOKENS, Block

TABLE = re.compile(
    r"\n*(?P<head>\|[^\n]*)\n(?P<rule>\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*)\n(?P<rows>(?:\|[^\n]*\n)*(?:\|[^\n]*)?)\s*"
)
PIPE = re.compile(r"(?<!\\)\|")


def table(piece: str, start: int) -> list[Block]:
    """The cells of a table alone whose rows all begin with a bar; none where the parser must look."""
    match = TABLE.fullmatch(piece)
    columns = len(cells(match["head"], 0)) - 1 if match else 0
    if match is None or columns != match["rule"].count("|") - 1:
        return []
    whole, found = Container("table", "", start * TOKENS), list[Block]()
    at = match.start("head")
    for number, line in enumerate((match["head"], match["rule"], *match["rows"].split("\n"))):
        if number != 1 and line:
            path = (whole, Container("row", "", (start + at) * TOKENS))
            kind = "heading-cell" if number == 0 else "cell"
            for from_, to in list(pairwise(cells(line, start + at)))[:columns]:
                found.append(cell(line, start + at, from_, to, (*path, Container(kind, "", from_ * TOKENS))))
        at += len(line) + 1
    return found


def cells(row: str, start: int) -> list[int]:
    """Where the cells of a row that stands at start begin, from the bar before each on, and where the row ends."""
    edges = [start + match.start() for match in PIPE.finditer(row)]
    if not row.lstrip().startswith("|") or not edges:
        edges.insert(0, start)
    closed = len(edges) > 1 and edges[-1] == start + len(row.rstrip()) - 1
    return [start, *edges[1:], *([] if closed else [start + len(row)])]


def cell(row: str, at: int, start: int, end: int, path: tuple[Container, ...]) -> Block:
    """The cell of a row at at that begins with its bar at start; an empty one has no words."""
    inner = row[start - at : end - at]
    stop = start + len(inner.rstrip())
    return Block("cell", 0, path, start, min(end - len(inner.lstrip(" \t|")), stop), stop)
