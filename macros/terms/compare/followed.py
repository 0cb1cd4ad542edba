"""References to clauses by their number, in words that are compared: they follow their clause to its new number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.terms.compare.sides import NOUN
from macros.terms.compare.units import SPAN, Units
from macros.terms.words.tokens import REFERENCE as LINKED
from macros.terms.words.tokens import Tokens

NOUNS = re.compile(NOUN.replace("article|", "articles?|").replace("section|", "sections?|"), re.IGNORECASE)
FIGURE = re.compile(r"\d+(?:\.\d+)*|[IVXLC]+|[A-Z]")
REFERENCE = re.compile(LINKED)
# What may stand between two numbers of one reference: "articles 5, 6 et 7".
JOINING = frozenset({",", "et", "and", "ou", "or", "à", "to", "-", "&", "de", "of"})


@dataclass(slots=True)
class Words:
    """The words of blocks that follow each other: their text, where they begin and end in it, their tokens."""

    text: str
    start: int
    end: int
    tokens: Tokens

    def gap(self, index: int) -> str:
        """What stands before token index: spaces and marks."""
        tokens = self.tokens
        start = tokens.ends[index - 1] if index else self.start
        end = tokens.starts[index] if index < len(tokens) else self.end
        return self.text[start:end]

    def slice(self, start: int, end: int) -> str:
        """The text of tokens start to end, without what stands around them."""
        return self.text[self.tokens.starts[start] : self.tokens.ends[end - 1]] if start < end else ""


def followed(old: Words, new: Words, numbers: Mapping[str, str], units: Units) -> list[int]:
    """The ids of the old words; references to clauses that changed their numbers have the ids of the new ones.

    They have not where the new text kept the old numbers: then they no longer lead where they led.
    """
    ids = list(old.tokens.ids)
    before, after = list(_figures(old, units)), Counter(typed for _, typed in _figures(new, units))
    moved = [(at, FIGURE.sub(lambda match: numbers.get(match[0], match[0]), typed, count=1)) for at, typed in before]
    kept = Counter(typed for _, typed in before) & after
    if (Counter(typed for _, typed in moved) & after).total() <= kept.total():
        return ids
    for (at, now), (_, typed) in zip(moved, before, strict=True):
        if now != typed:
            ids[at] = units.vocabulary.number(now)
    return ids


def _figures(words: Words, units: Units) -> Iterator[tuple[int, str]]:
    """The tokens that refer to a clause by its number, by their place: after a noun such as article, or linked."""
    refers = False
    for at in range(len(words.tokens)):
        typed = words.slice(at, at + 1)
        if typed[0] == "[" and REFERENCE.fullmatch(typed):
            if not units.vocabulary.keys[words.tokens.ids[at]].startswith(SPAN):
                yield at, typed
        elif FIGURE.fullmatch(typed):
            if refers:
                yield at, typed
        else:
            refers = bool(NOUNS.fullmatch(typed)) or (refers and typed.casefold() in JOINING)
