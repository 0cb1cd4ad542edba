"""terms show and terms impact: which version applied on a day, and which texts a fact stands in."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from macros.commands.output import StopError, report
from macros.commands.project import Project, read_project
from macros.terms.clauses import heading
from macros.terms.impact import printing
from macros.terms.ledger import seals
from macros.terms.model import Document, Publisher, Reading
from macros.terms.names import DRAFT
from macros.terms.status import Period, periods, status
from macros.terms.variables import known_names, unknown


def show_command(given: argparse.Namespace) -> int:
    """Print the version that was, is or will be in force on a day, and its texts."""
    project = read_project(given.project)
    _, document = project.document(given.document)
    if problems := [each for each in project.misrecorded() if each.path.startswith(f"{document.folder}/")]:
        return report(problems)
    day = given.on or project.today
    found = next((each for each in periods(document) if each.since <= day <= (each.until or day)), None)
    if found is None:
        print(f"{document.id}: no version in force on {day}")
        for each in periods(document):
            print(f"  {each.version}: {_days(each)}")
        return 0
    version = next(each for each in document.versions if each.name == found.version)
    now = status(document, version, project.today)
    stated = version.texts[0].front.effective is not None
    counts = "in force" if stated else "current as recorded (effective date not stated)"
    print(f"{document.id} on {day}: version {version.name}, {counts} {_days(found)} (today: {now})")
    known = seals(document)
    for text in version.texts:
        print(f"  {text.path}  sha256 {known.get((version.name, text.name), 'not sealed')}")
    return 0


def _days(period: Period) -> str:
    return f"from {period.since} to {period.until}" if period.until else f"from {period.since} on"


def impact_command(given: argparse.Namespace) -> int:
    """Print every place that prints a fact, or a fact of a group, and whether it is sealed."""
    project = read_project(given.project)
    publisher, fact = _fact(project, given.fact)
    if problems := project.broken_ledgers(f"docs/{publisher.id}"):
        return report(problems)
    lines = [
        line
        for document in publisher.documents
        for version in document.every
        for text in version.texts
        for line in _places(document, project.readings[text.path], fact)
    ]
    print(f"{given.fact} is printed in {len(lines)} place{'' if len(lines) == 1 else 's'}")
    for line in lines:
        print(f"  {line}")
    if any(": sealed," in line for line in lines):
        print(f"Sealed texts keep the value of their day: in variables/{publisher.id}.yml give a new value its from:")
    return 0


def _fact(project: Project, name: str) -> tuple[Publisher, str]:
    """The publisher and the fact that a name such as rezosocial.company.address says; raises StopError."""
    first, _, fact = name.partition(".")
    publishers = {each.id: each for each in project.library.publishers}
    if first not in publishers or not fact:
        known = first if first in publishers else next(iter(publishers), "publisher")
        raise StopError(f"expected a fact such as {known}.company.address, found {name}")
    publisher = publishers[first]
    if fact not in set(known_names(publisher.variables)):
        raise StopError(unknown(fact, known_names(publisher.variables)))
    return publisher, fact


def _places(document: Document, reading: Reading, fact: str) -> Iterator[str]:
    """Each line of a text that prints the fact: place, sealed or draft, clause."""
    known = seals(document)
    path, version = reading.text.path, reading.text.version
    state = "sealed" if (version, reading.text.name) in known else "draft" if version == DRAFT else "not sealed"
    for line, used, clause in printing(reading, fact):
        place = f"{heading(clause)} #{clause.id}" if clause.id else "before the first clause"
        yield f"{path}:{line}: {state}, {place} ({', '.join(sorted(used))})"
