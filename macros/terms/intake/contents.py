"""Blocks to blocks without the table of contents that a file prints: pages make their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from macros.terms.intake.labels import label
from macros.terms.intake.model import Block, Taken, plain

TITLE = re.compile(
    r"sommaire|table des mati[èe]res|(?:table of )?contents|index|inhalt(?:sverzeichnis|sübersicht)?", re.IGNORECASE
)
PAGE = re.compile(r"[\s.…·_]*[\s.…·_]\d{1,3}$")
# Shorter lists are no tables of contents.
FEWEST = 3
LEFT_OUT = "the table of contents of the file was left out: pages make their own"


def without_contents(taken: Taken) -> Taken:
    """What a file gives without its table of contents: lines that end in a page, or lead, to a title further down."""
    lines = [_lines(block) for block in taken.blocks]
    listed = [bool(each) and all(map(_leads, each)) for each in lines]
    away: set[int] = set()
    runs = [list(run) for leads, run in groupby(range(len(lines)), listed.__getitem__) if leads]
    for first, end in ((run[0], run[-1] + 1) for run in runs):
        below = {_key(plain(each)) for block in taken.blocks[end:] for each in _lines(block)}
        found = [each for at in range(first, end) for each in lines[at]]
        named = first > 0 and bool(TITLE.fullmatch(plain(taken.blocks[first - 1]).strip(" :.")))
        known = sum(any((key := _key(plain(each))) and other.startswith(key) for other in below) for each in found)
        if len(found) >= FEWEST and known > len(found) * (0.3 if named else 0.8):
            away.update(range(first - named, end))
    if not away:
        return taken
    blocks = tuple(block for at, block in enumerate(taken.blocks) if at not in away)
    return replace(taken, blocks=blocks, remarks=tuple(dict.fromkeys((*taken.remarks, LEFT_OUT))))


def _lines(block: Block) -> list[Block]:
    """The lines of a block that may be those of a table of contents, none where it is of another kind."""
    if block.kind in {"paragraph", "heading"}:
        return [block]
    if block.kind not in {"list", "item", "table", "row"}:
        return []
    if block.kind == "row":
        return [replace(block, runs=tuple(run for cell in block.blocks for run in cell.runs))]
    return [line for each in block.blocks for line in _lines(each)]


def _leads(line: Block) -> bool:
    """Whether a line ends in a page, or is nothing but a link to a place of the same file."""
    linked = bool(line.runs) and all(run.target.startswith("#") or not run.text.strip() for run in line.runs)
    return linked or bool(PAGE.search(plain(line)))


def _key(line: str) -> str:
    """The letters and digits of a line, its number and a page at its end aside."""
    found = label(line)
    return re.sub(r"[\W_]", "", PAGE.sub("", line)[found.rest if found else 0 :]).casefold()
