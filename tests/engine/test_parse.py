"""Parsing never raises, prints what it seals, and seals what it prints."""

from __future__ import annotations

import string
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from macros.terms.model import Clause, Numbering, Tree
from macros.terms.parse import parse
from macros.terms.render.text import text
from tests.golden import FRONT

IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)
WORDS = st.text(string.ascii_letters + " éàç", min_size=1).map(str.strip).filter(bool)
MARKS = st.sampled_from(["- ", "8. ", "(a) ", "i. ", "> ", ": ", "| ", "  ", "## ", "### ", "# ", ""])
SOURCES = st.lists(
    st.tuples(MARKS, st.text(st.characters(exclude_categories=["C"]), max_size=20)).map("".join) | st.just(""),
    max_size=12,
).map("\n".join)
# Letters that one-letter marks go by, and the wrappings that keep them.
LETTERED = st.tuples(
    st.sampled_from(["({})", "{})"]), st.lists(st.sampled_from(string.ascii_lowercase), min_size=1, max_size=6)
)


@st.composite
def outlines(draw: st.DrawFn) -> str:
    """A contract of clauses under clauses, each with its words and a reference to any other."""
    ids = draw(st.lists(IDS, min_size=1, max_size=8, unique=True))
    lines, level = [], 1
    for each in ids:
        level = draw(st.integers(2, min(level + 1, 4)))
        target = draw(st.sampled_from(ids))
        lines += [f"{'#' * level} {draw(WORDS)} {{#{each}}}", "", f"{draw(WORDS)} [](#{target})", ""]
    return "\n".join(lines)


def every_clause(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Clauses with those under them, in the order of reading."""
    return [each for clause in clauses for each in (clause, *every_clause(clause.clauses))]


@given(SOURCES)
def test_parsing_never_raises_and_keeps_every_line(source: str) -> None:
    canonical, tree, _ = parse(source, FRONT)
    assert canonical.count("\n") == source.count("\n")
    assert isinstance(tree, Tree)
    assert isinstance(text(tree), str)


@given(outlines())
def test_what_is_sealed_reads_as_what_is_shown(source: str) -> None:
    canonical, tree, faults = parse(source, FRONT)
    assert faults == ()
    unnumbered = replace(FRONT, numbering=Numbering(clauses=("{n}", "{m}", "{k}")))
    bare = canonical.replace("}\n", " number=none}\n")
    again = parse(bare, unnumbered)[1]
    assert text(again) == text(tree)


@given(outlines())
def test_a_reference_says_the_number_that_its_clause_prints(source: str) -> None:
    _, tree, _ = parse(source, FRONT)
    found = every_clause(tree.clauses)
    numbers = {clause.id: clause.number for clause in found}
    for clause in found:
        (link,) = (node for block in clause.blocks for node in block.children if node.kind == "link")
        assert link.children[0].text == numbers[link.target.removeprefix("#")]
        assert clause.number in clause.label


@given(LETTERED)
def test_lettered_lists_keep_their_marks(marks: tuple[str, list[str]]) -> None:
    wrap, letters = marks
    source = "\n".join(f"{wrap.format(letter)} mot" for letter in letters)
    (listed,) = parse(source, FRONT)[1].preface
    assert [item.mark for item in listed.children] == [wrap.format(letter) for letter in letters]


@given(st.integers(0, 999), st.integers(1, 5))
def test_numbered_lists_keep_where_they_start(start: int, length: int) -> None:
    source = "\n".join(f"{start + index}. mot" for index in range(length))
    (listed,) = parse(source, FRONT)[1].preface
    assert [item.mark for item in listed.children] == [f"{start + index}." for index in range(length)]
