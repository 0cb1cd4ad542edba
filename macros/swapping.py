"""A folder that was made beside another takes its place at once: whoever looks finds the one or the other, whole."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.terms.store import exchanged

LOG = logging.getLogger("macros.build")


@contextmanager
def for_everyone() -> Iterator[None]:
    """Let everyone read what is written meanwhile, and its owner alone write it: a host may be another."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait for whoever else builds here; the lock ends with the process, whatever ends it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            LOG.info("Another build is at work here: waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def swap(fresh: Path, final: Path) -> None:
    """Put a folder in the place of another, which is then gone."""
    old = put_in_place(fresh, final)
    if old:
        shutil.rmtree(old)


def put_in_place(fresh: Path, final: Path) -> Path | None:
    """Put a folder in the place of another; where that is now, None where there was none."""
    if not final.exists():
        fresh.rename(final)
        return None
    if exchanged(fresh, final):
        return fresh
    old = fresh.with_name(f"{fresh.name}-old")
    final.rename(old)
    fresh.rename(final)
    return old
