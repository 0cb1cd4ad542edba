"""What commands say: problems by place, reasons to stop, and the exit code that goes with each."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from macros.terms.model import Problem
from macros.terms.render.findings import line


class StopError(Exception):
    """A command that cannot go on, for the reason that its words say."""


def once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by place, each once; of those that say the same the one that is told first."""
    found: dict[tuple[str, int, str], Problem] = {}
    for each in problems:
        found.setdefault((each.path, each.line, each.message), each)
    return sorted(found.values())


def report(problems: Iterable[Problem]) -> int:
    """Print every problem by place and their count; the exit code 1, or 0 where there is none."""
    found = once(problems)
    for problem in found:
        print(line(problem), file=sys.stderr)
    if found:
        print("1 problem to correct" if len(found) == 1 else f"{len(found)} problems to correct", file=sys.stderr)
    return 1 if found else 0


def stop(message: str) -> int:
    """Print why a command stops; the exit code 1."""
    print(message, file=sys.stderr)
    return 1
