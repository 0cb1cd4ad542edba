"""Where a contract that is brought in goes, and why it may not go there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.terms.intake.languages import language_of
from macros.terms.ledger import founding
from macros.terms.model import Document, Library, Publisher, Text
from macros.terms.names import refusal
from macros.terms.status import last


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A document of a publisher, each None where there is none of that name yet."""

    publisher_id: str
    document_id: str
    publisher: Publisher | None
    document: Document | None

    @property
    def folder(self) -> str:
        """The document's folder in the project."""
        return f"docs/{self.publisher_id}/{self.document_id}"


def goal(name: str, library: Library) -> Goal:
    """The goal of a name such as rezosocial/nextcloud."""
    publisher_id, _, document_id = name.partition("/")
    publisher = next((each for each in library.publishers if each.id == publisher_id), None)
    documents = publisher.documents if publisher else ()
    document = next((each for each in documents if each.id == name), None)
    return Goal(publisher_id=publisher_id, document_id=document_id, publisher=publisher, document=document)


def name_faults(name: str) -> Iterator[str]:
    """Why a name may not be that of a document."""
    parts = name.split("/")
    if len(parts) != 2:
        yield f"--as: expected a publisher and a document, such as rezosocial/nextcloud, found {name!r}"
        return
    for part in parts:
        if reason := refusal(part):
            yield f"--as: {reason}, found {part!r}; choose another name"


def language(given: str | None, text: str, found: Goal, site: Sequence[str]) -> str:
    """The language of a text: the one given, or the one it is in, of those that its document or the site speaks."""
    known = found.document.languages if found.document else ()
    return given or language_of(text, [*(each for each in known if each in site)] or [*site])


def language_faults(chosen: str, found: Goal, site: Sequence[str]) -> Iterator[str]:
    """Why a document takes no text in a language."""
    known = found.document.languages if found.document else ()
    if chosen not in site:
        norm = f"--lang: expected a language of the site ({', '.join(site)}), found {chosen}"
        yield f"{norm}; add it in mkdocs.yml, or name another"
    elif known and chosen not in known:
        norm = f"--lang: expected a language of {found.folder}/document.yml ({', '.join(known)})"
        yield f"{norm}, found {chosen}; add it there first"


def version_faults(found: Goal, day: date, chosen: str) -> Iterator[str]:
    """Why a version takes no further text; a translation may join the binding text as long as nothing is recorded."""
    path = f"{found.folder}/{day}"
    version = found.document.version(str(day)) if found.document else None
    if found.document is None or (version is None and chosen == found.document.binding):
        return
    if version is None:
        norm = f"{path}/{found.document.binding}.md: expected the binding text beside its translation, found none"
        yield f"{norm}; bring it in first, or say --lang {found.document.binding}"
    elif chosen in {text.language for text in version.texts} | version.unread:
        yield f"{path}/{chosen}.md: expected no text yet, found one; nothing is written over: name another day"
    elif version.name in founding(found.document):
        yield f"{path}: expected a version that is not recorded yet, found it in the ledger; use terms publish"


def followed(found: Goal, day: date, chosen: str) -> Text | None:
    """The text whose clause ids the new one keeps: the binding one beside it, else that of the version before."""
    if found.document is None:
        return None
    beside = found.document.version(str(day))
    if beside:
        return beside.text(found.document.binding)
    earlier = tuple(each for each in found.document.versions if each.day < day)
    before = earlier[-1] if earlier else last(found.document)
    return before.text(chosen) if before else None
