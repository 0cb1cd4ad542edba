"""A Word file to what it says: changes accepted, the numbers that Word counts typed into headings."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace

from macros.terms.intake import docx_xml
from macros.terms.intake.docx_boxes import unboxed
from macros.terms.intake.docx_numbers import number, with_marks
from macros.terms.intake.docx_printed import printed, titled
from macros.terms.intake.model import Taken, UnreadableError
from macros.terms.intake.pandoc import tree
from macros.terms.intake.pandoc_blocks import taken

MAIN = "word/document.xml"
# What a contract of a thousand pages stays far below: a file that unpacks to more is refused before it is unpacked.
MOST_BYTES, MOST_WORDS = 200_000_000, 30_000_000
MOST_PARTS = 5_000
READ = (".xml", ".rels")
# Word writes neither; the zero bytes between the letters of UTF-16 are taken out before.
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
NOTHING = b"<none/>"
OLD_WORD = b"\xd0\xcf\x11\xe0"
SIGNS = {
    rb"<w:(?:ins|del|moveFrom|moveTo) ": "tracked changes were accepted: words inserted stay, words deleted do not",
    rb"<w:commentReference ": "comments in the margin were left out",
    rb"<w:txbxContent\b": "text boxes were put under the paragraph that each is tied to; compare with the file",
}


def take(content: bytes) -> Taken:
    """The blocks of a file; raises UnreadableError."""
    parts = _parts(content)
    remarks = [said for sign, said in SIGNS.items() if re.search(sign, parts[MAIN])]
    document, left_out = as_printed(parts[MAIN], parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
    remarks += left_out
    found = taken(tree(_packed(parts, document), "docx", ("--track-changes=accept",)))
    if any(re.search(r"word/(?:header|footer)\d*\.xml", name) for name in parts):
        remarks.append("the headers and footers of the pages were left out")
    return replace(
        found,
        blocks=titled([with_marks(replace(block, id="")) for block in found.blocks]),
        remarks=(*remarks, *found.remarks),
    )


def as_printed(document: bytes, numbering: bytes | None, styles: bytes | None) -> tuple[bytes, tuple[str, ...]]:
    """The document with the words that Word prints of it, numbers among them, and what was left out."""
    root = docx_xml.tree(document)
    named = docx_xml.tree(styles or NOTHING)
    unboxed(root)
    left_out = tuple(printed(root, named))
    number(root, docx_xml.tree(numbering or NOTHING), named)
    return docx_xml.spelled(root), left_out


def _parts(content: bytes) -> Mapping[str, bytes]:
    """The files packed in a DOCX file, pictures aside; raises UnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _judge(packed)
            found = {name: packed.read(name) for name in packed.namelist() if name.endswith(READ)}
    except BROKEN as error:
        raise UnreadableError(_advice(content)) from error
    if any(ENTITIES.search(part.replace(b"\0", b"")) for part in found.values()):
        message = "expected a Word file, found entities in it, which Word never writes; save it again as .docx"
        raise UnreadableError(message)
    return found


def _judge(packed: zipfile.ZipFile) -> None:
    """Refuse what is no Word file, and what would fill the machine."""
    names = packed.namelist()
    unpacked = sum(each.file_size for each in packed.infolist())
    words = sum(each.file_size for each in packed.infolist() if each.filename.endswith(READ))
    if len(names) > MOST_PARTS or unpacked > MOST_BYTES or words > MOST_WORDS:
        size = f"{unpacked // 1_000_000} MB in {len(names)} parts, {words // 1_000_000} MB of them words"
        most = f"{MOST_BYTES // 1_000_000} MB when unpacked, {MOST_WORDS // 1_000_000} MB of them words"
        norm = f"expected a Word file of at most {most}"
        raise UnreadableError(f"{norm}, found {size}; it was not opened")
    if MAIN not in names:
        message = f"expected a Word file (.docx) with {MAIN} in it, found none; save it as .docx in a word processor"
        raise UnreadableError(message)


def _advice(content: bytes) -> str:
    norm = "expected a Word file (.docx)"
    if content.startswith(OLD_WORD):
        return f"{norm}, found an encrypted file or one of an old Word (.doc); save it as .docx without a password"
    if content.startswith(b"%PDF"):
        return f"{norm}, found a PDF; give it the ending .pdf"
    return f"{norm}, found a file that is broken or of another format; save it again as .docx"


def _packed(parts: Mapping[str, bytes], document: bytes) -> bytes:
    """The file with another document in it, without its pictures."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, document if name == MAIN else content)
    return made.getvalue()
