"""Labels as contracts print them ("Article 13.", "11 .1", "IV –", "ANNEXE B") to numbers and patterns, and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.terms.counting import roman
from macros.terms.parse.numbering import INSERTED, LEVELS

NOUN = r"(?:art(?:icle|ikel|\.)?|clause|section|abschnitt|chapitre|chapter|titre|title|partie|part)"
ANNEX = r"(?:annexe?|appendix|schedule|exhibit|anlage|anhang)"
DIGITS = r"\d{1,3}(?:(?:[ \u00a0]?\.[ \u00a0]?|-)\d{1,2}(?!\d))*"
FIRST = r"premier|1er"
END = r"(?:[ \u00a0\u202f]?[.):]?[ \u00a0\u202f]?[–—-](?=\s|$)|[ \u00a0\u202f]?[.):°](?!\d))"
ALSO = f"(?i:{INSERTED})?"
# What a law numbers, "Article L. 221-5": a letter is no label before the figures of a code.
CODE = r"(?![A-Z]\.?[ \u00a0]?\d+(?:-\d|\d))"
# With a noun before it any number is a label; alone it needs a sign behind it, or a second number after a full stop.
SPACE = r"[ \u00a0](?:n°[ \u00a0]?)?"
NAMED = re.compile(
    rf"(?:(?i:{NOUN}){SPACE}|§[ \u00a0\u202f]?){CODE}(?P<number>{FIRST}|{DIGITS}|[IVXL]+|[A-Z]){ALSO}{END}?(?=\s|$)"
)
ANNEXED = re.compile(rf"(?i:{ANNEX}){SPACE}(?P<number>\d{{1,3}}|[IVXL]+|[A-Z])(?![\w'’]){ALSO}{END}?(?=\s|$)")
BARE = re.compile(
    rf"(?P<number>\d{{1,3}}(?:(?:[ \u00a0]?\.[ \u00a0]?|-)\d{{1,2}}(?!\d))+){END}?(?=\s|$)"
    rf"|(?P<one>\d{{1,3}}|[IVXL]+|[A-Z]){ALSO}{END}(?=\s|$)"
)
NUMBER = re.compile(r"\d+")
SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label at the beginning of a heading: as printed, what stands around its numbers ("Article {}."), the numbers.

    style is "" for digits, "I" or "A" for Roman numbers and letters; series is "annexes" for an annex.
    """

    text: str
    shape: str
    numbers: tuple[int, ...]
    style: str = ""
    series: str = "clauses"

    @property
    def named(self) -> bool:
        """Whether a noun with a capital, or §, begins it, so that it is a heading's wherever it begins a line."""
        return self.shape.startswith("§") or (self.shape[:1].isupper() and self.shape[1:2].isalpha())

    @property
    def rest(self) -> int:
        """Where the title begins that stands behind it."""
        return len(self.text)


def label(text: str) -> Label | None:
    """The label that a line begins with, None where it begins with none."""
    if match := ANNEXED.match(text):
        return _label(match, match["number"], "annexes")
    if match := NAMED.match(text):
        return _label(match, match["number"], "clauses")
    if match := BARE.match(text):
        return _label(match, match["number"] or match["one"], "clauses")
    return None


def _label(match: re.Match[str], number: str, series: str) -> Label | None:
    at = match.start("number") if match["number"] else match.start("one")
    before, after = match[0][: at - match.start()], match[0][at - match.start() + len(number) :]
    if number[0].isdigit() and not number.endswith("er"):
        numbers, style = tuple(map(int, NUMBER.findall(number))), ""
        shape = NUMBER.sub("{}", number)
    else:
        value, style = _value(number)
        numbers, shape = (value,), "{}" if style != "first" else number
    return Label(
        text=match[0], shape=SPACES.sub(" ", before + shape + after), numbers=numbers, style=style, series=series
    )


def _value(number: str) -> tuple[int, str]:
    """What letters count: "premier" is 1, IV is 4, C is 3: one letter is a Roman number only as I, V or X."""
    if number.lower() in {"premier", "1er"}:
        return 1, "first"
    if len(number) > 1 or number.upper() in "IVX":
        return roman(number.upper()), "I"
    return ord(number.upper()) - ord("A") + 1, "A"


def pattern(shape: str, numbers: Sequence[int], style: str, depth: int) -> str | None:
    """The numbering pattern of a label on a level (0 for ##), None where no pattern says so."""
    first = depth - len(numbers) + 1
    if first < 0 or depth >= len(LEVELS) or shape.count("{}") != len(numbers):
        return None
    letters = (f"{{{each}:{style}}}" if style else f"{{{each}}}" for each in LEVELS[first : depth + 1])
    return shape.format(*letters)
