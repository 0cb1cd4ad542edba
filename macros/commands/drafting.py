"""terms draft: a working text that starts from the last version."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace

from macros.commands.output import StopError, report
from macros.commands.project import read_project, unwritten
from macros.terms.front_matter import retyped, source
from macros.terms.model import Document, Text
from macros.terms.names import DRAFT, FRESHNESS
from macros.terms.status import last
from macros.terms.store import change
from macros.terms.translate.freshness import written


def draft_command(given: argparse.Namespace) -> int:
    """Write draft/<lang>.md for each language of the last version."""
    project = read_project(given.project)
    _, document = project.document(given.document)
    if problems := project.broken_ledgers(document.folder):
        return report(problems)
    if document.draft:
        raise StopError(f"{document.folder}/draft: expected no draft yet, found one; edit it, or remove it first")
    replaced = last(document)
    if replaced is None:
        raise StopError(
            f"{document.folder}: expected a version to start from, found none; write {document.folder}/draft"
        )
    texts = [text for language in document.languages if (text := replaced.text(language))]
    drafted = {text.language: _drafted(text, document) for text in texts}
    files = {f"{DRAFT}/{language}.md": source(text).encode() for language, text in drafted.items()}
    files |= {
        f"{DRAFT}/{language}{FRESHNESS}": written(text.accepted, text).encode()
        for language, text in drafted.items()
        if text.accepted
    }
    try:
        change(given.project / document.folder, files)
    except OSError as error:
        raise unwritten(document, error) from error
    for name in files:
        print(f"{document.folder}/{name}: from version {replaced.name}")
    print(
        f"Edit it, write the summary, preview with make serve, then: terms publish {document.id} --effective YYYY-MM-DD"
    )
    return 0


def _drafted(text: Text, document: Document) -> Text:
    """The text with what publishing gives taken out, and what a draft must say put in."""
    keys: Mapping[str, str | None] = {
        **dict.fromkeys(("effective", "recorded", "source", "corrects")),
        "notice_days": str(document.notice_days) if document.notice_days else None,
        "refusal": str(document.refusal) if document.refusal else None,
        "change": "material",
        "summary": '""',
    }
    first = replace(text, revision=1)
    return retyped(first, f"{document.folder}/{DRAFT}/{text.language}.md", keys, replace(text.front, source=None))
