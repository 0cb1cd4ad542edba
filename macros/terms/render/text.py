"""A tree to plain text: one paragraph, item or table row a line, marks and numbers printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from macros.terms.clauses import heading
from macros.terms.definitions import words_of
from macros.terms.model import Clause, Node, Tree


def text(tree: Tree) -> str:
    """The whole text, blocks apart by an empty line."""
    titles = [words_of(title) for title in tree.titles]
    lines = [*titles, *blocks(tree.preface), *_clauses(tree.clauses)]
    return "\n\n".join(lines) + "\n"


def _clauses(clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        yield heading(clause)
        yield from blocks(clause.blocks)
        yield from _clauses(clause.clauses)


def blocks(nodes: Sequence[Node]) -> Iterator[str]:
    """The plain text of each block, without the empty ones."""
    return filter(None, (_block(node) for node in nodes))


def _block(node: Node) -> str:
    return WRITERS[node.kind](node) if node.kind in WRITERS else words_of([node])


def _lines(node: Node) -> str:
    return "\n".join(_block(child) for child in node.children)


def _item(node: Node) -> str:
    inner = "\n".join(blocks(node.children))
    return f"{node.mark} " + inner.replace("\n", "\n" + " " * (len(node.mark) + 1))


def _definitions(node: Node) -> str:
    """Each term and its first paragraph on one line, then its other paragraphs."""
    lines: list[str] = []
    for child in node.children:
        said = "\n".join(blocks(child.children)) if child.kind == "definition" else words_of([child])
        if child.kind == "definition" and lines:
            lines[-1] += " " + said
        else:
            lines.append(said)
    return "\n".join(lines)


def _row(node: Node) -> str:
    return "\t".join(words_of([cell]) for cell in node.children)


WRITERS: Mapping[str, Callable[[Node], str]] = {
    "bullets": _lines,
    "definitions": _definitions,
    "item": _item,
    "lettered": _lines,
    "numbered": _lines,
    "paragraph": lambda node: words_of(node.children),
    "quote": lambda node: "\n\n".join(blocks(node.children)),
    "row": _row,
    "rule": lambda _: "",
    "table": _lines,
}
