"""Blocks to Markdown as texts of ours are typed, with the line on which each thing to look at stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from macros.terms.definitions import words_of
from macros.terms.intake.model import Block, Run, said, trimmed
from macros.terms.intake.pandoc_runs import SOFT
from macros.terms.markdown_text import escape
from macros.terms.parse import words as parsed
from macros.terms.parse.lettered import MARK

LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s()<>]+")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0c-\x1f]")
ORDERED = re.compile(r"\d{1,9}[.)]")
# A word that is no mark of a list needs no sign that it is none: "Fees.", "due)".
WORD = re.compile(r"^(?![ivxl]+\\)([^\W\d_]{3,})\\(?=[.)])", re.IGNORECASE)
# A line and what there is to look at in it.
Lines = Iterator[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A body in Markdown, and what to look at, by line of the body counted from 1."""

    text: str
    remarks: tuple[tuple[int, str], ...]


def written(blocks: Sequence[Block]) -> Written:
    """The Markdown of blocks, an empty line between any two."""
    lines: list[str] = []
    remarks: list[tuple[int, str]] = []
    for block in _apart(blocks):
        for line, found in (*_block(block), ("", ())):
            lines.append(line)
            remarks += ((len(lines), each) for each in found)
    return Written(text="\n".join(lines).strip("\n") + "\n", remarks=tuple(remarks))


def clean(text: str) -> str:
    """Words as they are read: composed, without invisible characters, spaces of any number one."""
    return re.sub(r"[ \t]+", " ", INVISIBLE.sub("", unicodedata.normalize("NFC", text).replace(SOFT, " ")))


def inline(runs: Sequence[Run], *, breaks: bool = False) -> str:
    """The runs as Markdown on one line; bold and links are left out where Markdown would not read them as such."""
    kept = [replace(run, text=clean(run.text)) for run in trimmed(runs)]
    if not breaks:
        kept = [replace(run, text=run.text.replace("\n", " ")) for run in kept]
    wanted = " ".join(said(kept).split())
    for tried in (kept, [replace(run, target="") for run in kept], [Run(text=said(kept))]):
        text = WORD.sub(r"\1", "".join(_marked(tried)).strip())
        if " ".join(words_of(parsed(text)).split()) == wanted:
            return text
    return text


def _marked(runs: Sequence[Run]) -> Iterator[str]:
    """The Markdown of runs; those of one link are one, what all of them are set in stands around it."""
    before = ""
    for target, group in groupby(runs, key=lambda run: run.target if LINK.fullmatch(run.target) else ""):
        held = tuple(group)
        text = said(held)
        made = "".join(_set(held, before))
        if target and text.strip():
            strong, emphasis = (all(getattr(run, each) for run in held) for each in ("strong", "emphasis"))
            inner = [replace(run, strong=run.strong > strong, emphasis=run.emphasis > emphasis) for run in held]
            left, right = _spaces(text)
            opening = left + "**" * strong + "*" * emphasis
            linked = "".join(_set(trimmed(inner), f"{before}{opening}["))
            made = f"{opening}[{linked}]({target}){opening[len(left) :]}{right}"
        yield made
        before += made


def _set(runs: Sequence[Run], before: str) -> Iterator[str]:
    for run in runs:
        inner = run.text.strip()
        left, right = _spaces(run.text)
        mark = "**" * run.strong + "*" * run.emphasis
        first, *others = inner.split("\n")
        each = "\\\n".join([escape(first, before=before + left + mark), *map(escape, map(str.strip, others))])
        yield (made := f"{left}{mark}{each}{mark}{right}" if inner else left)
        before += made


def _spaces(text: str) -> tuple[str, str]:
    """What stands around words; a line that ends where words set in another way begin or end is one all the same."""
    inner = text.strip()
    ends = (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if inner else "")
    left, right = ("\\\n" if "\n" in each else each for each in ends)
    return left, right


def _apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a numbered list behind another one, from which it does not count on, as paragraphs with marks."""
    before = Block(kind="none")
    for block in blocks:
        counted = [each.blocks[-1].mark for each in (before, block) if each.kind == "list" and each.blocks]
        if len(counted) == 2 and all(map(ORDERED.fullmatch, counted)) and not _counts_on(counted[0], block):
            before = replace(block, kind="marked")
        else:
            before = block
        yield before


def _counts_on(last: str, block: Block) -> bool:
    first = block.blocks[0].mark
    return last[-1] != first[-1] or int(first[:-1]) == int(last[:-1]) + 1


def _block(block: Block) -> Lines:
    yield from WRITERS[block.kind](block)


def _heading(block: Block) -> Lines:
    braces = " ".join(filter(None, (f"#{block.id}" if block.id else "", block.attributes)))
    parts = ("#" * block.level, inline(block.runs), f"{{{braces}}}" if block.level > 1 else "")
    yield " ".join(filter(None, parts)), block.remarks


def _paragraph(block: Block) -> Lines:
    first, *rest = inline(block.runs, breaks=True).split("\n")
    yield first, block.remarks
    yield from ((line.strip(), ()) for line in rest)


def _list(block: Block) -> Lines:
    """The items one under the other, an empty line between them where one has several parts."""
    if not all(_writable(item, index, block.blocks) for index, item in enumerate(block.blocks)):
        yield from _as_paragraphs(block)
        return
    loose = any(len(item.blocks) > 1 and item.blocks[1].kind != "list" for item in block.blocks)
    for index, item in enumerate(block.blocks):
        if index and loose:
            yield "", ()
        yield from _item(item)


def _writable(item: Block, index: int, items: Sequence[Block]) -> bool:
    """Whether Markdown, with our lettered lists, prints this mark at this place."""
    if item.mark == "-":
        return True
    if ORDERED.fullmatch(item.mark):
        return int(item.mark[:-1]) == int(items[0].mark[:-1]) + index
    found = MARK.fullmatch(item.mark)
    return bool(found) and (index > 0 or not item.mark.endswith(".") or item.mark in {"a.", "i."})


def _as_paragraphs(block: Block) -> Lines:
    """The items of a list whose marks Markdown cannot print, each a paragraph that begins with its mark."""
    for index, item in enumerate(block.blocks):
        first, *rest = item.blocks or (Block(kind="paragraph"),)
        if first.blocks:
            first, rest = Block(kind="paragraph"), [first, *rest]
        told = "a list whose marks do not count on was kept as paragraphs; check its marks" if not index else ""
        marked = replace(first, kind="paragraph", runs=(Run(text=f"{item.mark} "), *first.runs))
        remarks = (*item.remarks, *filter(None, [told]))
        for at, each in enumerate((replace(marked, remarks=remarks), *rest)):
            if index or at:
                yield "", ()
            yield from _block(each)


def _item(item: Block) -> Lines:
    indent = " " * (len(item.mark) + 1)
    for index, each in enumerate(_apart(item.blocks or (Block(kind="paragraph"),))):
        if index and each.kind != "list":
            yield "", ()
        for at, (line, remarks) in enumerate(_block(each)):
            first = not index and not at
            start = f"{item.mark} " if first else indent if line else ""
            yield start + line, (*(item.remarks if first else ()), *remarks)


def _definitions(block: Block) -> Lines:
    for index, part in enumerate(block.blocks):
        if part.kind == "term":
            if index and block.blocks[index - 1].kind == "definition":
                yield "", ()
            yield inline(part.runs), part.remarks
        else:
            yield from _item(replace(part, mark=":"))


def _table(block: Block) -> Lines:
    head, *rows = block.blocks
    yield _row(head), (*block.remarks, *head.remarks)
    yield "|" + " --- |" * len(head.blocks), ()
    yield from ((_row(row), row.remarks) for row in rows)


def _row(row: Block) -> str:
    return "| " + " | ".join(inline(cell.runs) for cell in row.blocks) + " |"


def _quote(block: Block) -> Lines:
    for index, each in enumerate(block.blocks):
        if index:
            yield ">", ()
        yield from ((f"> {line}", remarks) for line, remarks in _block(each))


WRITERS: Mapping[str, Callable[[Block], Lines]] = {
    "definitions": _definitions,
    "heading": _heading,
    "list": _list,
    "marked": _as_paragraphs,
    "paragraph": _paragraph,
    "quote": _quote,
    "table": _table,
}
