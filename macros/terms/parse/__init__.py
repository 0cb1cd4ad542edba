"""A filled text to its canonical Markdown and its tree: the one parser of every contract."""

from __future__ import annotations

from macros.terms.model import Fault, FrontMatter, Tree
from macros.terms.parse.headings import headings
from macros.terms.parse.markdown import tokens
from macros.terms.parse.numbering import number
from macros.terms.parse.references import resolve
from macros.terms.parse.tree import grow


def parse(filled: str, front: FrontMatter) -> tuple[str, Tree, tuple[Fault, ...]]:
    """The body with numbers and references printed, its tree, and faults by line of the body."""
    faults: list[Fault] = []
    numbered = number(headings(tokens(filled), faults), front.numbering, faults)
    canonical = resolve(filled, numbered, faults)
    return canonical, grow(tokens(canonical), numbered, faults), tuple(faults)
