"""What a redline is judged by, each measure a function of an engine's operations alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.bench.blocks import Block, blocks
from tests.bench.ops import WORD, Op, Side, joined, side


def exact(ops: Sequence[Op], change: str, text: str) -> bool:
    """Whether what stays and what came ("insert"), or went ("delete"), spells that text byte for byte."""
    return side(ops, change).text == text


def same_words(ops: Sequence[Op], change: str, text: str) -> bool:
    """Whether it spells the words of that text, whatever stands between them."""
    return WORD.findall(side(ops, change).text) == WORD.findall(text)


def changed(ops: Sequence[Op]) -> int:
    """How many characters are marked as inserted or deleted wording."""
    return sum(len(op.text) for op in ops if op.marked)


def classes(ops: Sequence[Op]) -> dict[str, int]:
    """How many characters each class of change has."""
    counted: Counter[str] = Counter()
    for op in ops:
        if op.op != "equal":
            counted[op.kind] += len(op.text)
    return dict(sorted(counted.items()))


def reordered(old: str, new: str) -> bool:
    """Whether a block was moved: the contents that each text has once stand in another order."""
    before, after = (Counter(block.content for block in blocks(text) if block.content) for text in (old, new))
    both = {content for content, times in before.items() if times == 1 == after[content]}
    first, second = ([block.content for block in blocks(text) if block.content in both] for text in (old, new))
    return first != second


def false_blocks(ops: Sequence[Op]) -> int:
    """How many blocks that both texts have, same content, have more than half of their characters marked.

    Of a content that one text has more often than the other, so many of its blocks may well be marked there. A
    content marked in both texts, as a move told as deletion and insertion is, counts once.
    """
    old, new = side(ops, "delete"), side(ops, "insert")
    before, after = blocks(old.text), blocks(new.text)
    had, has = (Counter(block.content for block in each if block.content) for each in (before, after))
    gone, come = _marked(old, before), _marked(new, after)
    return sum(
        max(0, gone[each] - max(0, had[each] - has[each]), come[each] - max(0, has[each] - had[each]))
        for each in had.keys() & has.keys()
    )


def confetti(ops: Sequence[Op]) -> int:
    """How many islands of one or two words stand unmarked on one line between two marked changes."""
    run = joined(ops)
    return sum(
        before.marked and after.marked and _is_island(each)
        for before, each, after in zip(run, run[1:], run[2:], strict=False)
    )


def stitches(ops: Sequence[Op]) -> int:
    """How many pairs of unlike blocks, one of the old and one of the new text, are knitted together.

    Unlike: the Dice coefficient of their bags of words is under a quarter. Knitted: both are marked over more than
    half of their characters, and at least one word of the one is told to be equal to a word of the other.
    """
    old, new = side(ops, "delete"), side(ops, "insert")
    before, after = blocks(old.text), blocks(new.text)
    knitted = set(_knitted(ops, before, after))
    heavy = ((before[i], after[j]) for i, j in knitted if _is_heavy(old, before[i]) and _is_heavy(new, after[j]))
    return sum(_dice(old.text[a.start : a.end], new.text[b.start : b.end]) < 0.25 for a, b in heavy)


def _marked(side_: Side, of: Sequence[Block]) -> Counter[str]:
    return Counter(block.content for block in of if _is_heavy(side_, block))


def _is_heavy(side_: Side, block: Block) -> bool:
    """Whether more than half of the characters of a block are marked."""
    return side_.marks.count(1, block.start, block.end) * 2 > block.end - block.start


def _is_island(op: Op) -> bool:
    return op.op == "equal" and "\n" not in op.text and 1 <= len(WORD.findall(op.text)) <= 2


def _knitted(ops: Sequence[Op], before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The places, in the lists of blocks, of the two blocks of every word that is told to be equal."""
    olds, news = ([block.start for block in each] for each in (before, after))
    old = new = 0
    for op in ops:
        if op.op == "equal":
            for word in WORD.finditer(op.text):
                yield bisect_right(olds, old + word.start()) - 1, bisect_right(news, new + word.start()) - 1
        old += len(op.text) * (op.op != "insert")
        new += len(op.text) * (op.op != "delete")


def _dice(one: str, other: str) -> float:
    bags = [Counter(WORD.findall(text.casefold())) for text in (one, other)]
    return 2 * (bags[0] & bags[1]).total() / (bags[0].total() + bags[1].total())
