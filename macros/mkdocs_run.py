"""MkDocs run from our command line: its ways to stop become problems and words."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.terms.model import Problem

MACROS_LOGGER = "mkdocs.plugins.mkdocs_macros.util"
ERROR = re.compile(
    r"_Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<path>[^`]+)`\s+_(?P<kind>\w+)_: (?P<reason>[^\n]+)"
)
LINE = re.compile(r'File "<(?:template|unknown)>", line (\d+)')


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


class BuildFailedError(Exception):
    """A build that stopped: with the problems to correct, or for the reason that its words say."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class ProblemsError(MkDocsException):
    """What MkDocs prints of the problems found, where it is run by itself."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(f"{each.path}:{each.line}: {each.message}" for each in problems))
        self.problems = tuple(problems)


@contextmanager
def explained() -> Iterator[None]:
    """MkDocs' own ways to stop, the exit of mkdocs-macros among them, as one error with words."""
    errors = MacroErrors()
    logging.getLogger(MACROS_LOGGER).addFilter(errors)
    try:
        yield
    except ProblemsError as error:
        raise BuildFailedError(str(error), error.problems) from error
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error
    except SystemExit as error:
        raise BuildFailedError("a hand-written page failed", errors.problems) from error
    finally:
        logging.getLogger(MACROS_LOGGER).removeFilter(errors)


def build(config_file: Path, destination: Path) -> None:
    """Build the site into a folder; raises BuildFailedError."""
    with explained():
        config = load_config(str(config_file), site_dir=str(destination), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
