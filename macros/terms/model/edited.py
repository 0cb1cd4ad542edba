"""What people edit and commands record: publishers, documents, versions, texts, the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from macros.terms.model.acts import Entry, endings
from macros.terms.model.answering import Accept, Refusal
from macros.terms.model.embed import Embed


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Patterns such as "Article {n}." and "{n}.{m}.", one per level of heading."""

    clauses: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a recorded text was found: its printed title, place of publication, remarks."""

    title: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a version prints or gives legal effect.

    effective is None where no date is stated, recorded is None in a draft; change is "material", "editorial" or "";
    summary is Markdown; corrects names the version that was published in error; proposed_by is "editors" where a
    draft is not the publisher's own.
    """

    title: str
    effective: date | None
    recorded: date | None
    binding: str
    numbering: Numbering
    source: Source | None = None
    change: str = ""
    summary: str = ""
    corrects: str = ""
    notice_days: int = 0
    refusal: Refusal | None = None
    proposed_by: str = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One language of one version, as typed: nothing filled, nothing parsed.

    head is the YAML between the two ---; body begins with as many empty lines as the file has
    lines before it, so that a line of the body is a line of the file. sealed is the canonical text
    as it was published, None where no copy of it is kept (a draft, a text that is not sealed yet).
    accepted, of a translation: the digest of each binding clause when its translation was last reviewed.
    """

    path: str
    language: str
    revision: int
    front: FrontMatter
    head: str
    body: str
    sealed: str | None = None
    accepted: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the ledger calls the text within its version: "fr", "en.r2"."""
        return self.language if self.revision == 1 else f"{self.language}.r{self.revision}"

    @property
    def version(self) -> str:
        """The version, or draft, that the text belongs to: the name of its folder."""
        return self.path.split("/")[-2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A published state of a document, named by its date, or its draft; texts in order of language and revision.

    unread are the names of texts that are there and cannot be read.
    """

    name: str
    texts: tuple[Text, ...]
    unread: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        """The day that a published version is named by: effective, or recorded where that is unstated."""
        return date.fromisoformat(self.name)

    def text(self, language: str) -> Text | None:
        """The latest revision in a language, None where it was never published in it."""
        found = [text for text in self.texts if text.language == language]
        return found[-1] if found else None


# Without slots: what its ledger ended is asked for on each page, of each version.
@dataclass(frozen=True, kw_only=True)
class Document:
    """One contract of a publisher; versions in order of date, the ledger in the order it was written.

    kind is what sort of contract it is, for searching; unread is true where there is a ledger that cannot be read.
    """

    id: str
    binding: str
    languages: tuple[str, ...]
    versions: tuple[Version, ...]
    ledger: tuple[Entry, ...] = ()
    draft: Version | None = None
    notice_days: int = 0
    refusal: Refusal | None = None
    accept: Accept = field(default_factory=Accept)
    kind: str = ""
    unread: bool = False

    @property
    def folder(self) -> str:
        """The document's folder, relative to the project."""
        return f"docs/{self.id}"

    @property
    def every(self) -> tuple[Version, ...]:
        """The published versions, then the draft where there is one."""
        return (*self.versions, self.draft) if self.draft else self.versions

    @property
    def drafted(self) -> tuple[Text, ...]:
        """The texts of the draft, in every language that it has."""
        return self.draft.texts if self.draft else ()

    def version(self, name: str) -> Version | None:
        """The published version of a name."""
        return next((each for each in self.versions if each.name == name), None)

    @cached_property
    def endings(self) -> Mapping[str, date]:
        """The day from which each withdrawn version counts no more, by version."""
        return endings({each.name: each.day for each in self.versions}, self.ledger)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One value of a variable and the day from which it holds."""

    value: object
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """A fact in words, by language: "du lundi au vendredi", "Monday to Friday"."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A company; variables are nested mappings whose leaves are values or tuples of Dated."""

    id: str
    variables: Mapping[str, object]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A page of the guide: name is the same in every language, "index" for the first; path is below the project."""

    name: str
    language: str
    path: str
    title: str
    description: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All that people edit, read from the disk; publishers in order of id, languages in that of mkdocs.yml.

    glossaries: the chosen translations of each term, by the languages from which and to which. synonyms: groups of
    words that mean the same to a reader who searches, by language. words: those that a speller allows beside its
    dictionary's, by language, in small letters. guides: the pages of the guide, in their order.
    embed: the scripts that other sites load.
    """

    publishers: tuple[Publisher, ...]
    languages: tuple[str, ...]
    glossaries: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    guides: tuple[Guide, ...] = ()
    embed: Embed = field(default_factory=Embed)

    def documents(self) -> tuple[tuple[Publisher, Document], ...]:
        """Every document with its publisher."""
        return tuple((publisher, document) for publisher in self.publishers for document in publisher.documents)
