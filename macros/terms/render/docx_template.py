"""The empty Word document that contracts are written in: its page, its language, its styles and no others."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.render.docx_look import (
    ACCENT,
    BULLETS,
    COMPLEX,
    DEEPEST,
    HAIR,
    INK,
    LOOKS,
    SIGNS,
    TEXT,
    paragraph_style,
)

# The country whose dictionary a language is checked with; others go by their own.
COUNTRIES = {"ar": "ar-SA", "de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "it": "it-IT"}
# Of the library's template: a picture of another page, the program that wrote it, its styles for older programs, notes.
UNUSED = {
    "/customXml/item1.xml",
    "/docProps/app.xml",
    "/docProps/thumbnail.jpeg",
    "/word/stylesWithEffects.xml",
}
# Word shows a file of this or a later year as one of its own, not as one of an older program.
WORD_2013 = "15"
OFFICE = "http://schemas.microsoft.com/office/word"
SIGNS_OF_LISTS = ("•", "–", "•")
# What Word asks of every document: the styles of what has none.
DEFAULTS = f"""
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
  <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
  <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:qFormat/>
  <w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="SourceText"><w:name w:val="Source Text"/><w:qFormat/>
  <w:rPr><w:rFonts w:ascii="{SIGNS}" w:hAnsi="{SIGNS}" w:cs="{SIGNS}"/></w:rPr></w:style>
"""


@lru_cache(maxsize=16)
def template(language: str) -> bytes:
    """The empty document in a language, as a file."""
    document = Document()
    code = COUNTRIES.get(language, language)
    _unused(document)
    _page(document, right_to_left=language in RIGHT_TO_LEFT)
    _styles(document, code)
    _bullets(document)
    _settings(document, code, right_to_left=language in RIGHT_TO_LEFT)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _unused(document: Docx) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for key, each in list(rels.items()):
            if each.target_part.partname in UNUSED or each.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
                del rels[key]


def _page(document: Docx, *, right_to_left: bool) -> None:
    """A4, with margins that leave a line of some eighty letters; the first page has a head of its own."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3.2)
    section.top_margin = section.bottom_margin = Cm(2.6)
    section.header_distance = section.footer_distance = Cm(1.27)
    section.different_first_page_header_footer = True
    if right_to_left:
        found = section._sectPr.find(qn("w:titlePg"))  # noqa: SLF001  # the library knows no direction of a section
        found.addnext(OxmlElement("w:bidi"))


def _styles(document: Docx, code: str) -> None:
    """The styles that contracts use in place of the library's, so that a person finds no others to choose from."""
    styles = document.styles.element
    for each in list(styles):
        if each.tag != qn("w:latentStyles"):
            styles.remove(each)
    lang = f'<w:lang w:val="{code}" w:eastAsia="{code}" w:bidi="{code}"/>'
    fonts = f'<w:rFonts w:ascii="{TEXT}" w:hAnsi="{TEXT}" w:eastAsia="{TEXT}" w:cs="{COMPLEX}"/>'
    run = f'{fonts}<w:color w:val="{INK}"/><w:sz w:val="23"/><w:szCs w:val="23"/>{lang}'
    found = [
        *_parsed(f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"),
        *_parsed(DEFAULTS + _table() + "".join(map(paragraph_style, LOOKS))),
    ]
    styles.insert(0, found[0])
    styles.extend(found[1:])


def _table() -> str:
    """Lines between the rows, a stronger one below the head, none between the columns."""
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
    sides = f"<w:top {strong}/><w:bottom {strong}/><w:insideH {thin}/>"
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _margins())
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"<w:bottom {strong}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _margins() -> tuple[tuple[str, int], ...]:
    return (("top", 50), ("left", 85), ("bottom", 40), ("right", 85))


def _bullets(document: Docx) -> None:
    """One list of bullets, as deep as the styles go, in signs that every font has."""
    numbering = document.part.numbering_part.element
    for each in list(numbering):
        numbering.remove(each)
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="ListBullet{depth + 1 if depth else ""}"/><w:lvlText w:val="{SIGNS_OF_LISTS[depth]}"/>'
        f'<w:lvlJc w:val="left"/></w:lvl>'
        for depth in range(DEEPEST)
    )
    listed = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    for each in _parsed(f'{listed}<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'):
        numbering.append(each)


def _settings(document: Docx, code: str, *, right_to_left: bool) -> None:
    settings = document.settings.element
    for each in list(settings):
        settings.remove(each)
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{OFFICE}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", WORD_2013),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
        )
    )
    bidi = f' w:bidi="{code}"' if right_to_left else ""
    said = '<w:zoom w:percent="100"/><w:defaultTabStop w:val="454"/>'
    said += '<w:characterSpacingControl w:val="doNotCompress"/>'
    for each in _parsed(f'{said}<w:compat>{compat}</w:compat><w:themeFontLang w:val="{code}"{bidi}/>'):
        settings.append(each)


def _parsed(xml: str) -> list[OxmlElement]:  # type: ignore[valid-type]  # the library's is a function
    return list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))
