"""Which passages of a redline are the two places of one move, for a word processor to show as such."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from macros.terms.model import Passage


class Move(NamedTuple):
    """A passage's part in a move: the name that both places share, and whether it begins or ends its place."""

    name: str
    first: bool
    last: bool


def moves(passages: Sequence[Passage]) -> dict[int, Move]:
    """The moves by place of the passage; neighbours that moved together are one move."""
    found: dict[int, Move] = {}
    for number, group in enumerate(_together(sorted(_pairs(passages))), 1):
        for at, pair in enumerate(group):
            move = Move(f"move{number}", at == 0, at == len(group) - 1)
            found |= dict.fromkeys(pair, move)
    return found


def _pairs(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Where the same words went from and came to; cells go and come with their rows, which never move."""
    waiting: defaultdict[tuple[str, str], deque[int]] = defaultdict(deque)
    movable = [(at, each) for at, each in enumerate(passages) if not in_table(each)]
    for at, each in movable:
        if each.state == "moved-to":
            waiting[_key(each)].append(at)
    for at, each in movable:
        if each.state == "moved-from" and (places := waiting[_key(each)]):
            yield at, places.popleft()


def in_table(passage: Passage) -> bool:
    """Whether a passage stands in a table."""
    return any(each.kind == "table" for each in passage.path)


def _key(passage: Passage) -> tuple[str, str]:
    return passage.kind, "".join(run.text for run in passage.words if run.kind == "moved")


def _together(pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The pairs in runs, in each of which both places count on by one."""
    for _, run in groupby(enumerate(pairs), lambda each: (each[1][0] - each[0], each[1][1] - each[0])):
        yield [pair for _, pair in run]
