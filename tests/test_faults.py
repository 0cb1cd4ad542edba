"""Whatever happens to a build, the published folder is the last good one, whole, and the next build goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros import swapping
from macros.__main__ import main
from tests.conftest import ROOT, copy_site, files, once, own_cache

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
# The command line where no file may grow beyond so many bytes: as on a disk that is full.
FULL = """
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from macros.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def start(root: Path) -> subprocess.Popen[bytes]:
    """A build in a process of its own, and of its own group."""
    command = [sys.executable, "-m", "macros", "--project", str(root), "build"]
    return subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site and with a cache of its own, for tests to copy."""

    def make(folder: Path) -> None:
        root = copy_site("tiny", folder / "tiny")
        own_cache(root)
        assert main(["--project", str(root), "build"]) == 0

    return once(tmp_path_factory, "faults", make) / "tiny"


@pytest.fixture
def site(whole: Path, tmp_path: Path) -> Path:
    """A project with a site, and with an edit that is not built yet."""
    tiny = tmp_path / "tiny"
    shutil.copytree(whole, tiny, symlinks=True)
    text = (tiny / "variables/acme.yml").read_text(encoding="utf-8")
    (tiny / "variables/acme.yml").write_text(text.replace("+33146088370", "+33146088371"), encoding="utf-8")
    return tiny


@pytest.mark.parametrize("share", [0.3, 0.6, 0.8, 0.95])
def test_a_build_that_is_killed_leaves_the_last_good_site(site: Path, share: float) -> None:
    before = files(site)
    began = time.monotonic()
    start(site).communicate()
    lasted = time.monotonic() - began
    after = files(site)
    assert after != before
    shutil.rmtree(site / ".cache/site")
    build = start(site)
    try:
        build.communicate(timeout=lasted * share)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
    assert files(site) == after
    assert main(["--project", str(site), "build"]) == 0
    assert files(site) == after
    assert not list(site.glob(".site-*"))


def test_a_build_that_was_ended_between_two_names_is_brought_back(site: Path) -> None:
    before = files(site)
    (site / "site").rename(site / ".site-new-old")
    (site / "variables/acme.yml").write_text("broken", encoding="utf-8")
    assert main(["--project", str(site), "build"]) == 1
    assert files(site) == before


def test_two_builds_at_once_wait_for_each_other(site: Path) -> None:
    said = [each.communicate() for each in [start(site), start(site)]]
    assert sorted(b"waiting for it" in out for out, _ in said) == [False, True]
    assert all(b"Built " in out and not err for out, err in said), said
    after = files(site)
    shutil.rmtree(site / ".cache/site")
    assert main(["--project", str(site), "build"]) == 0
    assert files(site) == after


def test_where_names_cannot_be_exchanged_the_old_site_goes_first(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "exchanged", lambda *_: False)
    before = files(site)
    assert main(["--project", str(site), "build"]) == 0
    assert files(site).keys() == before.keys()
    assert files(site) != before
    assert not list(site.glob(".site-*"))


def test_a_site_that_is_a_link_stays_one(site: Path) -> None:
    before = files(site)
    (site / "site").rename(site / "served")
    (site / "site").symlink_to(site / "served")
    for _ in range(3):
        assert main(["--project", str(site), "build"]) == 0
    assert (site / "site").is_symlink()
    assert files(site).keys() == before.keys()
    assert {each.relative_to(site / "served") for each in (site / "served").rglob("*.md")}
    assert not list(site.glob(".site-*"))


def test_a_full_disk_is_told_and_leaves_the_last_good_site(site: Path) -> None:
    before = files(site)
    run = subprocess.run(
        [sys.executable, "-c", FULL, "--project", str(site), "build"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "File too large" in run.stderr
    assert "Traceback" not in run.stderr
    assert files(site) == before
    assert not list(site.glob(".site-*"))
    assert not list((site / ".cache/site").rglob("*.part"))
