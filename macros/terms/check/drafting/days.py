"""Days as a contract writes them, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from macros.terms.check.drafting.numbers import DIGIT
from macros.terms.check.drafting.wording import Wording
from macros.terms.formats import month_numbers, month_pattern
from macros.terms.paragraphs import Paragraph

# A full stop ends a sentence before a capital, not after "art." or within a date.
STOP = re.compile(r"(?<=[^\s.][^\s.])[.!?][»”\"’)]*\s+(?=[«“\"(]?\s?[A-ZÀ-Ý])|;\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day in a text: its half-open span in a paragraph, and what stands before and after it in its sentence."""

    paragraph: Paragraph
    start: int
    words: str
    day: date
    before: str
    after: str

    @property
    def line(self) -> int:
        """The line of the file on which it stands."""
        return self.paragraph.line_at(self.start)


def days(wording: Wording) -> Iterator[Day]:
    """Every day that the text names in full, in order."""
    for paragraph, match in dates(wording):
        if day := day_in(match, wording.language):
            ends = stops(paragraph.text)
            first = max(stop for stop in ends if stop <= match.start())
            last = min(stop for stop in ends if stop >= match.end())
            yield Day(
                paragraph=paragraph,
                start=match.start(),
                words=" ".join(match[0].split()),
                day=day,
                before=paragraph.text[first : match.start()],
                after=paragraph.text[match.end() : last],
            )


def stops(text: str) -> list[int]:
    """Where the sentences of a text begin and end, in order."""
    return [0, *(stop.end() for stop in STOP.finditer(text)), len(text)]


def dates(wording: Wording) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """What the text writes as a day in full, in order, whether the calendar has it or not."""
    pattern = _pattern(wording.language)
    for paragraph in wording.paragraphs:
        if DIGIT.search(paragraph.text):
            for match in pattern.finditer(paragraph.text):
                yield paragraph, match


@cache
def _pattern(language: str) -> re.Pattern[str]:
    number, month = r"\d{1,2}(?:\s?er|st|nd|rd|th)?", rf"(?:{month_pattern(language)})\b\.?"
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<d>{number})\s(?:day\sof\s|of\s|de\s)?(?P<m>{month}),?\s(?P<y>\d{{4}})"
        rf"|(?P<m2>{month})\s(?P<d2>{number}),?\s(?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)|(?P<d4>\d{1,2})[/.](?P<m4>\d{1,2})[/.](?P<y4>\d{4}))(?![\w/])",
        re.IGNORECASE,
    )


def day_in(match: re.Match[str], language: str) -> date | None:
    """The day, None where the calendar has none; of figures that may be read in two ways the day comes first."""
    said = {name[0]: value for name, value in match.groupdict().items() if value}
    month = month_numbers(language).get(said["m"].casefold().rstrip(".")) or int(re.sub(r"\D", "", said["m"]) or 0)
    number = int(re.sub(r"\D", "", said["d"]))
    if month > 12 and match["d4"]:
        month, number = number, month
    try:
        return date(int(said["y"]), month, number)
    except ValueError:
        return None
