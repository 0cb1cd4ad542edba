"""Pages in two columns, under lines and tables as wide as the page."""

from __future__ import annotations

import pytest
import typst

from macros.terms.intake.model import Block, plain
from macros.terms.intake.taking import taken_from

TITLE = "GENERAL TERMS AND CONDITIONS OF SALE OF ACME LIMITED"
OPENING = "These terms apply to every sale by ACME Limited, a company that is registered in England, to its customers."
CLOSING = "Signed in two originals by the parties, who have read the whole of these terms and all of their annexes."
SENTENCE = "The supplier delivers the goods that order {} names within ten days, and tells the customer of any delay."
SOURCE = f"""#set page(width: 140mm, height: 180mm, margin: 18mm, header: [ACME Limited], numbering: "1")
#set text(size: 9pt)
{{opening}}

#columns(2, gutter: 8mm)[
{{left}}
#colbreak()
{{right}}
]
{{between}}

{CLOSING}
"""


def sentences(first: int, count: int) -> list[str]:
    return [SENTENCE.format(first + at) for at in range(count)]


def read(between: str = "") -> list[Block]:
    pages = "\n#pagebreak()\n".join(
        SOURCE.replace("{opening}", f"{TITLE}\n\n{OPENING}" if first == 100 else "The prices of the year follow.")
        .replace("{left}", "\n\n".join(sentences(first, 5)))
        .replace("{right}", "\n\n".join(sentences(first + 5, 4)))
        .replace("{between}", between)
        for first in (100, 200)
    )
    return [*taken_from(typst.compile(pages.encode()), ".pdf").blocks]


@pytest.fixture(scope="module")
def blocks() -> list[Block]:
    return read()


def test_lines_as_wide_as_the_page_are_read_whole_and_in_their_place(blocks: list[Block]) -> None:
    page = [TITLE, OPENING, *sentences(100, 9), CLOSING]
    assert [plain(block) for block in blocks][: len(page)] == page


def test_a_running_header_over_columns_is_one(blocks: list[Block]) -> None:
    assert not [block for block in blocks if plain(block) == "ACME Limited"]


def test_a_table_leaves_the_columns_beside_it_columns() -> None:
    found = read("#table(columns: (1fr, 1fr), [Good], [Price], [A], [5])")
    at = next(at for at, block in enumerate(found) if block.kind == "table")
    assert [plain(block) for block in found[:at]] == [TITLE, OPENING, *sentences(100, 9)]
    assert plain(found[at + 1]) == CLOSING
