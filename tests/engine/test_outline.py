"""The blocks of a text that is read in pieces are those that the parser sees when it reads the whole text at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.terms.parse.block import Block, slices
from macros.terms.parse.outline import FRONT, _front, _readable, outline
from macros.terms.parse.walk import walked
from tests.conftest import ROOT

# Kind and level of a block, the kinds and marks of what it stands in, and where its words begin and end.
Shape = tuple[str, int, tuple[tuple[str, str], ...], int, int]

WAYS: Mapping[str, Callable[[str], str]] = {
    "as typed": lambda text: text,
    "with CR LF": lambda text: text.replace("\n", "\r\n"),
    "with CR": lambda text: text.replace("\n", "\r"),
    "with a byte order mark": lambda text: f"\ufeff{text}",
    "without a final newline": lambda text: text.rstrip("\n"),
    "with spaces at the ends of lines": lambda text: text.replace("\n", "  \n"),
}
LINES = st.sampled_from(
    ["mot", "Le Client paie.", "é", "中文", "العربية", "«\u00a0x\u00a0»", "“x”", "**1.** gras", "**Gras** mot",
    "1.1 num", "12.3. x", "A.", "a", "Et (b) x", "- item", "* item", "+ item", "-", "1. un", "2. deux",
    "10) dix", "1)", "(a) aa", "(b) bb", "a. aa", "b. bb", "i) ii", "B) x", "(1) un", "  - dessous",
    "   - dessous", "  mot", "   mot", "    mot", "\tmot", "   (i) dessous", "  1. dessous", "> cité",
    "> - item", "> # H", ": sens", "  : sens", "Terme", "| a | b |", "|---|---|", "| --- | :-: |", "| x |",
    "| a \\| b | c | d |", "a | b", "| | |", "|", ":-", "# H", "## H ##", "### 1. Titre {#id}", "###### *H*",
    "#hash", "```", "~~~", "---", "===", "***", "* * *", "<div>", "</div>", "<!-- x -->", "[a]: http://b.c",
    "\\", "\\# x", "mot\u2028mot", "\u00a0mot", "mot  ", "mot\\"]
)  # fmt: skip
BREAKS = st.sampled_from(
    ["\n", "\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\t\n", "  \n", "\r\n", "\r\n\r\n", "\n  "]
)
TEXTS = st.lists(st.tuples(LINES, BREAKS).map("".join), max_size=10).map("".join) | st.text(
    st.sampled_from("ab1.)(-*>|:#` \n\t{}[]é"), max_size=40
)


def shapes(blocks: Iterable[Block], shift: int = 0) -> list[Shape]:
    """The blocks that have words, and all cells."""
    return [
        (
            each.kind,
            each.level,
            tuple((around.kind, around.mark) for around in each.path),
            each.words + shift,
            each.end + shift,
        )
        for each in blocks
        if each.words < each.end or each.kind == "cell"
    ]


def at_once(text: str) -> list[Shape]:
    """What the parser sees of the whole text."""
    front = FRONT.match(text)
    body = front.end() if front else 0
    return shapes(_front(text, body)) + shapes(walked(_readable(text)[body:]), body)


def tile(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the slices of the blocks follow each other from the beginning of the text to its end, words inside."""
    at = 0
    for block, end in slices(text, blocks):
        if not at == block.start <= block.words <= block.end <= end:
            return False
        at = end
    return at == len(text)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("root", ["docs", "tests/sites/history/docs", "tests/sites/tiny/docs"])
def test_real_texts_have_the_blocks_that_the_parser_sees_at_once(root: str, way: str) -> None:
    paths = sorted(ROOT.glob(f"{root}/**/*.md"))
    assert paths
    for path in paths:
        text = WAYS[way](path.read_text(encoding="utf-8"))
        assert shapes(outline(text)) == at_once(text), path
        assert tile(text, outline(text)), path


@settings(max_examples=400)
@given(TEXTS)
def test_any_text_has_the_blocks_that_the_parser_sees_at_once(text: str) -> None:
    # A text without a block is one; a title that is also a defined term stands in no contract.
    seen = at_once(text)
    if seen and not _titles_as_terms(text):
        assert shapes(outline(text)) == seen


def _titles_as_terms(text: str) -> bool:
    lines = [each.strip() for each in text.replace("\r", "\n").split("\n")]
    kept = [each for each in lines if each]
    return any(a.startswith("#") and b.startswith((":", "~")) for a, b in pairwise(kept))


@given(TEXTS | st.text(max_size=60))
def test_the_slices_of_the_blocks_are_the_whole_text(text: str) -> None:
    found = outline(text)
    assert found
    assert tile(text, found)


@given(TEXTS)
def test_the_same_text_has_the_same_blocks(text: str) -> None:
    assert outline(text) == outline(text)


def words(text: str) -> list[tuple[str, str]]:
    """The kind of each block, and its words."""
    return [(each.kind, text[each.words : each.end]) for each in outline(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "  \n"], ids=["LF", "CR LF", "CR", "spaces"])
def test_the_cells_of_a_table_are_whole_however_its_lines_end(newline: str) -> None:
    text = "| Formule | Prix |\n| --- | --- |\n| Simple | 5 € |\n| Double | 9 € |\n".replace("\n", newline)
    assert [cell for _, cell in words(text)] == ["Formule", "Prix", "Simple", "5 €", "Double", "9 €"]


def test_front_matter_is_a_block_a_line() -> None:
    text = "---\ntitle: Titre\neffective: 2026-01-01\n---\n\n# Titre\n"
    assert words(text) == [
        ("front", "---"), ("front", "title: Titre"), ("front", "effective: 2026-01-01"), ("front",
    "---"), ("heading", "Titre"),
    ]  # fmt: skip


def test_the_definitions_of_one_list_stand_in_one_list() -> None:
    text = "Client\n: celui qui signe\n\nService\n: ce qui est fourni\n"
    assert len({each.path[0] for each in outline(text)}) == 1


@pytest.mark.parametrize("row", ["| a | b \\|", "| a | b \\| |", "| a | b", "| a | b |"])
def test_the_last_cell_of_a_row_ends_at_a_bar_that_is_meant_to_part_cells(row: str) -> None:
    text = f"| A | B |\n| --- | --- |\n{row}\n"
    cells = [text[each.words : each.end] for each in outline(text) if each.kind == "cell"]
    assert [each.replace("\\|", "|") for each in cells[2:]] == ["a", "b |" if "\\" in row else "b"]
