"""A typed text and its publisher's facts to a reading: filled, numbered, parsed, canonical."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date

from macros.terms.comments import uncommented
from macros.terms.fill import fill
from macros.terms.formats import TO_BE_SET
from macros.terms.model import FrontMatter, Library, Reading, Text
from macros.terms.parse import parse
from macros.terms.variables import Facts


def read(text: Text, variables: Mapping[str, object], today: date) -> Reading:
    """The text as of its own day, a draft without one as of today; never raises, faults carry lines of the file."""
    day = day_of(text.front) or today
    facts = facts_on({**variables, "version": _dates(text.front, today)}, day, text.language)
    filled = fill(uncommented(text.body), facts, language=text.language)
    body, tree, faults = parse(filled.text, text.front)
    return Reading(
        text=text,
        filled=filled,
        canonical=_canonical(text.head, body),
        tree=tree,
        # Where the facts could not be read at all, that is the one problem to correct.
        faults=(*(filled.faults if variables else ()), *faults),
    )


def read_all(library: Library, today: date) -> Mapping[str, Reading]:
    """The reading of every text of a library, drafts included, by its path."""
    return {
        text.path: read(text, publisher.variables, today)
        for publisher, document in library.documents()
        for version in document.every
        for text in version.texts
    }


def facts_on(variables: Mapping[str, object], day: date, language: str) -> Facts:
    """A publisher's facts as they are on a day; those in words are in the language."""
    return Facts(day=day, path="", group=variables, used=[], language=language)


def day_of(front: FrontMatter) -> date | None:
    """The day whose facts a text states: effective, or recorded where that is unstated; None in a draft without one."""
    return front.effective or front.recorded


def _dates(front: FrontMatter, today: date) -> dict[str, object]:
    """The dates that a text may print of itself; those that a draft does not have yet read as a gap."""
    if front.recorded is None:
        return {"recorded": today, "effective": front.effective or TO_BE_SET}
    dates: dict[str, object] = {"recorded": front.recorded}
    return dates | ({"effective": front.effective} if front.effective else {})


def _canonical(head: str, body: str) -> str:
    """What is sealed and served as terms.md: front matter and resolved text, composed, LF."""
    return unicodedata.normalize("NFC", f"---\n{head}\n---\n\n{body.strip()}\n")
