"""Numbers as letters and Roman figures count them: C is the third letter, IV is 4."""

from __future__ import annotations

from itertools import pairwise

ROMAN = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4,
    "I": 1,
}  # fmt: skip


def counted(value: int, style: str) -> str:
    """A number in letters where style is "A" or "a", in Roman figures where it is "I" or "i", else in digits."""
    if style not in {"A", "a", "I", "i"}:
        return str(value)
    if style in "Aa":
        letters = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    else:
        letters = ""
        for figure, worth in ROMAN.items():
            letters += figure * (value // worth)
            value %= worth
    return letters if style.isupper() else letters.lower()


def roman(figures: str) -> int:
    """The value of a Roman number in capitals: a figure before a greater one is taken from it."""
    worths = [ROMAN[each] for each in figures]
    return sum(-one if one < other else one for one, other in pairwise([*worths, 0]))
