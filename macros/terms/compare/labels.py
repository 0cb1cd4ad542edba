"""The numbers that clauses, paragraphs and items begin with, in texts that do not say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.parse.block import Block

NOUN = (
    r"(?:articles?|art\.|sections?|clause|annexe|annex|appendix|schedule|exhibit|chapitre|chapter|titre|partie|part"
    r"|paragraphe|§|المادة|البند|الملحق)"
)
NUMBER = r"(?:\d{1,3}(?:\s?\.\s?\d{1,3})*|[IVXLC]{1,6}|[A-Z])"
AFTER = "[.):–—-]"
# "Article 13. ", "13.2 ", "Annexe A — ", "IV - ".
IN_HEADING = re.compile(
    rf"[*_]*(?:{NOUN}\s*{NUMBER}(?:er)?(?![^\W\d_])\s*[*_]*{AFTER}*"
    rf"|\d{{1,3}}(?:\s?\.\s?\d{{1,3}})*(?![\d\w])\s*[*_]*{AFTER}*"
    rf"|(?:[IVXLC]{{1,6}}|[A-Z])\s*[*_]*{AFTER}+)[*_]*(?:\s+|$)",
    re.IGNORECASE,
)
# In a paragraph only what cannot be the beginning of a sentence.
IN_PARAGRAPH = re.compile(
    rf"[*_]*(?:{NOUN}\s*{NUMBER}\s*{AFTER}+|\d{{1,3}}(?:\.\d{{1,3}})+[.)]?|\d{{1,3}}[.)])[*_]*\s+"
    r"(?=[*_«“‘’'`\"(]*[^\W\d_])",
    re.IGNORECASE,
)
ITEM_MARK = re.compile(r"(?:[-+*]|\(?\w{1,6}[.)])$")
# A list that counts from here is none: "2024. Année de référence" begins with a year, which is a word of the text.
YEAR = re.compile(r"\(?\d{4,}[.)]$")
FIGURE = re.compile(r"\d+(?:\.\d+)*|\b[IVXLC]+\b|\b[A-Z]\b")


def of_heading(words: str) -> str:
    """What a heading begins with if it is a number, with the space after it; "" where it is none."""
    match = IN_HEADING.match(words)
    return match[0] if match else ""


def of_blocks(text: str, blocks: Sequence[Block], *, guess: bool) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where items have their marks and, if guessed, paragraphs their numbers, by block; these leave the words."""
    for index, block in enumerate(blocks):
        if block.path and block.path[-1].kind == "item":
            mark = ITEM_MARK.search(text[block.start : block.words].rstrip())
            if mark and YEAR.match(mark[0]):
                block.words = block.start + mark.start()
            elif mark:
                yield index, (block.start + mark.start(), block.start + mark.end())
            if mark:
                continue
        if guess and block.kind == "paragraph" and (match := IN_PARAGRAPH.match(text, block.words, block.end)):
            yield index, (block.words, block.words + len(match[0].rstrip()))
            block.words = match.end()


def figure(label: str) -> str:
    """The number in a label: "13.2" of "Article 13.2."; "" where it has none."""
    match = FIGURE.search(label)
    return match[0] if match else ""
