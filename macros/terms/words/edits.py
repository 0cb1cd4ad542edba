"""Two lists of tokens to what they have in common: the stretches that stay, tidied for a reader."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from macros.terms.words.tokens import Vocabulary

# Cells of the table behind the comparison; larger ones are cut first, at words that both sides have once.
LARGEST = 25_000_000
# Unchanged words between two changes that are read as part of one change.
ISLAND = 2
# Signs alone between two changes stay where one of these is light, a word for a word: "trente (30)".
LIGHT = 2
# Below this share in common a text is shown as replaced, not as mended.
LEAST = 0.3
# Words in one stretch that are kept even then: a sentence that stayed in a paragraph that did not.
TELLING = 6


class Same(NamedTuple):
    """A stretch of size tokens that stands at old in the one list and at new in the other."""

    old: int
    new: int
    size: int


def common(old: Sequence[int], new: Sequence[int], vocabulary: Vocabulary) -> list[Same]:
    """The stretches that both lists share, in order: what stands between two of them has changed."""
    found = list(_joined(_matches(old, new)))
    if not found or (len(found) == 1 and found[0].size == len(old) == len(new)):
        return found
    found = list(_joined(_slid(old, new, found, vocabulary)))
    found = _cleaned(old, new, found, vocabulary)
    if _share(old, new, found, vocabulary) >= LEAST:
        return found
    return [same for same in found if vocabulary.words(old[same.old : same.old + same.size]) >= TELLING]


def _matches(old: Sequence[int], new: Sequence[int]) -> Iterator[Same]:
    """The longest common stretches, those at both ends first."""
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    shortest -= head
    tail = next((at for at in range(shortest) if old[-1 - at] != new[-1 - at]), shortest)
    yield Same(0, 0, head)
    yield from _between(old, new, (head, len(old) - tail), (head, len(new) - tail))
    yield Same(len(old) - tail, len(new) - tail, tail)


def _between(
    old: Sequence[int], new: Sequence[int], olds: tuple[int, int], news: tuple[int, int], *, cut: bool = True
) -> Iterator[Same]:
    a, b = old[slice(*olds)], new[slice(*news)]
    if len(a) * len(b) <= LARGEST:
        for step in Indel.opcodes(a, b) if a and b else ():
            if step.tag == "equal":
                yield Same(olds[0] + step.src_start, news[0] + step.dest_start, step.src_end - step.src_start)
        return
    anchors = [(olds[0] + i, news[0] + j) for i, j in _anchors(a, b)] if cut else []
    if anchors:
        edges = [(olds[0] - 1, news[0] - 1), *anchors, (olds[1], news[1])]
        for (i, j), (k, m) in pairwise(edges):
            yield from _between(old, new, (i + 1, k), (j + 1, m), cut=False)
            if k < olds[1]:
                yield Same(k, m, 1)


def _anchors(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """Places of the tokens that both lists have once, in an order that rises in both."""
    once = {each for each, count in Counter(b).items() if count == 1}
    at = {each: place for place, each in enumerate(b) if each in once}
    counts = Counter(a)
    return rising([(i, at[each]) for i, each in enumerate(a) if counts[each] == 1 and each in at])


def rising(pairs: Sequence[tuple[int, int]], weights: Sequence[float] | None = None) -> list[tuple[int, int]]:
    """The heaviest choice of pairs, given in order of their first place, whose second places rise too."""
    best: list[tuple[int, float, int]] = []  # the last second place, the weight so far, the pair; both rise
    before = [-1] * len(pairs)
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(best, place, key=lambda each: each[0])
        weight = (weights[index] if weights else 1.0) + (best[at - 1][1] if at else 0.0)
        before[index] = best[at - 1][2] if at else -1
        if at < len(best) and best[at][0] == place and best[at][1] >= weight:
            continue
        end = at
        while end < len(best) and best[end][1] <= weight:
            end += 1
        best[at:end] = [(place, weight, index)]
    chosen, at = [], best[-1][2] if best else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _joined(found: Sequence[Same] | Iterator[Same]) -> Iterator[Same]:
    """The stretches without empty ones, those that follow each other on both sides as one."""
    last = Same(0, 0, 0)
    for same in found:
        if last.old + last.size == same.old and last.new + last.size == same.new:
            last = Same(last.old, last.new, last.size + same.size)
            continue
        if last.size:
            yield last
        last = same
    if last.size:
        yield last


def _slid(old: Sequence[int], new: Sequence[int], found: Sequence[Same], vocabulary: Vocabulary) -> Iterator[Same]:
    """The same, what came or went alone moved to where a sentence or a part of one begins, if it can."""
    last = Same(0, 0, 0)
    for same in (*found, Same(len(old), len(new), 0)):
        end, start = last.old + last.size, last.new + last.size
        step = 0
        if end == same.old and start < same.new:
            step = _step(new, (start, same.new), (last.size, same.size), vocabulary)
        elif start == same.new and end < same.old:
            step = _step(old, (end, same.old), (last.size, same.size), vocabulary)
        yield Same(last.old, last.new, last.size + step)
        last = Same(same.old + step, same.new + step, same.size - step)


def _step(words: Sequence[int], piece: tuple[int, int], room: tuple[int, int], vocabulary: Vocabulary) -> int:
    """How far to move a piece of the words to its best place, given the room on either side; left is below zero."""
    (start, end), (left, right) = piece, room
    best, step, at = _fit(words, start, end, vocabulary), 0, 0
    while -at < left and words[start + at - 1] == words[end + at - 1]:
        at -= 1
        if (fit := _fit(words, start + at, end + at, vocabulary)) > best:
            best, step = fit, at
    at = 0
    while at < right and words[start + at] == words[end + at]:
        at += 1
        if (fit := _fit(words, start + at, end + at, vocabulary)) > best:
            best, step = fit, at
    return step


def _fit(words: Sequence[int], start: int, end: int, vocabulary: Vocabulary) -> int:
    """How well words[start:end] reads as a whole: begun after a sign, and ended by one."""
    begun = start == 0 or vocabulary.is_end(words[start - 1])
    return begun + vocabulary.is_end(words[end - 1])


def _cleaned(old: Sequence[int], new: Sequence[int], found: Sequence[Same], vocabulary: Vocabulary) -> list[Same]:
    """The stretches without islands, a few words between two changes."""
    stretches = [*found, Same(len(old), len(new), 0)]
    while True:
        changed = [
            _weight(old[last.old + last.size : same.old], new[last.new + last.size : same.new], vocabulary)
            for last, same in pairwise([Same(0, 0, 0), *stretches])
        ]
        kept = [
            same
            for same, left, right in zip(stretches, changed, [*changed[1:], 0], strict=True)
            if not (same.size and left and right and _is_island(old, same, min(left, right), vocabulary))
        ]
        if len(kept) == len(stretches):
            return stretches[:-1]
        stretches = kept


def _weight(old: Sequence[int], new: Sequence[int], vocabulary: Vocabulary) -> int:
    """The words of a change; one where only signs differ, none where nothing does."""
    return max(vocabulary.words(old) + vocabulary.words(new), bool(old or new))


def _is_island(old: Sequence[int], same: Same, around: int, vocabulary: Vocabulary) -> bool:
    words = vocabulary.words(old[same.old : same.old + same.size])
    if not words:
        return around > LIGHT
    return words <= ISLAND


def _share(old: Sequence[int], new: Sequence[int], found: Sequence[Same], vocabulary: Vocabulary) -> float:
    """The share of the words of both lists that they have in common; of all tokens where there are no words."""
    every = vocabulary.words(old) + vocabulary.words(new)
    if not every:
        return 2 * sum(same.size for same in found) / (len(old) + len(new))
    return 2 * sum(vocabulary.words(old[same.old : same.old + same.size]) for same in found) / every
