"""terms report: what a change does to the contracts, as the comment of a pull request."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from macros.commands.checking import findings, since
from macros.commands.output import StopError
from macros.commands.project import Project, earlier, read_project
from macros.git import Revision
from macros.terms.check.drafting import warnings
from macros.terms.model import Problem
from macros.terms.render.github_report import github_report
from macros.terms.report import report
from macros.terms.report.state import State


def report_command(given: argparse.Namespace) -> int:
    """Print the comment; the exit code is 0 whatever it says: terms check is what fails."""
    project = read_project(given.project)
    revision = Revision(folder=given.project, name=given.against)
    before = earlier(revision)
    found = [*findings(project), *since(project, revision)]
    told = report(
        _state(before, warnings(*before.read)), _state(project, found), project.today, revision.short(), found
    )
    print(github_report(told, project.library.languages[0], _root(given.preview)), end="")
    return 0


def _state(project: Project, found: Iterable[Problem]) -> State:
    return State(library=project.library, readings=project.readings, found=tuple(found))


def _root(preview: str) -> str:
    """The address of a preview with the slash after which its pages stand; raises StopError where it is none."""
    if preview and not preview.startswith(("https://", "http://")):
        raise StopError(f"--preview: expected an address such as https://preview.example/, found {preview}")
    return preview and f"{preview.rstrip('/')}/"
