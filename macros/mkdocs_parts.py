"""Parts of a site as a project's mkdocs.yml would have them built: written apart, and brought together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.frontend import Frontend
from macros.making import FaultyProjectError, ordered
from macros.mkdocs_run import ProblemsError, explained
from macros.packing import NoPartError, packed, unpacked
from macros.plugin import plugin_of
from macros.pool import JobError
from macros.settings import ClockError
from macros.terms.site import Setting


def build_part(config_file: Path, publisher: str, folder: Path) -> int:
    """Write the parts of a publisher's documents into a folder; how many they are. Raises BuildFailedError."""
    with explained():
        try:
            order, problems = ordered(*_order(config_file))
            if problems:
                raise ProblemsError(problems)
            return packed(order, publisher, folder)
        except FaultyProjectError as error:
            raise ProblemsError(error.problems) from error
        except (ClockError, JobError) as error:
            raise MkDocsException(str(error)) from error


def join(config_file: Path, folders: Sequence[Path]) -> int:
    """Bring parts to where a build takes them from; how many they are. Raises BuildFailedError."""
    with explained():
        try:
            _, cache, _, _ = _order(config_file)
            return unpacked(folders, cache)
        except (ClockError, NoPartError) as error:
            raise MkDocsException(str(error)) from error


def _order(config_file: Path) -> tuple[Path, Path, Setting, Frontend]:
    """What the plugin of a project would build."""
    config = load_config(str(config_file))
    return plugin_of(config).order(config)
