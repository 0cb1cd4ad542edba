"""The numbers that Word counts by itself, typed where they are printed: Pandoc would lose or miscount them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from macros.terms.intake.docx_lists import HEADING, Level, Lists, Style, label, lists_of
from macros.terms.intake.docx_xml import WORD, says, value
from macros.terms.intake.model import Block, cut, plain, trimmed

# What stands around the mark of an item, so that no words of the file are taken for it.
OPEN, CLOSE = "\ue0f0", "\ue0f1"
TYPED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE} ?")
# The marks that items of a text may have; what is numbered otherwise is a paragraph that begins with its number.
MARK = re.compile(r"\(%\d\)|%\d[.)]")
PLACE = re.compile(r"%\d")
LONG = 160


def number(root: Element, numbering: Element, styles: Element) -> None:
    """Type into a document every number that Word counts."""
    lists = lists_of(numbering, styles)
    # A cell is one line, which has no items.
    flat = {paragraph for cell in root.iter(f"{WORD}tc") for paragraph in cell.iter(f"{WORD}p")}
    for paragraph in root.iter(f"{WORD}p"):
        _number(paragraph, lists, in_cell=paragraph in flat)


def with_marks(block: Block) -> Block:
    """The block with the marks that were typed into its items as those that they have."""
    found = TYPED.match(plain(block.blocks[0])) if block.kind == "item" and block.blocks else None
    if found:
        first = replace(block.blocks[0], runs=trimmed(cut(block.blocks[0].runs, found.end())))
        return replace(block, mark=found[1], blocks=tuple(map(with_marks, (first, *block.blocks[1:]))))
    runs = tuple(replace(run, text=TYPED.sub(r"\1 ", run.text)) for run in block.runs)
    return replace(block, runs=runs, blocks=tuple(map(with_marks, block.blocks)))


def _number(paragraph: Element, lists: Lists, *, in_cell: bool) -> None:
    """Count a paragraph, and type its number into it: before the words, or as the mark of an item."""
    name = value(paragraph, "pPr/pStyle")
    styles = tuple(_styles(name, lists))
    number, level = _counted_by(paragraph, styles)
    levels = lists.levels.get(number, {})
    if level not in levels or levels[level].style in {"bullet", "none"}:
        if number == "0":
            # Pandoc takes what no list counts for a part of the item above.
            _take_out(paragraph, styled=_is_styled(styles))
        return
    if _is_gone(paragraph):
        _take_out(paragraph, styled=False)
        return
    counts = _count(number, level, lists)
    typed, text = label(levels, counts, level), levels[level].text
    if in_cell or _is_heading(paragraph, styles) or not _is_item(levels, level):
        _take_out(paragraph, styled=_is_styled(styles))
        _type(paragraph, f"{typed} ", styles)
    elif text:
        _type(paragraph, f"{OPEN}{typed}{CLOSE} ", ())


def _styles(name: str, lists: Lists) -> Iterator[Style]:
    """A style and those that it is based on."""
    seen: set[str] = set()
    while name in lists.styles and name not in seen:
        seen.add(name)
        yield lists.styles[name]
        name = lists.styles[name].based_on


def _counted_by(paragraph: Element, styles: tuple[Style, ...]) -> tuple[str, int]:
    """The list that counts a paragraph and the level in it: its own, or those of its style."""
    number = value(paragraph, "pPr/numPr/numId") or next((each.number for each in styles if each.number), "")
    level = value(paragraph, "pPr/numPr/ilvl")
    named = next((each.level for each in styles if each.level is not None), 0)
    return number, int(level) if re.fullmatch(r"[0-9]", level) else named


def _count(number: str, level: int, lists: Lists) -> dict[int, int]:
    """The counts of a list moved on by one paragraph; lists that share their levels count together."""
    counts = lists.counts.setdefault(lists.abstract[number], {})
    start = lists.levels[number][level].start
    if level in lists.starts[number] and (number, level) not in lists.begun:
        lists.begun.add((number, level))
        counts.pop(level, None)
        start = lists.starts[number][level]
    counts[level] = counts.get(level, start - 1) + 1
    for deeper in [each for each in counts if each > level]:
        del counts[deeper]
    return counts


def _is_gone(paragraph: Element) -> bool:
    """Whether a tracked change takes out a whole paragraph, which then has no number."""
    mark = paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}del")
    kept = (run for run in paragraph.findall(f"{WORD}r") if "".join(run.itertext()).strip())
    return mark is not None and not any(kept) and paragraph.find(f"{WORD}ins") is None


def _is_item(levels: Mapping[int, Level], level: int) -> bool:
    """Whether the number of a paragraph is the mark of an item rather than of a clause, such as 2.1."""
    legal = any(len(PLACE.findall(each.text)) > 1 for deeper, each in levels.items() if deeper > level)
    return bool(MARK.fullmatch(levels[level].text)) and levels[level].style != "decimalZero" and not legal


def _is_styled(styles: tuple[Style, ...]) -> bool:
    return any(HEADING.match(each.name) for each in styles)


def _is_heading(paragraph: Element, styles: tuple[Style, ...]) -> bool:
    """Whether a paragraph is a heading by its style, or short and wholly bold or in capitals."""
    if _is_styled(styles):
        return True
    runs = [run for run in paragraph.iter(f"{WORD}r") if "".join(run.itertext()).strip()]
    words = "".join("".join(run.itertext()) for run in runs)
    usual = _is_strong(styles)
    bold = bool(runs) and all(_is_bold(run, usual=usual) for run in runs)
    return len(words) <= LONG and (bold or (words.isupper() and len(words) > 3))


def _is_strong(styles: tuple[Style, ...]) -> bool:
    return next((each.strong for each in styles if each.strong is not None), False)


def _is_bold(run: Element, *, usual: bool) -> bool:
    said = says(run, "rPr/b")
    return usual if said is None else said


def _take_out(paragraph: Element, *, styled: bool) -> None:
    """Take a paragraph out of the list that counts it, and of a style that does or that Pandoc takes for a list's."""
    properties = paragraph.find(f"{WORD}pPr")
    if properties is None:
        return
    for name in ("numPr", *([] if styled else ["pStyle"])):
        for each in properties.findall(f"{WORD}{name}"):
            properties.remove(each)


def _type(paragraph: Element, typed: str, styles: tuple[Style, ...]) -> None:
    """Put a number before the words, set as the first of them; a style that was taken out leaves its bold."""
    run = Element(f"{WORD}r")
    if _is_strong(styles) and not _is_styled(styles):
        for each in [each for each in paragraph.iter(f"{WORD}r") if _is_bold(each, usual=True)]:
            own = each.find(f"{WORD}rPr")
            if own is None:
                own = Element(f"{WORD}rPr")
                each.insert(0, own)
            SubElement(own, f"{WORD}b")
    first = paragraph.find(f".//{WORD}r/{WORD}rPr")
    if first is not None:
        run.append(deepcopy(first))
    words = SubElement(run, f"{WORD}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = typed
    paragraph.insert(0 if paragraph.find(f"{WORD}pPr") is None else 1, run)
