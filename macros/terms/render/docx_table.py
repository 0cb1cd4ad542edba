"""How a table of a Word document divides its width between its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from math import sqrt

from macros.terms.model import Passage
from macros.terms.render.docx_look import WIDTH
from macros.terms.render.docx_pieces import pieces

# A letter of a table and the space beside words, in twentieths of a point; longer words, mostly addresses, may break.
LETTER, BESIDE, LONGEST = 115, 190, 20


def widths(rows: Sequence[Sequence[Sequence[Passage]]]) -> list[int]:
    """The widths of the columns: what says more has more, and no column is too narrow for its longest word."""
    columns = list(zip_longest(*([_words(cell) for cell in row] for row in rows), fillvalue=""))
    least = [_longest(column) * LETTER + BESIDE for column in columns]
    wanted = [sqrt(max(map(len, column)) + 1) for column in columns]
    narrow = [few > WIDTH * much / sum(wanted) for few, much in zip(least, wanted, strict=True)]
    rest = max(WIDTH - sum(few for few, is_narrow in zip(least, narrow, strict=True) if is_narrow), 0)
    others = sum(much for much, is_narrow in zip(wanted, narrow, strict=True) if not is_narrow)
    shares = [
        few if is_narrow else rest * much / others for few, much, is_narrow in zip(least, wanted, narrow, strict=True)
    ]
    found = [round(WIDTH * share / sum(shares)) for share in shares]
    return [*found[:-1], WIDTH - sum(found[:-1])]


def _longest(column: Sequence[str]) -> int:
    return min(max(len(word) for said in column for word in [*said.split(), ""]), LONGEST)


def _words(cell: Sequence[Passage]) -> str:
    return " ".join(piece.text for each in cell for piece in pieces(each))
