"""What stands in the folders that people edit: files of their own, under names that anybody can type."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from macros.terms.load.files import Files

FOLDERS = ("docs", "variables")


def judge_places(files: Files) -> None:
    """Nothing leads out of the project, where a build would read and publish what is no part of it."""
    for folder in FOLDERS:
        for entry in _everything(files.root / folder):
            if entry.is_symlink():
                norm = "expected a file or folder, found a link to another place"
                files.problem(Path(entry.path), 1, f"{norm}; put a copy here")
            if not entry.name.isprintable():
                norm = f"expected a name of letters that can be seen, found {entry.name!a}"
                files.problem(Path(entry.path), 1, f"{norm}; rename it")


def _everything(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """Every file and folder, hidden ones too, without going through links."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _everything(entry.path)
