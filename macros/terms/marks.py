"""Marks such as "(a)", "iv." or "4.1" in the order in which they stand, and where that order breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.terms.counting import counted, roman

WORDS = re.compile(r"\w+(?:\.\w+)*")
ROMAN_NUMBER = re.compile(r"(?=[IVXLC])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)


class Series(NamedTuple):
    """A mark as one of a series: what stands around it, what it counts in, and how far it has come."""

    style: str
    kind: str
    value: int


def series(mark: str) -> tuple[Series, ...]:
    """What a mark may be: "i)" is the first of Roman numbers or the ninth letter."""
    words = WORDS.search(mark)
    if not words:
        return ()
    said, style = words[0], WORDS.sub("", mark)
    *above, last = said.split(".")
    if last.isdecimal():
        return (Series(style, ".".join([*above, "1"]), int(last)),)
    case, found = "A" if last.isupper() else "a", list[Series]()
    if len(set(last)) == 1 and last.isascii() and len(last) <= 2:
        found.append(Series(style, case, ord(last[0].upper()) - 64 + 26 * (len(last) - 1)))
    if ROMAN_NUMBER.fullmatch(last):
        found.append(Series(style, "I" if last.isupper() else "i", roman(last.upper())))
    return tuple(found)


def breaks(marks: Sequence[str], start: str = "") -> Iterator[tuple[int, str]]:
    """The places where a mark is not the next of its series, each with what is expected there; start comes before them.

    A series that begins inside another ends when the outer one goes on.
    """
    open_: list[Series] = [*series(start)[:1]]
    for at, mark in enumerate(marks):
        found = series(mark)
        if not found or _goes_on(open_, found):
            continue
        nested = [each for each in found if each.value == 1 and (not open_ or each[:2] != open_[-1][:2])]
        if nested:
            # "i)" after "h)" went on above: alone it begins Roman numbers.
            open_.append(nested[-1])
            continue
        around = next((each for each in reversed(open_) for one in found if each[:2] == one[:2]), None)
        chosen = next((one for one in found if around and one[:2] == around[:2]), found[0])
        yield at, written(mark, chosen.kind, (around.value if around else 0) + 1)
        open_ = [*open_[: open_.index(around)], chosen] if around else [chosen]


def _goes_on(open_: list[Series], found: Sequence[Series]) -> bool:
    """Whether a mark is the next of an open series, the innermost first; those inside it are then closed."""
    for depth in range(len(open_) - 1, -1, -1):
        for each in found:
            if each[:2] == open_[depth][:2] and each.value == open_[depth].value + 1:
                open_[depth:] = [each]
                return True
    return False


def written(mark: str, kind: str, value: int) -> str:
    """A value in the form of a mark."""
    words = WORDS.search(mark)
    said = words[0] if words else ""
    last = counted(value, kind)
    return mark.replace(said, ".".join([*said.split(".")[:-1], last]), 1)
