"""The empty Word document that contracts are written in: its page, its language, the look of its styles."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

TEXT, SIGNS = "Cambria", "Consolas"
INK, ACCENT = RGBColor(0x1C, 0x1B, 0x1A), RGBColor(0x1C, 0x4E, 0x9D)
THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
# The country whose dictionary a language is checked with; others go by their own.
COUNTRIES = {"fr": "fr-FR", "en": "en-GB", "de": "de-DE", "es": "es-ES", "it": "it-IT"}
# Points: size, before, after.
HEADINGS = ((14, 18, 6), (12, 12, 4), (11, 10, 4), (11, 8, 4), (11, 8, 4))
TABLES = {"Normal Table", "Table Grid"}
# Of the library's template: a picture of another page, the program that wrote it, its styles for older programs, notes.
UNUSED = {
    "/customXml/item1.xml",
    "/docProps/app.xml",
    "/docProps/thumbnail.jpeg",
    "/word/stylesWithEffects.xml",
}
# Word shows a file of this or a later year as one of its own, not as one of an older program.
WORD_2013 = "15"
WIDTH = Cm(15.92)


@lru_cache(maxsize=16)
def template(language: str) -> bytes:
    """The empty document in a language, as a file."""
    document = Document()
    _unused(document)
    _page(document)
    _language(document, COUNTRIES.get(language, language))
    _headings(document)
    _texts(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _unused(document: Docx) -> None:
    """Take away what no contract has, such as a hundred styles of tables: most of a file, and of the time it takes."""
    for rels in (document.part.package.rels, document.part.rels):
        for key, each in list(rels.items()):
            if each.target_part.partname in UNUSED:
                del rels[key]
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLES:
            style.delete()


def _page(document: Docx) -> None:
    """A4, with the margins that leave a line of some seventy characters."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.54)
    section.top_margin = section.bottom_margin = Cm(2.54)
    for each in document.settings.element.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), WORD_2013)


def _language(document: Docx, code: str) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        for name in ("val", "eastAsia", "bidi"):
            lang.set(qn(f"w:{name}"), code)


def _headings(document: Docx) -> None:
    _look(document.styles["Title"], size=20, before=0, after=18, bold=True)
    _look(document.styles["Subtitle"], size=14, before=0, after=12, bold=True)
    border = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)
    for level, (size, before, after) in enumerate(HEADINGS, 1):
        _look(document.styles[f"Heading {level}"], size=size, before=before, after=after, bold=True)


def _texts(document: Docx) -> None:
    _look(document.styles["Normal"], size=11, after=6)
    for name in ("Body Text", "List", "List Bullet", "List Continue"):
        for depth in ("", " 2", " 3") if name != "Body Text" else ("",):
            _look(document.styles[name + depth], size=11, after=4)
    for name in ("Header", "Footer", "Quote"):
        _look(document.styles[name], size=11 if name == "Quote" else 8, after=0)
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    term = _own(document, "Definition Term", 11, before=6)
    term.font.bold = term.paragraph_format.keep_with_next = True
    _own(document, "Definition", 11, after=4).paragraph_format.left_indent = Cm(0.75)
    _own(document, "Table Text", 10, after=2)
    _own(document, "Table Heading", 10, after=2).font.bold = True
    _own(document, "Listing", 9, after=6).font.name = SIGNS
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(link, CharacterStyle)  # noqa: S101  # what was asked for
    link.font.color.rgb, link.font.underline = ACCENT, True
    signs = document.styles.add_style("Source Text", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(signs, CharacterStyle)  # noqa: S101  # what was asked for
    signs.font.name = SIGNS


def _own(document: Docx, name: str, size: int, *, before: int = 0, after: int = 0) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101  # what was asked for
    style.base_style = document.styles["Normal"]
    _look(style, size=size, before=before, after=after)
    return style


def _look(style: ParagraphStyle, *, size: int, before: int = 0, after: int = 0, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = TEXT, Pt(size), bold, False
    style.font.color.rgb = INK
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    # A theme's fonts would go before those that are named.
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for name in THEME:
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), TEXT)


def field(code: str) -> list[object]:
    """The runs' contents of a field that Word fills in, such as PAGE."""
    parts = []
    for kind in ("begin", "separate", "end"):
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
        parts.append(part)
    said = OxmlElement("w:instrText")
    said.text = f" {code} "
    return [parts[0], said, *parts[1:]]
