"""The numbers that clauses, paragraphs and items begin with, in texts that do not say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from macros.terms.parse.block import Block

NOUN = (
    r"(?:articles?|art\.|sections?|clause|annexe|annex|appendix|schedule|exhibit|chapitre|chapter|titre|partie|part"
    r"|paragraphe|§|المادة|البند|الملحق)"
)
NUMBER = r"(?:\d{1,3}(?:\s?\.\s?\d{1,3})*|[IVXLC]{1,6}|[A-Z])"
AFTER = "[.):–—-]"
# Marks and quotation marks before the first letter.
BEFORE = "*_«“‘’'`\"("
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
    rf"(?=[{BEFORE}]*[^\W\d_])",
    re.IGNORECASE,
)
# A number before a small letter may be an amount, or the clause of another text.
DOUBTFUL = re.compile(
    rf"^[^\w\n]{{0,20}}(?:(?i:{NOUN})\s?)?\d\S{{0,20}} {{1,3}}[{BEFORE}]{{0,3}}[a-zß-öø-ÿ]", re.MULTILINE
)
ITEM_MARK = re.compile(r"(?:[-+*]|\(?\w{1,6}[.)])$")
# A list that counts from here is none: "2024. Année de référence" begins with a year, which is a word of the text.
YEAR = re.compile(r"\(?\d{4,}[.)]$")
FIGURE = re.compile(r"\d+(?:\.\d+)*|\b[IVXLC]+\b|\b[A-Z]\b")


# What stands around the figure of a label, and that figure.
Label = tuple[str, str]


def counted(text: str, blocks: Sequence[Block]) -> frozenset[Label]:
    """The labels that headings and paragraphs begin with, where one of them may be none."""
    if not DOUBTFUL.search(text):
        return frozenset()
    patterns = {"heading": IN_HEADING, "paragraph": IN_PARAGRAPH}
    found = (patterns[each.kind].match(text, each.words, each.end) for each in blocks if each.kind in patterns)
    return frozenset(_parted(match[0]) for match in found if match)


def _parted(label: str) -> Label:
    found = figure(label)
    return label.replace(found, "", 1).strip(" \t*_").casefold(), found


def _counts(label: str, following: str, labels: AbstractSet[Label]) -> bool:
    """Whether a label counts the clauses of its text; before a small letter only if the one before or after it does."""
    if label.rstrip(" \t*_")[-1:] in AFTER or not following.lstrip(BEFORE)[:1].islower():
        return True
    around, found = _parted(label)
    above, dot, last = found.rpartition(".")
    return not last.isdigit() or any((around, f"{above}{dot}{int(last) + step}") in labels for step in (-1, 1))


def of_heading(words: str, labels: AbstractSet[Label]) -> str:
    """What a heading begins with if it is a number, with the space after it; "" where it is none."""
    match = IN_HEADING.match(words)
    return match[0] if match and _counts(match[0], words[match.end() :], labels) else ""


def of_blocks(
    text: str, blocks: Sequence[Block], labels: AbstractSet[Label], *, guess: bool
) -> Iterator[tuple[int, tuple[int, int]]]:
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
        match = IN_PARAGRAPH.match(text, block.words, block.end) if guess and block.kind == "paragraph" else None
        if match and _counts(match[0], text[match.end() : block.end], labels):
            yield index, (block.words, block.words + len(match[0].rstrip()))
            block.words = match.end()


def figure(label: str) -> str:
    """The number in a label: "13.2" of "Article 13.2."; "" where it has none."""
    match = FIGURE.search(label)
    return match[0] if match else ""
