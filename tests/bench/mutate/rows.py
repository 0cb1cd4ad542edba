"""Mutations of lists and tables: rows and definitions that come, go, change or stand in another order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from random import Random

from tests.bench.mutate.wording import LONG_WORD, other_words

NEW_ROW = ("Donnée", "Désigne", "toute", "information", "nouvelle", "que", "le", "Client", "confie", "par", "écrit")


def edit_rows(lines: Sequence[str], rng: Random) -> list[str]:
    """Of every table one row less, one more and one with another word."""
    vocabulary = sorted(set(LONG_WORD.findall("\n".join(lines))))
    result: list[str] = []
    for is_table, run in groupby(lines, key=lambda line: line.startswith("|")):
        rows = list(run)
        if is_table and len(rows) > 4:
            del rows[rng.randrange(2, len(rows))]
            edited = rng.randrange(2, len(rows))
            rows[edited] = other_words(rows[edited], vocabulary, 1, rng)
            rows.insert(rng.randint(2, len(rows)), _new_row(rows[0].count("|") - 1))
        result += rows
    return result


def sort_definitions(lines: Sequence[str], rng: Random) -> list[str]:
    """The definitions, in a list or in a table, in another order."""
    items = [place for place, line in enumerate(lines) if line.startswith(": ") and lines[place - 1]]
    if items:
        spans = [(place - 1, place + 1) for place in items]
    else:
        rows = [place for place, line in enumerate(lines) if line.startswith("| ")]
        spans = [(place, place + 1) for place in rows[2:]]
    order = rng.sample(spans, len(spans))
    result = list(lines)
    for (start, end), (source, stop) in zip(spans, order, strict=True):
        result[start:end] = lines[source:stop]
    return result


def _new_row(cells: int) -> str:
    """A row of so many cells."""
    return f"| {' | '.join([NEW_ROW[0]] * (cells - 1) + [' '.join(NEW_ROW[1:])])} |"
