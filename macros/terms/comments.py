"""Comments in a text: what an author says to colleagues, and the rules that it silences at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# With the blanks before it: a line of nothing but blanks is gone through once.
COMMENT = re.compile(r"(?:(?<![ \t])[ \t]++)?<!--#(?P<said>.*?)#-->")
END = "#-->"
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
    return "\n".join(map(_words, body.split("\n"))) if END in body else body


def _words(line: str) -> str:
    """A line without its comments; what opens none, because nothing closes it, is not looked at."""
    end = line.rfind(END) + len(END)
    return COMMENT.sub("", line[:end]) + line[end:] if END in line else line


def allowances(body: str) -> Iterator[Allowance]:
    """Every `<!--# allow RULE: why #-->`; it holds on its own line, or on the next with words if it stands alone."""
    waiting: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(body.split("\n") if END in body else (), 1):
        if END in line:
            found = COMMENT.finditer(line[: line.rfind(END) + len(END)])
            waiting += [(number, said) for match in found if (said := ALLOWING.fullmatch(match["said"]))]
        if waiting and _words(line).strip():
            yield from (_allowance(said, line=number, at=at) for at, said in waiting)
            waiting.clear()
    yield from (_allowance(said, line=at, at=at) for at, said in waiting)


def _allowance(said: re.Match[str], *, line: int, at: int) -> Allowance:
    return Allowance(rule=said["rule"], reason=said["reason"], line=line, at=at)
