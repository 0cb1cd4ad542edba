"""What an author typed of a text, the words around a place in it, and many places told as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import CODE, Paragraph

# Addresses of the web and of mail, which follow no rule of typography and are no words.
ADDRESS = re.compile(
    r"https?://[^\s<>()\[\]«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|"
    r"(?<![\w.@-])(?:www\.(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}|(?:[\w-]{1,63}\.){1,5}"
    r"(?:com|fr|eu|org|net|io|uk|be|ch|lu|de|es|ca|ai|info|app|dev|cloud|shop|online|tech|paris|bzh|example))\b"
    r"(?:/[^\s<>()\[\]«»]*)?"
)
# Most paragraphs hold none.
ADDRESSED = re.compile(r"://|@|\.(?<=\w\.)(?=[a-z]{2})")
# A value without any of these breaks no rule of typography, and may be as short as a figure.
SIGNS = re.compile(r"[;:!?%€.,«»“”\"'’…]")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# More places than these are told as one.
MANY = 5
AROUND = 30
BEGINNING = 50


class Spot(NamedTuple):
    """A half-open span of a paragraph."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line of the file on which the spot begins."""
        return self.paragraph.line_at(self.start)

    @property
    def words(self) -> str:
        """The spot with the words that it touches, on one line, at most some sixty characters long."""
        text = self.paragraph.text
        before = re.search(r"\S*\s?$", text[max(0, self.start - AROUND) : self.start])
        after = re.match(r"\s?\S*", text[self.end : self.end + AROUND])
        start = self.start - len(before[0] if before else "")
        return " ".join(text[start : self.end + (after.end() if after else 0)].replace(CODE, "…").split())


@lru_cache(maxsize=2)
def typed(wording: Wording) -> tuple[tuple[Paragraph, str], ...]:
    """Every paragraph, with its text as an author typed it: addresses and values stand as signs without meaning."""
    values = {ESCAPE.sub("", each) for each in wording.values if SIGNS.search(each)}
    longest_first = sorted((each for each in values if len(each) > 2), key=len, reverse=True)
    return tuple((paragraph, _typed(paragraph.text, longest_first)) for paragraph in wording.paragraphs)


def _typed(text: str, values: Sequence[str]) -> str:
    if ADDRESSED.search(text):
        text = ADDRESS.sub(lambda match: CODE * len(match[0]), text)
    for each in values:
        if each in text:
            text = text.replace(each, CODE * len(each))
    return text


def spots(wording: Wording, pattern: re.Pattern[str]) -> list[Spot]:
    """Every place of what an author typed that fits a pattern."""
    return [Spot(paragraph, *match.span()) for paragraph, text in typed(wording) for match in pattern.finditer(text)]


def beginning(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= BEGINNING else f"{words[:BEGINNING].rsplit(' ', 1)[0]} …"


def told(places: Sequence[Spot], norm: str, cure: str) -> Iterator[Fault]:
    """A fault for each place; of many places one, which names the lines of the next."""
    if len(places) <= MANY:
        for each in places:
            yield Fault(line=each.line, message=f"{norm}, found “{each.words}”; {cure}")
        return
    lines = ", ".join(map(str, dict.fromkeys(each.line for each in places[1 : MANY + 1])))
    found = f"found “{places[0].words}” and {len(places) - 1} more such places (lines {lines}…)"
    yield Fault(line=places[0].line, message=f"{norm}, {found}; {cure}")
