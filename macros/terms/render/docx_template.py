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
from macros.terms.render.docx_defaults import BULLETED, DEFAULTS, FONTS
from macros.terms.render.docx_look import COMPLEX, INK, LOOKS, TEXT, paragraph_style

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
            if each.target_part.partname in UNUSED:
                del rels[key]
            elif each.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
                each.target_part._blob = FONTS.encode()  # noqa: SLF001  # the library reads it and never writes it


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
        *_parsed(DEFAULTS + "".join(map(paragraph_style, LOOKS))),
    ]
    styles.insert(0, found[0])
    styles.extend(found[1:])


def _bullets(document: Docx) -> None:
    document.part.numbering_part.element[:] = _parsed(BULLETED)


def _settings(document: Docx, code: str, *, right_to_left: bool) -> None:
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
    said += f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{code}"{bidi}/>'
    document.settings.element[:] = _parsed(said)


def _parsed(xml: str) -> list[OxmlElement]:  # type: ignore[valid-type]  # the library's is a function
    return list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))
