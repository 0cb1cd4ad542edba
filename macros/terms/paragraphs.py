"""A reading as its readers see it: its paragraphs in order, as plain words with their lines."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.terms.clauses import every
from macros.terms.model import Clause, Node, Reading

# Blocks whose children are words; every other block holds blocks.
WORDED = frozenset({"paragraph", "term", "cell", "heading-cell"})
# What stands for code, of which no rule judges the words.
CODE = "\ufffc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The words of a link: their half-open span in a paragraph; target is an address, or a clause's id after "#"."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words that stand together, as a reader reads them: values filled in, a line break for each in the file.

    kind: "title" (of a clause, its label left out), "paragraph", "term", "cell", "heading-cell". within: the kinds of
    the blocks around it, outermost first, such as ("bullets", "item"). clause: the one in which it stands; its id is ""
    before the first clause. line: of the file, from 1.
    """

    clause: Clause
    kind: str
    text: str
    line: int
    within: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the file on which a character of the text stands."""
        return self.line + bisect_left(_breaks(self.text), offset)

    def is_linked(self, start: int, end: int) -> bool:
        """Whether any of a span's characters are part of a link."""
        return any(each.start < end and start < each.end for each in self.links)


@lru_cache(maxsize=256)
def _breaks(text: str) -> tuple[int, ...]:
    """The places of the line breaks of a text, in order."""
    return tuple(at for at, letter in enumerate(text) if letter == "\n") if "\n" in text else ()


def paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """Every paragraph of a text in order; the titles of the text come first, each clause's title before its words."""
    return tuple(_paragraphs(reading))


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    for clause, _ in every(reading.tree):
        titles = [clause.title] if clause.id else reading.tree.titles
        for title in titles:
            if title:
                yield _paragraph(title, clause, "title", title[0].line, ())
        for block in clause.blocks:
            yield from _under(block, clause, (), block.line)


def _under(block: Node, clause: Clause, within: tuple[str, ...], line: int) -> Iterator[Paragraph]:
    """The paragraphs of a block that stands on a line; a cell's is its row's."""
    line = block.line or line
    if block.kind in WORDED:
        yield _paragraph(block.children, clause, block.kind, line, within)
        return
    for child in block.children:
        yield from _under(child, clause, (*within, block.kind), line)


def _paragraph(nodes: Sequence[Node], clause: Clause, kind: str, line: int, within: tuple[str, ...]) -> Paragraph:
    links: list[Link] = []
    text = _words(nodes, 0, links)
    return Paragraph(clause=clause, kind=kind, text=text, line=line, within=within, links=tuple(links))


def _words(nodes: Sequence[Node], start: int, links: list[Link]) -> str:
    """The plain words of nodes; links are added with their spans, counted from start."""
    text = ""
    for node in nodes:
        at = start + len(text)
        if node.kind in {"break", "space"}:
            text += "\n"
        elif node.kind == "code":
            text += CODE
        else:
            text += node.text + _words(node.children, at + len(node.text), links)
        if node.kind == "link":
            links.append(Link(start=at, end=start + len(text), target=node.target))
    return text


def grouped(paragraphs: tuple[Paragraph, ...]) -> dict[str, list[Paragraph]]:
    """The paragraphs of each clause, in order, by its id."""
    found: defaultdict[str, list[Paragraph]] = defaultdict(list)
    for each in paragraphs:
        found[each.clause.id].append(each)
    return found
