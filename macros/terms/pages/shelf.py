"""A document with what its pages need from around it, and the addresses of its texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.terms.ledger import Status, in_force, statuses
from macros.terms.model import Document, Reading, Text, Version
from macros.terms.names import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A document, its publisher's name, its texts as read, the day, and the site's own address."""

    document: Document
    publisher: str
    readings: Mapping[str, Reading]
    today: date
    base: str

    @property
    def path(self) -> str:
        """The document's address below its language."""
        return f"{self.document.id}/"

    @property
    def current(self) -> Version | None:
        """The version in force today."""
        return in_force(self.document, self.today)

    def publisher_address(self, language: str) -> str:
        """The publisher's page in a language."""
        return f"{language}/{self.document.id.split('/')[0]}/"

    def titled(self, text: Text) -> str:
        """A text's title as it stands alone, with the publisher's name unless it says it itself."""
        title = text.front.title
        return title if self.publisher in title else f"{title} ({self.publisher})"

    def status(self, version: Version) -> Status:
        """The status of a version today."""
        return statuses(self.document.versions, self.today)[version.name]

    def permalink(self, version: Version, text: Text) -> str:
        """A text's own address; an earlier revision of a translation has one below the version's."""
        below = "" if version.text(text.language) is text else f"r{text.revision}/"
        return f"{text.language}/{self.path}{version.name}/{below}"


def in_every_language(path: str) -> dict[str, str]:
    """The address of a path in each language of the site."""
    return {language: f"{language}/{path}" for language in LANGUAGES}


def in_its_languages(version: Version, path: str) -> dict[str, str]:
    """The addresses of a path in the languages that the version has a text in."""
    return {language: address for language, address in in_every_language(path).items() if version.text(language)}
