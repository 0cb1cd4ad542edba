"""The only room that writes to the project: a document's folder changes at once and whole, or not at all."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

AT_THIS_FOLDER = -100
# RENAME_EXCHANGE on Linux and RENAME_SWAP on macOS, by chance the same number.
EXCHANGE = 2
# What systems and disks answer that cannot exchange two folders.
UNABLE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV})
PREFIX = ".terms-"
PENDING = f"{PREFIX}pending.json"


class UnfinishedError(Exception):
    """A change that was decided on and could not be ended, in the folder that its words name."""


def change(folder: Path, write: Mapping[str, bytes], remove: Iterable[str] = ()) -> None:
    """Write and remove files of a folder, by their names in it, all in one instant; raises OSError.

    A copy of the folder is changed beside it, brought to the disk, and exchanged with it: a process killed at any
    point leaves the folder as before or as after. A disk that cannot exchange folders gets a journal instead.
    """
    removed = tuple(remove)
    for leftover in folder.parent.glob(f"{PREFIX}*"):
        shutil.rmtree(leftover)
    work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder.parent))
    try:
        copy = work / folder.name
        shutil.copytree(folder, copy, symlinks=True)
        _apply(copy, write, removed)
        if not exchanged(copy, folder):
            _journal(folder, write, removed)
            _make(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def finish(root: Path) -> None:
    """End what a killed process had decided to change in a project whose disk cannot exchange folders."""
    for pending in root.glob(f"docs/*/*/{PENDING}"):
        try:
            _make(pending.parent)
        except OSError as error:
            raise UnfinishedError(pending.parent.relative_to(root).as_posix()) from error


def _make(folder: Path) -> None:
    """Make the change that the folder's journal decided on."""
    pending = folder / PENDING
    decided = json.loads(pending.read_text(encoding="utf-8"))
    _apply(folder, {name: text.encode() for name, text in decided["write"].items()}, decided["remove"])
    pending.unlink()


def _journal(folder: Path, write: Mapping[str, bytes], remove: Iterable[str]) -> None:
    """Decide on a change: once this file has its name, the change is made, now or at the next command."""
    decided = {"write": {name: content.decode() for name, content in write.items()}, "remove": list(remove)}
    _write(folder / PENDING, json.dumps(decided).encode())


def _apply(folder: Path, write: Mapping[str, bytes], remove: Iterable[str]) -> None:
    for name, content in write.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        _write(folder / name, content)
    for name in remove:
        (folder / name).unlink(missing_ok=True)
    for each in folder.iterdir():
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()


def _write(path: Path, content: bytes) -> None:
    """Give the file its new content in one step, once that is on the disk."""
    part = path.with_name(f"{PREFIX}{path.name}")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def exchanged(one: Path, other: Path) -> bool:
    """Give each folder the other's name in one step of the system; False where system or disk cannot."""
    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = system.renamex_np(*names, EXCHANGE)
    elif hasattr(system, "renameat2"):
        failed = system.renameat2(AT_THIS_FOLDER, names[0], AT_THIS_FOLDER, names[1], EXCHANGE)
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in UNABLE:
        raise OSError(code, os.strerror(code), str(other))
    return not failed
