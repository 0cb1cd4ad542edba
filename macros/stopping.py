"""How a build stops: with the problems to correct, those of hand-written pages among them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.terms.model import Problem

MACROS_LOGGER = "mkdocs.plugins.mkdocs_macros.util"
ERROR = re.compile(
    r"_Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<path>[^`]+)`\s+_(?P<kind>\w+)_: (?P<reason>[^\n]+)"
)
LINE = re.compile(r'File "<(?:template|unknown)>", line (\d+)')


class BuildFailedError(Exception):
    """A build that stopped: with the problems to correct, or for the reason that its words say."""

    def __init__(self, message: str = "", problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = sorted({*problems})


@dataclass(frozen=True, slots=True, kw_only=True)
class MacroErrors:
    """A logging filter that keeps the tracebacks of mkdocs-macros from being printed, and remembers them."""

    problems: list[Problem] = field(default_factory=list)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be printed: every one that is no macro's error."""
        said = record.getMessage()
        match = ERROR.search(said)
        if match is None:
            return True
        line = LINE.search(said)
        norm = "expected every expression to give words"
        message = f"{norm}, found {match['kind']}: {match['reason'].strip()}"
        self.problems.append(Problem(path=match["path"], line=int(line[1]) if line else 1, message=message))
        return False
