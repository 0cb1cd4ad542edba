"""Where a reader can propose a change: the draft in the repository's editor, clause by clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.terms.clauses import by_id
from macros.terms.model import Version
from macros.terms.pages.shelf import Shelf

CHANGEABLE = frozenset({"draft", "in-force", "upcoming"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposing:
    """Addresses in the repository: of a document's draft, or of where to report without one; of its clauses by id."""

    page: str
    clauses: Mapping[str, str]


def proposing(shelf: Shelf, version: Version, language: str) -> Proposing:
    """Where to propose a change of a document in a language; empty where the site has no repository.

    A version that counts no more has no clause to change: its page stays as it is, whatever becomes of the draft.
    """
    repository, draft = shelf.repository, shelf.document.draft
    text = draft.text(language) if draft else None
    if repository is None or text is None:
        return Proposing(page=repository.report if repository else "", clauses={})
    page = repository.edit + text.path.removeprefix("docs/")
    if shelf.status(version) not in CHANGEABLE:
        return Proposing(page=page, clauses={})
    clauses = by_id(shelf.readings[text.path].tree)
    return Proposing(page=page, clauses={id_: f"{page}#L{clause.line}" for id_, clause in clauses.items()})
