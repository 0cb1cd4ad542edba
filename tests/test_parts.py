"""Parts of a site built apart and joined are the site that is built whole, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import files, own_cache


@pytest.fixture
def two(tiny: Path) -> Path:
    """A project of two publishers."""
    shutil.copytree(tiny / "docs/acme", tiny / "docs/zenith")
    for text in (tiny / "docs/zenith").rglob("document.yml"):
        text.write_text(text.read_text(encoding="utf-8").replace("publisher: acme", "publisher: zenith"), "utf-8")
    shutil.copy(tiny / "variables/acme.yml", tiny / "variables/zenith.yml")
    own_cache(tiny)
    return tiny


def forget(root: Path) -> None:
    """Throw away all that was kept, and the site."""
    shutil.rmtree(root / ".cache/site")
    shutil.rmtree(root / "site", ignore_errors=True)


def test_parts_that_were_built_apart_join_into_the_site_that_is_built_whole(
    two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(two), "build"]) == 0
    whole = files(two)
    parts = [tmp_path / name for name in ("acme", "zenith")]
    for part in parts:
        forget(two)
        assert main(["--project", str(two), "site", "--only", part.name, "--into", str(part)]) == 0
        assert not (two / "site").exists()
    forget(two)
    capsys.readouterr()
    assert main(["--project", str(two), "join", *map(str, parts)]) == 0
    assert capsys.readouterr().out.startswith("Joined 4 contracts\n")
    assert files(two) == whole


def test_a_part_that_is_no_longer_what_the_project_says_is_built_here(two: Path, tmp_path: Path) -> None:
    assert main(["--project", str(two), "site", "--only", "acme", "--into", str(tmp_path / "acme")]) == 0
    text = (two / "variables/acme.yml").read_text(encoding="utf-8")
    (two / "variables/acme.yml").write_text(text.replace("+33146088370", "+33146088371"), encoding="utf-8")
    assert main(["--project", str(two), "join", str(tmp_path / "acme")]) == 0
    joined = files(two)
    forget(two)
    assert main(["--project", str(two), "build"]) == 0
    assert files(two) == joined


def test_a_part_of_no_publisher_and_a_folder_without_a_part_are_told(
    two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(two), "site", "--only", "nobody"]) == 1
    assert capsys.readouterr().err == "--only: expected a publisher (acme, zenith), found nobody\n"
    assert main(["--project", str(two), "join", str(tmp_path / "none")]) == 1
    assert "expected the part of a publisher, found none; write one with terms site --only" in capsys.readouterr().err
    assert main(["--project", str(two), "site", "--only", "acme", "--into", str(tmp_path / "acme")]) == 0
    damaged = next(each for each in (tmp_path / "acme").glob("??/*") if not each.name.endswith("r"))
    damaged.write_bytes(b"")
    assert main(["--project", str(two), "join", str(tmp_path / "acme")]) == 1
    assert "found it damaged; build it again" in capsys.readouterr().err


def test_a_cache_that_lost_or_changed_contents_is_made_anew(two: Path) -> None:
    assert main(["--project", str(two), "build"]) == 0
    whole = files(two)
    for number, each in enumerate(sorted((two / ".cache/site").glob("??/*"))):
        if number % 3 == 0:
            each.unlink()
        elif number % 3 == 1:
            each.write_bytes(each.read_bytes()[:-1] + b"?")
    assert main(["--project", str(two), "build"]) == 0
    assert files(two) == whole
    assert not list(two.glob(".site-*"))
