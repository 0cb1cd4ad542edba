"""terms record: a text that was published elsewhere enters the ledger as it is."""

from __future__ import annotations

import argparse
from dataclasses import replace

from macros.commands.output import StopError, report
from macros.commands.project import Project, read_project
from macros.terms.ledger import FILE, chained, founding
from macros.terms.model import Problem
from macros.terms.publish import published, published_files, record, with_seal


def record_command(given: argparse.Namespace) -> int:
    """Enter texts that were published elsewhere into the ledger: of one document, or of all."""
    project = read_project(given.project)
    documents = [each for _, each in project.library.documents()]
    if given.document:
        documents = [project.document(given.document)[1]]
    unknown = [
        (each, version)
        for each in documents
        for version in each.versions
        if version.name not in founding(each) and given.version in {None, version.name}
    ]
    if not unknown:
        raise StopError("expected a version that no ledger knows yet, found none: everything is recorded")
    for document, version in unknown:
        if problems := _record(read_project(given.project), document.id, version.name):
            return report(problems)
        print(f"{document.folder}/{version.name}: recorded ({', '.join(text.name for text in version.texts)})")
    return 0


def _record(project: Project, document_id: str, name: str) -> list[Problem]:
    """Append the record of a version; what is wrong with it, where something is."""
    _, document = project.document(document_id)
    version = next(each for each in document.versions if each.name == name)
    own = f"{document.folder}/{name}/"
    if not version.texts:
        return [each for each in project.problems() if each.path.startswith(own)]
    readings = {text.path: with_seal(project.readings[text.path]) for text in version.texts}
    entry = chained(record(document.binding, version, project.readings, project.today), document.ledger)
    kept = replace(version, texts=tuple(each.text for each in readings.values()))
    after = project.problems_after(published(document, kept, entry), readings)
    problems = [each for each in after if each.path.startswith((own, f"{document.folder}/{FILE}"))]
    if entry.recorded > project.today:
        norm = f"recorded: expected today ({project.today}) or earlier"
        problems.append(Problem(path=f"{own}{document.binding}.md", line=1, message=f"{norm}, found {entry.recorded}"))
    if not problems:
        files = {path: content for each in readings.values() for path, content in published_files(each).items()}
        project.append(document, entry, {path: content for path, content in files.items() if ".sealed." in path})
    return problems
