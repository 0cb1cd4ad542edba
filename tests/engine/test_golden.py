"""Filling, numbering, references and rendering, case by case as readable text."""

from __future__ import annotations

import pytest

from tests.golden import RENDERERS, cases

CASES = [(name, *case) for name in RENDERERS for case in cases(name)]


@pytest.mark.parametrize(("name", "title", "given", "expected"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_the_output_is_the_one_that_was_read_and_kept(name: str, title: str, given: str, expected: str) -> None:
    assert RENDERERS[name](given) == expected, "if the new output is right: python -m tests.golden"
