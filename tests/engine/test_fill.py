"""Whatever a value holds, it prints itself; every expression knows where it stands and what it used."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.definitions import words_of
from macros.terms.fill import fill
from macros.terms.model import Dated, Node
from macros.terms.parse import parse
from macros.terms.reading import facts_on
from tests.golden import FRONT, VARIABLES

DAY = date(2026, 3, 1)
# What the schema lets through: one line, no space around it, no control character.
VALUES = (
    st.text(
        st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(list("*_`[]()<>#|\\!&~:-+=.1a \u00a0")),
        min_size=1,
    )
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: text.strip() != "")
)
PLACES = {
    "alone": ("", ""),
    "at the beginning of a paragraph": ("", " suite"),
    "in a paragraph": ("mot ", " suite"),
    "at the end of a paragraph": ("mot ", ""),
    "in a list item": ("- ", ""),
    "in a numbered item": ("3. ", " mot"),
    "in a lettered item": ("(a) ", " mot"),
    "in bold": ("un **mot ", " mot** suite"),
    "after a bracket": ("[mot]", " suite"),
}


def words(nodes: tuple[Node, ...]) -> str:
    """The words of all blocks."""
    return "".join(words_of([node]) for node in nodes)


def value_fill(body: str, value: str) -> str:
    """The body with {{ a.b }} standing for the value."""
    filled = fill(body, facts_on({"a": {"b": value}}, DAY, "fr"), language="fr")
    assert filled.faults == ()
    return filled.text


@pytest.mark.parametrize("place", PLACES)
@given(value=VALUES)
def test_a_value_prints_itself(place: str, value: str) -> None:
    before, after = PLACES[place]
    _, tree, faults = parse(value_fill(before + "{{ a.b }}" + after, value), FRONT)
    assert faults == ()
    typed = before.replace("**", "").removeprefix("- ").removeprefix("3. ").removeprefix("(a) ")
    assert words(tree.preface) == typed + value + after.replace("**", "")


@given(value=VALUES)
def test_a_value_prints_itself_in_a_heading(value: str) -> None:
    _, tree, faults = parse(value_fill("## {{ a.b }} {#id}", value), FRONT)
    assert faults == ()
    assert [words(clause.title) for clause in tree.clauses] == [value]


@given(value=VALUES)
def test_a_value_prints_itself_in_a_table_and_in_a_definition(value: str) -> None:
    body = "| a | b |\n| --- | --- |\n| {{ a.b }} | c |\n\n{{ a.b }} :\n: {{ a.b }}"
    table, listed = parse(value_fill(body, value), FRONT)[1].preface
    assert [words_of([cell]) for cell in table.children[1].children] == [value, "c"]
    assert [words_of([part]) for part in listed.children] == [f"{value} :", value]


@given(values=st.lists(VALUES, min_size=1, max_size=4))
def test_every_expression_knows_its_place_and_its_facts(values: list[str]) -> None:
    names = [f"v{index}" for index in range(len(values))]
    body = "\n".join(f"mot {{{{ g.{name} }}}} mot" for name in names)
    filled = fill(body, facts_on({"g": dict(zip(names, values, strict=True))}, DAY, "fr"), language="fr")
    assert [each.facts for each in filled.expressions] == [(f"g.{name}",) for name in names]
    for each, line in zip(filled.expressions, filled.text.split("\n"), strict=True):
        assert f"mot {filled.text[each.start : each.end]} mot" == line


def test_an_expression_names_every_fact_it_used() -> None:
    source = "{{ company.capital | money }} {{ company.name ~ ' ' ~ company.siren }}"
    filled = fill(source, facts_on(VARIABLES, DAY, "fr"), language="fr")
    assert [each.facts for each in filled.expressions] == [
        ("company.capital.amount", "company.capital.currency"),
        ("company.name", "company.siren"),
    ]


def test_a_fact_has_one_value_at_any_given_day() -> None:
    capital = (Dated(value=10, since=date(2020, 1, 1)), Dated(value=20, since=date(2026, 3, 1)))
    printed = [
        fill("{{ a.capital }}", facts_on({"a": {"capital": capital}}, day, "fr"), language="fr").text
        for day in (date(2020, 1, 1), date(2026, 2, 28), date(2026, 3, 1), date(2030, 1, 1))
    ]
    assert printed == ["10", "10", "20", "20"]


def test_a_fact_without_a_value_on_the_day_is_said() -> None:
    capital = (Dated(value=10, since=date(2020, 1, 1)),)
    filled = fill("{{ a.capital }}", facts_on({"a": {"capital": capital}}, date(2019, 12, 31), "fr"), language="fr")
    (fault,) = filled.faults
    assert fault.message.startswith("expected a value of a.capital on 2019-12-31, found none before 2020-01-01; add")


def test_composed_and_decomposed_letters_give_the_same_bytes() -> None:
    facts = facts_on({"a": {"b": "e\u0301"}}, DAY, "fr")
    assert fill("e\u0301 {{ a.b }}", facts, language="fr").text == "é é"
