"""Where texts are served: addresses below the site's root that end in a slash."""

from __future__ import annotations

from macros.terms.ledger import seals
from macros.terms.model import Document, Text, Version
from macros.terms.names import DEVELOPERS, GUIDE


def permalink(document: Document, version: Version, text: Text) -> str:
    """A text's own page; an earlier revision of a translation has one below the version's."""
    latest = version.text(text.language) is text
    return _address(document, version.name, text.language, 0 if latest else text.revision)


def sealed_address(document: Document, version: str, name: str) -> str:
    """The page of the text that the ledger calls by a version and a name such as "en.r2"."""
    language, revision = _parts(name)
    others = [_parts(each) for of, each in seals(document) if of == version]
    latest = max(number for other, number in others if other == language)
    return _address(document, version, language, 0 if revision == latest else revision)


def guide(language: str, name: str) -> str:
    """A page of the guide, whose first one is called index, or the page for developers."""
    if name == DEVELOPERS:
        return f"{language}/{DEVELOPERS}/"
    return f"{language}/{GUIDE}/" + ("" if name == "index" else f"{name}/")


def _parts(name: str) -> tuple[str, int]:
    """The language and the revision of a text's name."""
    language, _, revision = name.partition(".r")
    return language, int(revision or 1)


def _address(document: Document, version: str, language: str, revision: int) -> str:
    below = f"r{revision}/" if revision else ""
    return f"{language}/{document.id}/{version}/{below}"
