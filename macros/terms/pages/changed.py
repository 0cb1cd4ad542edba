"""What a version changes: its clauses that differ from those of the version it replaces."""

from __future__ import annotations

from macros.terms.clauses import heading
from macros.terms.compare import compare
from macros.terms.model import Change, Version
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.views import ChangedClause
from macros.terms.status import predecessor


def changed_clauses(shelf: Shelf, version: Version, language: str) -> tuple[ChangedClause, ...]:
    """The changed clauses in a language that both versions have a text in, none where they have not."""
    last = predecessor(shelf.document, version)
    old, new = last.text(language) if last else None, version.text(language)
    if last is None or old is None or new is None:
        return ()
    pages = {True: shelf.permalink(version, new), False: shelf.permalink(last, old)}
    redline = compare(shelf.readings[old.path], shelf.readings[new.path])
    return tuple(_changed(change, pages[change.new is not None]) for change in redline.changes)


def _changed(change: Change, page: str) -> ChangedClause:
    """A clause is read where it stands, a removed one where it stood last."""
    clause = change.clause
    return ChangedClause(
        kind=change.kind,
        name=heading(clause),
        address=f"{page}#{clause.id}" if clause.id else page,
        facts=change.facts,
    )
