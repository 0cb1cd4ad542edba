"""The runs of blocks that follow each other, cut where one side has the blocks apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from macros.terms.model import Run
from macros.terms.parse.block import Block


def cuts(blocks: Sequence[Block]) -> list[int]:
    """Where the words of blocks that follow each other end, the next slice begins, and its words."""
    return [at - blocks[0].words for a, b in pairwise(blocks) for at in (a.end, b.start, b.words)]


def cut(runs: Sequence[Run], cuts: Sequence[int], other: str) -> list[list[Run]]:
    """The runs in pieces, cut where one side has so many characters; other is what the other side alone has.

    Every third piece is words, what stands between two blocks the other two.
    """
    pieces: list[list[Run]] = [[]]
    at = 0
    for run in runs:
        text = run.text
        if run.op == other:
            # What was lost between two blocks is told with the words of the second one.
            while (len(pieces) - 1) % 3 and len(pieces) <= len(cuts) and cuts[len(pieces) - 1] <= at:
                pieces.append([])
        else:
            while len(pieces) <= len(cuts) and at + len(text) > cuts[len(pieces) - 1]:
                size = cuts[len(pieces) - 1] - at
                if size:
                    pieces[-1].append(Run(run.op, text[:size], run.kind, run.facts))
                text, at = text[size:], at + size
                pieces.append([])
            at += len(text)
        if text:
            pieces[-1].append(Run(run.op, text, run.kind, run.facts))
    return pieces + [[] for _ in range(len(cuts) + 1 - len(pieces))]
