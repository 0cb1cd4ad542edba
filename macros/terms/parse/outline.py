"""Any Markdown text to its blocks, each with the place in the text where it stands: what a comparison needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.terms.model import Container
from macros.terms.parse.block import TOKENS, Block
from macros.terms.parse.rows import table
from macros.terms.parse.walk import walked

FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|\Z)")
# What goes on over empty lines: then the text is one piece.
OPEN_ENDED = re.compile(r"^[ \t]{0,3}(?:```|~~~|<[!?/a-zA-Z])", re.MULTILINE)
# After an empty line: a heading, or words that neither go on with a list or a definition nor begin one.
WORD = r"\*{0,2}(?:[^\W\d_]+(?![.)\w])|[«“„\"]|\d+\.\d[\d.]*[ \t])"
TERM = r"[^\n]*\n(?:[ \t]*\n)?[ \t]*:[ \t]"
BEGINNING = re.compile(rf"\n[ \t]*\n(?=#{{1,6}}[ \t]|\||(?!{TERM}){WORD})")
LINE = re.compile(rf"\n*(?:(?P<hashes>#{{1,6}})[ \t]+(?=\S)|(?={WORD}))(?P<words>[^\n]*[^\s#])\s*")


def outline(text: str) -> list[Block]:
    """The blocks of any text in order, one at least; together their slices are the whole text."""
    front = FRONT.match(text)
    body = front.end() if front else 0
    found = list(_front(text, body))
    for start, piece in _pieces(_readable(text), body):
        found += _simple(piece, start) or table(piece, start) or _parsed(piece, start)
    found = found or [Block("paragraph", 0, (), 0, 0, len(text))]
    found[0].start = 0
    return found


def _readable(text: str) -> str:
    """The text as the parser must see it, character for character: without BOM, lines ended by LF."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    return text


def _pieces(text: str, body: int) -> Iterator[tuple[int, str]]:
    """The text from body on, cut where a block must begin whatever stood before: each piece parses by itself."""
    start = body
    if not OPEN_ENDED.search(text, body):
        for match in BEGINNING.finditer(text, body):
            yield start, text[start : match.end()]
            start = match.end()
    yield start, text[start:]


def _simple(piece: str, start: int) -> list[Block]:
    """The one block of a line alone that begins as a heading or with a word; none where the parser must look."""
    match = LINE.fullmatch(piece)
    if match is None:
        return []
    hashes = match["hashes"] or ""
    kind = "heading" if hashes else "paragraph"
    return [Block(kind, len(hashes), (), start, start + match.start("words"), start + match.end("words"))]


def _parsed(piece: str, start: int) -> Iterator[Block]:
    """The blocks of a piece that stands at start."""
    moved: dict[Container, Container] = {}
    for block in _read(piece):
        for each in block.path:
            moved.setdefault(each, each._replace(serial=each.serial + start * TOKENS))
        path = tuple(moved[each] for each in block.path)
        yield Block(block.kind, block.level, path, start + block.start, start + block.words, start + block.end)


# Two versions of a text have most of their pieces in common.
@lru_cache(maxsize=2048)
def _read(piece: str) -> tuple[Block, ...]:
    return tuple(walked(piece))


def _front(text: str, end: int) -> Iterator[Block]:
    """The lines of the front matter, a block each."""
    start = 0
    while start < end:
        stop = text.find("\n", start) + 1 or end
        words = start + text.startswith("\ufeff", start)
        yield Block("front", 0, (), start, words, max(words, start + len(text[start:stop].rstrip())))
        start = stop
