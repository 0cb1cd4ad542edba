"""YAML as people mean it: what looks like text is text, and every key remembers its line."""

from __future__ import annotations

import pytest

from macros.terms.load.yaml_text import InvalidYamlError, read_yaml


@pytest.mark.parametrize("typed", ["2026-05-19", "12:30", "01010", "no", "1e3", "0x1F", "1_000", "+33146088370"])
def test_what_looks_like_text_is_text(typed: str) -> None:
    assert read_yaml(f"key: {typed}").value == {"key": typed}


@pytest.mark.parametrize(("typed", "value"), [("62734", 62734), ("-1", -1), ("0", 0), ("0.5", 0.5), ("", None)])
def test_decimal_numbers_and_nothing_are_told_apart(typed: str, value: object) -> None:
    assert read_yaml(f"key: {typed}").value == {"key": value}


def test_every_key_and_item_remembers_its_line() -> None:
    data = read_yaml("a:\n  b: 1\n  c:\n    - x\n    - {d: 2}\n", first_line=10)
    places = [("a",), ("a", "b"), ("a", "c", 0), ("a", "c", 1, "d"), ("a", "nowhere")]
    assert [data.line(place) for place in places] == [10, 11, 13, 14, 10]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\na: 2", 2, "expected each key once, found a again"),
        ("a: [1", 1, "expected valid YAML, found a comma or a closing bracket too few; write it"),
        (
            "a: b: c",
            1,
            (
                "expected valid YAML, found a colon inside words, or a line further in than its neighbours; put the "
                "words into quotation marks, or begin the line where its neighbours begin"
            ),
        ),
        ("a:\n\tb: 1", 2, "expected valid YAML, found a tab; write spaces"),
        (
            "a: |\nb\nc: 1",
            3,
            (
                "expected valid YAML, found words without a key; write key: value, or begin the line further in than "
                "the key whose words it goes on with"
            ),
        ),
        ("a: 1\n? [b]\n: 2", 2, "expected a word as a key, found a list or mapping"),
        ("a: !run x", 1, "expected YAML without tags, found !run; take it out"),
        ("a: &x [*x]", 1, "expected at most 20 levels, found more, or an anchor that holds itself"),
        ("a: \x07", 1, "expected words without control characters, found U+0007; take it out"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(InvalidYamlError) as caught:
        read_yaml(text)
    assert (caught.value.line, str(caught.value)) == (line, message)
