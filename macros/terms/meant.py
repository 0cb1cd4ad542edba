"""Words that no dictionary has to those that were meant: within the reach of a slip of the hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

from macros.terms.slugs import unaccented
from macros.terms.spelling import accented, has, offered

# Accents that are seldom left out, because they are seldom written.
RARE = "âîôûïüëÿ"
LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœ’"


@lru_cache(maxsize=1024)
def suggestions(word: str, language: str) -> tuple[str, ...]:
    """What the dictionary offers for a word that it does not have, within the reach of a slip of the hand."""
    ours = {each for each in chain(accented(unaccented(word).upper()), _slipped(word)) if has(each, language)}
    near = [
        each
        for each in ours or {*offered(word, language)}
        if " " not in each and OSA.distance(word, each) <= slip(word)
    ]
    return tuple(sorted(near, key=lambda each: (_likelihood(word, each), each)))


def _slipped(word: str) -> Iterator[str]:
    """Every word that one slip of the hand would have made into this one: a letter less, more, other, or swapped."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        yield from (f"{head}{letter}{tail}" for letter in LETTERS)
        yield from (f"{head}{letter}{tail[1:]}" for letter in LETTERS if tail)


def _likelihood(word: str, meant: str) -> tuple[object, ...]:
    """A key by which the likelier of two meanings of a word comes first: accents, letters swapped, left out, added."""
    accents = unaccented(word) != unaccented(meant), sum(map(meant.count, RARE))
    swapped = sorted(word) == sorted(meant)
    return (
        *accents,
        OSA.distance(word, meant),
        not swapped,
        not lacks(word, meant),
        not lacks(meant, word),
        -meant.count("é"),
    )


def lacks(word: str, other: str) -> bool:
    """Whether a word is another with letters left out."""
    letters = iter(other)
    return all(letter in letters for letter in word)


def nearest(word: str, words: Iterable[str], reach: int = 0) -> str:
    """The one of some words that is nearest to a word, so many letters away at most, "" where none is.

    reach: how many letters apart the two may be; 0 for as many as a slip of the hand changes.
    """
    most = reach or slip(word)
    found = [(OSA.distance(word, each, score_cutoff=most), each) for each in words]
    distance, best = min(found, default=(most + 1, ""))
    return best if distance <= most else ""


def slip(word: str) -> int:
    """How many letters a slip of the hand changes in a word: one in a short one, two in a long one."""
    return 1 if len(word) < 8 else 2
