"""Links to clauses, however they are typed: each leads to a clause of its own text, and a summary has none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from macros.terms.model import Clause, Fault, Node, Tree
from macros.terms.parse.references import no_clause


def astray(tree: Tree, clauses: Collection[str]) -> Iterator[Fault]:
    """A fault for each link that leads to a clause which the text does not have."""
    for node in _links(tree):
        if node.target.startswith("#") and node.target[1:] not in clauses:
            yield no_clause(node.target[1:], node.line, clauses)


def from_summary(nodes: Sequence[Node]) -> Iterator[Fault]:
    """A fault for each link to a clause in words that stand on pages without clauses."""
    for node in _in_nodes(nodes):
        if node.target.startswith("#"):
            norm = "expected a link that leads somewhere from every page"
            yield Fault(line=node.line, message=f"{norm}, found {node.target}; name the clause in words")


def _links(tree: Tree) -> Iterator[Node]:
    for title in tree.titles:
        yield from _in_nodes(title)
    yield from _in_nodes(tree.preface)
    yield from _in_clauses(tree.clauses)


def _in_clauses(clauses: Sequence[Clause]) -> Iterator[Node]:
    for clause in clauses:
        yield from _in_nodes(clause.title)
        yield from _in_nodes(clause.blocks)
        yield from _in_clauses(clause.clauses)


def _in_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind == "link":
            yield node
        yield from _in_nodes(node.children)
