"""A redline to lines for a terminal: each changed clause, how it changed, its words marked."""

from __future__ import annotations

from collections.abc import Iterator

from macros.terms.clauses import heading
from macros.terms.compare import wording
from macros.terms.model import Change, Redline
from macros.terms.words import marked

# Kinds in which words differ that are worth showing.
WORDED = frozenset({"edited", "moved-edited", "typography", "variable"})


def terminal(redline: Redline) -> Iterator[str]:
    """Two lines at the most for each change: what became of the clause, and its words."""
    for change in redline.changes:
        facts = f" ({', '.join(change.facts)})" if change.facts else ""
        yield f"{change.kind:<13} {named(change)}{facts}"
        if change.kind in WORDED and change.old and change.new:
            yield f"{'':<13} {marked(wording(change.old), wording(change.new))}"


def named(change: Change) -> str:
    """The clause by its heading and id; what stands before the first clause by these words."""
    clause = change.clause
    return f"{heading(clause) or '(without heading)'} #{clause.id}" if clause.id else "before the first clause"
