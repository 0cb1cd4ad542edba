"""What became of one text in another: the words that differ, passage by passage, and the clauses they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text that is equal in both texts, deleted from the old one or inserted in the new one.

    op: equal, delete, insert. kind, of what is not equal: text, moved, renumbered, variable, typography, reference.
    facts: the variables that print it, where they made it differ.
    """

    op: str
    text: str
    kind: str = "text"
    facts: tuple[str, ...] = ()

    @property
    def own_date(self) -> bool:
        """Whether it is a date that the version prints of itself, which differs in every version and never counts."""
        return bool(self.facts) and all(each.startswith("version.") for each in self.facts)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs of one kind that follow each other as one, without empty ones; those with facts stay apart."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.op == run.op and last.kind == run.kind and not (run.facts or last.facts):
            found[-1] = Run(run.op, last.text + run.text, run.kind)
        elif run.text:
            found.append(run)
    return found


def spelt(runs: Iterable[Run], without: str = "") -> str:
    """The text of runs but for those of one op: without "delete" it is what the new side says."""
    return "".join(run.text for run in runs if run.op != without)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseHeading:
    """A clause of a text as the comparison sees it: its id, "" before the first clause, and its heading in two parts.

    own is False where the text gives no id and one was made of the heading.
    """

    id: str
    label: str = ""
    title: str = ""
    level: int = 0
    own: bool = True

    @property
    def number(self) -> str:
        """The label without the signs around it: "6.1" and "6.1." are one number."""
        return self.label.strip(" .:)(–—-")

    @property
    def heading(self) -> str:
        """The heading as printed: label, then title."""
        return " ".join(filter(None, (self.label, self.title)))


class Container(NamedTuple):
    """A list, item, table, row… in which blocks stand, by its serial number; mark: what an item prints before it."""

    kind: str
    mark: str
    serial: int


class Passage(NamedTuple):
    """A heading, paragraph, cell… of either text: what stands before its words, its words, what stands after.

    state: kept, added, removed, moved-from, moved-to. old and new: the clause on either side, by its place in
    Redline.old and Redline.new, None where the passage is not on that side or stands in no clause.
    before: what the old text has here, as if removed, where that is of another kind, elsewhere in lists and tables, or
    in other blocks; passages that were one have the same.
    """

    kind: str
    level: int
    path: tuple[Container, ...]
    state: str
    old: int | None
    new: int | None
    lead: tuple[Run, ...]
    words: tuple[Run, ...]
    tail: tuple[Run, ...]
    before: tuple[Passage, ...] = ()
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one clause; old or new is None where it was added or removed.

    kind is one of the design's: added, removed, edited, moved, moved-edited, renumbered, variable, typography,
    reference. facts are the variables whose values differ; deleted and inserted count words; moved is whether the
    clause itself stands elsewhere; size counts the words of the clause, in both texts together.
    """

    kind: str
    old: ClauseHeading | None
    new: ClauseHeading | None
    facts: tuple[str, ...] = ()
    deleted: int = 0
    inserted: int = 0
    moved: bool = False
    size: int = 0

    @property
    def clause(self) -> ClauseHeading:
        """The clause as it now stands, or stood last."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  # a change has at least one side, by definition
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The same substitution in several places: the variables behind it, none where the text names none."""

    facts: tuple[str, ...]
    old: str
    new: str
    clauses: tuple[str, ...]
    places: int


class Op(NamedTuple):
    """A run with the clause it stands in, by id; None before the first clause and in front matter."""

    op: str
    text: str
    kind: str
    clause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """The comparison of two texts: their clauses, the passages of both in one order, and what that comes to.

    changes stand in the order of the new text, removed clauses last.
    """

    old: tuple[ClauseHeading, ...]
    new: tuple[ClauseHeading, ...]
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    groups: tuple[Group, ...]

    @property
    def ops(self) -> list[Op]:
        """Every character of both texts: equal and delete spell the old one, equal and insert the new one."""
        return [
            Op(run.op, run.text, run.kind, clause)
            for clause, passages in groupby(self.passages, lambda each: self.clause_of(each).id or None)
            for run in joined(
                run._replace(facts=()) for each in passages for run in (*each.lead, *each.words, *each.tail)
            )
        ]

    def clause_of(self, passage: Passage) -> ClauseHeading:
        """The clause that a passage stands in, as it now is, or stood in last; one without id before the first."""
        if passage.new is not None:
            return self.new[passage.new]
        return self.old[passage.old or 0]

    def passages_of(self, change: Change) -> Iterator[Passage]:
        """The passages of a clause that changed, where it now stands, and those of it that went where they stood."""
        for passage in self.passages:
            if passage.new is not None:
                belongs = self.new[passage.new] is change.new
            else:
                belongs = passage.old is not None and self.old[passage.old] is change.old
            if belongs:
                yield passage
