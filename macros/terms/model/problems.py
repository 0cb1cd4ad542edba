"""What is wrong and where, and plain data that remembers its lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# What breaks a line, steers a terminal, turns the direction of words or is no letter; a message of ours may go on
# over lines, each further in than a problem begins.
UNSEEN = re.compile(r"\n(?!    )|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
LONGEST = 2_000


def _on_one_line(words: str) -> str:
    """The words with what nobody sees as a code, and cut where nobody would read on."""
    shown = UNSEEN.sub(lambda match: ascii(match[0])[1:-1], words)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST // 2]} … {shown[-LONGEST // 2 :]}"


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

    def __post_init__(self) -> None:
        """What a stranger's file is quoted with breaks no line and steers no terminal."""
        object.__setattr__(self, "path", _on_one_line(self.path))
        object.__setattr__(self, "message", _on_one_line(self.message))

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
