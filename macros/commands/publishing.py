"""terms publish, correct and withdraw: acts that append to a ledger, whole or not at all."""

from __future__ import annotations

import argparse
from datetime import date, timedelta

from macros.commands.output import StopError, report
from macros.commands.project import Project, read_project
from macros.commands.translating import publish_translation
from macros.terms.ledger import chained, digest
from macros.terms.model import Document, Entry, Problem, Version
from macros.terms.publish import Proposal, drafted_files, proposal, published, published_files, with_seal
from macros.terms.refusals import drafting, refusals
from macros.terms.render.terminal import terminal


def publish_command(given: argparse.Namespace) -> int:
    """Publish the draft as the version of a day, or a translation of a version."""
    project = read_project(given.project)
    _, document = project.document(given.document)
    if given.translation:
        return publish_translation(project, document, given.translation, dry_run=given.dry_run)
    days = {text.front.effective for text in document.drafted if text.front.effective}
    return _publish(project, document, given.effective or (days.pop() if len(days) == 1 else None), given)


def correct_command(given: argparse.Namespace) -> int:
    """Publish the draft at once in place of a version that was published in error."""
    project = read_project(given.project)
    _, document = project.document(given.document)
    wrong = _version(document, given.version)
    first = max(project.today, wrong.day + timedelta(days=1))
    return _publish(project, document, given.effective or first, given, corrects=wrong.name)


def _version(document: Document, name: str) -> Version:
    version = document.version(name)
    if version is None:
        known = ", ".join(each.name for each in document.versions) or "none"
        raise StopError(f"{document.folder}: expected one of its versions ({known}), found {name}")
    if name in document.endings:
        raise StopError(f"{document.folder}/{name}: expected a version that counts, found it withdrawn already")
    return version


def _publish(
    project: Project, document: Document, effective: date | None, given: argparse.Namespace, corrects: str = ""
) -> int:
    publisher, _ = project.document(document.id)
    day = effective or project.today
    proposed = proposal(
        document,
        project.readings,
        publisher.variables,
        effective=day,
        today=project.today,
        corrects=corrects,
        translation_later=(later := given.translation_later),
    )
    problems = [*refusals(proposed, today=project.today, translation_later=later, dated=effective is not None)]
    problems += drafting(project.library, publisher, proposed, project.today)
    problems += _problems_after(project, proposed) if proposed.readings else project.problems()
    if given.dry_run:
        _print_plan(proposed)
    if problems:
        return report(problems)
    if given.dry_run:
        print("Nothing was written: this was a dry run")
        return 0
    texts = [reading.text for reading in proposed.readings.values()]
    write = {name: content for each in proposed.readings.values() for name, content in published_files(each).items()}
    project.append(document, [proposed.entry], write, drafted_files(texts))
    print(f"{document.folder}/{day}: published ({', '.join(text.language for text in texts)})")
    return 0


def _problems_after(project: Project, proposed: Proposal) -> list[Problem]:
    """What would be wrong in the project with the version in it."""
    made = {each.text.path: with_seal(each) for each in proposed.readings.values()}
    version = Version(name=proposed.entry.version, texts=tuple(each.text for each in made.values()))
    if proposed.document.version(version.name) or any(each.faults for each in made.values()):
        return project.problems()
    return project.problems_after(published(proposed.document, version, proposed.entry), made)


def _print_plan(proposed: Proposal) -> None:
    """What publishing would do, and what a client would see changed."""
    entry = proposed.entry
    print(f"{proposed.path} would become version {entry.version}, {entry.change or 'change not said'}:")
    for language, reading in proposed.readings.items():
        print(f"  {reading.text.path}  sha256 {digest(reading.canonical)}")
        for line in terminal(proposed.redlines[language]) if language in proposed.redlines else ():
            print(f"    {line}")


def withdraw_command(given: argparse.Namespace) -> int:
    """Take a version out of force; its page stays, with the reason."""
    project = read_project(given.project)
    _, document = project.document(given.document)
    version = _version(document, given.version)
    if problems := project.problems():
        return report(problems)
    if not given.reason.strip() or not given.reason.isprintable():
        norm = "--reason: expected why the version is withdrawn, in words for its readers"
        raise StopError(f"{norm}, found {given.reason!a}")
    entry = Entry(
        action="withdraw", version=version.name, recorded=project.today, reason=" ".join(given.reason.split())
    )
    project.append(document, [chained(entry, document.ledger)], {})
    print(f"{document.folder}/{version.name}: withdrawn from {project.today} on; its page stays")
    return 0
