"""A library to its problems: every rule, every text, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from macros.terms.check.texts import faults, numbering_patterns
from macros.terms.model import Library, Problem, Reading

Rule = Callable[[Library, Mapping[str, Reading]], Iterator[Problem]]
RULES: tuple[Rule, ...] = (faults, numbering_patterns)


def check(library: Library, readings: Mapping[str, Reading]) -> list[Problem]:
    """Everything that a machine finds wrong in a library, by place."""
    return sorted({problem for rule in RULES for problem in rule(library, readings)})
