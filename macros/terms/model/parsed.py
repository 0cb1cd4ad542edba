"""What the engine makes of a text: filled, then a tree of clauses."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.terms.model.edited import Text
from macros.terms.model.problems import Fault


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
    """A heading and what stands under it.

    number: "13.2" or "B", for references; counts: the same by level, as whole numbers; label: what is printed.
    """

    id: str
    level: int
    number: str
    label: str
    title: tuple[Node, ...]
    blocks: tuple[Node, ...]
    clauses: tuple[Clause, ...]
    line: int
    counts: tuple[int, ...] = ()


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
