"""What is compared: a text with its blocks and clauses, and what a reading knows of its variables and references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.terms.compare import labels
from macros.terms.compare.typed import Opening, openings
from macros.terms.model import ClauseHeading
from macros.terms.parse.block import Block, slices
from macros.terms.parse.outline import outline
from macros.terms.slugs import slug
from macros.terms.words.markup import bare

ID = re.compile(r"[ \t]*\{#(?P<id>[^\s{}]+)[^{}\n]*\}\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that counts as one token: what a variable printed, or a reference to a clause."""

    start: int
    end: int
    key: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A text to compare. owner: the clause of each block, by its place in clauses, None in sealed front matter.

    numbers: where the number of a block stands, by block. named: whether clauses have ids of their own;
    typed: whether clauses begin where a paragraph or an item types a number; declared: whether the text is one of ours,
    whose variables are known.
    """

    text: str
    blocks: Sequence[Block]
    ends: Sequence[int]
    clauses: Sequence[ClauseHeading]
    owner: Sequence[int | None]
    numbers: Mapping[int, tuple[int, int]]
    named: bool
    declared: bool
    typed: bool = False
    spans: Sequence[Span] = field(default=())

    def number(self, block: int) -> str:
        """What a block is numbered with, "" where nothing."""
        return self.text[slice(*self.numbers.get(block, (0, 0)))]

    def begins(self, block: int) -> bool:
        """Whether a clause begins with a block."""
        clause = self.owner[block]
        return bool(clause) and (block == 0 or self.owner[block - 1] != clause)


def markdown(text: str) -> Side:
    """Any Markdown text, also one that names no clause: every heading begins one, and numbers are guessed."""
    return _side(text, None, ())


def alike(old: Side, new: Side) -> tuple[Side, Side]:
    """The sides; where one alone has clauses by its numbers, and the other hardly any, neither has any."""
    return _beside(old, new), _beside(new, old)


def _beside(side: Side, other: Side) -> Side:
    lonely = side.typed and not other.typed and len(side.clauses) > 2 * len(other.clauses)
    return _side(side.text, None, (), typed=False) if lonely else side


def contract(text: str, printed: Mapping[str, str], spans: Sequence[Span]) -> Side:
    """A canonical text of ours: the label of each clause by id, and what its variables and references print."""
    return _side(text, printed, spans)


def _side(text: str, printed: Mapping[str, str] | None, spans: Sequence[Span], *, typed: bool = True) -> Side:
    ends, blocks = [], []
    for block, end in slices(text, outline(text)):
        blocks.append(block)
        ends.append(end)
    counted = labels.counted(text, blocks) if printed is None else frozenset()
    opened = openings(text, blocks) if typed and printed is None else {}
    made = _Clauses(text, printed, counted)
    owner = [made.owner(block, opened.get(index)) for index, block in enumerate(blocks)]
    return Side(
        text=text,
        blocks=blocks,
        ends=ends,
        clauses=made.found,
        owner=owner,
        numbers=dict(labels.of_blocks(text, blocks, counted, guess=printed is None)) | made.numbers(blocks),
        declared=printed is not None,
        named=len(made.found) > 1 and all(each.own for each in made.found),
        typed=bool(opened),
        spans=spans,
    )


class _Clauses:
    """The clauses of a text as its blocks go by."""

    def __init__(self, text: str, printed: Mapping[str, str] | None, counted: frozenset[labels.Label]) -> None:
        self.text, self.printed, self.counted = text, printed, counted
        self.found = [ClauseHeading(id="")]
        self.taken: dict[str, int] = {}
        self.labelled: dict[int, tuple[int, int]] = {}

    def owner(self, block: Block, opening: Opening | None) -> int | None:
        """The clause of the next block; a heading begins one, and loses label and id from its words."""
        if block.kind == "heading" and not block.path:
            self._heading(block)
        elif opening:
            if not block.path:
                self._labelled(block, opening.label)
            self._begun(bare(opening.label).strip(), opening.title)
        return None if block.kind == "front" and self.printed is not None else len(self.found) - 1

    def _heading(self, block: Block) -> None:
        words = self.text[block.words : block.end]
        match = ID.search(words)
        if match:
            words = words[: match.start()]
            block.end = block.words + len(words)
        if self.printed is None:
            label = labels.of_heading(words, self.counted)
        else:
            if match is None:
                return
            label = self.printed.get(match["id"], "")
            label = words[: len(words) - len(words[len(label) :].lstrip())] if label and words.startswith(label) else ""
        if label:
            self._labelled(block, label)
        title = " ".join(bare(words[len(label) :]).split())
        self._begun(bare(label).strip(), title, match["id"] if match else "", block.level)

    def _labelled(self, block: Block, label: str) -> None:
        """Takes the label out of the words of a block."""
        self.labelled[block.start] = (block.words, block.words + len(label.rstrip()))
        block.words += len(label)

    def _begun(self, label: str, title: str, named: str = "", level: int = 0) -> None:
        """Begins a clause."""
        own = named if named not in self.taken else ""
        id_ = own or self._made(named or f"{label} {title}")
        self.taken.setdefault(id_, 1)
        self.found.append(ClauseHeading(id=id_, label=label, title=title, level=level, own=bool(own)))

    def _made(self, heading: str) -> str:
        """An id for a heading without one: its words, and a number where another has them too."""
        found = made = slug(heading)[:80] or "clause"
        while made in self.taken:
            self.taken[found] = self.taken.get(found, 1) + 1
            made = f"{found}-{self.taken[found]}"
        return made

    def numbers(self, blocks: Sequence[Block]) -> dict[int, tuple[int, int]]:
        """Where the labels of the headings stand, by block."""
        return {index: self.labelled[each.start] for index, each in enumerate(blocks) if each.start in self.labelled}
