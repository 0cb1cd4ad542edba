"""A redline to the bytes of a Word document: header, foot, properties and body; the same input gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from macros.terms.model import Redline
from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.render.docx_body import Body
from macros.terms.render.docx_marks import Marks, clean
from macros.terms.render.docx_template import template

# In a zip: 1 January 1980, where the date stands in what precedes a file and in the list at the end, an entry's size.
UNDATED, LOCAL, CENTRAL, ENTRY = b"\0\0\x21\0", 10, 12, 46

# Of a property, in characters.
LONGEST = 255
# A date or a digest among words that are written from the right: unmarked, its figures would change places.
FIGURES = re.compile(r"\d{4}-\d\d-\d\d|[0-9A-Fa-f]{16,}…?")
LEFT_TO_RIGHT = "\u200e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a file says of itself around its text.

    head: the two ends of the running head; foot: the line below the text; page: the word before the number;
    day: that of the version, which stands for every date of the file.
    """

    title: str
    author: str
    language: str
    head: tuple[str, str]
    foot: str
    page: str
    day: date


def docx_file(redline: Redline, imprint: Imprint) -> bytes:
    """The Word document of a redline, its changes tracked; that of a text compared with itself is the text."""
    document = Document(BytesIO(template(imprint.language)))
    _properties(document, imprint)
    _running(document, imprint)
    marks = Marks(imprint.author, imprint.day, imprint.language)
    body = Body(redline, marks).xml
    if not any(each.kind == "heading" and each.level == 1 for each in redline.passages):
        document.add_paragraph(clean(imprint.title), style="Title")
    _fill(document, body)
    for address, name in marks.links.items():
        document.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, clean(address), name, is_external=True)
    if any(run.op != "equal" for each in redline.passages for run in (*each.lead, *each.words, *each.tail)):
        # What a lawyer goes on to change is tracked as well.
        document.settings.element.find(qn("w:defaultTabStop")).addprevious(OxmlElement("w:trackRevisions"))
    return _undated(document)


def _fill(document: Docx, body: str) -> None:
    """The paragraphs and tables before the properties of the page, which end a body."""
    end = document.element.body.sectPr
    for each in parse_xml(f"<w:body {nsdecls('w', 'r')}>{body}</w:body>"):
        end.addprevious(each)


def _properties(document: Docx, imprint: Imprint) -> None:
    said = document.core_properties
    said.title, said.author, said.language = _short(imprint.title), _short(imprint.author), imprint.language
    said.last_modified_by, said.subject = _short(imprint.author), _short(imprint.head[1])
    said.comments, said.keywords, said.revision = _short(imprint.foot), "", 1
    said.created = said.modified = datetime.combine(imprint.day, time(), UTC)


def _short(words: str) -> str:
    """Words as long as a property may be."""
    return clean(words)[:LONGEST]


def _running(document: Docx, imprint: Imprint) -> None:
    """The head: title and version, below the title itself the publisher; the foot: digest and page of pages."""
    section, right_to_left = document.sections[0], imprint.language in RIGHT_TO_LEFT
    head = _line(imprint.head, right_to_left=right_to_left)
    first = _line((imprint.author, imprint.head[1]), right_to_left=right_to_left)
    foot = _line((imprint.foot,), right_to_left=right_to_left)
    foot += _page_of_pages(imprint.page, right_to_left=right_to_left)
    for part, runs in (
        (section.header, head),
        (section.first_page_header, first),
        (section.footer, foot),
        (section.first_page_footer, foot),
    ):
        paragraph = part.paragraphs[0]._p  # noqa: SLF001  # the library has neither fields nor directions
        if right_to_left:
            paragraph.get_or_add_pPr().append(OxmlElement("w:bidi"))
        paragraph.extend(parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))


def _line(parts: Sequence[str], *, right_to_left: bool) -> str:
    """The runs of a line whose parts stand at its two ends."""
    return _run("<w:tab/>".join(_words(each, right_to_left=right_to_left) for each in parts), right_to_left)


def _page_of_pages(word: str, *, right_to_left: bool) -> str:
    """The runs that say on which of how many pages one is, after a tab."""
    said = f"<w:tab/>{_words(f'{word} ', right_to_left=right_to_left)}"
    return (
        _run(said, right_to_left)
        + _field("PAGE", right_to_left)
        + _run(_words(" / ", right_to_left=False), right_to_left)
        + _field("NUMPAGES", right_to_left)
    )


def _field(code: str, right_to_left: bool) -> str:
    """A field that Word fills in; what stands in it until then is the first page."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(_run(each, right_to_left) for each in parts)


def _run(inner: str, right_to_left: bool) -> str:
    return f"<w:r>{'<w:rPr><w:rtl/></w:rPr>' if right_to_left else ''}{inner}</w:r>"


def _words(words: str, *, right_to_left: bool) -> str:
    said = clean(words)
    if right_to_left:
        said = FIGURES.sub(rf"{LEFT_TO_RIGHT}\g<0>{LEFT_TO_RIGHT}", said)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in said.split("\n"))


def _undated(document: Docx) -> bytes:
    """The document as a zip whose files all have the first day that a zip can say, not the clock's."""
    file = BytesIO()
    document.save(file)
    made = bytearray(file.getvalue())
    with ZipFile(file) as parts:
        at = parts.start_dir
        for each in parts.infolist():
            for place in (each.header_offset + LOCAL, at + CENTRAL):
                made[place : place + len(UNDATED)] = UNDATED
            at += ENTRY + len(each.orig_filename.encode()) + len(each.extra) + len(each.comment)
    return bytes(made)
