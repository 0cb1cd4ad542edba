"""The words of a file beside those of the text made of it: what was lost or invented on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from macros.terms.intake.lists import BULLETS
from macros.terms.intake.model import Block, plain
from macros.terms.intake.writing import clean
from macros.terms.model import Tree
from macros.terms.render.text import text

MARKS = frozenset("-–—*o") | frozenset(BULLETS)
MOST = 5


def said_words(blocks: Sequence[Block]) -> list[str]:
    """Every word that the blocks of a file print, marks and labels included, in order."""
    return [word for block in blocks for word in _said(block)]


def _said(block: Block) -> Iterator[str]:
    yield from clean(f"{block.mark} {plain(block)}").split()
    for each in block.blocks:
        yield from _said(each)


def differences(blocks: Sequence[Block], tree: Tree) -> Iterator[str]:
    """Where the words of the text are not those of the file; signs of bullets and spaces aside."""
    before, after = said_words(blocks), text(tree).split()
    if _letters(before) == _letters(after):
        return
    changes = [
        each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] != "equal"
    ]
    for _, start, end, other, until in changes[:MOST]:
        lost, made = before[start:end], after[other:until]
        if _letters(lost) != _letters(made):
            around = " ".join(before[max(start - 4, 0) : start])
            found = " ".join(made) or "nothing"
            norm = f"expected after “{around}” the words “{' '.join(lost)}” of the file"
            yield f"{norm}, found “{found}”; compare with the file"


def _letters(words: Sequence[str]) -> str:
    """The letters and digits of words, without the signs of bullets."""
    kept = "".join(word for word in words if word not in MARKS)
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", kept))
