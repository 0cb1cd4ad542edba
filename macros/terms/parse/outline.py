"""Any Markdown text to its blocks, each with the place in the text where it stands: what a comparison needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from macros.terms.parse.markdown import blocks

FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|\Z)")
# What goes on over empty lines: then the text is one piece.
OPEN_ENDED = re.compile(r"^[ \t]{0,3}(?:```|~~~|<[!?/a-zA-Z])", re.MULTILINE)
# After an empty line: a heading, or words that neither go on with a list or a definition nor begin one.
WORD = r"\*{0,2}(?:[^\W\d_]+(?![.)\w])|[«“„\"]|\d+\.\d[\d.]*[ \t])"
TERM = r"[^\n]*\n(?:[ \t]*\n)?[ \t]*:[ \t]"
BEGINNING = re.compile(rf"\n[ \t]*\n(?=#{{1,6}}[ \t]|\||(?!{TERM}){WORD})")
LINE = re.compile(rf"\n*(?:(?P<hashes>#{{1,6}})[ \t]+(?=\S)|(?={WORD}))(?P<words>[^\n]*[^\s#])\s*")
TABLE = re.compile(
    r"\n*(?P<head>\|[^\n]*)\n(?P<rule>\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*)\n(?P<rows>(?:\|[^\n]*\n)*(?:\|[^\n]*)?)\s*"
)
PIPE = re.compile(r"(?<!\\)\|")
# A character begins fewer tokens than this: serial numbers of two pieces never meet.
TOKENS = 8
CONTAINERS: Mapping[str, str] = {
    "blockquote_open": "quote",
    "bullet_list_open": "bullets",
    "dd_open": "definition",
    "dl_open": "definitions",
    "dt_open": "term",
    "lettered_list_open": "lettered",
    "list_item_open": "item",
    "ordered_list_open": "numbered",
    "table_open": "table",
    "td_open": "cell",
    "th_open": "heading-cell",
    "tr_open": "row",
}
CLOSINGS = frozenset(each.replace("_open", "_close") for each in CONTAINERS)
ALONE: Mapping[str, str] = {"code_block": "listing", "fence": "listing", "hr": "rule", "html_block": "listing"}


@dataclass(frozen=True, slots=True)
class Container:
    """A list, item, table, row… that holds blocks; mark: what an item prints before it; one object each."""

    kind: str
    mark: str
    serial: int


@dataclass(slots=True)
class Block:
    """A paragraph, heading, cell… of a text: its slice begins at start, its words fill [words, end).

    Slices follow each other without a gap: what stands between the words of two blocks belongs to either.
    """

    kind: str
    level: int
    path: tuple[Container, ...]
    start: int
    words: int
    end: int


def outline(text: str) -> list[Block]:
    """The blocks of any text in order, one at least; together their slices are the whole text."""
    front = FRONT.match(text)
    body = front.end() if front else 0
    found = list(_front(text, body))
    for start, piece in _pieces(_readable(text), body):
        found += _simple(piece, start) or _table(piece, start) or _walked(piece, start)
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


def _table(piece: str, start: int) -> list[Block]:
    """The cells of a table alone whose rows all begin with a bar; none where the parser must look."""
    match = TABLE.fullmatch(piece)
    columns = len(_cells(match["head"], 0)) - 1 if match else 0
    if match is None or columns != match["rule"].count("|") - 1:
        return []
    table, found = Container("table", "", start * TOKENS), list[Block]()
    at = match.start("head")
    for number, line in enumerate((match["head"], match["rule"], *match["rows"].split("\n"))):
        if number != 1 and line:
            path = (table, Container("row", "", (start + at) * TOKENS))
            kind = "heading-cell" if number == 0 else "cell"
            for from_, to in list(pairwise(_cells(line, start + at)))[:columns]:
                found.append(_cell(line, start + at, from_, to, (*path, Container(kind, "", from_ * TOKENS))))
        at += len(line) + 1
    return found


def _cells(row: str, start: int) -> list[int]:
    """Where the cells of a row that stands at start begin, from the bar before each on, and where the row ends."""
    edges = [start + match.start() for match in PIPE.finditer(row)]
    if not row.lstrip().startswith("|") or not edges:
        edges.insert(0, start)
    return [start, *edges[1:], *([] if row.rstrip().endswith("|") and len(edges) > 1 else [start + len(row)])]


def _cell(row: str, at: int, start: int, end: int, path: tuple[Container, ...]) -> Block:
    """The cell of a row at at that begins with its bar at start; an empty one has no words."""
    inner = row[start - at : end - at]
    stop = start + len(inner.rstrip())
    return Block("cell", 0, path, start, min(end - len(inner.lstrip(" \t|")), stop), stop)


def _walked(piece: str, start: int) -> Iterator[Block]:
    """The blocks of a piece that stands at start."""
    moved: dict[Container, Container] = {}
    for block in _parsed(piece):
        for each in block.path:
            moved.setdefault(each, Container(each.kind, each.mark, each.serial + start * TOKENS))
        path = tuple(moved[each] for each in block.path)
        yield Block(block.kind, block.level, path, start + block.start, start + block.words, start + block.end)


# Two versions of a text have most of their pieces in common.
@lru_cache(maxsize=2048)
def _parsed(piece: str) -> tuple[Block, ...]:
    return tuple(_Walk(piece).blocks())


def _front(text: str, end: int) -> Iterator[Block]:
    """The lines of the front matter, a block each."""
    start = 0
    while start < end:
        stop = text.find("\n", start) + 1 or end
        words = start + text.startswith("\ufeff", start)
        yield Block("front", 0, (), start, words, max(words, start + len(text[start:stop].rstrip())))
        start = stop


class _Walk:
    """The way through the tokens of a text: the containers that are open, the lines where they begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self.path: list[Container] = []
        self.row = (0, "")
        self.edges: list[int] = []

    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        before: Token | None = None
        for serial, token in enumerate(blocks(self.text)):
            if token.type == "inline" and before is not None:
                yield from self._words(token, before)
            elif token.type in CONTAINERS:
                self._open(token, serial)
            elif token.type in CLOSINGS:
                self.path.pop()
            elif token.type in ALONE and token.map:
                yield self._alone(token, token.map)
            before = token

    def _open(self, token: Token, serial: int) -> None:
        kind = CONTAINERS[token.type]
        self.path.append(Container(kind, f"{token.info}{token.markup}" if kind == "item" else "", serial))
        if kind == "row" and token.map:
            start = self.lines[token.map[0]]
            self.row = (start, self.text[start : self.lines[token.map[0] + 1] - 1])
            self.edges = _cells(self.row[1], start)

    def _words(self, token: Token, before: Token) -> Iterator[Block]:
        if not token.map:
            return
        if before.type in {"td_open", "th_open"}:
            # A row may have fewer cells than the head of its table.
            if len(self.edges) > 1:
                start, row = self.row
                yield _cell(row, start, self.edges.pop(0), self.edges[0], tuple(self.path))
            return
        start = self.lines[token.map[0]]
        first = token.content.split("\n", 1)[0].rstrip()
        line = self.text[start : self.lines[token.map[0] + 1] - 1].rstrip()
        if before.type == "heading_open" and before.markup.startswith("#"):
            words = start + max(line.find(first, line.find(before.markup) + len(before.markup)), 0)
            end = words + len(first)
        else:
            words = start + len(line) - len(first) if line.endswith(first) else start
            last = token.map[0] + token.content.count("\n")
            end = words + len(self.text[words : self.lines[last + 1] - 1].rstrip())
        kind = before.type.removesuffix("_open")
        level = int(before.tag[1]) if kind == "heading" else 0
        yield Block("term" if kind == "dt" else kind, level, tuple(self.path), start, words, end)

    def _alone(self, token: Token, lines: Sequence[int]) -> Block:
        start, end = self.lines[lines[0]], self.lines[min(lines[1], len(self.lines) - 1)] - 1
        end = start + len(self.text[start:end].rstrip())
        return Block(ALONE[token.type], 0, tuple(self.path), start, start, max(end, start))


def slices(text: str, found: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with the place where its slice ends."""
    for block, following in pairwise(found):
        yield block, following.start
    if found:
        yield found[-1], len(text)
