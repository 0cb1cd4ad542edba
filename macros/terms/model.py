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
    """What a version prints or gives legal effect; effective is None where no date is stated."""

    title: str
    effective: date | None
    recorded: date
    binding: str
    numbering: Numbering
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One language of one version, as typed: nothing filled, nothing parsed.

    head is the YAML between the two ---; body begins with as many empty lines as the file has
    lines before it, so that a line of the body is a line of the file.
    """

    path: str
    language: str
    revision: int
    front: FrontMatter
    head: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A published state of a document, named by its date; texts in order of language and revision."""

    name: str
    texts: tuple[Text, ...]

    def text(self, language: str) -> Text | None:
        """The latest revision in a language, None where it was never published in it."""
        found = [text for text in self.texts if text.language == language]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One contract of a publisher; versions in order of date."""

    id: str
    binding: str
    languages: tuple[str, ...]
    versions: tuple[Version, ...]


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
    """All that people edit, read from the disk; publishers in order of id."""

    publishers: tuple[Publisher, ...]


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
class Contents:
    """A line of a table of contents and the lines under it."""

    id: str
    label: str
    title: str
    entries: tuple[Contents, ...] = field(default=())
