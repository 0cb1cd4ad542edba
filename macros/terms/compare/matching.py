"""Two lists of keys to the places of what they share: once, several times, or nearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from rapidfuzz.distance import Indel

from macros.terms.words.edits import rising

# A word in more units than this tells nothing about which two belong together.
COMMON_WORD = 12
# Cells of a table of equal keys; beyond, the first is the first, the second the second.
TABLE = 4_000_000
# So many of the likeliest are looked at.
NEAREST = 3


def once(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what either list has once; None and what is empty never counts."""
    counts, others = Counter(before), Counter(after)
    at = {each: place for place, each in enumerate(after) if others[each] == 1}
    return [(i, at[each]) for i, each in enumerate(before) if each and counts[each] == 1 and each in at]


def in_common(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what both lists have, in order, where either may have it several times."""
    numbers: dict[Hashable, int] = {}
    a, b = ([numbers.setdefault(each, len(numbers)) for each in keys] for keys in (before, after))
    if len(a) * len(b) > TABLE:
        return rising(once(counted(a), counted(b)))
    steps = [step for step in Indel.opcodes(a, b) if step.tag == "equal"]
    return [
        (step.src_start + at, step.dest_start + at) for step in steps for at in range(step.src_end - step.src_start)
    ]


def counted(keys: Sequence[Hashable]) -> list[Hashable]:
    """Each key with how often it came before, so that all are different."""
    seen: Counter[Hashable] = Counter()
    found: list[Hashable] = []
    for each in keys:
        found.append((each, seen[each]))
        seen[each] += 1
    return found


def places(words: Sequence[frozenset[int]]) -> Mapping[int, Sequence[int]]:
    """For each word that few units have, those units."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(words):
        for word in each:
            found[word].append(at)
    return {word: units for word, units in found.items() if len(units) <= COMMON_WORD}


def nearest(words: frozenset[int], rare: Mapping[int, Sequence[int]]) -> list[int]:
    """The units that share most of the rarer words."""
    score: Counter[int] = Counter()
    for word in words:
        found = rare.get(word, ())
        for at in found:
            score[at] += COMMON_WORD + 1 - len(found)
    return [at for at, _ in sorted(score.items(), key=lambda each: (-each[1], each[0]))[:NEAREST]]
