"""Catalogues to what is wrong in them: what the sources say and they do not, or not as it has to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from macros.locales.extraction import template
from macros.locales.po import LOCALES, SOURCE_LANGUAGE, begun, name, path, read
from macros.locales.translations import english, translation_faults
from macros.terms.model import Fault, Problem
from macros.terms.names import LANGUAGES

# Babel takes the first and last characters of a string for its quotes, whatever they are.
LINE = re.compile(r'#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) +)?"(?:[^"\\]|\\[\\trn"])*"|')


def faults(folder: Path = LOCALES) -> Iterator[Problem]:
    """Every catalogue of the site's languages, and of those begun, says every message, with its names filled in."""
    languages = begun(folder) | set(LANGUAGES) - {SOURCE_LANGUAGE}
    yield from sorted(
        Problem(path=name(language), line=fault.line, message=fault.message)
        for language in languages
        for fault in _faults(path(language, folder), language)
    )


@cache
def _said() -> Catalog:
    """What the sources say: they do not change while a program runs."""
    return template()


def unreadable(data: bytes, language: str) -> list[Fault]:
    """Why a file is no catalogue that Babel reads as it is meant; empty where it is one."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [Fault(line=line, message="expected text in UTF-8, found another encoding; save the file in UTF-8")]
    norm = 'expected a keyword and a text in double quotes (a quote in it as \\"), or a comment'
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    wrong = [(number, f"{norm}, found: {line}; correct the line") for number, line in lines if not LINE.fullmatch(line)]
    return [Fault(line=number, message=message) for number, message in wrong] or _unread(text, language)


def _unread(text: str, language: str) -> list[Fault]:
    """Where Babel stops reading well-formed lines, and why."""
    try:
        # Whatever is wrong in the head, Babel says it of the comment that follows: the head is read alone first.
        read(text.partition("\n\n")[0], language)
        read(text, language)
    except PoFileError as error:
        what = str(error).rpartition(" on ")[0]
        norm = "expected msgid, then msgstr, or msgid_plural and a msgstr[0], msgstr[1]… for each form"
        return [Fault(line=error.lineno + 1, message=f"{norm}, found: {what}; correct the entry")]
    except ValueError as error:
        norm = "expected the head that make messages writes"
        return [Fault(line=1, message=f"{norm}, found another ({error}); copy that of another catalogue")]
    return []


def _faults(file: Path, language: str) -> Sequence[Fault]:
    if not file.is_file():
        return [Fault(line=1, message="expected a catalogue, found none; run make messages, then translate it")]
    return _wrong(file.read_bytes(), language)


@lru_cache(maxsize=8)
def _wrong(data: bytes, language: str) -> tuple[Fault, ...]:
    """What is wrong with a catalogue; a program that checks again and again reads the same bytes once."""
    return tuple(_found(data, language, _said()))


def _found(data: bytes, language: str, said: Catalog) -> Iterator[Fault]:
    broken = unreadable(data, language)
    if broken:
        yield from broken
        return
    catalog = read(data.decode(), language)
    yield from _head(catalog, Catalog(locale=language))
    yield from _entries(catalog, said)
    for entry in catalog:
        if said.get(entry.id) is None and entry.id:
            found = f'found "{english(entry)}", which nothing says'
            yield Fault(
                line=entry.lineno or 1, message=f"expected a message of the sources, {found}; run make messages"
            )


def _head(found: Catalog, norm: Catalog) -> Iterator[Fault]:
    """A catalogue names its own language, and the rule of plurals that Babel has for it."""
    expected, says = (f"{each.locale_identifier}, {each.charset}, {each.plural_forms}" for each in (norm, found))
    if expected != says:
        yield Fault(line=1, message=f"expected a head that says {expected} found {says} run make messages")


def _entries(catalog: Catalog, said: Catalog) -> Iterator[Fault]:
    """Each message of the sources has an entry, which says what it says."""
    for message in said:
        entry = catalog.get(message.id)
        if not message.id:
            continue
        if entry is None:
            places = ", ".join(dict.fromkeys(place for place, _ in message.locations))
            norm = f'expected an entry for "{english(message)}" ({places})'
            yield Fault(line=1, message=f"{norm}, found none; run make messages, then translate it")
        elif entry.id != message.id:
            found = f'found others for "{english(message)}"'
            norm = "expected the singular and plural of the sources"
            yield Fault(line=entry.lineno or 1, message=f"{norm}, {found}; run make messages, then translate it")
        else:
            yield from (Fault(line=entry.lineno or 1, message=each) for each in translation_faults(entry, catalog))
