"""Spellings of the publisher's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from macros.terms.check.drafting.known import names_of
from macros.terms.check.drafting.typed import ADDRESS
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.search.folding import fold

WORD = re.compile(r"[^\W_]+")
# Words of one name stand no further apart.
APART = re.compile(r"[ \u00a0\u202f\n’'.-]?")
# Shorter names have neighbours that are words of their own.
LONG, ALIKE = 8, 0.885


def publisher_name(wording: Wording) -> Iterator[Fault]:
    """The publisher's name is spelt in one way throughout."""
    names = names_of(wording)
    exact = re.compile("|".join([ADDRESS.pattern, *(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)]))
    for paragraph in wording.paragraphs if names else ():
        taken = [match.span() for match in exact.finditer(paragraph.text)]
        for name, path in names.items():
            for start, end in _alike(paragraph.text, name, taken, heading=paragraph.kind == "title"):
                taken.append((start, end))
                words = " ".join(paragraph.text[start:end].split())
                norm = f"expected the publisher's name as “{name}”, found “{words}”"
                yield Fault(line=paragraph.line_at(start), message=f"{norm}; write {{{{ {path} }}}}")


def _alike(text: str, name: str, taken: list[tuple[int, int]], *, heading: bool) -> Iterator[tuple[int, int]]:
    """Where a text has words, of which none is taken, that are meant for a name and spelt otherwise."""
    parts = WORD.findall(name)
    wanted, count = fold("".join(parts)), len(parts)
    for first in _beginning(wanted[:1]).finditer(text):
        words = [match.span() for match in WORD.finditer(text, first.start(), first.start() + 2 * len(name) + 9)]
        for length in (count, count + 1, count - 1):
            run = words[:length]
            if not run or len(run) < length or not _together(text, run):
                continue
            start, end = run[0][0], run[-1][1]
            free = not any(one < end and start < other for one, other in taken)
            if free and _is_meant(text[start:end], name, wanted, heading=heading):
                yield start, end
                break


@cache
def _beginning(letter: str) -> re.Pattern[str]:
    """The beginning of a word with a letter, whatever its accents and capitals."""
    alike = "".join(re.escape(each) for each in map(chr, range(0x250)) if fold(each) == letter)
    return re.compile(rf"(?<![^\W_])[{alike or re.escape(letter)}]")


def _together(text: str, words: Sequence[tuple[int, int]]) -> bool:
    return all(APART.fullmatch(text[one[1] : other[0]]) for one, other in pairwise(words))


def _is_meant(words: str, name: str, wanted: str, *, heading: bool) -> bool:
    """Whether words are a name spelt otherwise."""
    parts = WORD.findall(words)
    said = fold("".join(parts))
    if said == wanted:
        return not _is_in_capitals(words, name, heading=heading) and (_is_made_up(name) or words[:1].isupper())
    if len(wanted) < LONG or abs(len(said) - len(wanted)) > 2 or not all(each[0].isupper() for each in parts):
        return False
    return SequenceMatcher(None, said, wanted, autojunk=False).ratio() >= ALIKE


def _is_in_capitals(words: str, name: str, *, heading: bool) -> bool:
    """Whether words differ from a name by its capitals alone, as a heading or a name in law has them."""
    plain = words.casefold() == name.casefold()
    return (plain and name.isupper()) or (words.isupper() and (plain or heading or fold(words) == fold(name)))


def _is_made_up(name: str) -> bool:
    """Whether no language has the name as a word of its own: it has a capital within, or several words."""
    return not (name[1:].islower() and name.isalpha())
