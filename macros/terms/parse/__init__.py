"""A filled text to its canonical Markdown and its tree: the one parser of every contract."""

from __future__ import annotations

from functools import lru_cache

from macros.terms.model import Fault, FrontMatter, Node, Tree
from macros.terms.parse.cutting import cut
from macros.terms.parse.headings import headings, line_of
from macros.terms.parse.links import astray, from_summary
from macros.terms.parse.markdown import addresses, tokens
from macros.terms.parse.nodes import grown, inline
from macros.terms.parse.numbering import number
from macros.terms.parse.references import resolve
from macros.terms.parse.tree import grow


# A preview reads every text of a document again at each save: those that read as before are not parsed again.
@lru_cache(maxsize=128)
def parse(filled: str, front: FrontMatter) -> tuple[str, Tree, tuple[Fault, ...]]:
    """The body with numbers and references printed, its tree, and faults by line of the body."""
    faults: list[Fault] = []
    numbered = number(headings(cut(filled), faults), front.numbering, faults)
    canonical = resolve(filled, numbered, faults)
    tree = grow(cut(canonical), numbered, faults, addresses(canonical))
    clauses = [each.heading.id for each in numbered if each.heading.level > 1]
    faults += [each for each in astray(tree, clauses) if each not in faults]
    return canonical, tree, tuple(faults)


# The redlines of a document show most of its words many times.
@lru_cache(maxsize=8192)
def words(source: str) -> tuple[Node, ...]:
    """The nodes of the words of one block; what a contract takes none of, such as HTML, is left out."""
    return inline(source, 1, [])


def prose(source: str) -> tuple[tuple[Node, ...], tuple[Fault, ...]]:
    """Markdown that is no contract, such as a summary: its blocks, and faults by its own lines."""
    found = tokens(source)
    norm = "expected paragraphs and lists"
    faults = [
        Fault(line=line_of(each), message=f"{norm}, found a heading; make a paragraph of it")
        for each in found
        if each.type == "heading_open"
    ]
    nodes, others = grown(found)
    return nodes, (*faults, *others, *from_summary(nodes))
