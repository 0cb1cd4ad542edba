"""terms record: a text that was published elsewhere enters the ledger as it is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from macros.commands.output import StopError, report
from macros.commands.project import Project, read_project
from macros.terms.ledger import FILE, chained, founding
from macros.terms.model import Document, Entry, Problem, Reading, Version
from macros.terms.publish import published, published_files, record, with_seal


def record_command(given: argparse.Namespace) -> int:
    """Enter texts that were published elsewhere into the ledger: of one document, or of all."""
    project = read_project(given.project)
    documents = [each for _, each in project.library.documents()]
    if given.document:
        documents = [project.document(given.document)[1]]
    unknown = {
        each.id: [
            version
            for version in each.versions
            if version.name not in founding(each) and given.version in {None, version.name}
        ]
        for each in documents
    }
    if not any(unknown.values()):
        raise StopError("expected a version that no ledger knows yet, found none: everything is recorded")
    for document in documents:
        versions = unknown[document.id]
        if versions and (problems := _record(project, document, versions)):
            return report(problems)
        for version in versions:
            print(f"{document.folder}/{version.name}: recorded ({', '.join(text.name for text in version.texts)})")
    return 0


def _record(project: Project, document: Document, versions: Sequence[Version]) -> list[Problem]:
    """Append the records of versions, all or none; what is wrong with them, where something is."""
    own = tuple(f"{document.folder}/{version.name}/" for version in versions)
    if not all(version.texts for version in versions):
        return [each for each in project.problems() if each.path.startswith(own)]
    after, readings, entries = document, dict[str, Reading](), list[Entry]()
    for version in versions:
        made = {text.path: with_seal(project.readings[text.path]) for text in version.texts}
        entries.append(chained(record(document.binding, version, project.readings, project.today), after.ledger))
        after = published(after, replace(version, texts=tuple(each.text for each in made.values())), entries[-1])
        readings |= made
    found = project.problems_after(after, readings)
    problems = [each for each in found if each.path.startswith((*own, f"{document.folder}/{FILE}"))]
    for entry in entries:
        if entry.recorded > project.today:
            path = f"{document.folder}/{entry.version}/{document.binding}.md"
            norm = f"recorded: expected today ({project.today}) or earlier, found {entry.recorded}"
            problems.append(Problem(path=path, line=1, message=norm))
    if not problems:
        files = {path: content for each in readings.values() for path, content in published_files(each).items()}
        project.append(document, entries, {path: content for path, content in files.items() if ".sealed." in path})
    return problems
