"""The workflows are what GitHub reads, give nobody more rights than needed, and name commands that exist."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from macros.__main__ import main
from tests.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
TEMPLATES = ROOT / ".github/ISSUE_TEMPLATE"
FORMS = {
    **dict.fromkeys(WORKFLOWS, "workflows"),
    **{path: "issue-config" if path.stem == "config" else "issue-forms" for path in sorted(TEMPLATES.glob("*.yml"))},
}
# GitHub's schemas, as the linter check-jsonschema keeps them.
SCHEMAS = Path(str(files("check_jsonschema"))) / "builtin_schemas" / "vendor"
BIN = Path(sys.executable).parent


def linted(*words: str | Path) -> tuple[int, str]:
    """The exit code of a linter, and what it says."""
    done = subprocess.run([BIN / words[0], *words[1:]], capture_output=True, check=False, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("file", FORMS, ids=lambda path: path.stem)
def test_they_and_the_forms_are_what_github_reads(file: Path) -> None:
    schema = json.loads((SCHEMAS / f"github-{FORMS[file]}.json").read_text(encoding="utf-8"))
    # Not PyYAML, which takes the key "on" for true.
    found = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(found)] == []


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
