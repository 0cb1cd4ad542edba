"""The only room that writes to the project: a document's folder changes at once and whole, or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

# What each system calls its exchange of two names, and the flag that asks for it.
AT_THIS_FOLDER = -100
EXCHANGE_LINUX = 2
EXCHANGE_MACOS = 2
PREFIX = ".terms-"


def change(folder: Path, write: Mapping[str, bytes], remove: Iterable[str] = ()) -> None:
    """Write and remove files of a folder, by their names in it, all in one instant; raises OSError.

    A copy of the folder is made and changed beside it, brought to the disk, and exchanged with it: a
    process killed at any point leaves the folder as before or as after.
    """
    for leftover in folder.parent.glob(f"{PREFIX}*"):
        shutil.rmtree(leftover)
    work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder.parent))
    try:
        copy = work / folder.name
        shutil.copytree(folder, copy, symlinks=True)
        for name in remove:
            (copy / name).unlink()
        for name, content in write.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            _write(copy / name, content)
        _drop_empty_folders(copy)
        _exchange(copy, folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _drop_empty_folders(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()


def _exchange(one: Path, other: Path) -> None:
    """Give each folder the other's name in one step of the system."""
    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = system.renamex_np(*names, EXCHANGE_MACOS)
    else:
        failed = system.renameat2(AT_THIS_FOLDER, names[0], AT_THIS_FOLDER, names[1], EXCHANGE_LINUX)
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))
