"""Blocks to blocks whose headings are found: by their style, by how they are set, or by the label they begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from macros.terms.intake.counted import counted
from macros.terms.intake.labels import Label, label
from macros.terms.intake.model import Block, cut, plain, trimmed
from macros.terms.intake.writing import clean
from macros.terms.words.titles import RUN_IN, is_title

# A title longer than this is a paragraph.
LONG = 160
# The full stop of a bold title, which may be set like the words behind it.
STOP = re.compile(r"[.:](?=\s+\S)")
UNFINISHED = (",", ";")
# What a contract calls itself, and how many lines of a cover may stand above that.
TITLE = re.compile(
    r"condition|contrat|accord|convention|politique|charte|r[èe]glement|avenant|terms|agreement|policy|contract|addendum"
    r"|vertrag|vereinbarung|bedingungen|voorwaarden|overeenkomst",
    re.IGNORECASE,
)
COVER = 3
BIGGER = 1.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a whole block is set: its size, to half a point, and whether all of it is bold or in capitals."""

    size: float
    strong: bool
    capitals: bool


def setting(block: Block) -> Setting:
    """How a block is set."""
    letters = plain(block)
    strong = bool(block.runs) and all(run.strong or not run.text.strip(" .:–-") for run in block.runs)
    return Setting(size=round(block.size * 2) / 2, strong=strong, capitals=letters.isupper() and len(letters) > 3)


def body_size(blocks: Sequence[Block]) -> float:
    """The size in which most letters of the paragraphs are set; 0 where nothing said."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.size * 2) / 2] += len(plain(block))
    return sizes.most_common(1)[0][0] if sizes else 0


def with_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, paragraphs that are headings made such, each heading's label apart from its title."""
    found = [part for block in counted(blocks) for part in _run_in(block)]
    body = Setting(size=body_size(found), strong=False, capitals=False)
    styled = sum(block.kind == "heading" for block in found) > 1
    shown = {
        setting(block)
        for block in found
        if block.kind == "paragraph" and _short(block) and label(plain(block)) and setting(block) != body
    }
    promoted = [
        replace(each, kind="heading")
        if _is_heading(each, body, shown, styled=styled) or _is_counted_on(each, below)
        else each
        for each, below in pairwise((*found, Block(kind="none")))
    ]
    promoted = _with_cover(_in_series(promoted), body)
    if not any(each.kind == "heading" for each in promoted[1:]):
        promoted = _capital_lines(promoted)
    return tuple(_apart(each) if each.kind == "heading" else each for each in _numbered(promoted))


def _with_cover(blocks: Sequence[Block], body: Setting) -> list[Block]:
    """The blocks, the title above all headings made one where it is set apart, the lines of a cover above it too."""
    above = [*takewhile(_is_cover, blocks[: COVER + 1])]
    names = [
        at
        for at, each in enumerate(above)
        if TITLE.search(plain(each)) and (each.kind == "heading" or setting(each) != body)
    ]
    if not names or len(above) == len(blocks):
        return [*blocks]
    return [replace(block, kind="heading") if at <= names[-1] else block for at, block in enumerate(blocks)]


def _is_cover(block: Block) -> bool:
    """Whether a block may be a line of a cover: short, without number or day, and no sentence."""
    words = plain(block)
    is_line = block.kind == "paragraph" and _short(block) and not re.search(r"[\d.:!?]", words)
    return not label(words) and (is_line or block.kind == "heading")


def _capital_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, short lines in capitals made headings where sentences, a list or a table stand under two or more."""
    lines = [
        setting(each).capitals and is_title(plain(each)) and _is_text(below)
        for each, below in pairwise((*blocks, Block(kind="none")))
    ]
    if sum(lines) < 2:
        return [*blocks]
    title = setting(blocks[0]).capitals and _short(blocks[0])
    return [
        replace(block, kind="heading") if is_line or (title and not at) else block
        for at, (block, is_line) in enumerate(zip(blocks, lines, strict=True))
    ]


def _is_text(block: Block) -> bool:
    return block.kind in {"list", "table", "definitions"} or plain(block).endswith((".", ":", ";"))


def _short(block: Block) -> bool:
    words = plain(block)
    return len(words) <= LONG and not words.endswith(UNFINISHED)


def _is_heading(block: Block, body: Setting, shown: set[Setting], *, styled: bool) -> bool:
    """Whether a paragraph is a heading: it is set as those with a label are, or its label alone says so."""
    if block.kind != "paragraph" or not _short(block):
        return False
    found, own = label(plain(block)), setting(block)
    if found and found.named and (own != body or _titled(found, plain(block))):
        return True
    if styled or own == body:
        return False
    if shown:
        return own in shown or replace(own, capitals=False) in shown or own.size > body.size * BIGGER
    return own.strong or own.size > body.size * BIGGER


def _is_counted_on(block: Block, below: Block) -> bool:
    """Whether a short line with a number is followed by the first clause under it: "2. Fees", then "2.1 The fees…"."""
    found, first = label(plain(block)), label(plain(below))
    if block.kind != "paragraph" or not found or not first or len(found.numbers) > 1 or found.style:
        return False
    return first.numbers == (*found.numbers, 1) and _titled(found, plain(block)) and found.rest < len(plain(block))


def _in_series(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, short lines whose number is the one that headings in the same form lack made headings too."""
    labels = [label(plain(block)) if block.kind in {"heading", "paragraph"} else None for block in blocks]
    found = [(at, each) for at, each in enumerate(labels) if each and len(each.numbers) == 1 and not each.style]
    headed = {(each.shape, each.numbers) for at, each in found if blocks[at].kind == "heading"}
    last, before, made = dict.fromkeys((shape for shape, _ in headed), 0), dict[str, int](), [*blocks]
    for at, each in found:
        (number,) = each.numbers
        is_heading = made[at].kind == "heading"
        # "2." right after a "1." that is none goes on with a list.
        if each.shape in last and last[each.shape] + 1 == number and before.get(each.shape) != number - 1:
            is_new = (each.shape, each.numbers) not in headed and _titled(each, plain(made[at]))
            made[at] = replace(made[at], kind="heading") if is_new else made[at]
            is_heading = is_heading or is_new
        if is_heading:
            last[each.shape] = number
        before[each.shape] = 0 if is_heading else number
    return made


def _titled(found: Label, words: str) -> bool:
    """Whether words set like any others are a title: nothing but a label, or a short line without full stop."""
    rest = words[found.rest :].strip()
    return not rest or (len(rest) <= RUN_IN and not rest.endswith((".", ":")) and not rest[0].islower())


def _run_in(block: Block) -> Iterator[Block]:
    """A paragraph that begins with its bold title: "**1.1 Payment.** The Client…" is a heading and a paragraph."""
    lead = block.runs[0] if block.runs else None
    if block.kind == "paragraph" and lead and lead.strong and len(block.runs) > 1 and len(lead.text) <= LONG:
        found, rest = label(lead.text), trimmed(block.runs[1:])
        if found and lead.text[found.rest :].strip() and rest and not any(run.strong for run in rest[:1]):
            ends = STOP.match(plain(replace(block, runs=rest)))
            at = ends.end() if ends else 0
            yield replace(block, kind="heading", runs=(*trimmed(block.runs[:1]), *cut(rest, 0, at)))
            yield replace(block, runs=trimmed(cut(rest, at)))
            return
    yield block


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs that continue the numbers of the headings, "2.1 The Client shall…", made sub-clauses without title."""
    counts: dict[tuple[int, ...], int] = {}
    for block in blocks:
        found = label(plain(block)) if block.kind in {"heading", "paragraph"} else None
        numbers = found.numbers if found else ()
        goes_on = len(numbers) > 1 and numbers[:-1] in counts and counts[numbers[:-1]] + 1 == numbers[-1]
        if numbers and (block.kind == "heading" or goes_on):
            counts[numbers[:-1]], counts[numbers] = numbers[-1], 0
        if block.kind == "paragraph" and found and goes_on:
            yield from _sub_clause(block, found)
        else:
            yield block


def _sub_clause(block: Block, found: Label) -> Iterator[Block]:
    if _titled(found, plain(block)):
        yield replace(block, kind="heading")
        return
    yield replace(block, kind="heading", runs=cut(block.runs, 0, found.rest))
    yield replace(block, runs=trimmed(cut(block.runs, found.rest)))


def _apart(block: Block) -> Block:
    """The heading with its label as its mark, its title alone as its words; nothing of it bold."""
    found = label(plain(block))
    rest = trimmed(cut(block.runs, found.rest if found else 0))
    title = tuple(replace(run, strong=False, text=re.sub(r"\s+", " ", clean(run.text))) for run in rest)
    return replace(block, runs=title, mark=" ".join(found.text.split()) if found else "")
