"""Catalogues brought up to the sources, for `make messages`: python -m macros.locales.update [language to begin]."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from macros.locales.catalogues import unreadable
from macros.locales.extraction import template
from macros.locales.po import LOCALES, SOURCE_LANGUAGE, begun, name, path, read, written
from macros.locales.translations import forms
from macros.terms.names import LANGUAGE, LANGUAGES

COMMENT = "# The words of the site in {language}. English stands in the source: a key is the English sentence."


def main(given: Sequence[str], folder: Path = LOCALES) -> int:
    """Bring every catalogue up to the sources, and begin that of a given language; the exit code."""
    unknown = [each for each in given if not LANGUAGE.fullmatch(each) or Catalog(locale=each).locale is None]
    if unknown or SOURCE_LANGUAGE in given:
        norm = "expected the code of a language other than English, such as de"
        sys.stderr.write(f"{norm}, found {', '.join(unknown) or SOURCE_LANGUAGE}\n")
        return 2
    languages = sorted({*given, *begun(folder), *LANGUAGES} - {SOURCE_LANGUAGE})
    # Each language is told, also after one that cannot be read.
    return max([_update(language, folder) for language in languages])


def updated(before: str, language: str) -> str:
    """The .po text of a language with the messages of the sources: new ones empty, changed ones fuzzy, no others."""
    catalog = _catalogue(before, language)
    catalog.update(template())
    for message in catalog:
        # Babel hands the marks of the old message on to the new one; only a doubt stays, what its names are is known.
        message.flags = (message.flags & {"fuzzy"}) | Message(message.id).flags
    return written(catalog, language)


def _catalogue(before: str, language: str) -> Catalog:
    """What was translated, under the head and the rule of plurals that Babel has for the language."""
    catalog = Catalog(locale=language)
    old = read(before, language) if before else None
    catalog.header_comment = (old and old.header_comment) or COMMENT.format(language=catalog.locale.english_name)
    for message in old or ():
        if message.id:
            catalog[message.id] = message
    return catalog


def _update(language: str, folder: Path) -> int:
    """Write the catalogue of a language where it changes, and tell what is left to do; 1 where it cannot be read."""
    file = path(language, folder)
    before = file.read_bytes() if file.is_file() else b""
    faults = unreadable(before, language) if before else []
    if faults:
        sys.stderr.writelines(f"{name(language)}:{each.line}: {each.message}\n" for each in faults)
        return 1
    after = updated(before.decode(), language)
    if after.encode() != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(after.encode())
    entries = [each for each in read(after, language) if each.id]
    empty = sum(not all(forms(each)) for each in entries)
    fuzzy = sum(each.fuzzy for each in entries)
    sys.stdout.write(f"{name(language)}: {len(entries)} messages, {empty} to translate, {fuzzy} to read again\n")
    return 0


if __name__ == "__main__":
    sys.exit(main([each for each in sys.argv[1:] if each]))
