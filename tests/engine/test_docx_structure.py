"""Word files are built as the schema of WordprocessingML asks: Word repairs, or refuses, what is not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from macros.terms.compare import compare
from macros.terms.compare.sides import markdown
from macros.terms.render.docx_file import docx_file
from tests.engine.docx_files import IMPRINT, A, B, of_readings, tracked, versions
from tests.engine.docx_reader import W, part

# The order in ECMA-376, part 1, of the elements that are written; trPr has its own in any order, then the changes.
ORDER: Mapping[str, str] = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr tabs bidi spacing ind outlineLvl rPr pPrChange",
    "rPr": "rStyle ins del moveFrom moveTo rFonts b bCs i iCs color sz szCs rtl lang",
    "trPr": "cantSplit tblHeader ins del",
    "tcPr": "tcW tcBorders cellIns cellDel",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference footerReference pgSz pgMar cols titlePg bidi docGrid",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "settings": "zoom trackRevisions defaultTabStop characterSpacingControl compat themeFontLang",
    "lvl": "start numFmt pStyle lvlText lvlJc",
    "numbering": "abstractNum num",
    "font": "altName charset family pitch",
}
MOVES = ("moveFromRangeStart", "moveToRangeStart")


@cache
def made() -> tuple[bytes, ...]:
    """A text, redlines with every kind of change, and one that is written from the right."""
    arabic = replace(IMPRINT, language="ar", head=("الشروط", "النسخة 2026-05-19"), page="صفحة")
    right = docx_file(compare(markdown(A), markdown(B)), arabic)
    redlines = (of_readings(old, new) for old, new in versions("tests/sites/history"))
    shaped = tracked("# T\n\n### A\n\nPar exemple :", "# T\n\n## A\n\n- Par exemple :")
    return (tracked(A, A), tracked(A, B), tracked(B, A), shaped, right, *redlines)


def elements(file: bytes) -> Iterator[ET.Element]:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        for name in parts.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield from ET.fromstring(parts.read(name)).iter()


def test_the_children_of_each_element_stand_in_the_order_of_the_schema() -> None:
    found = set()
    for each in (each for file in made() for each in elements(file)):
        order = ORDER.get(each.tag.removeprefix(W))
        if order:
            found.add(each.tag.removeprefix(W))
            places = [order.split().index(child.tag.removeprefix(W)) for child in each]
            assert places == sorted(places), [child.tag for child in each]
    assert found == {*ORDER}


def test_every_style_list_and_font_that_is_used_is_there() -> None:
    for file in made():
        styles = {each.get(f"{W}styleId") for each in part(file, "word/styles.xml").iter(f"{W}style")}
        lists = {each.get(f"{W}numId") for each in part(file, "word/numbering.xml").iter(f"{W}num")}
        for each in elements(file):
            if each.tag in {f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")}:
                assert each.get(f"{W}val") in styles
            assert each.tag != f"{W}numId" or each.get(f"{W}val") in lists
        fonts = {each.get(f"{W}name") for each in part(file, "word/fontTable.xml")}
        assert {each.get(f"{W}ascii") for each in elements(file) if each.tag == f"{W}rFonts"} <= fonts


def test_changes_are_numbered_once_signed_and_dated() -> None:
    for file in made():
        body = part(file)
        signed = [each for each in body.iter() if each.get(f"{W}author") is not None]
        starts = list(body.iter(f"{W}bookmarkStart"))
        numbers = [each.get(f"{W}id") for each in (*signed, *starts)]
        assert len(numbers) == len(set(numbers))
        assert all(each.get(f"{W}author") == "ACME & Fils" for each in signed)
        assert all(each.get(f"{W}date", "").startswith("2026-05-19T00:0") for each in signed)
        changed = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "pPrChange", *MOVES)
        assert {each for name in changed for each in body.iter(f"{W}{name}")} == {*signed}


def test_each_move_has_one_beginning_and_one_end_at_either_place() -> None:
    moved = 0
    for file in made():
        body = part(file)
        names = [sorted(each.get(f"{W}name") or "" for each in body.iter(f"{W}{start}")) for start in MOVES]
        assert names[0] == names[1]
        assert len(names[0]) == len(set(names[0]))
        moved += len(names[0])
        order = [(each.tag.removeprefix(W), each.get(f"{W}id")) for each in body.iter() if "Range" in each.tag]
        for (start, opened), (end, closed) in zip(order[::2], order[1::2], strict=True):
            assert (start.replace("Start", "End"), opened) == (end, closed)
        for tag, start in zip(("moveFrom", "moveTo"), MOVES, strict=True):
            assert (body.find(f".//{W}{tag}") is not None) == (body.find(f".//{W}{start}") is not None)
    assert moved > 10


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_is_written_from_the_right_looks_like_the_rest(language: str) -> None:
    file = docx_file(compare(markdown(A), markdown(B)), replace(IMPRINT, language=language))
    for each in elements(file):
        if each.tag == f"{W}rPr":
            has = {child.tag.removeprefix(W): child.get(f"{W}val") for child in each}
            assert ("b" in has, "i" in has, has.get("sz")) == ("bCs" in has, "iCs" in has, has.get("szCs"))
    heads = [part(file, f"word/{kind}{number}.xml") for kind in ("header", "footer") for number in (1, 2)]
    paragraphs = [
        each for root in (part(file), *heads) for each in root.iter(f"{W}p") if each.find(f"{W}r") is not None
    ]
    assert {each.find(f"{W}pPr/{W}bidi") is not None for each in paragraphs} == {language == "ar"}
    assert {each.find(f"{W}rPr/{W}rtl") is not None for root in heads for each in root.iter(f"{W}r")} == {
        language == "ar"
    }
    assert (part(file).find(f".//{W}sectPr/{W}bidi") is not None) == (language == "ar")
