"""The clauses of a text that sets no headings apart: paragraphs and items whose numbers count on from the first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from macros.terms.compare import labels
from macros.terms.counting import roman
from macros.terms.parse.block import Block
from macros.terms.words.markup import bare
from macros.terms.words.titles import is_title, lead

# Fewer numbers may count anything; the first one stands within this share of the text.
SEVERAL, SOON = 3, 0.4
# So many numbers to a heading: headings that most of a text stands under are its clauses themselves.
OFTEN = 3
# What may begin a numbered line, but the first of the text: most texts have headings, and fewer of these.
LINE = re.compile(r"\n[ \t*_(]*(?:[^\W\d]{1,11}\.? ?|§ ?)?(?:\d|[IVXLC]{1,6}\b)")


class Opening(NamedTuple):
    """A block that begins a clause: its place, what it counts, its list, the number, the label as typed, the title."""

    block: int
    series: str
    list: int
    number: int
    label: str
    title: str


def openings(text: str, blocks: Sequence[Block]) -> Mapping[int, Opening]:
    """The blocks that begin a clause; none where headings do, or where what counts is a list of the text."""
    least = max(SEVERAL, OFTEN * sum(each.kind == "heading" and not each.path for each in blocks))
    if len(LINE.findall(text)) < least - 1:
        return {}
    found = [each for each in _counting(_numbered(text, blocks)) if len(each) >= least]
    held = [each for each in found if _holds(text, blocks, each)]
    if not held:
        return {}
    # A noun says more than a number alone, which may count the points of an article.
    chosen = max(held, key=lambda each: (each[0].series.isalpha(), len(each)))
    # Parts above the articles and annexes behind them count by themselves.
    others = [each for each in found if each[0].series.isalpha() and each[0].series != chosen[0].series]
    return {each.block: each for series in (*others, chosen) for each in series}


def _numbered(text: str, blocks: Sequence[Block]) -> Iterator[Opening]:
    """The paragraphs and the items of outermost lists that begin with a number."""
    item = None
    for index, block in enumerate(blocks):
        words = text[block.words : block.end]
        if block.path:
            is_item = len(block.path) > 1 and block.path[1].kind == "item" and block.path[1] != item
            item = block.path[1] if is_item else item
            label = block.path[1].mark if is_item else ""
            words = label + words
        else:
            match = _pattern(words).match(words) if block.kind == "paragraph" else None
            label = match[0] if match else ""
        figure = labels.figure(label)
        if not figure:
            continue
        before, _, after = label.partition(figure)
        series = before.strip(" \t*_(").casefold() or after.strip(" \t*_")
        if figure.isdigit() or (series.isalpha() and set(figure) <= set("IVXLC")):
            number = int(figure) if figure.isdigit() else roman(figure)
            serial = block.path[0].serial if block.path else -index
            yield Opening(index, series, serial, number, label, _title(bare(words[len(label) :]).strip()))


def _pattern(words: str) -> re.Pattern[str]:
    """What may begin a paragraph: a line that is a title or a number alone may be numbered as a heading is."""
    is_line = is_title(bare(words)) or labels.IN_HEADING.fullmatch(words)
    return labels.IN_HEADING if is_line else labels.IN_PARAGRAPH


def _title(words: str) -> str:
    """The title that the words of a clause begin with, on a line of its own or not; "" for none."""
    line, *below = words.splitlines() or [""]
    first = line.rstrip(" :")
    is_alone = bool(lead(f"{first.rstrip('.')}.")) if below else is_title(first) and not lead(line)
    return first.rstrip(".") if is_alone else line[: lead(line)].rstrip(" .:")


def _counting(found: Iterator[Opening]) -> Iterator[list[Opening]]:
    """For each series the numbers that count on from its first, 0 or 1; a list that begins anew is one of a clause."""
    series: defaultdict[str, list[Opening]] = defaultdict(list)
    for run in _runs(found):
        before = series[run[0].series]
        if run[0].number == before[-1].number + 1 if before else run[0].number in {0, 1}:
            before += run
    yield from series.values()


def _runs(found: Iterator[Opening]) -> Iterator[list[Opening]]:
    """The numbers in stretches that count on within one list; a paragraph is one alone."""
    run: list[Opening] = []
    for each in found:
        if run and (each.list, each.number) != (run[-1].list, run[-1].number + 1):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _holds(text: str, blocks: Sequence[Block], found: Sequence[Opening]) -> bool:
    """Whether the text stands under the numbers: they begin soon, and no one of them has more than all others."""
    starts = [blocks[each.block].start for each in found]
    sizes = [end - start for start, end in pairwise([*starts, len(text)])]
    return starts[0] <= SOON * len(text) and 2 * max(sizes) <= sum(sizes)
