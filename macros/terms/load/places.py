"""What stands in the folders that people edit: files of their own, under names that anybody can type."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from macros.terms.load.files import Files

FOLDERS = ("docs", "variables")


def judge_places(files: Files) -> None:
    """Nothing leads out of the project, where a build would read and publish what is no part of it."""
    for path in _everything(files.root):
        if path.is_symlink():
            files.problem(path, 1, "expected a file or folder, found a link to another place; put a copy here")
        if not path.name.isprintable():
            files.problem(path, 1, f"expected a name of letters that can be seen, found {path.name!a}; rename it")


def _everything(root: Path) -> Iterator[Path]:
    """Every file and folder, hidden ones too, without going through links."""
    for folder in FOLDERS:
        for base, folders, names in os.walk(root / folder):
            yield from (Path(base) / name for name in sorted((*folders, *names)))
