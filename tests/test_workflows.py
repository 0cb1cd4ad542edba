"""The workflows are what GitHub reads, give nobody more rights than needed, and name commands that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
BIN = Path(sys.executable).parent


def linted(*words: str | Path) -> tuple[int, str]:
    """The exit code of a linter, and what it says."""
    done = subprocess.run([BIN / words[0], *words[1:]], capture_output=True, check=False, text=True)
    return done.returncode, done.stdout + done.stderr


def test_they_have_the_form_that_github_reads() -> None:
    assert linted("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS) == (
        0,
        "ok -- validation done\n",
    )


def test_an_auditor_of_workflows_finds_no_way_in() -> None:
    code, said = linted("zizmor", "--offline", "--no-progress", FOLDER)
    assert code == 0, said


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_command_of_ours_that_they_run_is_one(
    workflow: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text = workflow.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in re.findall(r"\.venv/bin/terms ([^>\n]*)", text):
        name = shlex.split(line)[0]
        with pytest.raises(SystemExit) as stopped:
            main([name, "--help"])
        assert stopped.value.code == 0
        options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
        assert set(re.findall(r"(?<=\s)--[a-z-]+", line)) <= options
    targets = set(re.findall(r"^([a-z./-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"run: make (\S+)", text)) <= targets


def test_the_comment_is_found_again_by_the_line_with_which_reports_begin() -> None:
    from macros.terms.render.github_report import MARK

    assert MARK in (FOLDER / "report.yml").read_text(encoding="utf-8")
