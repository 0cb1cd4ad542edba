"""Numbered items that are the clauses of a text: "1. Definitions", "2. Fees. The Client pays…"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from macros.terms.intake.model import Block, cut, plain, trimmed, words
from macros.terms.words.titles import is_title, lead

COUNTED = re.compile(r"\d{1,3}[.)](?:\s+|$)")
# Lists that hold less of a text than this are lists.
MOST = 0.6
# Fewer items than these may count anything, where not each of them is a line alone.
SEVERAL = 3

Entry = tuple[str, Block]


def counted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, the items that count through a file made headings and what stands under them."""
    parts = [part for block in blocks for part in _parts(block)]
    entries = [_entries(part) for part in parts]
    clauses = _going_on(entries)
    if not (_stand_alone(entries, clauses) or _hold_the_text(parts, clauses)):
        yield from blocks
        return
    for part, each in zip(parts, clauses, strict=True):
        if each:
            for mark, item in each:
                yield from _clause(mark, item)
        else:
            yield part


def _parts(block: Block) -> Iterator[Block]:
    """A list in as many as it begins to count anew: what Markdown has in one may be the last of one and the next."""
    numbers = [_number(item.mark) for item in block.blocks if COUNTED.fullmatch(item.mark)]
    if block.kind != "list" or len(numbers) < len(block.blocks):
        yield block
        return
    starts = [at for at, number in enumerate(numbers) if not at or number != numbers[at - 1] + 1]
    for start, end in pairwise((*starts, len(numbers))):
        yield replace(block, blocks=block.blocks[start:end])


def _number(mark: str) -> int:
    return int(mark.rstrip(".)"))


def _going_on(entries: Sequence[list[Entry]]) -> list[list[Entry]]:
    """The entries that count on from the first, 0 or 1; another list may count what stands under one of them."""
    found: list[list[Entry]] = []
    last: int | None = None
    for each in entries:
        numbers = [_number(mark) for mark, _ in each]
        begins = numbers[:1] == [last + 1] if last is not None else numbers[:1] in ([0], [1])
        goes_on = begins and not any(plain(item.blocks[0])[:1].islower() for _, item in each)
        found.append(each if goes_on else [])
        last = numbers[-1] if goes_on else last
    return found


def _entries(block: Block) -> list[Entry]:
    """The numbered items of a list, or a paragraph in capitals that begins with its number, each with its mark."""
    if block.kind == "list" and all(COUNTED.fullmatch(item.mark) and item.blocks for item in block.blocks):
        return [(item.mark, item) for item in block.blocks]
    if block.kind == "paragraph" and plain(block).isupper() and (found := COUNTED.match(plain(block))):
        line = replace(block, runs=trimmed(cut(block.runs, found.end())))
        return [(found[0].rstrip(), Block(kind="item", blocks=(line,)))]
    return []


def _stand_alone(entries: Sequence[Sequence[Entry]], clauses: Sequence[Sequence[Entry]]) -> bool:
    """Whether every item is a short line and nothing else; where one stands right under another they are a list."""
    alone = [len(each) == 1 and len(each[0][1].blocks) == 1 and _is_title(each[0][1].blocks[0]) for each in clauses]
    is_every = sum(alone) == sum(map(len, entries)) > 1
    return is_every and not any(one and other for one, other in pairwise(alone))


def _hold_the_text(blocks: Sequence[Block], clauses: Sequence[Sequence[Entry]]) -> bool:
    """Whether a text of which no heading is set apart is these items, a third of which have titles."""
    items = [item for each in clauses for _, item in each]
    if len(items) < SEVERAL or any(block.size for block in blocks):
        return False
    titled = sum(_is_title(item.blocks[0]) or bool(_lead(item.blocks[0])) for item in items)
    first = next(at for at, each in enumerate(clauses) if each)
    holds = _size(blocks[first:]) >= MOST * _size(blocks)
    return holds and titled * 3 >= len(items) and sum(block.kind == "heading" for block in blocks) < 2


def _clause(mark: str, item: Block) -> Iterator[Block]:
    """A heading with the number and the title, and what stands under it."""
    line, *below = item.blocks
    label = words(f"{mark} ")
    end = _lead(line)
    if _is_title(line):
        yield replace(line, kind="heading", runs=(*label, *line.runs))
    elif line.kind == "paragraph":
        yield replace(line, kind="heading", runs=(*label, *trimmed(cut(line.runs, 0, end))))
        if end < len(plain(line)):
            yield replace(line, runs=trimmed(cut(line.runs, end)))
    else:
        yield Block(kind="heading", runs=label)
        yield line
    yield from below


def _is_title(line: Block) -> bool:
    """Whether a block is a short line that ends as titles do."""
    return line.kind == "paragraph" and is_title(plain(line))


def _lead(line: Block) -> int:
    """Where the title ends that a paragraph begins with, its full stop included; 0 for none."""
    return lead(plain(line)) if line.kind == "paragraph" else 0


def _size(blocks: Sequence[Block]) -> int:
    """How many letters blocks have."""
    return sum(len(plain(block)) + _size(block.blocks) for block in blocks)
