"""The clauses of a tree one after the other, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.terms.definitions import words_of
from macros.terms.model import Clause, Tree


def family(clause: Clause) -> Iterator[Clause]:
    """A clause, then all that stand under it, in order."""
    yield clause
    for each in clause.clauses:
        yield from family(each)


def by_id(tree: Tree) -> dict[str, Clause]:
    """The clauses that have an id by it, in order."""
    return {clause.id: clause for each in tree.clauses for clause in family(each) if clause.id}


def every(tree: Tree) -> Iterator[tuple[Clause, str]]:
    """Every clause with the id of the one above it, in order; first, without id, what stands before them all."""
    titles = tuple(node for title in tree.titles for node in title)
    yield Clause(id="", level=1, number="", label="", title=titles, blocks=tree.preface, clauses=(), line=1), ""
    yield from _under(tree.clauses, "")


def _under(clauses: Sequence[Clause], parent: str) -> Iterator[tuple[Clause, str]]:
    for clause in clauses:
        yield clause, parent
        yield from _under(clause.clauses, clause.id)


def heading(clause: Clause) -> str:
    """The heading of a clause as printed: label, then title."""
    return " ".join(filter(None, (clause.label, words_of(clause.title))))
