"""Lines of pages to paragraphs: joined where the width or the end of a page cut them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from macros.terms.intake.joining import joined, known_words
from macros.terms.intake.labels import label
from macros.terms.intake.lists import BULLETS, MARK
from macros.terms.intake.model import Block
from macros.terms.intake.pdf_tables import whole_table
from macros.terms.intake.printed import Line, Page, Table

ENDS = (".", ":", ";", "!", "?", "»", "”")
# A step this many times the usual one parts two paragraphs, in the middle of a sentence that fills its line only this
# many: a figure set high moves its line down; so does a line set off by so many points.
APART, WITHIN = 1.25, 1.5
NEAR = 3.0
FEW = 6
JOINED = "a paragraph that a page ends in was joined with the next page; check it"
SPLIT = "a full page ends here and a paragraph with it; join it with the next one if they are one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What lines share: the usual step from one to the next by size, the right margin by column, the words known."""

    step: dict[float, float]
    margin: dict[int, float]
    known: frozenset[str]


@dataclass(slots=True)
class Growing:
    """A paragraph, or a table, whose end has not been reached."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def paragraphs(pages: Sequence[Page]) -> Iterator[Block]:
    """The paragraphs and tables of pages, in order, those that a page ends in made whole."""
    layout = _layout(pages)
    found = [Growing()]
    for page in pages:
        for index, part in enumerate(_parts(page)):
            last = found[-1]
            if isinstance(part, Table):
                if not last.tables or index:
                    found.append(Growing())
                found[-1].tables.append(part)
                continue
            whole, remark = _goes_on(last, part, layout, over=not index)
            if not whole:
                found.append(Growing())
            last.remarks += [remark] if remark else []
            found[-1].lines.append(part)
    return (_block(each, layout) for each in found if each.lines or each.tables)


def _parts(page: Page) -> list[Line | Table]:
    """Lines and tables from top to bottom."""
    return sorted([*page.lines, *page.tables], key=lambda part: part.top)


def _layout(pages: Sequence[Page]) -> Layout:
    lines = [line for page in pages for line in page.lines]
    steps: dict[float, Counter[float]] = {}
    for page in pages:
        for above, below in pairwise(page.lines):
            if above.size == below.size and below.bottom > above.bottom:
                steps.setdefault(above.size, Counter())[round(below.bottom - above.bottom, 1)] += 1
    rights = {column: sorted(line.right for line in lines if line.column == column) for column in range(3)}
    return Layout(
        step={size: _step(size, counts) for size, counts in steps.items()},
        margin={column: each[int(len(each) * 0.98)] for column, each in rights.items() if each},
        known=known_words([line.text for page in pages for line in page.every_line()]),
    )


def _usual(counts: Counter[float]) -> float:
    """The step between lines of one paragraph: the smallest of those that are frequent."""
    least = max(counts.values()) * 0.2
    return min(step for step, count in counts.items() if count >= least)


def _step(size: float, counts: Counter[float]) -> float:
    """The step of a size; where few lines tell, no more than what type is usually set with."""
    return _usual(counts) if counts.total() > FEW else min(_usual(counts), size * 1.45)


def _goes_on(before: Growing, line: Line, layout: Layout, *, over: bool) -> tuple[bool, str]:
    """Whether a line goes on with a paragraph, and what is unsure about it; over says that a new page begins."""
    if not before.lines:
        return not before.tables, ""
    last = before.lines[-1]
    fits = last.right + line.first + last.size * 0.3 < layout.margin[last.column]
    # A full line that ends with a small letter, "as in", is in the middle of its sentence: what follows is referred to.
    within = not fits and last.text.rstrip()[-1:].islower()
    if last.size != line.size or _weight(last) != _weight(line) or (_begins(line) and not within):
        return False, ""
    ended = last.text.rstrip().endswith(ENDS)
    if _is_item(last, line, parted=ended or fits) or _counts_on(before.lines[0], line):
        return False, ""
    if over:
        return _over(line, fits=fits, ended=ended)
    usual = layout.step.get(line.size, line.size * 1.2)
    goes_on = not (fits or ended) and line.text.lstrip()[:1].islower()
    if line.bottom - last.bottom > usual * (WITHIN if goes_on else APART):
        return False, ""
    # The first line of a paragraph may stand further in or out than the others; those stand in one line.
    moved = abs(line.left - last.left) > NEAR and (len(before.lines) > 1 or (ended and line.left < last.left))
    return not ((fits and ended) or moved), ""


def _counts_on(first: Line, line: Line) -> bool:
    """Whether a line begins with the number after the one that the paragraph begins with."""
    one, other = MARK.match(first.text), MARK.match(line.text)
    if not one or not other or not one["mark"] or not other["mark"]:
        return False
    numbers = [each["mark"].strip("().") for each in (one, other)]
    return all(map(str.isdigit, numbers)) and int(numbers[1]) == int(numbers[0]) + 1


def _over(line: Line, *, fits: bool, ended: bool) -> tuple[bool, str]:
    """Whether the first line of a page goes on with the last paragraph of the page before."""
    small = line.text.lstrip()[:1].islower()
    if small and not (ended and fits):
        return True, ""
    if ended:
        return False, "" if fits else SPLIT
    return (False, "") if fits else (True, JOINED)


def _weight(line: Line) -> bool:
    """Whether a whole line is bold."""
    return all(run.strong for run in line.runs if run.text.strip())


def _begins(line: Line) -> bool:
    """Whether a line begins with the label of a clause that a line may begin with, and its title."""
    found = label(line.text)
    return bool(found and found.named and _ended(line, len(found.text)))


def _is_item(last: Line, line: Line, *, parted: bool) -> bool:
    """Whether a line is an item: a mark may as well stand in the middle of a sentence, "douze (12) mois"."""
    mark = MARK.match(line.text)
    typed = mark and mark["mark"] is None and line.text[0] in BULLETS
    return bool(mark and (parted or typed or abs(line.left - last.left) > NEAR))


def _ended(line: Line, at: int) -> bool:
    """Whether a label is followed by a title rather than by words of a sentence."""
    rest = line.text[at:].strip()
    return not rest or not rest[0].islower()


def _block(growing: Growing, layout: Layout) -> Block:
    if growing.tables:
        return whole_table(growing.tables, layout.known)
    runs, remarks = joined((line.runs for line in growing.lines), layout.known)
    first = growing.lines[0]
    return Block(
        kind="paragraph",
        runs=runs,
        size=first.size,
        indent=first.left,
        remarks=(*growing.remarks, *remarks),
    )
