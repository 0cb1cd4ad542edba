"""A text, or what it changes in another, to a PDF file: what stands around it, then its elements, to the typesetter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from macros.locales import translator
from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.model import Reading, Redline
from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.render import html
from macros.terms.render.elements import elements
from macros.terms.render.identity import fact_name
from macros.terms.render.pdf_file import pdf_file
from macros.terms.render.pdf_letters import spelled
from macros.terms.render.redline_html import RedlineHtml
from macros.terms.render.redline_sections import kind_in_words

# A line of words, and whether they are a date, address or digest, which read from left to right everywhere.
Line = tuple[str, bool]
# What lines are about, and the lines.
Row = tuple[str, tuple[Line, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """What the sheets of paper say around their text.

    running: the two ends of the running head; facts: below the title; end: on the last page, note below it;
    day: that of the version, which stands for every date of the file.
    """

    language: str
    publisher: str
    title: str
    description: str
    running: tuple[str, Line]
    facts: tuple[Row, ...]
    end: tuple[Row, ...]
    note: str
    day: date


def text_pdf(reading: Reading, sheets: Sheets) -> bytes:
    """The PDF file of a text, which carries its sealed words."""
    language, say = sheets.language, translator(sheets.language)
    data = {
        "heading": elements(html.titles(reading.tree, language) or escape(reading.text.front.title)),
        "body": elements(html.body(reading.tree, language, say)),
        "changes": [],
    }
    return _file(_around(sheets) | data, sheets.day, reading.canonical)


def redline_pdf(old: Reading, new: Reading, sheets: Sheets) -> bytes:
    """The PDF file of what a text changes in an earlier one."""
    say, redline = translator(sheets.language), compare(side(old), side(new))
    body = RedlineHtml(
        redline, language=sheets.language, translate=say, fact_name=lambda fact: fact_name(fact, say)
    ).html
    data = {
        "heading": elements(f"{escape(say('What changes'))}<br>{escape(new.text.front.title)}"),
        "body": elements(body),
        "changes": _changes(redline, sheets.language),
    }
    return _file(_around(sheets) | data, sheets.day)


def _file(data: Mapping[str, object], day: date, attached: str = "") -> bytes:
    return pdf_file({name: spelled(each) for name, each in data.items()}, day, attached)


def _around(sheets: Sheets) -> dict[str, object]:
    say = translator(sheets.language)
    return {
        "language": sheets.language,
        "direction": "rtl" if sheets.language in RIGHT_TO_LEFT else "ltr",
        "title": sheets.title,
        "publisher": sheets.publisher,
        "description": sheets.description,
        "day": [sheets.day.year, sheets.day.month, sheets.day.day],
        "running": {"title": sheets.running[0], "version": sheets.running[1], "page": say("page")},
        "facts": sheets.facts,
        "end": sheets.end,
        "note": sheets.note,
        "words": {
            "changes": say("What changes"),
            "inserted": say("inserted"),
            "deleted": say("deleted"),
            "moved": say("moved"),
        },
    }


def _changes(redline: Redline, language: str) -> Sequence[tuple[str, str, str]]:
    """Every clause that changed, what became of it in words, and where it is read."""
    say = translator(language)
    return [
        (each.clause.heading or say("before the first clause"), kind_in_words(each, say), each.clause.id)
        for each in redline.changes
    ]
