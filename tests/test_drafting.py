"""Every rule of drafting finds the mistakes that it is there for, and leaves good contracts alone."""

from __future__ import annotations

import pytest

from macros.terms.check.drafting.rules import RULES
from tests.drafting_cases import FOLDER, cases, found

CASES = [(rule, *case) for rule in RULES for case in cases(rule)]


@pytest.mark.parametrize(("rule", "title", "body", "expected"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_a_rule_finds_what_is_wrong_and_nothing_else(rule: str, title: str, body: str, expected: str) -> None:
    assert found(rule, title, body) == expected, "if the new output is right: python -m tests.drafting_cases"


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_texts_that_it_finds_fault_with_and_texts_that_it_does_not(rule: str) -> None:
    assert {bool(expected) for _, _, expected in cases(rule)} == {True, False}


def test_every_file_of_cases_is_that_of_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_states_its_norm_on_one_line(rule: str) -> None:
    assert (RULES[rule].find.__doc__ or "").strip().endswith(".")
