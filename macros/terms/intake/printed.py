"""What stands on printed pages: lines with their places, tables; lengths are in points from the top left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.terms.intake.model import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of words; first is the width of its first word, column that of its page: 0 where it has but one."""

    runs: tuple[Run, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    first: float = 0
    column: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: the lines of each cell of each row."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    top: float
    left: float
    right: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, or a column of one: its number from 1, its height, its lines from top to bottom, its tables."""

    number: int
    height: float
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()

    def every_line(self) -> Iterator[Line]:
        """Its lines, then those in its tables."""
        yield from self.lines
        yield from (line for table in self.tables for row in table.rows for cell in row for line in cell)
