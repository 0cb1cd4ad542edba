"""A ledger only grows: compared with a git revision, every entry of then is there, unchanged and in order."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.terms.ledger import chained, written
from macros.terms.load import load_ledger

LEDGER = "docs/acme/terms/ledger.yml"


def git(root: Path, *words: str) -> None:
    """Run git as nobody in particular."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def kept(tiny: Path) -> Path:
    """The tiny project in git, at the revision "published"."""
    (tiny / ".gitignore").write_text("overrides\n.cache\n", encoding="utf-8")
    git(tiny, "init", "--quiet")
    git(tiny, "add", ".")
    git(tiny, "commit", "--quiet", "--message", "published")
    git(tiny, "tag", "published")
    return tiny


def against(root: Path, revision: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of the check against a revision, and what it says is wrong."""
    capsys.readouterr()
    code = main(["--project", str(root), "check", "--against", revision])
    return code, capsys.readouterr().err


def test_an_unchanged_and_a_grown_ledger_are_right(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert against(kept, "published", capsys) == (0, "")
    assert main(["--project", str(kept), "withdraw", "acme/terms", "2026-01-01", "--reason", "Erreur."]) == 0
    assert against(kept, "published", capsys) == (0, "")


def test_a_ledger_written_anew_with_a_chain_that_holds_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (kept / LEDGER).read_text(encoding="utf-8")
    (entry,) = load_ledger(text, LEDGER)
    forged = re.sub(r"- action(?:.*\n)*", "", text) + written(chained(entry, [entry]))
    (kept / LEDGER).write_text(forged, encoding="utf-8")
    code, said = against(kept, "published", capsys)
    assert code == 1
    assert f"{LEDGER}:2: expected entry 1 as it was published (record 2026-01-01), found record 2026-01-01" in said


def test_a_version_deleted_with_its_entry_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(kept, "tag", "--delete", "published")
    assert main(["--project", str(kept), "withdraw", "acme/terms", "2026-01-01", "--reason", "Erreur."]) == 0
    git(kept, "commit", "--quiet", "--all", "--message", "withdrawn")
    git(kept, "tag", "published")
    git(kept, "checkout", "--quiet", "HEAD~1", "--", LEDGER)
    assert main(["--project", str(kept), "check"]) == 0
    code, said = against(kept, "published", capsys)
    assert code == 1
    assert f"{LEDGER}:1: expected every entry that was published (2), found 1" in said


def test_a_deleted_document_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(kept, "rm", "-r", "--quiet", "docs/acme/policy")
    code, said = against(kept, "published", capsys)
    assert code == 1
    advice = "bring it back: git checkout published -- docs/acme/policy"
    assert f"docs/acme/policy:1: expected the document that was published at published, found none; {advice}" in said


def test_an_unknown_revision_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = against(kept, "origin/nowhere", capsys)
    assert code == 1
    assert said.startswith("expected a revision of this repository, found origin/nowhere: ")
    assert "Traceback" not in said


def test_a_folder_without_git_is_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = against(tiny, "HEAD", capsys)
    assert code == 1
    assert said.startswith("expected a revision of this repository, found HEAD: ")


def test_warnings_that_stood_there_already_are_left_out_and_counted(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(kept), "draft", "acme/terms"]) == 0
    draft = kept / "docs/acme/terms/draft/fr.md"
    (draft.parent / "en.md").unlink()
    (draft.parent / "en.freshness.yml").unlink(missing_ok=True)
    words = draft.read_text(encoding="utf-8").rstrip()
    draft.write_text(f"{words}\n\nOn y met fin fin.\n", encoding="utf-8")
    git(kept, "add", ".")
    git(kept, "commit", "--quiet", "--message", "a warning")
    draft.write_text(f"{words}\n\nEncore.\n\nOn y met fin fin.\n\nOn le le sait.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--project", str(kept), "check", "--against", "HEAD", "--format", "github"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "doubled-word" in line]
    assert len(told) == 1
    assert "le le" in told[0]
    assert main(["--project", str(kept), "check", "--against", "HEAD"]) == 0
    assert "Warnings that stood at HEAD already: " in capsys.readouterr().out


def test_a_document_that_was_renamed_is_led_back_to_its_name(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(kept, "mv", "docs/acme/terms", "docs/acme/conditions")
    code, said = against(kept, "published", capsys)
    assert code == 1
    advice = "take its name back: git mv docs/acme/conditions docs/acme/terms"
    assert f"found it as docs/acme/conditions; its addresses are permanent, {advice}\n" in said


def test_what_is_recorded_in_git_is_brought_back_from_the_revision(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = kept / LEDGER
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("change: material", "change: editorial", 1), "utf-8")
    git(kept, "commit", "--quiet", "--all", "--message", "edited by hand")
    _, said = against(kept, "published", capsys)
    assert f"(git checkout published -- {LEDGER})" in said
    git(kept, "checkout", "--quiet", "published", "--", LEDGER)
    assert against(kept, "published", capsys)[0] == 0


def test_a_ledger_that_cannot_be_read_is_told_once_and_never_corrected_by_hand(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / LEDGER).write_text("", encoding="utf-8")
    _, said = against(kept, "published", capsys)
    assert said.count(f"{LEDGER}:") == 1
    assert f"found an empty file; bring it back as it was (git checkout published -- {LEDGER})" in said
