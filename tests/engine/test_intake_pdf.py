"""A letter that a file prints twice, to make it bold, is taken once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.utils.text import dedupe_chars

from macros.terms.intake.pdf import _once
from macros.terms.intake.pdf_letters import named
from macros.terms.intake.pdf_lines import lines_of

# Places on a grid that is finer than the distance at which two letters are one.
PLACE = st.integers(min_value=0, max_value=12).map(lambda step: step * 0.4)
LETTER = st.fixed_dictionaries({
    "text": st.sampled_from("ab"),
    "upright": st.booleans(),
    "fontname": st.sampled_from(["Serif", "Serif-Bold"]),
    "size": st.sampled_from([11.0, 12.0]),
    "doctop": PLACE,
    "x0": PLACE,
})  # fmt: skip


def test_a_letter_that_the_file_only_numbers_is_an_unknown_one() -> None:
    letters = [{"text": each, "fontname": "Serif"} for each in ("a", "(cid:12)", "(")]
    assert [each["text"] for each in named(letters)] == ["a", "\ufffd", "("]


@given(letters=st.lists(LETTER, max_size=40))
def test_a_letter_printed_twice_is_taken_once_as_pdfplumber_itself_takes_it(letters: list[dict[str, object]]) -> None:
    assert _once(letters) == dedupe_chars(letters)


def word(text: str, left: float, *, top: float = 100, size: float = 10) -> dict[str, object]:
    own = {"text": text, "fontname": "Serif", "size": size, "top": top, "bottom": top + size}
    return {**own, "x0": left, "x1": left + len(text) * size / 2}


@pytest.mark.parametrize(
    ("small", "said"),
    [
        (word("6", 80, top=96.6, size=8), "un 10⁶ est"),
        (word("6", 80, top=106.6, size=8), "un 10₆ est"),
        (word("6", 80, top=102, size=8), "un 106 est"),
        (word("6", 83, top=96.6, size=8), "un 10 6 est"),
        (word("er", 80, top=96.6, size=8), "un 10er est"),
    ],
)
def test_figures_set_high_or_low_behind_a_word_stay_so(small: dict[str, object], said: str) -> None:
    line = [word("un", 57), word("10", 70), small, word("est", 92)]
    assert [each.text for each in lines_of(line)] == [said]


def test_a_letter_without_a_name_is_a_bullet_where_the_norm_of_pdf_says_so() -> None:
    letters = [{"text": "(cid:127)", "fontname": name} for name in ("Helvetica", "ABCDEF+Helvetica")]
    assert [each["text"] for each in named(letters)] == ["•", "\ufffd"]
