"""A deployed site proves itself: every sealed byte is served, and whatever is not is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import build, serve


@pytest.fixture
def site(tiny: Path, tmp_path: Path) -> Path:
    """The tiny project's site as a folder."""
    return build(tiny / "mkdocs.yml", tmp_path / "site")


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The tiny project's site on a server."""
    yield from serve(site)


def verify(root: Path, site: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit code of `terms verify`, what it says, and what it says is wrong."""
    code = main(["--project", str(root), "verify", site])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_folder_and_a_server_are_verified(
    tiny: Path, site: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "3 sealed texts, each served byte for byte as it was published\n"
    assert verify(tiny, str(site), capsys) == (0, said, "")
    assert verify(tiny, f"{address}/", capsys) == (0, said, "")


def test_what_is_served_otherwise_or_not_at_all_is_named(
    tiny: Path, site: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changed, gone = "fr/acme/terms/2026-01-01/terms.md", "fr/acme/policy/2025-03-01/terms.md"
    (site / changed).write_bytes((site / changed).read_bytes() + b"\n")
    (site / gone).unlink()
    code, _, said = verify(tiny, address, capsys)
    assert code == 1
    assert f"{address}/{changed}: expected sha256 " in said
    assert f"{address}/{gone}: expected sha256 " in said
    assert "found the answer 404 Not Found" in said
    assert said.endswith("2 of 3 sealed texts are not served as they were published\n")
    assert "No such file or directory" in verify(tiny, str(site), capsys)[2]


def test_every_revision_of_a_translation_is_verified(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny / "docs/acme/terms/2026-01-01"
    (folder / "en.r2.md").write_bytes((folder / "en.md").read_bytes().replace(b"buys", b"purchases"))
    accept = ["translation", "accept", "acme/terms", "en", "--all", "--version", "2026-01-01"]
    assert main(["--project", str(tiny), *accept]) == 0
    assert main(["--project", str(tiny), "publish", "acme/terms", "--translation", "en"]) == 0
    built = build(tiny / "mkdocs.yml", tmp_path / "revised")
    capsys.readouterr()
    assert verify(tiny, str(built), capsys)[1].startswith("4 sealed texts, each served")
    (built / "en/acme/terms/2026-01-01/r1/terms.md").unlink()
    assert "en/acme/terms/2026-01-01/r1/terms.md: expected sha256" in verify(tiny, str(built), capsys)[2]


def test_a_server_that_does_not_answer_is_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = verify(tiny, "http://127.0.0.1:9", capsys)
    assert code == 1
    assert "found nothing: " in said


def test_a_folder_that_is_not_there_is_told_once(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(tmp_path / "gone")
    said = f"expected a folder or an address that begins with https://, found {gone}\n"
    assert verify(tiny, gone, capsys) == (1, "", said)


def test_an_address_of_another_kind_is_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = verify(tiny, "ftp://acme.example/", capsys)
    assert (code, said) == (1, "expected a folder or an address that begins with https://, found ftp://acme.example/\n")
