"""A filled text to its canonical Markdown and its tree: the one parser of every contract."""

from __future__ import annotations

from functools import lru_cache

from macros.terms.model import Fault, FrontMatter, Tree
from macros.terms.parse.headings import headings
from macros.terms.parse.markdown import blocks, tokens
from macros.terms.parse.numbering import number
from macros.terms.parse.references import resolve
from macros.terms.parse.tree import grow


# A preview reads every text again at each save: those that read as before are not parsed again.
@lru_cache(maxsize=1024)
def parse(filled: str, front: FrontMatter) -> tuple[str, Tree, tuple[Fault, ...]]:
    """The body with numbers and references printed, its tree, and faults by line of the body."""
    faults: list[Fault] = []
    numbered = number(headings(blocks(filled), faults), front.numbering, faults)
    canonical = resolve(filled, numbered, faults)
    return canonical, grow(tokens(canonical), numbered, faults), tuple(faults)
