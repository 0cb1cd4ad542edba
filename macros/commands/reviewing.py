"""terms translation: which clauses of translations are up to date, and the record of those that were reviewed."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from macros.commands.output import StopError, report
from macros.commands.project import Project, read_project, unwritten
from macros.terms.check.texts import faults
from macros.terms.check.translations import notices
from macros.terms.names import DRAFT, FRESHNESS
from macros.terms.render.findings import line
from macros.terms.store import change
from macros.terms.translate.courtesy import Courtesy, courtesies
from macros.terms.translate.freshness import written
from macros.terms.translate.sources import digests

COLUMNS = ("document", "version", "language", "clauses", "fresh", "stale", "not reviewed")


def translation_command(given: argparse.Namespace) -> int:
    """Show the state of translations, or record clauses as reviewed."""
    project = read_project(given.project)
    folder = project.document(given.document)[1].folder if given.document else "docs"
    if problems := project.broken_ledgers(folder):
        return report(problems)
    found = [each for each in courtesies(project.library, project.readings) if _is_asked(each, given)]
    if given.act == "status":
        return _status(project, found)
    if not given.document or not given.language:
        raise StopError("terms translation accept: expected a document and a language, found none; name them")
    return _accept(project, found, given)


def _is_asked(each: Courtesy, given: argparse.Namespace) -> bool:
    return given.document in {None, each.document.id} and given.language in {None, each.text.language}


def _status(project: Project, found: Sequence[Courtesy]) -> int:
    """Print a row for each translation, then every clause that is not up to date; the exit code 0."""
    rows = [COLUMNS, *map(_row, found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    paths = {each.text.path for each in found}
    for notice in notices(project.library, project.readings):
        if notice.path in paths:
            print(line(notice))
    return 0


def _row(each: Courtesy) -> tuple[str, ...]:
    states = each.states
    counts = Counter(states.values())
    numbers = (len(states), counts["fresh"], counts["stale"], counts["unreviewed"])
    return (each.document.id, each.text.version, each.text.name, *map(str, numbers))


def _accept(project: Project, found: Sequence[Courtesy], given: argparse.Namespace) -> int:
    """Record clauses of one translation as reviewed against the binding text as it stands, where both can be read."""
    under = f"{project.document(given.document)[1].folder}/"
    if problems := [each for each in project.unread if each.path.startswith(under)]:
        return report(problems)
    each = _named(found, given)
    if problems := [*faults(project.library, {one.text.path: one for one in (each.binding, each.translation)})]:
        return report(problems)
    states = each.states
    unknown = [id_ for id_ in given.clauses if id_ not in states]
    if unknown or not (given.clauses or given.all):
        norm = f"{each.text.path}: expected clauses that both texts have ({', '.join(states)}), or --all"
        raise StopError(f"{norm}, found {', '.join(unknown) or 'none'}")
    chosen = frozenset(states if given.all else given.clauses)
    if problems := [*each.differences(chosen)]:
        return report(problems)
    now = digests(each.binding)
    accepted = {id_: now[id_] if id_ in chosen else each.text.accepted.get(id_, "") for id_ in states}
    content = written({id_: digest for id_, digest in accepted.items() if digest}, each.text)
    try:
        folder, name = project.root / each.document.folder, f"{each.text.version}/{each.text.name}{FRESHNESS}"
        change(folder, {name: content.encode()})
    except OSError as error:
        raise unwritten(each.document, error) from error
    print(f"{each.text.path}: {len(chosen)} of {len(states)} clauses recorded as reviewed")
    return 0


def _named(found: Sequence[Courtesy], given: argparse.Namespace) -> Courtesy:
    """The translation of the version that was named, else of the draft, else of the last one."""
    versions = {each.text.version: each for each in found}
    version = given.version or (DRAFT if DRAFT in versions else next(reversed(versions), ""))
    if version not in versions:
        norm = f"expected a version of {given.document} that is translated to {given.language}"
        known = ", ".join(versions) or "none"
        raise StopError(f"{norm} ({known}), found {version or 'none'}; name one with --version")
    return versions[version]
