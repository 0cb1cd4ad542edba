"""What is wrong and where, and plain data that remembers its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Something a person has to correct; path is relative to the project, line counts from 1.

    severity: "error", "warning" or "note"; rule: the id of the rule that was broken.
    """

    path: str
    line: int
    message: str
    rule: str = "file"
    severity: str = "error"

    @property
    def said(self) -> tuple[str, str, str]:
        """What it says, wherever its line has moved to."""
        return self.path, self.rule, self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A problem inside one text whose path its finder does not know; line counts from 1."""

    line: int
    message: str


Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Plain data and the line, from 1, of each key and item in it; dates stay text."""

    value: object
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest one around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)
