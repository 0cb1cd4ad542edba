"""How much memory is used at once by this process and those that it starts, as Linux tells it."""

from __future__ import annotations

import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PAGE = resource.getpagesize()
SECONDS = 0.005


@dataclass(slots=True)
class Peak:
    """Bytes: what this process held at the start, the most that it had beyond, that all others had, and both at once.

    getrusage is of no use for the others: a process counts, as its own peak, what the one had that started it.
    """

    before: int
    own: int = 0
    others: int = 0
    together: int = 0


@contextmanager
def watched(name: str) -> Iterator[Peak]:
    """The peak of this process and of its children of that name, looked at every few milliseconds; whole at the end."""
    peak = Peak(_resident(Path("/proc/self")))
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(name, peak, done))
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _watch(name: str, peak: Peak, done: threading.Event) -> None:
    while not done.wait(SECONDS):
        own = _resident(Path("/proc/self")) - peak.before
        others = sum(map(_resident, _children(name)))
        peak.own = max(peak.own, own)
        peak.others = max(peak.others, others)
        peak.together = max(peak.together, own + others)


def _children(name: str) -> Iterator[Path]:
    for task in Path("/proc/self/task").iterdir():
        for child in _read(task / "children").split():
            process = Path("/proc", child)
            if _read(process / "comm").startswith(name):
                yield process


def _resident(process: Path) -> int:
    """0 where the process has ended meanwhile."""
    fields = _read(process / "statm").split()
    return int(fields[1]) * PAGE if fields else 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
