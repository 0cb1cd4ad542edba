"""The check after the build: no page that people wrote is published with what a failed build leaves behind.

What the engine makes is not judged so: a contract may print such signs, and what is not filled was told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.model import Problem

REMAINS = re.compile(
    r"\{\{|\}\}|\{%|%\}|no such element:|Macro (?:Syntax|Rendering) Error|Traceback \(most recent|<!--#"
)


def remains(path: str, page: str) -> Iterator[Problem]:
    """Every expression that was not filled and every error that was printed, by line."""
    for number, line in enumerate(page.split("\n"), 1):
        for match in REMAINS.finditer(line):
            norm = "expected a finished page"
            yield Problem(path=path, line=number, message=f"{norm}, found {match[0]!r}; see the text it comes from")
