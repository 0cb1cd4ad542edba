"""Where a text prints a fact."""

from __future__ import annotations

from collections.abc import Iterator

from macros.terms.clauses import every
from macros.terms.model import Clause, Reading


def printing(reading: Reading, fact: str) -> Iterator[tuple[int, set[str], Clause]]:
    """Each line that prints a fact, or facts of a group, with those and its clause; lines in order."""
    clauses = [clause for clause, _ in every(reading.tree)]
    lines: dict[int, set[str]] = {}
    for expression in reading.filled.expressions:
        used = {each for each in expression.facts if f"{each}.".startswith(f"{fact}.")}
        if used:
            lines.setdefault(reading.filled.text.count("\n", 0, expression.start) + 1, set()).update(used)
    for line, used in sorted(lines.items()):
        yield line, used, [each for each in clauses if each.line <= line][-1]
