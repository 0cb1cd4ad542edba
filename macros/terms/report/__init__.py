"""Two states of a library to the report of a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from macros.terms.model import Problem
from macros.terms.report.documents import changed_documents
from macros.terms.report.facts import changed_facts
from macros.terms.report.model import Report
from macros.terms.report.state import State


def report(before: State, now: State, today: date, revision: str, found: Sequence[Problem]) -> Report:
    """What changed since a revision; found are the findings in the project as it stands now."""
    warnings = [each for each in found if each.severity == "warning"]
    known = {_said(each) for each in before.found}
    return Report(
        revision=revision,
        documents=tuple(changed_documents(before, now, today)),
        facts=tuple(changed_facts(before, now)),
        errors=sum(1 for each in found if each.severity == "error"),
        warnings=len(warnings),
        fresh=sum(1 for each in warnings if _said(each) not in known),
    )


def _said(problem: Problem) -> tuple[str, str, str]:
    """What a finding says, wherever its line has moved to."""
    return problem.path, problem.rule, problem.message
