"""Comments in a text: what an author says to colleagues, and the rules that it silences at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

COMMENT = re.compile(r"[ \t]*<!--#(?P<said>(?:(?!#-->).)*)#-->")
ALLOWING = re.compile(r"\s*allow\b[ \t]*(?P<rule>[^\s:]*)[ \t]*:?[ \t]*(?P<reason>.*?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A rule that is silenced on a line of a text, and why; at is the line of the comment itself."""

    rule: str
    reason: str
    line: int
    at: int


def uncommented(body: str) -> str:
    """The body without its comments, line for line."""
    return COMMENT.sub("", body)


def allowances(body: str) -> Iterator[Allowance]:
    """Every `<!--# allow RULE: why #-->`; it holds on its own line, or on the next with words if it stands alone."""
    lines = body.split("\n")
    for number, line in enumerate(lines, 1):
        for match in COMMENT.finditer(line):
            if said := ALLOWING.fullmatch(match["said"]):
                yield Allowance(rule=said["rule"], reason=said["reason"], line=_held(lines, number), at=number)


def _held(lines: list[str], number: int) -> int:
    """The first line, from the comment's own on, that holds words."""
    return next((at for at in range(number, len(lines) + 1) if COMMENT.sub("", lines[at - 1]).strip()), number)
