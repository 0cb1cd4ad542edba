"""Which of a Word document's styles each passage takes."""

from __future__ import annotations

from collections.abc import Mapping

from macros.terms.model import Passage, spelt
from macros.terms.render.docx_look import DEEPEST

BLOCKS: Mapping[str, str] = {"listing": "Listing", "quote": "Quote", "rule": "BodyText", "term": "DefinitionTerm"}
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'


def style(passage: Passage, without: str) -> str:
    """The id of a passage's paragraph style, in the text without the runs of an op; a title line is a heading too."""
    kinds = [each.kind for each in passage.path]
    if passage.kind == "heading" and not kinds:
        return f"Heading{passage.level - 1}" if passage.level > 1 else "Title"
    if {"cell", "heading-cell"} & {*kinds}:
        return "TableHeading" if "heading-cell" in kinds else "TableText"
    if passage.kind in BLOCKS:
        return BLOCKS[passage.kind]
    depth = min(sum(kind == "item" for kind in kinds), DEEPEST)
    if depth:
        return _item(passage, without) + (str(depth) if depth > 1 else "")
    around = {"definition": "Definition", "term": "DefinitionTerm", "quote": "Quote"}
    return next((around[kind] for kind in reversed(kinds) if kind in around), "BodyText")


def _item(passage: Passage, without: str) -> str:
    """An item's first paragraph has its mark: a bullet that Word draws, or a letter or number that is text."""
    if not spelt(passage.lead, without).strip(" \t\r\n>|"):
        return "ListContinue"
    lists = [each.kind for each in passage.path if each.kind in {"bullets", "lettered", "numbered"}]
    return "ListBullet" if lists[-1:] == ["bullets"] else "List"
