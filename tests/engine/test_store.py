"""A folder changes whole or not at all: killed at any point, on a full disk, on one that cannot be written."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.terms import store
from macros.terms.store import change

FOLDER = "docs/exemple/services"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    """What a folder holds, hidden things too."""
    return [each.name for each in folder.iterdir()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document's folder with a draft and a ledger."""
    made = tmp_path / "docs" / "publisher" / "document"
    (made / "draft").mkdir(parents=True)
    (made / "draft" / "fr.md").write_text("texte", encoding="utf-8")
    (made / "ledger.yml").write_text("un\n", encoding="utf-8")
    return made


def test_files_are_written_and_removed_together(folder: Path) -> None:
    change(folder, {"2027-01-01/fr.md": b"texte", "ledger.yml": b"un\ndeux\n"}, ["draft/fr.md"])
    assert tree(folder) == {"2027-01-01/fr.md": b"texte", "ledger.yml": b"un\ndeux\n"}
    assert not (folder / "draft").exists()
    assert names(folder.parent) == ["document"]


@pytest.mark.parametrize("step", ["tempfile.mkdtemp", "shutil.copytree", "os.fsync", "macros.terms.store.exchanged"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_fails_at_any_step_leaves_the_folder_as_it_was(
    step: str, code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(folder)

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "disk")

    monkeypatch.setattr(step, fail)
    with pytest.raises(OSError, match=os.strerror(code)):
        change(folder, {"new.md": b"x"}, ["draft/fr.md"])
    assert tree(folder) == before
    assert names(folder.parent) == ["document"]


def test_what_a_killed_process_left_is_cleared_away(folder: Path) -> None:
    (folder.parent / f"{store.PREFIX}left").mkdir()
    change(folder, {"new.md": b"x"})
    assert names(folder.parent) == ["document"]


@pytest.mark.parametrize(
    ("code", "said"), [(errno.ENOSPC, "No space left on device"), (errno.EROFS, "Read-only file system")]
)
def test_a_disk_that_cannot_be_written_is_told(
    code: int, said: str, history: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(history / "docs")

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "disk")

    monkeypatch.setattr("tempfile.mkdtemp", fail)
    words = ["--project", str(history), "publish", "exemple/services", "--effective", "2027-03-01"]
    assert main(words) == 1
    assert capsys.readouterr().err == f"{FOLDER}: expected to write this folder, found: {said}; nothing was changed\n"
    assert tree(history / "docs") == before


@pytest.mark.parametrize("code", sorted(store.UNABLE))
def test_a_disk_that_cannot_exchange_folders_is_written_all_the_same(
    code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class System:
        """A C library whose call fails."""

        @staticmethod
        def renameat2(*_: object) -> int:
            ctypes.set_errno(code)
            return -1

        renamex_np = renameat2

    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: System)
    change(folder, {"2027-01-01/fr.md": "été".encode(), "ledger.yml": b"un\ndeux\n"}, ["draft/fr.md"])
    assert tree(folder) == {"2027-01-01/fr.md": "été".encode(), "ledger.yml": b"un\ndeux\n"}
    assert names(folder.parent) == ["document"]


@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_publishing_killed_at_random_points_leaves_the_tree_as_before_or_as_after(way: str, tiny: Path) -> None:
    """Each process ends at another of the moments at which it asks the system for something."""
    words = [sys.executable, "-m", "tests.kill_publishing", str(tiny), "60", way]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    outcomes = done.stdout.split()
    assert len(outcomes) == 60
    assert set(outcomes) == {"before", "after"}


def test_a_change_that_was_decided_on_is_ended_by_the_next_command(tiny: Path) -> None:
    text = (tiny / "docs/acme/terms/2026-01-01/fr.md").read_text(encoding="utf-8")
    decided = {"write": {"draft/fr.md": text}, "remove": []}
    journal = tiny / "docs/acme/policy" / store.PENDING
    journal.write_text(json.dumps(decided), encoding="utf-8")
    main(["--project", str(tiny), "check"])
    assert (tiny / "docs/acme/policy/draft/fr.md").is_file()
    assert not journal.exists()


def test_a_change_that_cannot_be_ended_is_told(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = tiny / "docs/acme/policy" / store.PENDING
    journal.write_text(json.dumps({"write": {"draft/fr.md": "x"}, "remove": []}), encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "disk")

    monkeypatch.setattr("os.fsync", fail)
    assert main(["--project", str(tiny), "build"]) == 1
    assert capsys.readouterr().err.startswith("docs/acme/policy: expected to end what a killed command had decided to")
    assert journal.is_file()
