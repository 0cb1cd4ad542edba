"""A version as the command line names it: rezosocial/nextcloud@2026-05-19, or the draft."""

from __future__ import annotations

from pathlib import Path

from macros.commands.output import StopError
from macros.commands.project import Project, read_project
from macros.commands.root import prepared
from macros.terms.compare.readings import side
from macros.terms.compare.sides import Side
from macros.terms.model import Document, Version
from macros.terms.names import DRAFT
from macros.terms.render.findings import line


def in_project(folder: Path) -> Project:
    """The project of a folder; raises StopError where it cannot be read without problems."""
    project = read_project(prepared(folder))
    if project.unread:
        raise StopError(line(project.unread[0]))
    return project


def text_of(project: Project, name: str, version: str, language: str | None) -> tuple[Side, str]:
    """The text of a version, in a language or the binding one; raises StopError where there is none."""
    _, document = project.document(name)
    found = _version(document, version)
    wanted = language or document.binding
    text = found.text(wanted)
    if text is None:
        known = ", ".join(sorted({each.language for each in found.texts}))
        raise StopError(f"--lang: expected a language of {name}@{found.name}, found {wanted}; it has {known}")
    reading = project.readings[text.path]
    if reading.faults:
        raise StopError(f"{text.path}:{reading.faults[0].line}: {reading.faults[0].message}")
    return side(reading), wanted


def _version(document: Document, name: str) -> Version:
    versions = {each.name: each for each in document.every}
    if name in versions:
        return versions[name]
    found = name or "none"
    draft = "" if DRAFT in versions or name != DRAFT else " (it has no draft)"
    raise StopError(f"expected a version of {document.id}, found {found}{draft}; there are {', '.join(versions)}")
