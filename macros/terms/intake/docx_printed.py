"""What Word prints of a document: without hidden words and lists of its own making, its title kept in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from macros.terms.intake.contents import LEFT_OUT
from macros.terms.intake.docx_xml import WORD, given, says, value
from macros.terms.intake.model import Block, plain, trimmed, words

# Pandoc takes paragraphs of these styles for facts about the file, and leaves them out of the text.
TITLE = frozenset({"title", "titre"})
ABOUT = frozenset({*TITLE, "subtitle", "author", "date", "abstract"})
CONTENTS = re.compile(r"toc ?(?:\d|heading)", re.IGNORECASE)
SIGN = "\ue0f2"
HIDDEN = "hidden words of the file were left out"
# What stands around words that Pandoc leaves out with it: fields in one element, marks of a template, of a direction.
AROUND = frozenset(f"{WORD}{name}" for name in ("fldSimple", "customXml", "bdo", "dir"))


def printed(root: Element, styles: Element) -> Iterator[str]:
    """Take out of a document what is not printed as its text, and tell what that was."""
    names = {given(each, "styleId"): value(each, "name") for each in styles.iter(f"{WORD}style")}
    hidden = {given(each, "styleId") for each in styles.iter(f"{WORD}style") if says(each, "rPr/vanish")}
    met = set()
    for parent in list(root.iter()):
        _unwrap(parent)
        for child in list(parent):
            if child.tag == f"{WORD}r" and _is_hidden(child, hidden):
                parent.remove(child)
                met.add(HIDDEN)
            elif _is_contents(child, names):
                parent.remove(child)
                met.add(LEFT_OUT)
            elif child.tag == f"{WORD}tr" and child.find(f"{WORD}trPr/{WORD}del") is not None:
                parent.remove(child)
            elif child.tag == f"{WORD}cr":
                child.tag = f"{WORD}br"
    for paragraph in root.iter(f"{WORD}p"):
        _keep_title(paragraph, names)
    yield from sorted(met)


def _unwrap(parent: Element) -> None:
    """Put what stands in elements that Pandoc leaves out in their place."""
    while parent.tag not in AROUND and any(child.tag in AROUND for child in parent):
        parent[:] = [part for child in parent for part in (child if child.tag in AROUND else (child,))]


def titled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, paragraphs in the style of a title made headings above all others."""
    if not any(map(_is_title, blocks)):
        return tuple(blocks)
    return tuple(_titled(block) if _is_title(block) else _lowered(block) for block in blocks)


def _is_title(block: Block) -> bool:
    return block.kind in {"paragraph", "heading"} and plain(block).startswith(SIGN)


def _lowered(block: Block) -> Block:
    return replace(block, level=block.level + 1) if block.kind == "heading" else block


def _titled(block: Block) -> Block:
    runs = (*words(block.runs[0].text.removeprefix(SIGN)), *block.runs[1:])
    return replace(block, kind="heading", level=1, runs=trimmed(runs))


def _is_hidden(run: Element, styles: set[str]) -> bool:
    said = says(run, "rPr/vanish")
    return value(run, "rPr/rStyle") in styles if said is None else said


def _is_contents(element: Element, names: Mapping[str, str]) -> bool:
    """Whether an element is a table of contents, or a line of one."""
    if element.tag == f"{WORD}sdt":
        return value(element, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"
    style = value(element, "pPr/pStyle") if element.tag == f"{WORD}p" else ""
    return bool(CONTENTS.fullmatch(names.get(style, style)))


def _keep_title(paragraph: Element, names: Mapping[str, str]) -> None:
    """Take a paragraph out of a style that Pandoc would lift out of the text, its title marked as such."""
    style = value(paragraph, "pPr/pStyle")
    name = names.get(style, style).lower()
    properties = paragraph.find(f"{WORD}pPr")
    if name not in ABOUT or properties is None:
        return
    for each in properties.findall(f"{WORD}pStyle"):
        properties.remove(each)
    if name in TITLE and "".join(paragraph.itertext()).strip():
        run = Element(f"{WORD}r")
        SubElement(run, f"{WORD}t").text = SIGN
        paragraph.insert(1, run)
