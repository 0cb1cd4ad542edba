"""Rule of tables: no row has more cells than the head, since no page shows these."""

from __future__ import annotations

from collections.abc import Iterator

from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.parse.rows import cells


def overfull_rows(wording: Wording) -> Iterator[Fault]:
    """Each row has as many cells as the head of its table; one that lacks some is filled with empty ones."""
    lines, columns, seen = wording.reading.filled.text.split("\n"), 0, 0
    for at, each in enumerate(wording.paragraphs):
        if each.kind == "heading-cell":
            before = wording.paragraphs[at - 1]
            columns = columns + 1 if at and (before.kind, before.line) == (each.kind, each.line) else 1
        elif each.kind == "cell" and each.line != seen:
            seen = each.line
            found = len(cells(lines[each.line - 1], 0)) - 1
            if found > columns:
                norm = f"expected {columns} cells in this row, as the head of its table has, found {found}"
                cure = "the last of them are not shown: take a | out, or write \\| where the sign itself is meant"
                yield Fault(line=each.line, message=f"{norm}; {cure}")
