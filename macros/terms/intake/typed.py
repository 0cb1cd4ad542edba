"""The numbers of items as a Markdown file types them, where its format would only count on from the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from macros.terms.intake.model import Block

# A number typed at the beginning of a line, behind the marks of lists around it.
TYPED = re.compile(r"^[ \t>]*(?:(?:[-+*]|\(?\w{1,6}[.)])[ \t]+)*?(\(?\d{1,9}[.)])(?=\s)", re.MULTILINE)
NUMBER = re.compile(r"\(?\d+[.)]")


def as_typed(blocks: Sequence[Block], source: str) -> tuple[Block, ...]:
    """The blocks, their items with the numbers that the source types: a list that begins anew says so by them alone."""
    typed = TYPED.findall(source)
    counted = list(_numbers(blocks))
    # Where a line that begins with a number is no item, nothing says which are.
    return _marked(blocks, iter(typed)) if len(typed) == len(counted) else tuple(blocks)


def _numbers(blocks: Sequence[Block]) -> Iterator[str]:
    return chain.from_iterable(
        (*((block.mark,) if NUMBER.fullmatch(block.mark) else ()), *_numbers(block.blocks)) for block in blocks
    )


def _marked(blocks: Sequence[Block], typed: Iterator[str]) -> tuple[Block, ...]:
    return tuple(_list(block, typed) if block.kind == "list" else _inside(block, typed) for block in blocks)


def _inside(block: Block, typed: Iterator[str]) -> Block:
    return replace(block, blocks=_marked(block.blocks, typed))


def _list(block: Block, typed: Iterator[str]) -> Block:
    """A list; one that types the same number before each item leaves the counting to its format."""
    items = [(next(typed) if NUMBER.fullmatch(item.mark) else item.mark, _inside(item, typed)) for item in block.blocks]
    alike = len({mark for mark, _ in items}) == 1
    return replace(block, blocks=tuple(item if alike else replace(item, mark=mark) for mark, item in items))
