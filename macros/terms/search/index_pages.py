"""A text to its index pages: one for each clause, one for each definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.terms.clauses import every
from macros.terms.definitions import is_defining, term_id, words_of
from macros.terms.model import Clause, Node, Tree
from macros.terms.render.text import blocks
from macros.terms.search.model import FiledText, IndexPage


def index_pages(tree: Tree, filed: FiledText) -> Iterator[IndexPage]:
    """Every clause with words or a title of its own, and the definitions in it, in the order of the text."""
    headings: dict[str, tuple[str, ...]] = {"": ()}
    for clause, parent in every(tree):
        title = words_of(clause.title)
        above = headings[parent]
        headings[clause.id] = (*above, title) if clause.id else ()
        defined = [pair for block in clause.blocks for pair in _defined(block, clause)]
        page = IndexPage(
            filed=filed,
            clause=clause.id,
            term="",
            label=clause.label,
            title=title or ("" if clause.id else filed.title),
            above=" › ".join(filter(None, above)),
            text=_words([each for each in clause.blocks if not _defines(each, clause)]),
        )
        if page.title or page.text:
            yield page
        for term, said in defined:
            yield IndexPage(
                filed=filed,
                clause=clause.id,
                term=term_id(term),
                label=clause.label,
                title=words_of([term]).strip().removesuffix(":").strip(),
                above=" › ".join(filter(None, (*above, title))),
                text=_words(said),
            )


def _defines(block: Node, clause: Clause) -> bool:
    return block.kind == "definitions" or is_defining(clause, block)


def _defined(block: Node, clause: Clause) -> Iterator[tuple[Node, Sequence[Node]]]:
    """The terms that a list or table defines, each with what is said of it."""
    if is_defining(clause, block):
        yield from ((row.children[0], row.children[1:]) for row in block.children[1:])
    elif block.kind == "definitions":
        terms = [at for at, child in enumerate(block.children) if child.kind == "term"]
        for start, end in zip(terms, [*terms[1:], len(block.children)], strict=True):
            yield block.children[start], block.children[start + 1 : end]


def _words(nodes: Sequence[Node]) -> str:
    """The words of blocks; those of a definition are in blocks of its own."""
    inner = [each for node in nodes for each in (node.children if node.kind == "definition" else (node,))]
    return " ".join(" ".join(blocks(inner)).split())
