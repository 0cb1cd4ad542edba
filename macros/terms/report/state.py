"""A library as it stood at one time: the two ends of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.terms.model import Document, Library, Problem, Publisher, Reading, Text, Version
from macros.terms.names import DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A library, its texts as read, and what the rules of drafting find in them."""

    library: Library
    readings: Mapping[str, Reading]
    found: tuple[Problem, ...] = ()

    def document(self, name: str) -> Document | None:
        """A document by its id."""
        return next((each for _, each in self.library.documents() if each.id == name), None)

    def publisher(self, name: str) -> Publisher | None:
        """A publisher by its id."""
        return next((each for each in self.library.publishers if each.id == name), None)


def shown(document: Document | None, language: str) -> Text | None:
    """The text that says what comes next in a language: the draft's, else the last version's."""
    versions = document.every if document else ()
    return next((text for version in reversed(versions) if (text := version.text(language))), None)


def last_published(document: Document, language: str) -> tuple[Version, Text] | None:
    """The last published version that has a text in a language."""
    return next(((version, text) for version in reversed(document.versions) if (text := version.text(language))), None)


def is_draft(text: Text) -> bool:
    """Whether a text is a working one."""
    return text.version == DRAFT
