"""Where things are served: addresses below the site's root that end in a slash."""

from __future__ import annotations

from macros.terms.model import Document, Text, Version
from macros.terms.names import TEXT_FILE


def version_address(document: Document, version: str, language: str) -> str:
    """The page of a version."""
    return f"{language}/{document.id}/{version}/"


def permalink(document: Document, version: Version, text: Text) -> str:
    """A text's own page; an earlier revision of a translation has one below the version's."""
    below = "" if version.text(text.language) is text else f"r{text.revision}/"
    return f"{version_address(document, version.name, text.language)}{below}"


def text_address(document: Document, version: str, name: str) -> str:
    """The sealed text that the ledger calls by a version and a name such as "en.r2"."""
    match = TEXT_FILE.fullmatch(f"{name}.md")
    assert match  # noqa: S101  # the schema of the ledger takes no other name
    language = match["language"]
    revisions = [int(each) for each in _revisions(document, version, language)]
    own = int(match["revision"] or 1)
    below = "" if own == max(revisions) else f"r{own}/"
    return f"{version_address(document, version, language)}{below}terms.md"


def _revisions(document: Document, version: str, language: str) -> list[str]:
    """The revisions of a translation that the ledger knows."""
    names = [name for entry in document.ledger if entry.version == version for name in entry.texts]
    found = [TEXT_FILE.fullmatch(f"{name}.md") for name in names]
    return [match["revision"] or "1" for match in found if match and match["language"] == language]
