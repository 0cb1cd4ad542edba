"""Scripts that other sites load by their hash: published by a command, kept by the check and the build."""

from __future__ import annotations

import base64
import hashlib
import shutil
from html import unescape
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import ROOT, build
from tests.test_against import against, git

FOLDER = "overrides/embed/v1"
LIST = f"{FOLDER}/scripts.txt"
NEW = "// Another script.\n"


@pytest.fixture
def own(tiny: Path) -> Path:
    """The tiny project with a script of its own, the newest one, free to be spoilt."""
    (tiny / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tiny / "overrides")
    head, *earlier, last = (tiny / LIST).read_text(encoding="utf-8").splitlines(keepends=True)
    for line in earlier:
        (tiny / FOLDER / line.split()[2]).unlink()
    (tiny / LIST).write_text(head + last, encoding="utf-8")
    return tiny


@pytest.fixture
def kept(own: Path) -> Path:
    """The same in git, at the revision "published"."""
    (own / ".gitignore").write_text(".cache\n", encoding="utf-8")
    for words in (
        ["init", "--quiet"],
        ["add", "."],
        ["commit", "--quiet", "--message", "published"],
        ["tag", "published"],
    ):
        git(own, *words)
    return own


def newest(root: Path) -> tuple[str, str, str]:
    """The day, the integrity and the name of the script that was added last."""
    added, integrity, name = (root / LIST).read_text(encoding="utf-8").splitlines()[-1].split()
    return added, integrity, name


def published(root: Path, text: str) -> str:
    """The name under which a script is published."""
    (root / "overrides/embed/terms.js").write_text(text, encoding="utf-8")
    assert main(["--project", str(root), "embed"]) == 0
    return newest(root)[2]


def wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the check says is to be corrected, without the count."""
    capsys.readouterr()
    code = main(["--project", str(root), "check"])
    lines = capsys.readouterr().err.splitlines()
    assert code == bool(lines)
    return lines[:-1]


def test_a_script_is_published_under_its_digest_and_those_of_before_stay(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, first = (own / LIST).read_text(encoding="utf-8"), newest(own)[2]
    name = published(own, NEW)
    assert name == f"terms.{hashlib.sha256(NEW.encode()).hexdigest()[:16]}.js"
    integrity = base64.b64encode(hashlib.sha384(NEW.encode()).digest()).decode()
    assert (own / LIST).read_text(encoding="utf-8") == f"{before}2026-11-22 sha384-{integrity} {name}\n"
    assert (own / FOLDER / name).read_text(encoding="utf-8") == NEW
    assert wrong(own, capsys) == []
    site = build(own / "mkdocs.yml", own / "site")
    assert {each.name for each in (site / "embed/v1").iterdir()} == {first, name}
    assert (site / "embed/v1" / first).read_bytes() == (ROOT / FOLDER / first).read_bytes()


def test_the_page_for_developers_and_the_example_name_the_newest_script_and_the_site(own: Path) -> None:
    shutil.copytree(ROOT / "docs/developers", own / "docs/developers")
    name = published(own, NEW)
    integrity = newest(own)[1]
    site = build(own / "mkdocs.yml", own / "site")
    for page in ("fr/developers/index.html", "en/developers/index.html", "developers/sign-up.html"):
        said = unescape((site / page).read_text(encoding="utf-8"))
        assert f'<script src="https://tiny.example/embed/v1/{name}"\n  integrity="{integrity}"' in said
        assert "clausier.example" not in said
        assert "{{" not in said


def test_the_script_says_the_same_on_a_page_of_any_encoding() -> None:
    lines = (ROOT / "overrides/embed/terms.js").read_text(encoding="utf-8").splitlines()
    assert [each for each in lines if not each.isascii() and not each.lstrip().startswith("//")] == []


def test_publishing_it_twice_changes_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (own / LIST).read_bytes()
    assert main(["--project", str(own), "embed"]) == 0
    assert "is published already" in capsys.readouterr().out
    assert (own / LIST).read_bytes() == before


def test_one_of_before_is_not_published_again(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, first = (own / "overrides/embed/terms.js").read_text(encoding="utf-8"), newest(own)[2]
    name = published(own, NEW)
    (own / "overrides/embed/terms.js").write_text(text, encoding="utf-8")
    assert main(["--project", str(own), "embed"]) == 1
    assert f"expected a script that is new, found {first}, published before {name}" in capsys.readouterr().err


def test_without_a_script_to_publish_the_command_says_so(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "overrides/embed/terms.js").unlink()
    assert main(["--project", str(own), "embed"]) == 1
    assert "overrides/embed/terms.js: expected the script to publish, found none" in capsys.readouterr().err


def test_other_bytes_under_a_name_are_told_and_stop_the_build(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = newest(own)[2]
    with (own / FOLDER / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    other = hashlib.sha256((own / FOLDER / name).read_bytes()).hexdigest()[:16]
    norm = f"{FOLDER}/{name}:1: expected the bytes that its name states, found those of terms.{other}.js"
    advice = f"bring it back: git checkout -- {FOLDER}/{name}"
    assert wrong(own, capsys) == [f"{norm}; {advice}"]
    assert main(["--project", str(own), "build"]) == 1
    assert norm in capsys.readouterr().err
    assert not (own / "site").exists()


def test_a_listed_script_that_is_gone_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = newest(own)[2]
    (own / FOLDER / name).unlink()
    (line,) = wrong(own, capsys)
    assert line.startswith(f"{LIST}:2: expected {FOLDER}/{name}, which other sites load, found none; bring it back")


@pytest.mark.parametrize("name", ["terms.0000000000000000.js", "notes.md"])
def test_what_is_not_listed_is_told(own: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (own / FOLDER / name).write_text(NEW, encoding="utf-8")
    (line,) = wrong(own, capsys)
    assert line.startswith(
        f"{FOLDER}/{name}:1: expected only scripts that scripts.txt lists, found one that it does not"
    )


def test_another_integrity_a_line_twice_and_a_line_that_is_none_are_told(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, line = (own / LIST).read_text(encoding="utf-8").splitlines()
    added, integrity, name = line.split()
    forged = f"{added} {integrity[:-1]}{'A' if integrity[-1] != 'A' else 'B'} {name}"
    (own / LIST).write_text(f"{head}\n{forged}\n{line}\nterms.js\n", encoding="utf-8")
    said = wrong(own, capsys)
    assert any(each.startswith(f"{LIST}:2: expected the integrity of {name}, {integrity}") for each in said)
    assert any(each.startswith(f"{LIST}:3: expected each script once, found {name} again") for each in said)
    assert any(each.startswith(f"{LIST}:4: expected the day, integrity and name of a script") for each in said)


def test_a_script_changed_and_not_published_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = newest(own)[2]
    (own / "overrides/embed/terms.js").write_text(NEW, encoding="utf-8")
    (line,) = wrong(own, capsys)
    assert line.startswith(f"overrides/embed/terms.js:1: expected the newest published script, {name}, found terms.")
    assert line.endswith("publish it with: terms embed")


def test_a_project_without_scripts_has_none_and_is_right(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(own / "overrides/embed")
    assert wrong(own, capsys) == []
    assert not (build(own / "mkdocs.yml", own / "site") / "embed").exists()


def test_one_more_script_than_at_a_revision_is_right(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(kept, NEW)
    assert against(kept, "published", capsys) == (0, "")


def test_a_script_taken_out_with_its_line_is_told_against_a_revision(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = newest(kept)[2]
    name = published(kept, NEW)
    (kept / FOLDER / first).unlink()
    head, _, line = (kept / LIST).read_text(encoding="utf-8").splitlines()
    (kept / LIST).write_text(f"{head}\n{line}\n", encoding="utf-8")
    assert wrong(kept, capsys) == []
    code, said = against(kept, "published", capsys)
    assert code == 1
    back = f"bring it back: git checkout published -- {FOLDER}/{first}"
    assert f"{FOLDER}/{first}:1: expected the script that was published at published, found none; {back}" in said
    assert f"{LIST}:2: expected {first}, added on 2026-11-22, as at published, found {name};" in said
