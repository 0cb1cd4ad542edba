"""A library to its problems: every rule, every text, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from macros.terms.check.ledgers import ledgers
from macros.terms.check.seals import sealed_texts
from macros.terms.check.texts import faults, numbering_patterns, summaries
from macros.terms.check.translations import translations
from macros.terms.load import load
from macros.terms.model import Library, Problem, Reading
from macros.terms.reading import read_all

Rule = Callable[[Library, Mapping[str, Reading]], Iterator[Problem]]
RULES: tuple[Rule, ...] = (faults, numbering_patterns, summaries, ledgers, sealed_texts, translations)


def examine(root: Path, today: date) -> tuple[Library, Mapping[str, Reading], list[Problem]]:
    """A project's library, its texts as read today, and every problem in either, by place."""
    library, unread = load(root)
    readings = read_all(library, today)
    return library, readings, sorted({*unread, *check(library, readings)})


def check(library: Library, readings: Mapping[str, Reading]) -> list[Problem]:
    """Everything that a machine finds wrong in a library, by place."""
    return sorted({problem for rule in RULES for problem in rule(library, readings)})
