"""terms check: every mistake that a machine can find, and ledgers that only grow."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from macros.commands.embedding import scripts_since
from macros.commands.output import once
from macros.commands.project import Project, earlier, read_project
from macros.git import Revision
from macros.locales.catalogues import faults as catalogue_faults
from macros.terms.check.drafting import remarks, warnings
from macros.terms.check.drafting.rules import RULES as DRAFTING
from macros.terms.check.ledgers import growth
from macros.terms.check.norms import norms
from macros.terms.check.translations import UP_TO_DATE, notices
from macros.terms.ledger import FILE, seals
from macros.terms.load import load_ledger
from macros.terms.model import Document, Entry, Problem, Publisher
from macros.terms.render.findings import as_json, github, line
from macros.terms.render.sarif import sarif
from macros.terms.spelling import KEPT, folder

FORMATS: Mapping[str, Callable[[Iterable[Problem], Mapping[str, str]], str]] = {
    "github": github,
    "json": as_json,
    "sarif": sarif,
}
# What brings a file back as git has it.
RESTORING = re.compile(r"git checkout -- (?P<path>[^\s)]+)")
# From which severities on the exit code is 1.
FAILING: Mapping[str, frozenset[str]] = {"error": frozenset({"error"}), "warning": frozenset({"error", "warning"})}


def check_command(given: argparse.Namespace) -> int:
    """Print every finding by place, the grave ones last; the exit code 1 where one is grave enough to fail."""
    project = read_project(given.project)
    told = list(findings(project))
    known: set[tuple[str, str, str]] = set()
    if given.against:
        revision = Revision(folder=given.project, name=given.against)
        told += since(project, revision)
        kept = frozenset(revision.files("docs"))
        told = [replace(each, message=_restored(each.message, revision, kept)) for each in told]
        known = {each.said for each in warnings(*earlier(revision).read) if each.severity == "warning"}
    older = [each for each in told if each.severity == "warning" and each.said in known]
    told = [each for each in told if each not in older]
    if given.published:
        told += remarks(*project.read)
    found = once(each for each in told if not given.document or _concerns(each, *project.document(given.document)))
    if given.format in FORMATS:
        print(FORMATS[given.format](found, norms()), end="")
    else:
        _tell(project, found)
        if older:
            print(f"Warnings that stood at {given.against} already: {len(older)}; terms check lists them")
    return int(any(each.severity in FAILING[given.fail_on] for each in found))


def _concerns(problem: Problem, publisher: Publisher, document: Document) -> bool:
    """Whether a finding is one in a document, or in its publisher's facts."""
    return problem.path.startswith(f"{document.folder}/") or problem.path == f"variables/{publisher.id}.yml"


def findings(project: Project) -> Iterator[Problem]:
    """Everything that a machine finds in the project as it stands, published texts aside."""
    for language in sorted(KEPT.keys() & set(project.library.languages)):
        if folder(language) is None:
            norm = f"expected hunspell's dictionary {KEPT[language]}, without which no word is spelt, found none"
            advice = "run make check, which installs it"
            yield Problem(path="mkdocs.yml", line=1, message=f"{norm}; {advice}", rule="spelling", severity="warning")
    yield from project.problems()
    for fault in catalogue_faults():
        yield replace(fault, rule="catalogue")
    yield from warnings(*project.read)
    yield from notices(project.library, project.readings)


def _tell(project: Project, found: list[Problem]) -> None:
    """Print what a person may improve, then what has to be corrected, with their counts."""
    for kind, (one, many) in KINDS.items():
        out = sys.stderr if kind == "error" else sys.stdout
        told = [line(each, DRAFTING) for each in found if _kind(each) == kind]
        if told:
            print(*told, one if len(told) == 1 else many.format(count=len(told)), sep="\n", file=out)
    if not any(each.severity == "error" for each in found):
        documents = [document for _, document in project.library.documents()]
        sealed = sum(len(seals(document)) for document in documents)
        counted = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
        print(f"{counted}, {len(project.readings)} texts, {sealed} of them sealed: no problem")


def _kind(problem: Problem) -> str:
    return problem.rule if problem.rule == UP_TO_DATE else problem.severity


TRANSLATE = "To translate: {count}; nothing of it stops a build, but publishing waits for it"
KINDS: Mapping[str, tuple[str, str]] = {
    "note": (
        "1 note on published texts, which stay as they are",
        "{count} notes on published texts, which stay as they are",
    ),
    UP_TO_DATE: (TRANSLATE.format(count=1), TRANSLATE),
    "warning": ("1 warning: a person decides", "{count} warnings: a person decides"),
    "error": ("1 problem to correct", "{count} problems to correct"),
}


def since(project: Project, revision: Revision) -> Iterator[Problem]:
    """What was published at a git revision, by its ledgers and scripts, and is not today."""
    yield from _ledgers_since(project, revision)
    for problem in scripts_since(revision, project.library.embed):
        yield replace(problem, rule="embed-growth")


def _ledgers_since(project: Project, revision: Revision) -> Iterator[Problem]:
    documents = {document.folder: document for _, document in project.library.documents()}
    for path in revision.files("docs"):
        folder, _, name = path.rpartition("/")
        if name != FILE:
            continue
        entries = load_ledger(revision.text(path), path)
        if folder in documents:
            for problem in growth(entries, documents[folder]):
                yield replace(problem, rule="ledger-growth")
        else:
            norm = f"expected the document that was published at {revision.name}"
            found = f"none; bring it back: git checkout {revision.name} -- {folder}"
            if other := _renamed(entries, documents.values()):
                found = f"it as {other}; its addresses are permanent, take its name back: git mv {other} {folder}"
            yield Problem(path=folder, line=1, message=f"{norm}, found {found}", rule="ledger-growth")


def _renamed(entries: Sequence[Entry], documents: Iterable[Document]) -> str:
    """The folder of the document that begins with these entries, "" where there is none."""
    chains = [each.chain for each in entries]
    same = (each for each in documents if chains and [one.chain for one in each.ledger[: len(chains)]] == chains)
    return next((each.folder for each in same), "")


def _restored(message: str, revision: Revision, kept: frozenset[str]) -> str:
    """The advice with the revision that holds what is to be brought back: the change itself may be recorded in git."""

    def named(match: re.Match[str]) -> str:
        known = any(f"{path}/".startswith(f"{match['path']}/") for path in kept)
        return f"git checkout {revision.name} -- {match['path']}" if known else match[0]

    return RESTORING.sub(named, message)
