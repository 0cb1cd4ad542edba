"""The nouns of Clausier: frozen, knowing nothing of disks, themes or clocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Something a person has to correct; path is relative to the project, line counts from 1."""

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A problem inside one text whose path its finder does not know; line counts from 1."""

    line: int
    message: str


Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Plain data and the line, from 1, of each key and item in it; dates stay text."""

    value: object
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest one around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


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
    proposed_by: str = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One language of one version, as typed: nothing filled, nothing parsed.

    head is the YAML between the two ---; body begins with as many empty lines as the file has
    lines before it, so that a line of the body is a line of the file. sealed is the canonical text
    as it was published, None where no copy of it is kept (a draft, a text that is not sealed yet).
    """

    path: str
    language: str
    revision: int
    front: FrontMatter
    head: str
    body: str
    sealed: str | None = None

    @property
    def name(self) -> str:
        """What the ledger calls the text within its version: "fr", "en.r2"."""
        return self.language if self.revision == 1 else f"{self.language}.r{self.revision}"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act in a ledger; texts are digests by name of text, line is where it stands in ledger.yml.

    chain is the digest of the entry and of the chain before it, so that no entry can change unseen.
    """

    action: str
    version: str
    recorded: date
    effective: date | None = None
    change: str = ""
    corrects: str = ""
    reason: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    chain: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One contract of a publisher; versions in order of date, the ledger in the order it was written.

    unread is true where there is a ledger that cannot be read.
    """

    id: str
    binding: str
    languages: tuple[str, ...]
    versions: tuple[Version, ...]
    ledger: tuple[Entry, ...] = ()
    draft: Version | None = None
    notice_days: int = 0
    unread: bool = False

    @property
    def folder(self) -> str:
        """The document's folder, relative to the project."""
        return f"docs/{self.id}"

    def version(self, name: str) -> Version | None:
        """The published version of a name."""
        return next((each for each in self.versions if each.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One value of a variable and the day from which it holds."""

    value: object
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A company; variables are nested mappings whose leaves are values or tuples of Dated."""

    id: str
    variables: Mapping[str, object]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All that people edit, read from the disk; publishers in order of id, languages in that of the interface."""

    publishers: tuple[Publisher, ...]
    languages: tuple[str, ...]

    def documents(self) -> tuple[tuple[Publisher, Document], ...]:
        """Every document with its publisher."""
        return tuple((publisher, document) for publisher in self.publishers for document in publisher.documents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A filled {{ }}: its half-open span in the filled text, its source, the facts it used."""

    start: int
    end: int
    source: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A body with every expression resolved, and where each one stands."""

    text: str
    expressions: tuple[Expression, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A block or a run of words. mark: what a list item prints before it, or the number a list
    starts at; target: an address, or the id of a clause after "#"; line counts from 1 in the body.
    """

    kind: str
    text: str = ""
    children: tuple[Node, ...] = ()
    mark: str = ""
    target: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A heading and what stands under it. number: "13.2", for references; label: what is printed."""

    id: str
    level: int
    number: str
    label: str
    title: tuple[Node, ...]
    blocks: tuple[Node, ...]
    clauses: tuple[Clause, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A defined term, the forms in which a text may use it, and its address in the page."""

    id: str
    term: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A parsed text: printed title lines, blocks before the first clause, clauses."""

    titles: tuple[tuple[Node, ...], ...]
    preface: tuple[Node, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text filled and parsed; canonical is what is sealed and served as terms.md."""

    text: Text
    filled: Filled
    canonical: str
    tree: Tree
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one clause; old or new is None where it was added or removed.

    kind is one of the design's: added, removed, edited, moved, moved-edited, renumbered, variable, typography,
    reference. facts are the variables whose values differ.
    """

    kind: str
    old: Clause | None
    new: Clause | None
    facts: tuple[str, ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause as it now stands, or stood last."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  # a change has at least one side, by definition
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """The comparison of two texts: the clauses that differ, in the order of the new text, removed ones last."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A line of a table of contents and the lines under it."""

    id: str
    label: str
    title: str
    entries: tuple[Contents, ...] = field(default=())
