"""What a version changes: its clauses that differ from those of the version it replaces."""

from __future__ import annotations

from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.model import Change, Version
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.views import ChangedClause
from macros.terms.status import last, predecessor


def changed_clauses(shelf: Shelf, version: Version, language: str) -> tuple[ChangedClause, ...]:
    """The changed clauses in a language that both versions have a text in, none where they have not."""
    before = predecessor(shelf.document, version)
    old, new = before.text(language) if before else None, version.text(language)
    if before is None or old is None or new is None:
        return ()
    pages = {True: shelf.permalink(version, new), False: shelf.permalink(before, old)}
    redline = compare(side(shelf.readings[old.path]), side(shelf.readings[new.path]))
    return tuple(_changed(change, pages[change.new is not None]) for change in redline.changes)


def _changed(change: Change, page: str) -> ChangedClause:
    """A clause is read where it stands, a removed one where it stood last."""
    clause = change.clause
    return ChangedClause(
        kind=change.kind,
        name=clause.heading,
        address=f"{page}#{clause.id}" if clause.id else page,
        facts=change.facts,
    )


def differing_draft(shelf: Shelf) -> Version | None:
    """The document's draft, None where there is none or where it says the same as the last version."""
    draft, before = shelf.document.draft, last(shelf.document)
    if draft is None or before is None:
        return draft
    for text in draft.texts:
        published = before.text(text.language)
        if published is None or published.front.title != text.front.title:
            return draft
    return draft if any(changed_clauses(shelf, draft, text.language) for text in draft.texts) else None
