"""Files that take long to make: made by several processes, and taken from the cache as long as nothing changes them."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from macros.terms.pages.model import Asset, Export

ENGINE = Path(__file__).parent
# What decides on the bytes of a file: the engine, the site's words, what is typeset, and the libraries that write.
SOURCES = ("terms/**/*.py", "terms/**/*.typ", "locales/**/*.py", "locales/**/*.po")
LIBRARIES = (
    "babel", "font-source-sans-pro", "font-source-serif-pro", "fontpkg-amiri", "lxml", "markdown-it-py",
    "python-docx", "rapidfuzz", "typst",
)  # fmt: skip
# Processes take as long to start as they save on so many files.
WORTH = 32
# Never a fork of this process: its threads would not be there, and those that wait for them would wait forever.
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
DIED = "nothing: the process that made it died, perhaps for want of memory"

Make = Callable[[], bytes]
Job = tuple[Make, Path]


class ExportError(Exception):
    """Files that could not be made: each by its address, with the reason; a line each is the message."""


def built_exports(exports: Sequence[Export], cache: Path) -> Iterator[Asset]:
    """The files, in order, those made before from the cache folder."""
    cache.mkdir(parents=True, exist_ok=True)
    kept = [cache / _key(each) for each in exports]
    missing = [(each, path) for each, path in zip(exports, kept, strict=True) if not path.exists()]
    reasons = _made([(each.make, path) for each, path in missing])
    failed = [
        f"{each.address}: expected a file to take away, found {reason}; mend what it is made of, and build again"
        for (each, _), reason in zip(missing, reasons, strict=True)
        if reason
    ]
    if failed:
        raise ExportError("\n".join(failed))
    for export, path in zip(exports, kept, strict=True):
        yield Asset(address=export.address, content=path.read_bytes())


def _made(jobs: Sequence[Job]) -> list[str]:
    """Make each file; why it could not be made, "" where it was."""
    workers = min(os.cpu_count() or 1, len(jobs))
    if workers < 2 or len(jobs) < WORTH:
        return [_keep(*job) for job in jobs]
    found = _by_processes(jobs, workers)
    # One that dies takes along all that others were to make: each of those gets a process of its own.
    return [(_alone(job) if each is None else each) for job, each in zip(jobs, found, strict=True)]


def _alone(job: Job) -> str:
    found = _by_processes([job], 1)[0]
    return DIED if found is None else found


def _by_processes(jobs: Sequence[Job], workers: int) -> list[str | None]:
    """The same by so many processes; None where one died."""
    context = multiprocessing.get_context(METHOD)
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        return [_result(each) for each in [pool.submit(_keep, *job) for job in jobs]]


def _result(future: Future[str]) -> str | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _keep(make: Make, path: Path) -> str:
    """Make a file and keep it, all of it or nothing; why that failed."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(make())
        part.replace(path)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told with the file's address
        part.unlink(missing_ok=True)
        return _told(error)
    return ""


def _told(error: Exception) -> str:
    """An error on one line, with the place in the sources where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(str(error).split())
    return f"{type(error).__name__} ({Path(place.filename).name}:{place.lineno}) {said}".rstrip()


def _key(export: Export) -> str:
    """The name under which a file is kept: the digest of all that decides what comes out."""
    found = hashlib.sha256(_engine())
    for each in export.inputs:
        found.update(f"{len(each)}\0{each}".encode())
    return found.hexdigest() + Path(export.address).suffix


@lru_cache(maxsize=1)
def _engine() -> bytes:
    """The digest of what every file depends on."""
    found = hashlib.sha256(repr([version(each) for each in LIBRARIES]).encode())
    for path in sorted(path for pattern in SOURCES for path in ENGINE.glob(pattern)):
        found.update(path.read_bytes())
    return found.digest()
