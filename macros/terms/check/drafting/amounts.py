"""Amounts of money as a contract prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from macros.terms.check.drafting.numbers import DIGIT, FIGURES, NUMBER, SPACE
from macros.terms.check.drafting.wording import Wording
from macros.terms.formats import currency_names
from macros.terms.paragraphs import Paragraph
from macros.terms.translate.figures import CURRENCIES

SPACES = re.compile(SPACE)
GROUPS: Mapping[str, str] = {".": "points", ",": "commas", " ": "spaces", "'": "apostrophes", "’": "apostrophes"}
# The separator of thousands, that of decimals; four digits may go without the first, so they say nothing of it.
SHAPE = re.compile(r"\d{1,3}(?:([ .,'’])\d{3}(?:\1\d{3})*)?(?:([.,])\d{1,2})?|(?P<bare>\d{4,})(?:([.,])\d{1,2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount in figures: as printed, where, in which currency, and the ways of writing that it shows."""

    paragraph: Paragraph
    start: int
    words: str
    number: str
    currency: str
    mark: str

    @property
    def line(self) -> int:
        """The line of the file on which it stands."""
        return self.paragraph.line_at(self.start)

    @property
    def ways(self) -> Mapping[str, str]:
        """How it is written, by aspect; an aspect of which it shows nothing is left out."""
        shape = SHAPE.fullmatch(SPACES.sub(" ", self.number))
        loose = not self.mark or self.paragraph.kind.endswith("cell")
        found = {} if loose else {f"mark of {self.currency}": self.mark}
        if shape is None:
            return found
        if shape[1]:
            found["thousands"] = f"thousands apart by {GROUPS[shape[1]]}"
        elif len(shape["bare"] or "") > 4:
            found["thousands"] = "thousands not set apart"
        if decimal := shape[2] or shape[4]:
            found["decimals"] = f"decimals after {'a comma' if decimal == ',' else 'a point'}"
        return found


def amounts(wording: Wording) -> Iterator[Amount]:
    """Every amount in figures that has a currency, in order."""
    pattern = with_currency(wording.language)
    for paragraph in wording.paragraphs:
        for match in pattern.finditer(paragraph.text) if DIGIT.search(paragraph.text) else ():
            name = match["before"] or match["after"]
            yield Amount(
                paragraph=paragraph,
                start=match.start(),
                words=" ".join(match[0].split()),
                number=match["figure"] or match["number"],
                currency=_code(name.casefold(), wording.language),
                mark="" if match["bracket"] else _mark(name, before=bool(match["before"])),
            )


def _mark(name: str, *, before: bool) -> str:
    """How a currency is written: as sign, code or word, before or after the figure."""
    kind = "code" if name.isupper() and name.isalpha() and len(name) == 3 else "word" if name.isalpha() else "sign"
    return f"{kind} {'before' if before else 'after'} the figure"


@cache
def _code(name: str, language: str) -> str:
    named = (code for code in CURRENCIES for each in currency_names(code, language) if each.casefold() == name)
    return next(named, {"euros": "EUR", "£": "GBP"}.get(name, "USD"))


@cache
def with_currency(language: str) -> re.Pattern[str]:
    """An amount and its currency, before or after it; a figure that repeats words stands in brackets."""
    names = currencies(language)
    return re.compile(
        rf"(?P<before>{names}){SPACE}?(?P<figure>{FIGURES})"
        rf"|(?P<number>{NUMBER})(?P<bracket>[)\]]?)(?:{SPACE}|\n)?(?:d['’]|de\s)?(?P<after>{names})",
        re.IGNORECASE,
    )


@cache
def currencies(language: str) -> str:
    """The pattern of all names, codes and signs of currencies in a language."""
    names = {name for code in CURRENCIES for name in currency_names(code, language)} | {"euros", "dollars", "$", "£"}
    return "|".join(
        rf"(?<![^\W\d_]){re.escape(each)}(?![^\W\d_])" if each.isalpha() else re.escape(each)
        for each in sorted(names, key=lambda each: (-len(each), each))
    )
