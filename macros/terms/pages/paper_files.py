"""The PDF files beside the pages: each published text, and each redline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.locales import Translator, translator
from macros.terms.formats import language_name
from macros.terms.ledger import digest
from macros.terms.model import Text, Version
from macros.terms.names import DRAFT
from macros.terms.pages.model import Export
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.version_names import applies, version_name
from macros.terms.pages.word_files import day_of_file, sources
from macros.terms.render.pdf_sheets import Line, Row, Sheets, redline_pdf, text_pdf


def paper_texts(shelf: Shelf, version: Version) -> Iterator[Export]:
    """The PDF file of each text of a version."""
    for text in version.texts:
        sheets, reading = _of_text(shelf, version, text), shelf.readings[text.path]
        yield Export(
            address=f"{shelf.permalink(version, text)}terms.pdf",
            inputs=(repr(sheets), *sources(reading)),
            make=partial(text_pdf, reading, sheets),
        )


def paper_redlines(shelf: Shelf, old: Version, new: Version) -> Iterator[Export]:
    """The PDF file of a redline, in each language that both versions have a text in."""
    for texts in shelf.both(old, new):
        yield _redline(shelf, texts, new, f"{shelf.redline_address(old, new, texts[1].language)}redline.pdf")


def _redline(shelf: Shelf, texts: tuple[Text, Text], new: Version, address: str) -> Export:
    sheets = _of_redline(shelf, texts, new)
    before, after = (shelf.readings[each.path] for each in texts)
    return Export(
        address=address,
        inputs=(repr(sheets), *sources(before), *sources(after)),
        make=partial(redline_pdf, before, after, sheets),
    )


def _of_text(shelf: Shelf, version: Version, text: Text) -> Sheets:
    say = translator(text.language)
    said = say("version {version}", version=version.name)
    name = shelf.names.get(version.name, shelf.publisher)
    return Sheets(
        language=text.language,
        publisher=name,
        title=f"{shelf.titled(text)}, {said}",
        description=f"{text.front.title}, {name}, {said}",
        running=(f"{name} · {text.front.title}", (said, False)),
        facts=(
            (say("Version"), ((version.name, True), (applies(text.front, language=text.language), False))),
            _binding(text, say),
        ),
        end=(
            (say("Permanent address"), ((f"{shelf.base}{shelf.permalink(version, text)}", True),)),
            (say("SHA-256 of the text"), ((digest(shelf.readings[text.path].canonical), True),)),
        ),
        note=say("The sealed text, terms.md, is attached to this file: its SHA-256 is the digest above."),
        day=version.day,
    )


def _of_redline(shelf: Shelf, texts: tuple[Text, Text], new: Version) -> Sheets:
    old, text = texts
    say, drafted = translator(text.language), new.name == DRAFT
    before, after = (version_name(each.version, language=text.language) for each in texts)
    name = shelf.names.get(new.name, shelf.publisher)
    arrow = f"{before} → {after}"
    return Sheets(
        language=text.language,
        publisher=name,
        title=say("{name}: {what}", name=say("What changes"), what=f"{shelf.titled(text)}, {arrow}"),
        description=say("{name}: {what}", name=say("What changes"), what=f"{text.front.title}, {name}, {arrow}"),
        running=(f"{name} · {text.front.title}", (arrow, True)),
        facts=((say("Before"), ((before, True),)), (say("After"), ((after, not drafted),)), _binding(text, say)),
        end=tuple(_digest(shelf, each, say) for each in (old, *(() if drafted else (text,)))),
        note=say("A draft: not published, not in force and not an offer.") if drafted else "",
        day=day_of_file(shelf, new, text),
    )


def _digest(shelf: Shelf, text: Text, say: Translator) -> Row:
    named = f"{say('SHA-256 of the text')}, {text.version}"
    return named, ((digest(shelf.readings[text.path].canonical), True),)


def _binding(text: Text, say: Translator) -> Row:
    """Which language prevails, and that a translation is none that does."""
    name = language_name(text.front.binding, language=text.language)
    courtesy = f"{say('The {language} text prevails.', language=name)} {say('This translation is a courtesy.')}"
    lines: tuple[Line, ...] = ((name, False),)
    return say("Binding language"), lines if text.language == text.front.binding else (*lines, (courtesy, False))
