"""The Word files beside the pages: each published text, and each redline with its changes tracked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from macros.locales import translator
from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.formats import language_name
from macros.terms.ledger import digest
from macros.terms.model import Reading, Text, Version
from macros.terms.names import DRAFT
from macros.terms.pages.model import Export
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.version_names import version_name
from macros.terms.reading import day_of
from macros.terms.render.docx_file import Imprint, docx_file

# How much of a digest tells two texts apart at the foot of a redline.
SHORT = 16


def word_texts(shelf: Shelf, version: Version) -> Iterator[Export]:
    """The Word file of each text of a version."""
    for text in version.texts:
        address = f"{shelf.permalink(version, text)}terms.docx"
        yield _export(shelf, address, text, text, _of_text(shelf, version, text))


def word_redlines(shelf: Shelf, old: Version, new: Version) -> Iterator[Export]:
    """The Word file of a redline, in each language that both versions have a text in."""
    for texts in shelf.both(old, new):
        address = f"{shelf.redline_address(old, new, texts[1].language)}redline.docx"
        yield _export(shelf, address, *texts, _of_redline(shelf, texts, new))


def _export(shelf: Shelf, address: str, old: Text, new: Text, imprint: Imprint) -> Export:
    before, after = (shelf.readings[each.path] for each in (old, new))
    return Export(
        address=address,
        inputs=(repr(imprint), *sources(before), *sources(after)),
        make=partial(_made, before, after, imprint),
    )


def _made(old: Reading, new: Reading, imprint: Imprint) -> bytes:
    return docx_file(compare(side(old), side(new)), imprint)


def sources(reading: Reading) -> Iterator[str]:
    """All of a reading that decides what a file of it says."""
    yield reading.canonical
    yield repr(reading.filled)


def _of_text(shelf: Shelf, version: Version, text: Text) -> Imprint:
    say = translator(text.language)
    foot = f"SHA-256 {digest(shelf.readings[text.path].canonical)}"
    if text.language != text.front.binding:
        binding = language_name(text.front.binding, language=text.language)
        foot += f"\n{say('The {language} text prevails.', language=binding)} {say('This translation is a courtesy.')}"
    return _imprint(shelf, version, text, say("version {version}", version=version.name), foot)


def _of_redline(shelf: Shelf, texts: tuple[Text, Text], new: Version) -> Imprint:
    text, say = texts[1], translator(texts[1].language)
    names = " → ".join(version_name(each.version, language=text.language) for each in texts)
    proved = " → ".join(f"{digest(shelf.readings[each.path].canonical)[:SHORT]}…" for each in texts)
    draft = say("A draft: not published, not in force and not an offer.")
    return _imprint(
        shelf,
        new,
        text,
        f"{say('What changes')} · {names}",
        draft if new.name == DRAFT else f"SHA-256 {proved}",
    )


def _imprint(shelf: Shelf, version: Version, text: Text, said: str, foot: str) -> Imprint:
    return Imprint(
        title=text.front.title,
        author=shelf.publisher,
        language=text.language,
        head=(shelf.titled(text), said),
        foot=foot,
        page=translator(text.language)("page"),
        day=day_of_file(shelf, version, text),
    )


def day_of_file(shelf: Shelf, version: Version, text: Text) -> date:
    """The day that stands for every date of a file: that of the version, of a draft the one that it proposes."""
    return version.day if version.name != DRAFT else day_of(text.front) or shelf.today
