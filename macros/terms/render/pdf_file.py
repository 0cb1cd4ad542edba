"""Typst's compiler: data for the template to a tagged file for archives, PDF/A-3b and PDF/UA-1 at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from macros.terms.render.pdf_fonts import folders

# How tables share their room out, then all else.
TEMPLATE = [Path(__file__).with_name(name) for name in ("pdf_table.typ", "pdf.typ")]
STANDARDS: list[typst.PDFStandard] = ["a-3b", "ua-1"]


class PdfError(Exception):
    """The typesetter refused a text; its own words are the message."""


def pdf_file(data: Mapping[str, object], day: date, attached: str = "") -> bytes:
    """The file of what the template sets; day stands for every date of it, attached is the sealed text it carries."""
    inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
    try:
        made: bytes = typst.compile(
            b"\n".join(each.read_bytes() for each in TEMPLATE),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs=inputs | ({"attached": attached} if attached else {}),
            pdf_standards=STANDARDS,
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as error:
        raise PdfError("; ".join((error.message, *error.hints))) from error
    return made


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the packages, then Typst's own, which have signs: what a computer has besides must not be seen."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders())


@cache
def can_set(letter: str) -> bool:
    """Whether some font has a letter: a file for archives refuses one that none has."""
    source = f'#set document(title: "?")\n#{json.dumps(letter, ensure_ascii=False)}'
    try:
        typst.compile(
            source.encode(), font_paths=_fonts(), ignore_system_fonts=True, format="pdf", pdf_standards=STANDARDS[:1]
        )
    except typst.TypstError:
        return False
    return True
