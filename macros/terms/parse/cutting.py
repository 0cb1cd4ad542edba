"""A text to what parses by itself: each heading, and what stands between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.terms.parse.markdown import blocks

HEADING = re.compile(r"^#{1,6}(?:[ \t][^\n]*)?$", re.MULTILINE)
# Where only the parser knows which lines are headings: in what goes on over empty lines, and with spaces before them.
# Each begins with a letter of its own, so that a text without any is passed over quickly.
UNSURE = re.compile(r"```|~~~|<[!?/a-zA-Z]|#(?<=[ \t]#)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, whose level is then above 0, or what stands under it; line is the one before it, from 0 for none.

    Of a heading, source is its words alone.
    """

    source: str
    line: int
    level: int = 0


def cut(text: str) -> Iterator[Piece]:
    """The pieces of a text in order."""
    start, line = 0, 0
    for begin, end in _headings(text):
        if begin > start:
            yield Piece(text[start:begin], line)
            line += text.count("\n", start, begin)
        level, words = _heading(text[begin:end])
        yield Piece(words, line, level)
        start, line = end + 1, line + 1
    if start < len(text):
        yield Piece(text[start:], line)


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of headings begin and end."""
    if not UNSURE.search(text):
        for match in HEADING.finditer(text):
            yield match.span()
        return
    found = {each.map[0] for each in blocks(text) if _is_heading(each.type, each.markup, each.level) and each.map}
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number in found:
            yield start, start + len(line)
        start += len(line) + 1


def _is_heading(kind: str, markup: str, level: int) -> bool:
    return kind == "heading_open" and markup.startswith("#") and not level


# Versions of a contract have most of their headings in common.
@lru_cache(maxsize=1024)
def _heading(line: str) -> tuple[int, str]:
    opening, words, *_ = blocks(line)
    return int(opening.tag[1]), words.content
