"""A pair of blocks to runs: what is equal, and each difference with its class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from macros.terms.compare.changes import BRACES
from macros.terms.compare.followed import Words, followed
from macros.terms.compare.units import SPAN, Units
from macros.terms.model import Run
from macros.terms.words.edits import Same, common
from macros.terms.words.tokens import Tokens, key

WORDED = re.compile(r"[^\W_]")
LINKS = re.compile(r"\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)|\s+")
# What makes a substitution worth telling as one: a figure, an address, a name.
DISTINCT = re.compile(r"\d|@|://|[A-ZÀ-ÖØ-Þ]")

Substitution = tuple[tuple[int, ...], tuple[int, ...]]


class Context(NamedTuple):
    """Two sides and what the whole comparison says of them: numbers maps the old number of a clause to its new one."""

    old: Units
    new: Units
    numbers: Mapping[str, str]


class Change(NamedTuple):
    """Tokens start to end of the old list that became tokens from to until of the new one; either may be none."""

    old: int
    old_end: int
    new: int
    new_end: int


class Difference:
    """Blocks of the old side that belong together with blocks of the new one, and what differs in their words."""

    def __init__(self, context: Context, olds: Sequence[int], news: Sequence[int]) -> None:
        self.context, self.olds, self.news = context, olds, news
        self.same: list[Same] | None = None
        self.before, self.after = _span(context.old, olds), _span(context.new, news)
        if context.old.side.text[slice(*self.before)] != context.new.side.text[slice(*self.after)]:
            self._compare()

    def _compare(self) -> None:
        old, new, numbers = self.context
        self.old = Words(old.side.text, *self.before, _tokens(old, self.olds))
        self.new = Words(new.side.text, *self.after, _tokens(new, self.news))
        a, b = self.old.tokens.ids, self.new.tokens.ids
        if numbers and self._may_refer(numbers):
            a = followed(self.old, self.new, numbers, new)
        if old.side.blocks[self.olds[0]].kind == "heading":
            folded = new.vocabulary.folded
            a, b = [folded[each] for each in a], [folded[each] for each in b]
        self.same = common(a, b, new.vocabulary)

    def _may_refer(self, numbers: Mapping[str, str]) -> bool:
        """Whether any number of the old words is one that a clause no longer has: most paragraphs name none."""
        keys = self.context.old.vocabulary.keys
        return any(
            keys[each] in numbers or (keys[each][0] == "[" and len(keys[each]) > 1) for each in set(self.old.tokens.ids)
        )

    def changes(self) -> list[Change]:
        """What stands between what both have in common, the beginning and the end included, empty or not."""
        if self.same is None:
            return []
        ends = Same(len(self.old.tokens), len(self.new.tokens), 0)
        return [
            Change(last.old + last.size, same.old, last.new + last.size, same.new)
            for last, same in pairwise([Same(0, 0, 0), *self.same, ends])
        ]

    def substitutions(self) -> Iterator[tuple[Substitution, str, str]]:
        """Each replacement of words by others that could be that of a fact, with both texts."""
        for each in self.changes():
            if each.old < each.old_end and each.new < each.new_end:
                old, new = self.old.slice(each.old, each.old_end), self.new.slice(each.new, each.new_end)
                if DISTINCT.search(old) and DISTINCT.search(new):
                    yield self._substitution(each), old, new

    def _substitution(self, change: Change) -> Substitution:
        return (
            tuple(self.old.tokens.ids[change.old : change.old_end]),
            tuple(self.new.tokens.ids[change.new : change.new_end]),
        )

    def runs(self, repeated: frozenset[Substitution]) -> list[Run]:
        """The words of both sides as runs."""
        return joined(self._runs(repeated))

    def _runs(self, repeated: frozenset[Substitution]) -> Iterator[Run]:
        if self.same is None:
            yield Run("equal", self.context.new.side.text[slice(*self.after)])
            return
        for change, same in zip(self.changes(), [*self.same, None], strict=True):
            yield from self._change(change, repeated)
            if same is not None:
                yield from self._stretch(same)

    def _change(self, change: Change, repeated: frozenset[Substitution]) -> Iterator[Run]:
        """A change with the spaces and marks on either side of it."""
        old, new = self.old, self.new
        before, after = (old.gap(change.old), new.gap(change.new)), (old.gap(change.old_end), new.gap(change.new_end))
        gone, come = old.slice(change.old, change.old_end), new.slice(change.new, change.new_end)
        if gone and come == gone:
            yield from (*differing(*before), Run("equal", come), *differing(*after))
        elif gone and come:
            yield from differing(*before)
            kind = self._kind(change, gone, come, repeated)
            yield from (Run("delete", gone, kind), Run("insert", come, kind))
            yield from differing(*after)
        elif gone:
            yield from _alone("delete", gone, before[0], after[0], before[1])
        elif come:
            yield from _alone("insert", come, before[1], after[1], before[0])
        else:
            yield from differing(*before)

    def _kind(self, change: Change, gone: str, come: str, repeated: frozenset[Substitution]) -> str:
        if LINKS.sub("", gone) == LINKS.sub("", come) and not ("](" in gone and "](" in come):
            return "typography"
        return "variable" if repeated and self._substitution(change) in repeated else "text"

    def _stretch(self, same: Same) -> Iterator[Run]:
        """What both sides have in common; where it is typed otherwise, token by token."""
        typed = self.new.slice(same.new, same.new + same.size)
        if typed == self.old.slice(same.old, same.old + same.size):
            yield Run("equal", typed)
            return
        for at in range(same.size):
            i, j = same.old + at, same.new + at
            if at:
                yield from differing(self.old.gap(i), self.new.gap(j))
            yield from self._token(i, j)

    def _token(self, i: int, j: int) -> Iterator[Run]:
        gone, come = self.old.slice(i, i + 1), self.new.slice(j, j + 1)
        if gone == come:
            yield Run("equal", come)
            return
        id_ = self.new.tokens.ids[j]
        span = self.context.new.facts.get(self.new.tokens.starts[j])
        if self.context.new.vocabulary.keys[id_].startswith(SPAN):
            kind = "variable" if span and span.facts else "reference"
        else:
            kind = "typography" if key(gone).casefold() == key(come).casefold() else "reference"
        facts = span.facts if span and kind == "variable" else ()
        yield from (Run("delete", gone, kind, facts), Run("insert", come, kind, facts))


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs of one kind that follow each other as one; those with facts stay apart."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.op == run.op and last.kind == run.kind and not (run.facts or last.facts):
            found[-1] = Run(run.op, last.text + run.text, run.kind)
        else:
            found.append(run)
    return found


def differing(old: str, new: str, kind: str = "typography") -> Iterator[Run]:
    """Two texts without words, as one where they are equal; words among them count as words."""
    if old == new:
        if new:
            yield Run("equal", new)
        return
    for op, text in (("delete", old), ("insert", new)):
        if text:
            yield Run(op, text, "text" if kind == "typography" and WORDED.search(BRACES.sub("", text)) else kind)


def _alone(op: str, words: str, before: str, after: str, other: str) -> Iterator[Run]:
    """Words that came or went, with the space or mark on that side which the other text has not."""
    kind = "text" if LINKS.sub("", words) else "typography"
    if before == other:
        yield from differing(other, before)
        yield Run(op, words + after, kind)
    elif after == other:
        yield Run(op, before + words, kind)
        yield from differing(other, after)
    else:
        yield from differing(other, before) if op == "insert" else differing(before, other)
        yield Run(op, words + after, kind)


def _span(units: Units, blocks: Sequence[int]) -> tuple[int, int]:
    return units.side.blocks[blocks[0]].words, units.side.blocks[blocks[-1]].end


def _tokens(units: Units, blocks: Sequence[int]) -> Tokens:
    if len(blocks) == 1:
        return units.tokens(blocks[0])
    found = Tokens()
    for each in blocks:
        found.extend(units.tokens(each))
    return found
