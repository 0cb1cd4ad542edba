"""The right to refuse a new version, where a contract grants it: for how long, and by which clause."""

from __future__ import annotations

from datetime import timedelta

from macros.terms.clauses import every, heading
from macros.terms.model import Refusal, Version
from macros.terms.pages.review_views import RefusalRight
from macros.terms.pages.shelf import Shelf


def right(shelf: Shelf, version: Version) -> Refusal | None:
    """What the version itself says, else what is said of the document: older texts are sealed without it."""
    return shelf.shown(version, shelf.document.binding).front.refusal or shelf.document.refusal


def refusal_right(shelf: Shelf, version: Version, language: str) -> RefusalRight | None:
    """The right to refuse a version, told in a language; the days follow the one on which it takes effect."""
    given = right(shelf, version)
    if given is None:
        return None
    text = shelf.shown(version, language)
    clauses = (each for each, _ in every(shelf.readings[text.path].tree))
    clause = next((each for each in clauses if each.id and each.id == given.clause), None)
    until = text.front.effective + timedelta(days=given.days or -1) if text.front.effective else None
    return RefusalRight(
        days=given.days,
        until=until,
        over=until is not None and until < shelf.today,
        clause=heading(clause) if clause else "",
        address=f"{shelf.permalink(version, text)}#{given.clause}" if clause else "",
    )
