"""Which clauses are those of the version before: by their titles, by their words, else by their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.terms.clauses import every
from macros.terms.compare.matching import nearest, places
from macros.terms.definitions import words_of
from macros.terms.intake.model import Block, plain
from macros.terms.intake.proof import said_words
from macros.terms.model import Tree
from macros.terms.slugs import slug

# The share of words in common from which two clauses are one, and how many it takes at least.
ALIKE, LEAST = 0.5, 4


@dataclass(frozen=True, slots=True)
class Part:
    """A clause of either text: its id in the old one, its place among the blocks in the new one, and what it says."""

    id: str
    place: int
    title: str
    number: str
    words: frozenset[str]


Pairs = Iterator[tuple[Part, Part]]


def kept(blocks: Sequence[Block], before: Tree) -> Mapping[int, str]:
    """The ids of the version before that clauses keep, by the places of their headings."""
    olds, news = list(_old(before)), list(_new(blocks))
    found: dict[int, str] = {}
    for rule in (_by_title, _by_words, _by_number):
        taken = set(found.values())
        free = [each for each in olds if each.id not in taken], [each for each in news if each.place not in found]
        for old, new in rule(*free):
            if old.id not in taken and new.place not in found:
                found[new.place] = old.id
                taken.add(old.id)
    return found


def _by_title(olds: Sequence[Part], news: Sequence[Part]) -> Pairs:
    yield from _same(olds, news, lambda each: each.title)


def _by_number(olds: Sequence[Part], news: Sequence[Part]) -> Pairs:
    """Only what has no title: under another title the same number is another clause."""
    yield from _same(olds, news, lambda each: "" if each.title else each.number)


def _same(olds: Sequence[Part], news: Sequence[Part], key: Callable[[Part], Hashable]) -> Pairs:
    left: defaultdict[Hashable, list[Part]] = defaultdict(list)
    for each in reversed(olds):
        left[key(each)].append(each)
    for each in news:
        if key(each) and left[key(each)]:
            yield left[key(each)].pop(), each


def _by_words(olds: Sequence[Part], news: Sequence[Part]) -> Pairs:
    """The likeliest first; of those that are as like, the one with the same number."""
    numbers: dict[str, int] = {}
    before, after = (
        [frozenset(numbers.setdefault(word, len(numbers)) for word in each.words) for each in parts]
        for parts in (olds, news)
    )
    rare = places(before)
    ranked: list[tuple[float, bool, int, int]] = []
    for j, words in enumerate(after):
        for i in nearest(words, rare):
            shared = len(words & before[i])
            alike = 2 * shared / (len(words) + len(before[i]))
            if shared >= LEAST and alike >= ALIKE:
                ranked.append((-alike, olds[i].number != news[j].number, i, j))
    yield from ((olds[i], news[j]) for *_, i, j in sorted(ranked))


def _old(tree: Tree) -> Iterator[Part]:
    for clause, _ in every(tree):
        if clause.id:
            said = " ".join(words_of([each]) for each in (*clause.title, *clause.blocks))
            yield Part(clause.id, 0, slug(words_of(clause.title)), clause.number, frozenset(slug(said).split("-")))


def _new(blocks: Sequence[Block]) -> Iterator[Part]:
    starts = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        block = blocks[start]
        if block.level > 1:
            said = slug(" ".join(said_words(blocks[start:end])))
            yield Part("", start, slug(plain(block)), number(block), frozenset(said.split("-")))


def number(block: Block) -> str:
    """The number that a heading's label prints."""
    return slug(block.mark).removeprefix("article-").replace("-", ".")
