"""A pair of blocks to runs: what is equal, and each difference with its class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from macros.terms.compare.followed import followed
from macros.terms.compare.gaps import alone, differing
from macros.terms.compare.naming import are_forms, could_be_fact
from macros.terms.compare.units import SPAN, Units
from macros.terms.model import Run, joined
from macros.terms.words import capitals
from macros.terms.words.edits import Same, common
from macros.terms.words.markup import bare, has_words
from macros.terms.words.tokens import Tokens, Words, fold, key

Substitution = tuple[tuple[int, ...], tuple[int, ...]]


class Context(NamedTuple):
    """Two sides and what the whole comparison says of them: numbers maps the old number of a clause to its new one."""

    old: Units
    new: Units
    numbers: Mapping[str, str]


class Replaced(NamedTuple):
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
        if numbers:
            a = followed(self.old, self.new, numbers, new.vocabulary)
        # Marks stay in their block: words of several are not told as one.
        alone = len(self.olds) == len(self.news) == 1
        self.capitals = alone and capitals.reset(old.side.text[slice(*self.before)], new.side.text[slice(*self.after)])
        if self.capitals or old.side.blocks[self.olds[0]].kind == "heading":
            folded = new.vocabulary.folded
            a, b = [folded[each] for each in a], [folded[each] for each in b]
        self.same = common(a, b, new.vocabulary)

    def replaced(self) -> list[Replaced]:
        """What stands between what both have in common, the beginning and the end included, empty or not."""
        if self.same is None:
            return []
        ends = Same(len(self.old.tokens), len(self.new.tokens), 0)
        return [
            Replaced(last.old + last.size, same.old, last.new + last.size, same.new)
            for last, same in pairwise([Same(0, 0, 0), *self.same, ends])
        ]

    def substitutions(self) -> Iterator[Substitution]:
        """Each replacement of words by others that could be that of a fact."""
        for each in self.replaced():
            if each.old < each.old_end and each.new < each.new_end:
                old, new = self.old.slice(each.old, each.old_end), self.new.slice(each.new, each.new_end)
                begins = self._begins(each)
                if all(could_be_fact(words, begins=begins) for words in (old, new)) and not are_forms(old, new):
                    yield self._substitution(each)

    def _begins(self, change: Replaced) -> bool:
        """Whether a sentence begins with the words on either side: the capital of the first one then says nothing."""
        sides = (self.context.old, self.old, self.olds, change.old), (self.context.new, self.new, self.news, change.new)
        return any(
            at == 0
            or words.tokens.starts[at] in {units.side.blocks[each].words for each in blocks}
            or units.vocabulary.is_end(words.tokens.ids[at - 1])
            for units, words, blocks, at in sides
        )

    def _substitution(self, change: Replaced) -> Substitution:
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
        for change, same in zip(self.replaced(), [*self.same, None], strict=True):
            yield from self._change(change, repeated)
            if same is not None:
                yield from self._stretch(same)

    def _change(self, change: Replaced, repeated: frozenset[Substitution]) -> Iterator[Run]:
        """A change with the spaces and marks on either side of it."""
        old, new = self.old, self.new
        before, after = (old.gap(change.old), new.gap(change.new)), (old.gap(change.old_end), new.gap(change.new_end))
        gone, come = old.slice(change.old, change.old_end), new.slice(change.new, change.new_end)
        if gone and come == gone:
            yield from (*differing(*before), Run("equal", come), *differing(*after))
        elif gone and come:
            kind = self._kind(change, gone, come, repeated)
            spaces = list(differing(*before))
            # A space that came with a word or a sign stands before that, not before what it replaced.
            here, there = (spaces, []) if before[0] else ([], spaces)
            yield from (*here, Run("delete", gone, kind), *there, Run("insert", come, kind))
            yield from differing(*after)
        elif gone:
            yield from alone("delete", gone, before[0], after[0], before[1])
        elif come:
            yield from alone("insert", come, before[1], after[1], before[0])
        else:
            yield from differing(*before)

    def _kind(self, change: Replaced, gone: str, come: str, repeated: frozenset[Substitution]) -> str:
        if bare(gone).split() == bare(come).split() and not ("](" in gone and "](" in come):
            return "typography"
        return "variable" if repeated and self._substitution(change) in repeated else "text"

    def _stretch(self, same: Same) -> Iterator[Run]:
        """What both sides have in common; where it is typed otherwise, halved down to the tokens that are."""
        typed = self.new.slice(same.new, same.new + same.size)
        before = self.old.slice(same.old, same.old + same.size)
        if typed == before:
            yield Run("equal", typed)
        elif self.capitals and fold(typed).split() == fold(before).split():
            yield from (Run("delete", before, "typography"), Run("insert", typed, "typography"))
        elif same.size == 1:
            yield from self._token(same.old, same.new)
        else:
            half = same.size // 2
            second = Same(same.old + half, same.new + half, same.size - half)
            yield from self._stretch(same._replace(size=half))
            yield from differing(self.old.gap(second.old), self.new.gap(second.new))
            yield from self._stretch(second)

    def _token(self, i: int, j: int) -> Iterator[Run]:
        """One token that both sides have, and type otherwise."""
        gone, come = self.old.slice(i, i + 1), self.new.slice(j, j + 1)
        id_ = self.new.tokens.ids[j]
        span = self.context.new.facts.get(self.new.tokens.starts[j])
        if self.context.new.vocabulary.keys[id_].startswith(SPAN):
            kind = "variable" if span and span.facts else "reference"
        else:
            kind = "typography" if fold(key(gone)) == fold(key(come)) else "reference"
        facts = span.facts if span and kind == "variable" else ()
        yield from (Run("delete", gone, kind, facts), Run("insert", come, kind, facts))


def _span(units: Units, blocks: Sequence[int]) -> tuple[int, int]:
    return units.side.blocks[blocks[0]].words, units.side.blocks[blocks[-1]].end


def _tokens(units: Units, blocks: Sequence[int]) -> Tokens:
    if len(blocks) == 1:
        return units.tokens(blocks[0])
    found = Tokens()
    for each in blocks:
        # In one paragraph with those before it, the number of an item is a word like any other.
        number = units.side.numbers.get(each, (0, 0))
        if found and has_words(units.side.text[slice(*number)]):
            found.extend(units.vocabulary.tokens(units.side.text, *number))
        found.extend(units.tokens(each))
    return found
