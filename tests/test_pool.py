"""Work done by several processes: in order, each failure named, and one that dies takes no other along."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from macros import progress
from macros.pool import Job, JobError, Pool
from tests.conftest import ROOT

MANY = 9


def words(text: str, trace: Path) -> str:
    (trace / f"{text}-{os.getpid()}").touch()
    return text


def refuse(text: str) -> str:
    message = f"no paper\nfor {text}"
    raise ValueError(message)


def die() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def linger(trace: Path) -> str:
    (trace / f"{os.getpid()}").touch()
    time.sleep(120)  # as long as whoever waits for it
    return ""


LINGERING = """
import sys
from functools import partial
from pathlib import Path
from macros.pool import Job, Pool
from tests.test_pool import linger

if __name__ == "__main__":
    with Pool() as pool:
        list(pool.done([Job(name=name, make=partial(linger, Path(sys.argv[1]))) for name in "abcd"]))
"""


def job(name: str, make: Callable[[], str]) -> Job[str]:
    return Job(name=name, make=make)


def test_many_are_made_by_other_processes_in_order(tmp_path: Path) -> None:
    names = [f"n{at}" for at in range(MANY)]
    with Pool() as pool:
        assert list(pool.done([job(name, partial(words, name, tmp_path)) for name in names])) == names
    makers = {each.name.split("-")[1] for each in tmp_path.iterdir()}
    assert str(os.getpid()) not in makers


def test_one_is_made_here(tmp_path: Path) -> None:
    with Pool() as pool:
        assert list(pool.done([job("a", partial(words, "a", tmp_path))])) == ["a"]
    assert [each.name for each in tmp_path.iterdir()] == [f"a-{os.getpid()}"]


def test_each_that_fails_is_named_with_its_reason(tmp_path: Path) -> None:
    jobs = [
        job("a", partial(refuse, "a")),
        job("good", partial(words, "good", tmp_path)),
        job("b", partial(refuse, "b")),
    ]
    with Pool() as pool, pytest.raises(JobError) as found:
        list(pool.done(jobs))
    line = "{0}: expected it to be made, found: ValueError (test_pool.py) no paper for {0}; mend that, and build again"
    assert re.sub(r"(\.py):\d+", r"\1", str(found.value)).split("\n") == [line.format("a"), line.format("b")]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_process_that_dies_is_named_by_its_text_and_takes_no_other_along(tmp_path: Path) -> None:
    good = [job(f"n{at}", partial(words, f"n{at}", tmp_path)) for at in range(MANY)]
    with Pool() as pool, pytest.raises(JobError) as found:
        list(pool.done([*good[:4], job("dead", die), *good[4:], job("no", partial(refuse, "x"))]))
    lines = str(found.value).split("\n")
    assert lines[0].startswith("dead: expected it to be made, found: the process that made it died")
    assert lines[1].startswith("no: ")
    assert len(lines) == 2
    assert {each.name.split("-")[0] for each in tmp_path.iterdir()} == {each.name for each in good}


def test_work_that_takes_long_says_in_a_log_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "SOON", 0)
    monkeypatch.setattr(progress, "LOG", 0)
    with Pool() as pool:
        list(pool.done([job(name, partial(words, name, tmp_path)) for name in "ab"]))
    assert capsys.readouterr().err == "1 of 2 made: a\n2 of 2 made: b\n"


def test_on_a_terminal_it_is_one_line_that_is_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "SOON", 0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    told = progress.Progress(2)
    told.step("a")
    told.step("b")
    assert capsys.readouterr().err == f"{progress.CLEAR}1 of 2 made: a{progress.CLEAR}"


def test_work_that_is_quickly_done_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Pool() as pool:
        list(pool.done([job("a", partial(words, "a", tmp_path))]))
    assert not capsys.readouterr().err


def test_processes_end_with_the_one_that_started_them_even_where_it_is_killed(tmp_path: Path) -> None:
    trace, script = tmp_path / "trace", tmp_path / "lingering.py"
    trace.mkdir()
    script.write_text(LINGERING, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    build = subprocess.Popen([sys.executable, str(script), str(trace)], env=environment)
    assert within(60, lambda: len(list(trace.iterdir())) >= min(os.cpu_count() or 1, 4))
    build.kill()
    build.wait()
    makers = {int(each.name) for each in trace.iterdir()}
    assert within(20, lambda: not any(map(is_alive, makers)))


def is_alive(process: int) -> bool:
    """Whether a process still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something comes true in so many seconds."""
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)  # no event tells when a process of others ends
    return holds()
