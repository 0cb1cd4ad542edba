"""What mkdocs-macros logs when a hand-written page fails, as problems instead of tracebacks."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field

from macros.terms.model import Problem

LOGGER = "mkdocs.plugins.mkdocs_macros.util"
ERROR = re.compile(
    r"_Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<path>[^`]+)`\s+_(?P<kind>\w+)_: (?P<reason>[^\n]+)"
)
LINE = re.compile(r'File "<(?:template|unknown)>", line (\d+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class MacroErrors:
    """A logging filter that keeps errors of macros from being printed, and remembers them."""

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
