"""What the files of a published text say of it, and those of them that machines read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.ledger import digest
from macros.terms.model import Text, Version
from macros.terms.pages.model import Asset
from macros.terms.pages.shelf import Shelf
from macros.terms.render.akoma_ntoso import akoma_ntoso
from macros.terms.render.edition import Edition
from macros.terms.render.terms_json import terms_json

# Every format that a text is served in beside its page, by the end of its file's name and its media type.
FORMATS: Mapping[str, tuple[str, str]] = {
    "markdown": ("md", "text/markdown"),
    "text": ("txt", "text/plain"),
    "json": ("json", "application/json"),
    "xml": ("xml", "application/akn+xml"),
    "pdf": ("pdf", "application/pdf"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def files(address: str) -> dict[str, str]:
    """The address of a text's file in each format."""
    return {name: f"{address}terms.{suffix}" for name, (suffix, _) in FORMATS.items()}


def edition(shelf: Shelf, version: Version, text: Text) -> Edition:
    """A published text with its facts."""
    document, reading = shelf.document, shelf.readings[text.path]
    address = shelf.base + shelf.permalink(version, text)
    first = document.version(document.ledger[0].version) if document.ledger else None
    return Edition(
        document=document.id,
        publisher=document.id.split("/")[0],
        name=shelf.names.get(version.name, shelf.publisher),
        version=version.name,
        day=version.day,
        language=text.language,
        revision=text.revision,
        front=text.front,
        tree=reading.tree,
        digest=digest(reading.canonical),
        site=shelf.base,
        address=address,
        files=files(address),
        first=(first or document.versions[0]).day,
        earlier=tuple(each.day for each in document.versions if each.day < version.day),
    )


def machine_files(of: Edition) -> Iterator[Asset]:
    """The text by clause as JSON and as Akoma Ntoso."""
    below = of.address.removeprefix(of.site)
    yield Asset(address=f"{below}terms.json", content=terms_json(of).encode())
    yield Asset(address=f"{below}terms.xml", content=akoma_ntoso(of).encode())
