"""Links to clauses, however they are typed: each leads to a clause of its own text, and a summary has none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from macros.terms.clauses import every
from macros.terms.model import Fault, Node, Tree
from macros.terms.parse.references import no_clause


def astray(tree: Tree, clauses: Collection[str]) -> Iterator[Fault]:
    """A fault for each link that leads to a clause which the text does not have."""
    for node in (node for clause, _ in every(tree) for node in _links((*clause.title, *clause.blocks))):
        if node.target.startswith("#") and node.target[1:] not in clauses:
            yield no_clause(node.target[1:], node.line, clauses)


def from_summary(nodes: Sequence[Node]) -> Iterator[Fault]:
    """A fault for each link to a clause in words that stand on pages without clauses."""
    for node in _links(nodes):
        if node.target.startswith("#"):
            norm = "expected a link that leads somewhere from every page"
            yield Fault(line=node.line, message=f"{norm}, found {node.target}; name the clause in words")


def _links(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind == "link":
            yield node
        yield from _links(node.children)
