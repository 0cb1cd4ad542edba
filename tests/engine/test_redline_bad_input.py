"""Texts that no contract has: huge, deep or senseless. The redline loses nothing of them, and comes back soon."""

from __future__ import annotations

import time
from collections.abc import Mapping
from itertools import product
from random import Random

import pytest

from tests.engine.redline_texts import redline

# Seconds of processor time: far more than is needed, far less than what runs away.
SOON, LATE = 10.0, 30.0
WORDS = [f"mot{number % 997}" for number in range(60_000)]
HEADINGS = [f"# Titre {number}" for number in range(8_000)]
TITLE = "# Titre"


def compared(old: str, new: str, limit: float = SOON) -> set[str]:
    """The ops of a comparison that loses nothing and ends in time."""
    start = time.process_time()
    found = redline(old, new)
    taken = time.process_time() - start
    assert "".join(each.text for each in found.ops if each.op != "insert") == old
    assert "".join(each.text for each in found.ops if each.op != "delete") == new
    assert taken < limit
    return {each.op for each in found.ops}


def test_two_empty_texts_are_equal() -> None:
    assert compared("", "") == set()


def test_a_text_that_came_out_of_nothing_is_new() -> None:
    text = "# Titre\n\nLe Client paie.\n"
    assert compared("", text) == {"insert"}
    assert compared(text, "") == {"delete"}


@pytest.mark.parametrize(
    "text",
    [
        "\n",
        " ",
        "\n\n\n",
        "\t\n",
        "\ufeff",
        "\u00a0",
        "\u2028",
        "\x0c",
        "---\n---\n",
        "---\n",
        "#",
        "|",
        ">",
        "-",
        "\\",
    ],
)
def test_a_text_without_words_is_no_trouble(text: str) -> None:
    assert compared(text, text) == {"equal"}
    for other in ("", "mot", "# Titre\n\nmot\n", f"{text}{text}"):
        compared(text, other)
        compared(other, text)


LONG_LINES: Mapping[str, tuple[list[str], set[str]]] = {
    "equal": (WORDS, {"equal"}),
    "one word changed": ([*WORDS[:30_000], "autre", *WORDS[30_001:]], {"equal", "delete", "insert"}),
    "one word in a hundred changed": (
        [each if at % 100 else "autre" for at, each in enumerate(WORDS)],
        {"equal", "delete", "insert"},
    ),
    "all different": ([f"xyz{number % 991}" for number in range(len(WORDS))], {"delete", "insert"}),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), LONG_LINES.values(), ids=LONG_LINES)
def test_a_line_as_long_as_a_book_is_no_trouble(words: list[str], expected: set[str]) -> None:
    assert compared(" ".join(WORDS), " ".join(words), LATE) == expected


def test_a_word_as_long_as_a_book_is_no_trouble() -> None:
    assert compared("a" * 1_000_000, "a" * 1_000_000 + "b") == {"delete", "insert"}


def test_one_of_very_many_headings_that_is_renamed_is_told_alone() -> None:
    old = "\n\n".join(HEADINGS)
    new = old.replace("# Titre 4000\n", "# Autre\n")
    assert compared(old, new, LATE) == {"equal", "delete", "insert"}
    assert [each.text for each in redline(old, new).ops if each.op == "insert"] == ["Autre"]


EQUAL_HEADINGS = {
    "equal": "\n\n".join([TITLE] * 6_000),
    "one less": "\n\n".join([TITLE] * 5_999),
    "one more": "\n\n".join([TITLE] * 6_001),
    "one renamed": "\n\n".join([TITLE] * 3_000 + ["# Autre"] + [TITLE] * 2_999),
}


@pytest.mark.parametrize("new", EQUAL_HEADINGS.values(), ids=EQUAL_HEADINGS)
def test_very_many_equal_headings_are_no_trouble(new: str) -> None:
    compared(EQUAL_HEADINGS["equal"], new, LATE)


DEEP = {
    "quotes": ">" * 5_000,
    "quotes, spaced": "> " * 5_000,
    "lists": "- " * 5_000,
    "numbered lists": "1. " * 5_000,
    "lettered lists": "(a) " * 5_000,
    "quotes and lists": "> - " * 2_500,
    "list items one under the other": "\n".join(f"{'  ' * depth}- mot" for depth in range(700)) + "\n",
    "lettered items one under the other": "\n".join(f"{'    ' * depth}(a) mot" for depth in range(500)) + "\n",
    "quotes line by line": "\n".join(f"{'>' * depth} mot" for depth in range(700)) + "\n",
    "links": "[" * 2_500 + "mot" + "](x)" * 2_500,
    "elements": "<b>" * 2_500 + "mot" + "</b>" * 2_500,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_depths_that_nobody_reads_are_no_trouble(text: str) -> None:
    assert compared(f"{text}mot\n", f"{text}mot\n") == {"equal"}
    compared(f"{text}mot\n", f"{text}autre\n")
    compared(text, text[len(text) // 2 :])


RUNS = (
    "[", "]", "*", "**", "_", "|", "||", "{#", "{#a}", "a.", "1.", "1,", "1 ", "1 000 ", "@", "a@", "a@b.",
    "\\", "\\\n", "](", "[a](", "![", "[1](#", "[[a]", "<", "<a ", "</a>", "<!--", "&", "&nbsp;", "&#", "`",
    "~", "```\n", "#", "# ", "##\n", "> ", "- ", "-", "=\n", "a\n=\n", "(", "(a) ", "(a", "a)", "http://",
    "://", "www.", "...", "…", "\u0301", "🙂", "\u200d", "👩\u200d", "🇫", "\u2028", "\u00a0", " ", "\t", "\n",
    " \n", "|a|\n", "| a | b |\n", "a: b\n", ": a\n", "a\n: b\n\n", "---\n", "「", "中", "ع", "\u200f", "x²",
    "'", "’", "article 1 et ", "articles 1, ", "I", "1er ", "1 janvier ", "January 1, ", "12/",
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS, ids=repr)
def test_a_sign_repeated_thousands_of_times_is_no_trouble(run: str) -> None:
    text = run * 1_000
    half = len(text) // 2
    compared(text, f"{text}x")
    compared(text, f"{text[:half]}x{text[half:]}")
    compared(f"mot {text} mot\n\nmot", f"mot {text[half:]} mot\n\nmot")


@pytest.mark.parametrize("cell", ["|", "| a ", "|a|b", "\\|", "|:-"])
@pytest.mark.parametrize(
    "around", ["{}\nmot", "| a |\n| --- |\n{}\nmot", "| a | b |\n| --- | --- |\n{0}\n{0}\n\nmot", "{0}\n{0}\n{0}"]
)
def test_a_row_of_thousands_of_bars_is_no_trouble(cell: str, around: str) -> None:
    # Few first, so that a comparison that doubles with every bar fails, and not only never ends.
    few = 22 // (cell.count("|") * around.count("{"))
    for times, limit in ((few, 1.0), (1_500, SOON)):
        text = around.format(cell * times)
        compared(text, text.replace("a", "b").replace("mot", "autre"), limit)


def test_a_table_without_an_end_is_no_trouble() -> None:
    rows = [f"| ligne {number} | {number} € | annuel |" for number in range(800)]
    table = "\n".join(["| a | b | c |", "| --- | --- | --- |", *rows])
    assert compared(table, table.replace("ligne 400 ", "ligne autre ")) == {"equal", "delete", "insert"}
    compared(table, table.replace("annuel", "mensuel"))
    compared(table, table.replace(" |\n", " | x |\n"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_without_an_end_is_no_trouble(end: str) -> None:
    text = end.join(["---", *(f"clef-{number}: valeur" for number in range(2_000)), ""])
    assert compared(text, text.replace("clef-7:", "clé-7:")) == {"delete", "equal", "insert"}


def test_words_that_go_over_the_end_of_very_many_paragraphs_are_no_trouble() -> None:
    words = [f"w{number}" for number in Random(1).choices(range(5_000), k=90_001)]
    old = "\n\n".join(" ".join(words[at : at + 30]) for at in range(0, 90_000, 30))
    new = "\n\n".join(" ".join(words[at + bool(at) : at + 31]) for at in range(0, 90_000, 30))
    compared(old, new, SOON / 2)


def test_very_many_names_that_are_replaced_are_no_trouble() -> None:
    names = ["".join(each) for each in product("bcdfghjklmnpqrstvw", "aeiouy", "nprstvwxz", "aeiouy")]
    place = "The company in charge of matter {0} is called {1} Holdings.\n\nA letter of it goes to {1} Holdings."
    old = "\n\n".join(place.format(at, f"Ab{name}") for at, name in enumerate(names))
    new = "\n\n".join(place.format(at, f"Xy{name}") for at, name in enumerate(names))
    compared(old, new)
