"""Paragraphs that begin with a typed mark, "- ", "8. ", "(a) ", to lists of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.terms.intake.model import Block, Run, cut, plain, trimmed

BULLETS = "•‣▪▫◦●○■□➢➤✓·∙⁃\uf0b7\uf0a7\uf0d8\uf02d\uf0fc"
MARK = re.compile(
    rf"(?P<bullet>[{BULLETS}]|[-–—*o](?=\s))\s*"
    r"|(?P<mark>\((?:[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|\d{1,3})\)|(?:[a-z]|[A-Z]|[ivxl]{1,6}|\d{1,3})\)|(?:[a-z]|[ivxl]{1,6}|\d{1,3})\.)\s+"
)
LINE = re.compile(r"[\n\v]\s*(?=(?:[•●▪◦]|[-–—]\s|\((?:[a-z]{1,2}|[ivx]+|\d{1,2})\)\s|(?:[a-z]{1,2}|[ivx]+)\)\s))")
BREAK = re.compile(r"[\n\v]")
ROMAN = re.compile(r"[ivxl]+")
# Marks further apart than this, in points, are on two levels.
STEP = 6.0
# Only these may begin a list whose marks are a letter and a full stop.
FIRST = frozenset({"a.", "i."})


@dataclass(slots=True)
class Open:
    """A list that still takes items."""

    kind: str
    indent: float
    items: list[Block]


def with_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, paragraphs that are items made lists; a paragraph set below an item's mark is part of it."""
    found: list[Block] = []
    stack: list[Open] = []
    for block in (part for whole in blocks for part in _lines(whole)):
        item = _item(block, stack[-1] if stack else None)
        if item:
            _placed(item, stack, found)
        elif stack and block.kind in {"paragraph", "list"} and block.indent > stack[-1].indent + STEP > STEP:
            last = stack[-1].items[-1]
            stack[-1].items[-1] = replace(last, blocks=(*last.blocks, block))
        else:
            _closed(stack, found, 0)
            found.append(_typed(block))
    _closed(stack, found, 0)
    return tuple(found)


def _lines(block: Block) -> Iterator[Block]:
    """The parts of a paragraph whose lines begin with marks."""
    if block.kind != "paragraph":
        yield block
        return
    words = plain(block)
    ends = [match.span() for match in LINE.finditer(words)]
    parts = list(zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(words)], strict=True))
    *others, (start, end) = parts
    under = BREAK.search(words, start)
    # Where every other item is one line, what stands under the last one is none of its.
    if len(others) > 1 and under and not any(BREAK.search(words, *each) for each in others[1:]):
        parts[-1:] = [(start, under.start()), (under.end(), end)]
    for each in parts:
        yield replace(block, runs=trimmed(cut(block.runs, *each)))


def _typed(block: Block) -> Block:
    """A list with the marks that are typed in all of its items, in place of those that it would count."""
    if block.kind != "list":
        return block
    items = [replace(item, blocks=_inside(item.blocks)) for item in block.blocks]
    items = [replace(item, blocks=_marked_line(item.blocks)) for item in items]
    typed = [_item(item.blocks[0], None) if item.blocks else None for item in items]
    if not all(each and each.mark != "-" for each in typed):
        return replace(block, blocks=tuple(items))
    made = (
        replace(item, mark=each.mark, blocks=(*each.blocks, *item.blocks[1:]))
        for item, each in zip(items, typed, strict=True)
        if each
    )
    return replace(block, blocks=tuple(made))


def _inside(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of an item; the lines of its words that begin with marks are a list in it."""
    if not blocks:
        return ()
    first, *lines = _lines(blocks[0])
    return (_typed(first), *with_lists(lines), *map(_typed, blocks[1:]))


def _marked_line(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of an item, a mark that stands in a line of its own before the words that it marks."""
    if len(blocks) < 2 or blocks[1].kind != "paragraph" or not MARK.fullmatch(f"{plain(blocks[0])} "):
        return tuple(blocks)
    return (replace(blocks[1], runs=(*blocks[0].runs, Run(text=" "), *blocks[1].runs)), *blocks[2:])


def _item(block: Block, within: Open | None) -> Block | None:
    """The item that a paragraph is, None where it is none."""
    words = plain(block)
    match = MARK.match(words) if block.kind == "paragraph" else None
    if match is None or not words[match.end() :].strip():
        return None
    mark = "-" if match["bullet"] else match["mark"]
    if mark[0].isalpha() and mark.endswith(".") and mark not in FIRST and (within is None or within.kind[0] == "-"):
        return None
    rest = replace(block, runs=trimmed(cut(block.runs, match.end())), remarks=(), indent=0)
    return Block(kind="item", mark=mark, blocks=(rest,), indent=block.indent, remarks=block.remarks)


def _placed(item: Block, stack: list[Open], found: list[Block]) -> None:
    """Put an item into the open list that it goes on with, or begin one."""
    depth = _continued(item, stack)
    if depth is None:
        while stack and not _below(item, stack[-1]):
            _closed(stack, found, len(stack) - 1)
        stack.append(Open(_kind(item.mark, None), item.indent, [item]))
    else:
        _closed(stack, found, depth + 1)
        stack[depth].items.append(item)


def _continued(item: Block, stack: Sequence[Open]) -> int | None:
    """The open list, innermost first, whose next item this is."""
    for depth in range(len(stack) - 1, -1, -1):
        each = stack[depth]
        level = not item.indent or abs(item.indent - each.indent) < STEP
        if level and _kind(item.mark, each) == each.kind and _follows(each.items[-1].mark, item.mark):
            return depth
    return None


def _kind(mark: str, within: Open | None) -> str:
    """What marks of one list share: what stands around them, and whether they are digits, letters or Roman numbers."""
    inner = re.sub(r"\W", "", mark)
    around = re.sub(r"\w+", "x", mark)
    if not inner or inner.isdigit():
        return f"{around}{'1' if inner else ''}"
    if within and within.kind.endswith("i"):
        roman = bool(ROMAN.fullmatch(inner))
    else:
        # After (h) comes (i); after anything else it begins a series of Roman numbers.
        roman = inner == "i" and not (within and re.sub(r"\W", "", within.items[-1].mark) == "h")
    return f"{around}{'i' if roman else 'a'}"


def _follows(before: str, mark: str) -> bool:
    """Whether a number goes on from the one before it; letters keep their own marks, whatever they are."""
    digits, following = (re.sub(r"\D", "", each) for each in (before, mark))
    return not digits or int(following) == int(digits) + 1


def _below(item: Block, within: Open) -> bool:
    """Whether an item of another kind stands inside the last item of a list."""
    if item.indent and within.indent:
        return item.indent > within.indent + STEP
    last = plain(within.items[-1].blocks[0])
    return last.endswith(":") and _kind(item.mark, None) != within.kind


def _closed(stack: list[Open], found: list[Block], depth: int) -> None:
    """End the lists deeper than so many: each becomes part of the last item of the one around it."""
    while len(stack) > depth:
        done = stack.pop()
        made = Block(kind="list", blocks=tuple(done.items))
        if stack:
            last = stack[-1].items[-1]
            stack[-1].items[-1] = replace(last, blocks=(*last.blocks, made))
        else:
            found.append(made)
