"""A site is the same bytes, and the same for everyone to read, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import copy_site

# Every Python of a build, those of the pool among them, lives so many days later, on so many processors.
ELSEWHEN = """
import ctypes, datetime, gc, os, time
LATER, CORES = int(os.environ["DAYS_LATER"]) * 86400, int(os.environ["CORES"])
os.cpu_count = lambda: CORES
now, localtime, gmtime, strftime = time.time, time.localtime, time.gmtime, time.strftime
time.time = lambda: now() + LATER
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, moment=None: strftime(form, moment or time.localtime())
def clock(kind, **readings):
    # Classes that are written in C take no other functions but so.
    gc.get_referents(kind.__dict__)[0].update({name: classmethod(read) for name, read in readings.items()})
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))
clock(datetime.date, today=lambda cls: cls.fromtimestamp(time.time()))
clock(datetime.datetime, now=lambda cls, tz=None: cls.fromtimestamp(time.time(), tz))
"""
HERE = {
    "CORES": "1", "DAYS_LATER": "0", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati",
    "HOME": "/root", "USER": "root",
}  # fmt: skip
THERE = {
    "CORES": "2", "DAYS_LATER": "400", "LC_ALL": "C", "PYTHONHASHSEED": "2", "TZ": "America/Adak",
    "HOME": "/nonexistent", "USER": "nobody",
}  # fmt: skip


def clocked(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a build elsewhere."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(ELSEWHEN, encoding="utf-8")
    return {**os.environ, **settings, "PYTHONPATH": str(folder)}


def built(root: Path, settings: Mapping[str, str], umask: int) -> dict[str, tuple[str, str]]:
    """The mode and the digest of every file and folder of a site, built from nothing by a command of its own."""
    (root / ".cache").unlink()
    environment = clocked(root.parent / f"{root.name}-python", settings)
    command = [sys.executable, "-m", "macros", "--project", str(root), "build"]
    subprocess.run(command, check=True, capture_output=True, env=environment, umask=umask, cwd=root)
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): (
            oct(path.stat().st_mode),
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in (site, *sorted(site.rglob("*")))
    }


def test_the_clock_of_a_build_is_another(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import datetime, time; print(datetime.date.today(), time.strftime('%Y'))"]
    days = {
        subprocess.run(
            command, check=True, capture_output=True, text=True, env=clocked(tmp_path / name, settings)
        ).stdout
        for name, settings in (("here", HERE), ("there", THERE))
    }
    assert len({each.split()[0] for each in days}) == 2
    assert len({each.split()[1] for each in days}) == 2


def test_a_build_elsewhere_on_another_day_by_someone_else_is_the_same_bytes_and_modes(tmp_path: Path) -> None:
    one = copy_site("tiny", tmp_path / "one")
    other = copy_site("tiny", tmp_path / "another/folder with spaces é")
    first, second = built(one, HERE, 0o000), built(other, THERE, 0o077)
    assert first == second
    assert {mode for mode, digest in first.values() if digest} == {"0o100644"}
    assert {mode for mode, digest in first.values() if not digest} == {"0o40755"}
