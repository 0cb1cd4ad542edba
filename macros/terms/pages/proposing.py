"""Where a reader can propose a change: the draft in the repository's editor, clause by clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.terms.clauses import every
from macros.terms.pages.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposing:
    """Addresses in the repository: of a document's draft, or of where to report without one; of its clauses by id."""

    page: str
    clauses: Mapping[str, str]


def proposing(shelf: Shelf, language: str) -> Proposing:
    """Where to propose a change of a document in a language; empty where the site has no repository."""
    repository, draft = shelf.repository, shelf.document.draft
    text = draft.text(language) if draft else None
    if repository is None or text is None:
        return Proposing(page=repository.report if repository else "", clauses={})
    page = repository.edit + text.path.removeprefix("docs/")
    lines = {clause.id: clause.line for clause, _ in every(shelf.readings[text.path].tree) if clause.id}
    return Proposing(page=page, clauses={id_: f"{page}#L{line}" for id_, line in lines.items()})
