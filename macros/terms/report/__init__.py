"""Two states of a library to the report of a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from macros.terms.model import Problem
from macros.terms.report.documents import changed_documents
from macros.terms.report.facts import changed_facts
from macros.terms.report.model import Report
from macros.terms.report.state import State


def report(before: State, now: State, today: date, revision: str, found: Iterable[Problem]) -> Report:
    """What changed since a revision; found are the findings in the project as it stands now."""
    severities = [each.severity for each in found]
    return Report(
        revision=revision,
        documents=tuple(changed_documents(before, now, today)),
        facts=tuple(changed_facts(before, now)),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
    )
