"""Tables that pages cut in parts to whole tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.terms.intake.joining import joined
from macros.terms.intake.model import Block, plain
from macros.terms.intake.printed import Line, Table

REPEATED = "the head of a table that a page repeats was left out; check the table"
SPLIT = "a row that a page cuts was joined with what the next page goes on with; check it"


def whole_table(parts: Sequence[Table], known: frozenset[str]) -> Block:
    """One table of the parts that pages hold of it: repeated heads left out, cut rows joined."""
    rows = [_row(row, known) for row in parts[0].rows]
    remarks: list[str] = []
    for part in parts[1:]:
        following = [_row(row, known) for row in part.rows]
        if following and _said(following[0]) == _said(rows[0]):
            following.pop(0)
            remarks.append(REPEATED)
        if following and rows and _goes_on(following[0], rows[-1]):
            rows[-1] = _joined(rows[-1], following.pop(0), known)
        rows += following
    width = max(len(row.blocks) for row in rows)
    padded = (replace(row, blocks=(*row.blocks, *[Block(kind="cell")] * (width - len(row.blocks)))) for row in rows)
    return Block(kind="table", blocks=tuple(padded), remarks=tuple(dict.fromkeys(remarks)))


def _row(cells: Sequence[Sequence[Line]], known: frozenset[str]) -> Block:
    words = (joined((line.runs for line in lines), known)[0] for lines in cells)
    return Block(kind="row", blocks=tuple(Block(kind="cell", runs=runs) for runs in words))


def _said(row: Block) -> list[str]:
    return [plain(cell) for cell in row.blocks]


def _goes_on(row: Block, last: Block) -> bool:
    """Whether a row is the rest of the one before the page: a cell is empty, or begins in the middle of a sentence."""
    filled = [cell for cell in row.blocks if plain(cell).strip()]
    if len(row.blocks) != len(last.blocks) or not filled:
        return False
    return len(filled) < len(row.blocks) and not plain(row.blocks[0]).strip()


def _joined(last: Block, row: Block, known: frozenset[str]) -> Block:
    pairs = zip(last.blocks, row.blocks, strict=True)
    cells = (replace(one, runs=joined((one.runs, other.runs), known)[0]) for one, other in pairs)
    return replace(last, blocks=tuple(cells), remarks=(*last.remarks, SPLIT))
