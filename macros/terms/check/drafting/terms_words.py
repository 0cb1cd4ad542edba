"""The words of a text as defined terms are read in them: each with its root, whatever its number or gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from macros.terms.check.drafting.terms_lists import SMALL
from macros.terms.paragraphs import Paragraph
from macros.terms.search.folding import fold

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
QUOTED = re.compile(r"[«“\"„‘]\s{0,3}(?P<name>[^«»“”\"„‘\n]{1,80}?)\s{0,3},?[»”\"’]")
SENTENCE_END = ".!?:;…•"
# How many characters of spaces and marks there may be between two sentences.
REACH = 20
# The ending of a plural that may be: Partie(s), salarié(e)(s).
PERHAPS = re.compile(r"\((?:s|x|e|es)\)")
# What sends the reader to a definition that stands elsewhere.
POINTER = re.compile(
    r"d[ée]fini\w*\s+(?:ci-|plus\s|à|au|aux|dans|en|par|infra|supra)"
    r"|sens\s+(?:de\s|du\s|donn|indiqu|attribu)"
    r"|vis[ée]\w*\s+(?:à|au|ci-)"
    r"|as\s+(?:further\s+)?(?:defined|described|set\s+out|specified)"
    r"|defined\s+(?:in|below|above|under)"
    r"|meanings?\s+(?:given|set|ascribed|assigned|in|of)",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word of a paragraph: its half-open span, and its root."""

    text: str
    start: int
    end: int
    root: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def case(self) -> str:
        """How it is written: "upper", "title" or "lower"."""
        if len(self.text) > 1 and self.text.removesuffix("s").isupper():
            return "upper"
        return "title" if self.is_capital else "lower"

    @property
    def cases(self) -> tuple[str, ...]:
        """How each of its parts is written: Sub-processor and Sub-Processor differ."""
        parts = [part for part in self.text.split("-") if self.case != "upper"]
        return tuple("title" if part[:1].isupper() else "lower" for part in parts) or ("upper",)


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """The word folded, the same in singular and plural, and for a participle in masculine and feminine."""
    found = fold(word)
    if len(found) < len("cas") + 1:
        return found
    for ending, short in (("eaux", "eau"), ("aux", "al"), ("ies", "y"), ("ie", "y"), ("sses", "ss"), ("sse", "ss")):
        if found.endswith(ending):
            return found[: -len(ending)] + short
    if found[-1] in "sx" and not found.endswith("ss"):
        found = found[:-1]
    return found[:-1] if found.endswith("ee") else found


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    return [
        Word(match[0], match.start(), match.end(), root(match[0]))
        for match in WORD.finditer(PERHAPS.sub(lambda match: " " * len(match[0]), text))
    ]


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """What a term is compared by: the roots of all its words."""
    return tuple(root(match[0]) for match in WORD.finditer(name))


def content(roots: Sequence[str]) -> frozenset[str]:
    """The roots that carry a term's meaning, without the words that tie them."""
    return frozenset(roots) - SMALL


def bare(name: str) -> str:
    """A name without the article before it and without the (s) of a plural behind it."""
    name = PERHAPS.sub("", " ".join(name.split()))
    return re.sub(r"^(?:l['’]\s*|(?:le|la|les|un|une|the|an|a|our|nos|notre)\s+)", "", name, flags=re.IGNORECASE)


def touches(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand side by side: with a space or line break between them, or an elision's apostrophe."""
    between = text[left.end : right.start]
    if between == " ":
        return True
    between = PERHAPS.sub("", between).strip(" \n\t\u00a0\u202f")
    return not between or (between in "'’" and (len(left.text) <= 2 or right.text == "s"))


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset of a text."""
    before = text[max(0, start - REACH) : start].rstrip(' \n\t\u00a0\u202f«“"(–—-')
    return not before or before[-1] in SENTENCE_END


def is_shouted(paragraph: Paragraph) -> bool:
    """Whether most of a paragraph is in capitals, which say nothing of terms there."""
    letters = [letter for letter in paragraph.text if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)
