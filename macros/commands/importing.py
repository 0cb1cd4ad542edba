"""terms import: a contract that stands in a file, or in a git history, becomes versions of ours."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from macros.commands.output import StopError
from macros.commands.project import Project, read_project
from macros.terms.clauses import every
from macros.terms.intake.arrival import Arrival, Given, arrival
from macros.terms.intake.git_history import states
from macros.terms.intake.goal import Goal, followed, goal, language, language_faults, name_faults, version_faults
from macros.terms.intake.ids import Before
from macros.terms.intake.model import UnreadableError
from macros.terms.intake.proof import said_words
from macros.terms.intake.taking import take, taken_from
from macros.terms.names import as_version
from macros.terms.render.findings import line
from macros.terms.store import change


def import_command(given: argparse.Namespace) -> int:
    """Write the versions that a file, or the history of one, holds; print what a person should look at."""
    faults = list(_faults(given))
    if faults:
        raise StopError("\n".join(faults))
    project = read_project(given.project)
    found = goal(given.goal, project.library)
    told: list[str] = []
    sources = list(_history(given.git, project.today, told) if given.git else [_file(given)])
    text = " ".join(word for each in sources for word in said_words(each.taken.blocks))
    site = project.library.languages
    chosen = language(given.lang, text, found, site)
    faults = [
        *language_faults(chosen, found, site),
        *_present(project, found, sources, chosen),
        *_written_over(project, found),
    ]
    if faults:
        raise StopError("\n".join(faults))
    made = _arrival(project, found, sources, chosen)
    _write(project.root, found, made.files)
    _say(made, told, found)
    return 0


def _faults(given: argparse.Namespace) -> Iterator[str]:
    """What is wrong with the words of the command, all of it."""
    if not given.goal:
        yield "--as: expected a publisher and a document, such as --as rezosocial/nextcloud, found none"
    else:
        yield from name_faults(given.goal)
    if given.git and (given.file or given.version):
        yield "--git: expected no file and no --version beside it, since history names both, found one; leave it out"
    elif given.git and not _split(given.git)[1]:
        yield f"--git: expected a folder and a path in it, such as ../contracts:cgv.md, found {given.git!r}"
    elif not given.git and not given.file:
        yield "expected a file to bring in, found none; name one, or say --git REPO:PATH"
    if not given.git and as_version(given.version or "") is None:
        found = repr(given.version) if given.version else "none"
        yield f"--version: expected the day of the version, such as --version 2026-05-19, found {found}"


def _split(history: str) -> tuple[str, str]:
    """The folder of a repository, and the path in it: parted at the colon before which a folder stands."""
    colons = [index for index, letter in enumerate(history) if letter == ":"]
    at = next((each for each in colons if Path(history[:each]).is_dir()), colons[-1] if colons else len(history))
    return history[:at], history[at + 1 :]


def _file(given: argparse.Namespace) -> Given:
    path = Path(given.file)
    try:
        return Given(taken=take(path), day=date.fromisoformat(given.version), origin=path.name)
    except UnreadableError as error:
        raise StopError(f"{given.file}: {error}") from error


def _history(history: str, today: date, told: list[str]) -> Iterator[Given]:
    """What each day's last commit holds; those that hold no text are told."""
    folder, path = _split(history)
    found = 0
    try:
        for state in states(Path(folder), path):
            where = f"{state.commit[:10]} ({state.day}) {state.path}"
            day = as_version(state.day)
            if state.content is None or day is None or day > today:
                reason = "the file was removed" if state.content is None else "its day is none that a version may have"
                told.append(f"{where}: expected a version of the file, found none: {reason}; it was left out")
                continue
            try:
                taken = taken_from(state.content, ".md")
            except UnreadableError as error:
                told.append(f"{where}: {error}; it was left out")
                continue
            found += 1
            yield Given(taken=taken, day=day, origin=f"{state.path}, {state.commit[:10]}")
    except UnreadableError as error:
        raise StopError(f"--git: {error}") from error
    if not found:
        raise StopError("\n".join([*told, f"--git: expected a version of {path} that can be read, found none"]))


def _present(project: Project, found: Goal, sources: list[Given], chosen: str) -> Iterator[str]:
    """What stands where something would be written."""
    for each in sources:
        yield from version_faults(found, each.day, chosen)
        path = f"{found.folder}/{each.day}/{chosen}.md"
        if found.document is None and (project.root / found.folder).exists():
            yield f"{found.folder}: expected a document, or nothing there yet, found something else; move it away first"
            return
        if found.document and found.document.version(str(each.day)) is None and (project.root / path).parent.exists():
            yield f"{found.folder}/{each.day}: expected nothing there yet, found a folder; nothing is written over"


def _written_over(project: Project, found: Goal) -> Iterator[str]:
    """A publisher that is new has no facts yet."""
    path = f"variables/{found.publisher_id}.yml"
    if found.publisher is None and (project.root / path).exists():
        norm = f"{path}: expected no facts of a new publisher yet, found a file"
        yield f"{norm}; make the folder docs/{found.publisher_id} to use them, or move it away to have it made anew"


def _arrival(project: Project, found: Goal, sources: list[Given], chosen: str) -> Arrival:
    text = followed(found, sources[0].day, chosen)
    return arrival(
        found,
        sources,
        language=chosen,
        today=project.today,
        before=Before(tree=project.readings[text.path].tree, beside=text.language != chosen) if text else None,
        known=found.publisher.variables if found.publisher else None,
    )


def _write(root: Path, found: Goal, files: Mapping[str, bytes]) -> None:
    """Write every file, or none: facts of a new publisher first, taken back where its contract cannot be written."""
    facts = {
        path.removeprefix("variables/"): content for path, content in files.items() if path.startswith("variables/")
    }
    folder = "docs" if found.publisher is None else f"docs/{found.publisher_id}"
    folder = found.folder if found.document else folder
    texts = {path.removeprefix(f"{folder}/"): content for path, content in files.items() if path.startswith("docs/")}
    try:
        if facts:
            change(root / "variables", facts)
        try:
            change(root / folder, texts)
        except OSError:
            if facts:
                change(root / "variables", {}, facts)
            raise
    except OSError as error:
        norm = f"{folder}: expected to write this folder, found: {error.strerror}"
        raise StopError(f"{norm}; nothing was changed") from error


def _say(made: Arrival, told: list[str], found: Goal) -> None:
    """What was written, what to look at, what to do next."""
    for said in told:
        print(said)
    for text in made.texts:
        clauses = sum(bool(clause.id) for clause, _ in every(text.reading.tree))
        print(f"{text.reading.text.path}: written, {clauses} clauses, language {text.reading.text.language}")
    for path in sorted(set(made.files) - {text.reading.text.path for text in made.texts}):
        print(f"{path}: written")
    for each in made.remarks:
        print(line(each))
    days = [text.reading.text.version for text in made.texts]
    name = f"{found.publisher_id}/{found.document_id}" + (f" {days[0]}" if len(days) == 1 else "")
    print(f"To look at: {len(made.remarks)}. When the text is right: terms record {name}, then: terms check")
