"""The right to refuse a new version, where a contract grants it: for how long, and by which clause."""

from __future__ import annotations

from datetime import timedelta

from macros.terms.clauses import by_id, heading
from macros.terms.model import Clause, Refusal, Version
from macros.terms.pages.review_views import RefusalRight
from macros.terms.pages.shelf import Shelf
from macros.terms.render.text import blocks


def right(shelf: Shelf, version: Version) -> Refusal | None:
    """What the version itself says, else what is said of the document: older texts are sealed without it."""
    return shelf.shown(version, shelf.document.binding).front.refusal or shelf.document.refusal


def refusal_right(
    shelf: Shelf, version: Version, language: str, accepted: Version | None = None
) -> RefusalRight | None:
    """The right to refuse a version, told in a language; the days follow the one on which it takes effect.

    The clause is that of the version accepted before, which binds until then, where it has one of that id.
    """
    given = right(shelf, version)
    if given is None:
        return None
    effective = shelf.shown(version, language).front.effective
    holder = next(
        (each for each in (accepted, version) if each and _clause(shelf, each, language, given.clause)), version
    )
    text, clause = shelf.shown(holder, language), _clause(shelf, holder, language, given.clause)
    until = effective + timedelta(days=given.days or -1) if effective else None
    return RefusalRight(
        days=given.days,
        until=until,
        over=until is not None and until < shelf.today,
        clause=heading(clause) if clause else "",
        address=f"{shelf.permalink(holder, text)}#{given.clause}" if clause else "",
        words=tuple(blocks(clause.blocks)) if clause else (),
        language=text.language,
    )


def _clause(shelf: Shelf, version: Version, language: str, id_: str) -> Clause | None:
    return by_id(shelf.readings[shelf.shown(version, language).path].tree).get(id_)
