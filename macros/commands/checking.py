"""terms check: every mistake that a machine can find, and ledgers that only grow."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from macros.commands.output import report
from macros.commands.project import Project, read_project
from macros.git import Revision
from macros.locales.catalogues import faults as catalogue_faults
from macros.terms.check.ledgers import growth
from macros.terms.check.translations import notices
from macros.terms.ledger import FILE, seals
from macros.terms.load import load_ledger
from macros.terms.model import Problem


def check_command(given: argparse.Namespace) -> int:
    """Print every problem, or that there is none."""
    project = read_project(given.project)
    problems = [*project.problems(), *catalogue_faults()]
    if given.against:
        problems += _since(project, Revision(folder=given.project, name=given.against))
    if problems:
        return report(problems)
    found = sorted(set(notices(project.library, project.readings)))
    for notice in found:
        print(f"{notice.path}:{notice.line}: {notice.message}")
    if found:
        print(f"To translate: {len(found)}; nothing of it stops a build, but publishing waits for it")
    documents = [document for _, document in project.library.documents()]
    sealed = sum(len(seals(document)) for document in documents)
    print(f"{len(documents)} documents, {len(project.readings)} texts, {sealed} of them sealed: no problem")
    return 0


def _since(project: Project, revision: Revision) -> Iterator[Problem]:
    """What the ledgers of a git revision hold and those of today do not."""
    documents = {document.folder: document for _, document in project.library.documents()}
    for path in revision.files("docs"):
        folder, _, name = path.rpartition("/")
        if name != FILE:
            continue
        if folder in documents:
            yield from growth(load_ledger(revision.text(path), path), documents[folder])
        else:
            norm = f"expected the document that was published at {revision.name}"
            advice = f"bring it back: git checkout {revision.name} -- {folder}"
            yield Problem(path=folder, line=1, message=f"{norm}, found none; {advice}")
