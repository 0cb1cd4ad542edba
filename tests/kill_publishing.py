"""Publishes a draft again and again, each time in a process that is killed at another moment.

`python -m tests.kill_publishing PROJECT TIMES WAY` prints, for each time, whether the contracts are as "before" or
as "after"; it exits with 1 at the first that is neither, or in which the check finds a problem. The moments are
those at which Python asks the system to open, list, make, copy, move or remove something. Where folders are
exchanged (WAY is "exchange") the files are looked at as they lie; with a journal, after the next command.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros.__main__ import main
from macros.terms import store

PUBLISH = ("publish", "acme/terms", "--effective", "2027-01-01")
EVENTS = ("open", "os.", "shutil.", "ctypes.", "tempfile.")


def run(root: Path, *words: str) -> int:
    """The exit code of a command that says nothing."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(["--project", str(root), *words])


def in_a_process(act: Callable[[], int]) -> int:
    """The status of a process that does this and ends."""
    child = os.fork()
    if child == 0:
        os._exit(act())
    return os.waitpid(child, 0)[1]


def killed_after(root: Path, moments: int, told: int = 0) -> int:
    """Publish until so many moments have passed, then be killed as by `kill -9`; tell a pipe how many passed."""
    passed = 0

    def watch(event: str, _: object) -> None:
        nonlocal passed
        if event.startswith(EVENTS) and event != "os.kill":
            passed += 1
            if passed > moments:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    code = run(root, *PUBLISH)
    if told:
        os.write(told, str(passed).encode())
    return code


def seen(root: Path) -> dict[str, bytes]:
    """Every file of the contracts that is not hidden."""
    files = (path for path in (root / "docs").rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in named.items() if "/." not in name}


def count(root: Path) -> int:
    """How many moments one publishing has; it is left to end."""
    heard, told = os.pipe()
    assert in_a_process(partial(killed_after, root, sys.maxsize, told)) == 0
    return int(os.read(heard, 32))


def loop(root: Path, times: int, way: str) -> int:
    """Kill so many times; 1 at the first state that is neither before nor after, or that has a problem."""
    if way == "journal":
        store.exchanged = lambda *_: False
    assert run(root, "draft", "acme/terms") == 0
    for path in (root / "docs/acme/terms/draft").glob("*.md"):
        text = path.read_text(encoding="utf-8").replace('summary: ""', "summary: autre").replace("8. ", "7. ", 1)
        path.write_text(text, encoding="utf-8")
    assert run(root, "translation", "accept", "acme/terms", "en", "--all") == 0
    kept = root.parent / "kept"
    shutil.copytree(root / "docs", kept)
    before = seen(root)
    moments = count(root)
    after = seen(root)
    chance = random.Random(1)
    for _ in range(times):
        shutil.rmtree(root / "docs")
        shutil.copytree(kept, root / "docs")
        at = chance.randrange(moments)
        in_a_process(partial(killed_after, root, at))
        if way == "journal":
            run(root, "check")
        state = seen(root)
        print("before" if state == before else "after" if state == after else f"between, killed at moment {at}")
        if state not in (before, after) or run(root, "check") != 0:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(loop(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
