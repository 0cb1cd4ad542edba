"""terms report: what a change does to the contracts, as the comment of a pull request."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from macros.commands.checking import findings
from macros.commands.output import StopError
from macros.commands.project import Project, read_project
from macros.git import Revision
from macros.terms.render.github_report import github_report
from macros.terms.report import report
from macros.terms.report.state import State

# What a project's contracts are made of.
PARTS = ("docs", "variables", "mkdocs.yml")


def report_command(given: argparse.Namespace) -> int:
    """Print the comment; the exit code is 0 whatever it says: terms check is what fails."""
    project = read_project(given.project)
    revision = Revision(folder=given.project, name=given.against)
    with tempfile.TemporaryDirectory() as folder:
        revision.export(Path(folder), PARTS)
        before = read_project(Path(folder))
    told = report(_state(before), _state(project), project.today, revision.short(), findings(project))
    print(github_report(told, project.library.languages[0], _root(given.preview)), end="")
    return 0


def _state(project: Project) -> State:
    return State(library=project.library, readings=project.readings)


def _root(preview: str) -> str:
    """The address of a preview with the slash after which its pages stand; raises StopError where it is none."""
    if preview and not preview.startswith(("https://", "http://")):
        message = f"--preview: expected an address such as https://preview.example/, found {preview}"
        raise StopError(message)
    return preview and f"{preview.rstrip('/')}/"
