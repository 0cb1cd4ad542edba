"""A text in blocks: paragraphs, list items, headings, rows of tables and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tests.bench.ops import WORD

LINE = re.compile(r"[^\n]*(?:\n|\Z)")
MARK = re.compile(r"\s*(?:[-*+•>:]\s|#{1,6}\s|\||\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]\s)")
NUMBER = re.compile(
    r"[\W_]*(?:(?:article|annexe?|section|schedule|المادة|الملحق)\s+(?:\d+|[a-z]|[ivx]+)\b"
    r"|\d+(?:\.\s?\d+)+|(?:\d+|[a-z]|[ivx]+)(?=[.)]))[.)]?",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"\{#[^}\n]*\}|(?<=\])\([^)\n]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Where a block stands in its text, and its content: its words without number, markup and kinds of space."""

    start: int
    end: int
    content: str


@lru_cache(maxsize=4)
def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order: apart by blank lines, or by a list mark, a # or a | at the head of a line."""
    return tuple(Block(start=start, end=end, content=content(text[start:end])) for start, end in _spans(text))


def content(block: str) -> str:
    """The words of a block in lower case, without its number, ids and the targets of links."""
    bare = HIDDEN.sub("", block)
    number = NUMBER.match(bare)
    return " ".join(WORD.findall(bare[number.end() if number else 0 :].casefold()))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = end = 0
    for line in LINE.finditer(text):
        blank = not line[0].strip()
        if start < end and (blank or MARK.match(line[0])):
            yield start, end
            start = end
        if blank:
            start = end = line.end()
        else:
            end = line.end()
    if start < end:
        yield start, end
