"""Words of which a translation says the contrary: at least and at most, hors taxes and inclusive of tax, two codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from macros.terms.formats import territories, weekdays
from macros.terms.translate.contrary_words import EXCLUSIVE, GROUPS, NOT_EXCLUSIVE, READ

SENTENCES = re.compile(r"(?<=[^\s.;!?][.;!?])\s+|(?<=[^\s.;!?]\s[;!?])\s+")


class Contrary(NamedTuple):
    """Words of the binding text, and those of the translation that say another thing."""

    theirs: str
    ours: str


class _Word(NamedTuple):
    """What says one thing in a language beyond doubt, and what may say it."""

    surely: re.Pattern[str]
    perhaps: re.Pattern[str]


def contraries(theirs: str, language: str, ours: str, other: str) -> Iterator[Contrary]:
    """The words of two texts that say the contrary, sentence by sentence where both have as many."""
    for binding, translation in _sentences(theirs, ours):
        for group in _groups(language, other):
            said = (one.surely.search(binding) for one, two in group if not two.perhaps.search(translation))
            found = (two.surely.search(translation) for one, two in group if not one.perhaps.search(binding))
            before, after = next(filter(None, said), None), next(filter(None, found), None)
            if before and after:
                yield Contrary(before[0], after[0])
        yield from _exclusive(binding, translation) if {language, other} <= READ else ()


def _sentences(theirs: str, ours: str) -> Sequence[tuple[str, str]]:
    """The sentences of both texts in pairs; the whole of both where one has more than the other."""
    before, after = SENTENCES.split(theirs), SENTENCES.split(ours)
    return list(zip(before, after, strict=True)) if len(before) == len(after) else [(theirs, ours)]


def _exclusive(theirs: str, ours: str) -> Iterator[Contrary]:
    """What only one of two texts calls exclusive, where the other says that it is not."""
    open_, closed = (re.compile(each, re.IGNORECASE) for each in (NOT_EXCLUSIVE, EXCLUSIVE))
    before, after = open_.search(theirs), open_.search(ours)
    if before and not after and (found := closed.search(ours)):
        yield Contrary(before[0], found[0])
    elif after and not before and (found := closed.search(theirs)):
        yield Contrary(found[0], after[0])


@cache
def _groups(language: str, other: str) -> Sequence[Sequence[tuple[_Word, _Word]]]:
    """For each group of words that exclude each other, each of them in both languages."""
    groups = [
        [(_word(*each[language]), _word(*each[other])) for each in group.values()]
        for group in (GROUPS if {language, other} <= READ else ())
    ]
    days = zip(weekdays(language), weekdays(other), strict=True)
    lands, others = territories(language), territories(other)
    named = [(_named(lands[code]), _named(others[code])) for code in lands if code in others]
    return [*groups, [(_named(one), _named(two)) for one, two in days], named]


def _word(surely: str, perhaps: str) -> _Word:
    return _Word(re.compile(surely, re.IGNORECASE), re.compile(f"{surely}|{perhaps}", re.IGNORECASE))


def _named(name: str) -> _Word:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}s?(?!\w)")
    return _Word(pattern, pattern)
