"""The folder that a command works in: a project, whole."""

from __future__ import annotations

from pathlib import Path

from macros.commands.output import StopError
from macros.terms.store import UnfinishedError, finish


def prepared(folder: Path) -> Path:
    """The folder of a project, once what a killed command had decided on is done; raises StopError."""
    root = folder.resolve()
    if not (root / "mkdocs.yml").is_file():
        raise StopError(f"{root}: expected a project, a folder with mkdocs.yml, found none there")
    try:
        finish(root)
    except UnfinishedError as error:
        norm = "expected to end what a killed command had decided to write"
        raise StopError(f"{error}: {norm}; free the disk, then try again") from error
    return root
