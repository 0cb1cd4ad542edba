"""Dates that no calendar has, and weekdays on which they do not fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from macros.terms.check.drafting.days import dates, day_in
from macros.terms.check.drafting.typed import spots, told
from macros.terms.check.drafting.wording import Wording
from macros.terms.formats import month_numbers, month_pattern, weekdays
from macros.terms.model import Fault

# The last day of the months that are not the longest; a year that is not said may be a leap year.
LAST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
FROM = re.compile(r"\b(?:du|from|entre\sle|between)\s(?:the\s)?$", re.IGNORECASE)
TO = re.compile(r"\s(?:inclus\s|included\s)?(?:au|to|until|through|et\sle|and)\s(?:the\s)?", re.IGNORECASE)
FIGURES = re.compile(r"\d+")
# Larger figures are those of something else: a number of the register, the number of a standard.
LARGEST, YEARS = 31, range(1800, 2200)
# "12 h 75", "16 a.m.": no clock shows it.
NO_TIME = re.compile(
    r"(?<![\d.,])\d{1,2}\s?h\s?[6-9]\d(?![\d%])|(?<![\d.:])(?:1[3-9]|[2-9]\d)(?::\d\d)?\s?[ap]\.?m\b", re.IGNORECASE
)


def impossible_date(wording: Wording) -> Iterator[Fault]:
    """A date is in the calendar, falls on the weekday before it and ends no period early; a time is one of a clock."""
    language = wording.language
    names, said = weekdays(language), _weekday(language)
    for paragraph, match in dates(wording):
        line, words = paragraph.line_at(match.start()), " ".join(match[0].split())
        day = day_in(match, language)
        if day is None and _could_be(match):
            yield _missing(line, words)
        weekday = said.search(paragraph.text, max(0, match.start() - 20), match.start())
        if day and weekday and weekday[1].casefold() != names[day.weekday()].casefold():
            norm = f"expected “{names[day.weekday()]}” before “{words}”, found “{weekday[1]}”"
            yield Fault(line=line, message=f"{norm}; correct the weekday or the date")
    yield from _reversed(wording)
    yield from told(spots(wording, NO_TIME), "expected a time of day", "correct the hour or the minutes")
    for paragraph in wording.paragraphs:
        for match in _yearless(language).finditer(paragraph.text):
            # A dotted capital I is read as an i, and makes the name of no month.
            month = month_numbers(language).get(match["m"].casefold(), 0)
            if int(match["d"]) > LAST.get(month, LARGEST) or match["y"]:
                yield _missing(paragraph.line_at(match.start()), " ".join(match[0].split()))


def _reversed(wording: Wording) -> Iterator[Fault]:
    """Periods that end before they begin: "du 1er juin 2027 au 31 mai 2027"."""
    for (paragraph, one), (same, other) in pairwise(dates(wording)):
        text = paragraph.text
        if same is paragraph and TO.fullmatch(text, one.end(), other.start()) and FROM.search(text, 0, one.start()):
            first, last = day_in(one, wording.language), day_in(other, wording.language)
            if first and last and last < first:
                words = " ".join(text[one.start() : other.end()].split())
                norm = f"expected a period that ends after it begins, found “{words}”"
                yield Fault(line=paragraph.line_at(one.start()), message=f"{norm}; correct one of the two days")


def _missing(line: int, words: str) -> Fault:
    return Fault(line=line, message=f"expected a date of the calendar, found “{words}”; correct the day or the month")


def _could_be(match: re.Match[str]) -> bool:
    """Whether figures are those of a day, not of something else."""
    *small, year = sorted(map(int, FIGURES.findall(match[0])))
    return len(small) < 2 or (year in YEARS and small[0] > 0 and small[1] <= LARGEST)


@cache
def _weekday(language: str) -> re.Pattern[str]:
    """The name of a weekday at the end of what stands before a date."""
    return re.compile(rf"\b({'|'.join(weekdays(language))}),?\s(?:the\s|le\s)?$", re.IGNORECASE)


@cache
def _yearless(language: str) -> re.Pattern[str]:
    """A late day of a month, without a year: "le 31 avril de chaque année"; any day of a year of five figures."""
    late = r"(?<![\w/.-])(?P<d>(?:3[01]|[12]?\d(?=[^.;]{0,14}\s\d{5}\b)))(?:st|th|er|nd|rd)?"
    end = r"\b(?:\s(?P<y>\d{5})\b|(?!\.?,?\s\d{4}))"
    return re.compile(rf"{late}\s(?:of\s|de\s)?(?P<m>{month_pattern(language)}){end}", re.IGNORECASE)
