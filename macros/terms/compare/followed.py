"""References to clauses by their number: they follow their clause to its new number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from macros.terms.compare.joining import Couple
from macros.terms.compare.labels import NOUN, figure
from macros.terms.compare.sides import Side
from macros.terms.compare.units import SPAN
from macros.terms.words.patterns import REFERENCE
from macros.terms.words.tokens import Vocabulary, Words

NOUNS = re.compile(NOUN, re.IGNORECASE)
FIGURE = re.compile(r"\d+(?:\.\d+)*|[IVXLC]+|[A-Z]")
LINKED = re.compile(REFERENCE)
# What may stand between two numbers of one reference: "articles 5, 6 et 7".
JOINING = frozenset({",", "et", "and", "ou", "or", "à", "to", "-", "&", "de", "of"})


def new_numbers(couples: Iterable[Couple], old: Side, new: Side) -> Iterator[tuple[str, str]]:
    """The number of each clause that has another one now, and that number."""
    for olds, news in couples:
        if olds[0].heads and news[0].heads:
            before, after = figure(old.number(olds[0].first)), figure(new.number(news[0].first))
            if before and after and before != after:
                yield before, after


def followed(old: Words, new: Words, numbers: Mapping[str, str], vocabulary: Vocabulary) -> list[int]:
    """The ids of the old words; references to clauses that changed their numbers have the ids of the new ones.

    They have not where the new text kept the old numbers: then they no longer lead where they led.
    """
    ids = old.tokens.ids
    # Most paragraphs name no clause.
    if not any(vocabulary.keys[each] in numbers or vocabulary.keys[each].startswith("[") for each in set(ids)):
        return ids
    before, after = list(_figures(old, vocabulary)), Counter(typed for _, typed in _figures(new, vocabulary))
    moved = [(at, FIGURE.sub(lambda match: numbers.get(match[0], match[0]), typed, count=1)) for at, typed in before]
    kept = Counter(typed for _, typed in before) & after
    if (Counter(typed for _, typed in moved) & after).total() <= kept.total():
        return ids
    ids = list(ids)
    for (at, now), (_, typed) in zip(moved, before, strict=True):
        if now != typed:
            ids[at] = vocabulary.number(now)
    return ids


def _figures(words: Words, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The tokens that refer to a clause by its number, by their place: after a noun such as article, or linked."""
    refers = False
    for at, id_ in enumerate(words.tokens.ids):
        typed = words.slice(at, at + 1)
        if LINKED.fullmatch(typed):
            if not vocabulary.keys[id_].startswith(SPAN):
                yield at, typed
        elif FIGURE.fullmatch(typed):
            if refers:
                yield at, typed
        else:
            refers = bool(NOUNS.fullmatch(typed)) or (refers and typed.casefold() in JOINING)
