"""Words of which a translation says the contrary: at least and at most, hors taxes and inclusive of tax, two codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from macros.terms.formats import territories, weekdays
from macros.terms.translate.contrary_words import EXCLUSIVE, GROUPS, NOT_EXCLUSIVE, READ
from macros.terms.translate.negation import DENIALS

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
    for binding, translation in _sentences(" ".join(theirs.split()), " ".join(ours.split())):
        if {language, other} <= READ:
            yield from _turned(binding, language, translation, other)
            yield from _exclusive(binding, translation)
        for names in (_days, _lands):
            before, after = _named(names, language, binding), _named(names, other, translation)
            missing = [said for key, said in before.items() if key not in after]
            foreign = [said for key, said in after.items() if key not in before]
            if missing and foreign:
                yield Contrary(missing[0], foreign[0])


def _sentences(theirs: str, ours: str) -> Sequence[tuple[str, str]]:
    """The sentences of both texts in pairs; the whole of both where one has more than the other."""
    before, after = SENTENCES.split(theirs), SENTENCES.split(ours)
    return list(zip(before, after, strict=True)) if len(before) == len(after) else [(theirs, ours)]


def _turned(theirs: str, language: str, ours: str, other: str) -> Iterator[Contrary]:
    """Words that exclude each other; what is denied may be turned round: not before, only after."""
    if DENIALS[language].search(theirs) or DENIALS[other].search(ours):
        return
    for group in _groups(language, other):
        before = _first(group, theirs, ours)
        after = before and _first([(two, one) for one, two in group], ours, theirs)
        if before and after:
            yield Contrary(before, after)


def _first(group: Sequence[tuple[_Word, _Word]], text: str, other: str) -> str:
    """The first of these words that a text says, and the other text in no way; "" for none."""
    said = ((one.surely.search(text), two) for one, two in group)
    return next((match[0] for match, two in said if match and not two.perhaps.search(other)), "")


def _exclusive(theirs: str, ours: str) -> Iterator[Contrary]:
    """What only one of two texts calls exclusive, where the other says that it is not."""
    before, after = NOT_EXCLUSIVE.search(theirs), NOT_EXCLUSIVE.search(ours)
    if before and not after and (found := EXCLUSIVE.search(ours)):
        yield Contrary(before[0], found[0])
    elif after and not before and (found := EXCLUSIVE.search(theirs)):
        yield Contrary(found[0], after[0])


@cache
def _groups(language: str, other: str) -> Sequence[Sequence[tuple[_Word, _Word]]]:
    """For each group of words that exclude each other, each of them in both languages."""
    return [[(_word(*each[language]), _word(*each[other])) for each in group.values()] for group in GROUPS]


def _word(surely: str, perhaps: str) -> _Word:
    return _Word(re.compile(surely, re.IGNORECASE), re.compile(f"{surely}|{perhaps}", re.IGNORECASE))


def _days(language: str) -> Mapping[str, str]:
    return {name: str(number) for number, name in enumerate(weekdays(language))}


def _lands(language: str) -> Mapping[str, str]:
    return {name: code for code, name in territories(language).items()}


def _named(names: Callable[[str], Mapping[str, str]], language: str, text: str) -> Mapping[str, str]:
    """The names that stand in a text, by what they name."""
    pattern, keys = _pattern(names, language)
    return {keys[match[0]]: match[0] for match in pattern.finditer(text)}


@cache
def _pattern(names: Callable[[str], Mapping[str, str]], language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One pattern of all names, the longest first, after a letter that any of them begins with."""
    keys = names(language)
    first = "".join(sorted({re.escape(each[0]) for each in keys}))
    every = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?=[{first}])(?:{every})(?=s?(?!\w))"), keys
