"""A letter that a file prints twice, to make it bold, is taken once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.utils.text import dedupe_chars

from macros.terms.intake.pdf import _once
from macros.terms.intake.pdf_letters import named

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
    letters = [{"text": each} for each in ("a", "(cid:12)", "(")]
    assert [each["text"] for each in named(letters)] == ["a", "\ufffd", "("]


@given(letters=st.lists(LETTER, max_size=40))
def test_a_letter_printed_twice_is_taken_once_as_pdfplumber_itself_takes_it(letters: list[dict[str, object]]) -> None:
    assert _once(letters) == dedupe_chars(letters)
