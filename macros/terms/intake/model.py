"""What is taken out of a file, before it is a text of ours: blocks of words, and what is unsure about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


class UnreadableError(Exception):
    """A file that gives no text, for the reason that its words say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set in one way; target is where a link leads."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list, item, table, row, cell, definitions, term, definition or quote.

    mark is what stands before an item ("-", "8.", "(a)"), or a heading's label as printed; level counts headings
    from 1, 0 where nothing said; id is that of a heading which has one already; size is that of its letters in
    points, indent its distance from the left, both 0 where nothing said; remarks are what a person should look at.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    mark: str = ""
    level: int = 0
    id: str = ""
    attributes: str = ""
    size: float = 0
    indent: float = 0
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a file gives: its blocks in order, what is unsure about the whole, the title that it states."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    title: str = ""


def words(text: str) -> tuple[Run, ...]:
    """Plain words as runs."""
    return (Run(text=text),) if text else ()


def plain(block: Block) -> str:
    """The words of a block alone, as one line without its mark."""
    return said(block.runs)


def said(runs: Sequence[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without spaces at either end, and without empty ones."""
    text = said(runs)
    return cut(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def cut(runs: Sequence[Run], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs between two places in their words."""
    found: list[Run] = []
    at = 0
    stop = len(said(runs)) if end is None else end
    for run in runs:
        text = run.text[max(start - at, 0) : max(stop - at, 0)]
        at += len(run.text)
        if text:
            found.append(replace(run, text=text))
    return tuple(found)
