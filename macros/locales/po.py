"""Catalogues as files: a .po text to Babel's catalogue and back, and to the words that the site says."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from macros.terms.names import LANGUAGE
from macros.terms.spaces import unbroken

SOURCE_LANGUAGE = "en"
LOCALES = Path(__file__).parent
# Dates, tools and people are left to git: the same messages give the same bytes.
HEAD = """\
{comment}
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


def path(language: str, folder: Path = LOCALES) -> Path:
    """Where the catalogue of a language is, or would be."""
    return folder / language / "LC_MESSAGES" / "terms.po"


def name(language: str) -> str:
    """What messages call that file: its path in the project."""
    return f"macros/locales/{path(language, Path()).as_posix()}"


def begun(folder: Path = LOCALES) -> set[str]:
    """The languages that have a folder."""
    found = {each.name for each in folder.iterdir() if each.is_dir() and LANGUAGE.fullmatch(each.name)}
    return found - {SOURCE_LANGUAGE}


def read(text: str, language: str) -> Catalog:
    """The entries of a .po text that are said; raises PoFileError or ValueError where it is none."""
    return read_po(StringIO(text), locale=language, ignore_obsolete=True, abort_invalid=True)


def written(catalog: Catalog, language: str) -> str:
    """The .po text of a catalogue, its entries by their English, the places of each without lines."""
    body = BytesIO()
    write_po(body, catalog, width=-1, omit_header=True, sort_output=True, include_lineno=False, ignore_obsolete=True)
    comment = catalog.header_comment.strip()
    head = HEAD.format(comment=comment, language=language, plural_forms=catalog.plural_forms)
    return (head + body.getvalue().decode()).strip() + "\n"


def compiled(language: str, folder: Path = LOCALES) -> GNUTranslations:
    """The words of a language with its rule of plurals; Babel leaves out what is empty or fuzzy.

    In French no line ends before a colon: catalogues are typed with plain spaces, as texts are.
    """
    machine, catalog = BytesIO(), read(path(language, folder).read_text(encoding="utf-8"), language)
    for message in catalog if language == "fr" else ():
        said = message.string
        message.string = unbroken(said) if isinstance(said, str) else tuple(map(unbroken, said or ()))
    write_mo(machine, catalog)
    machine.seek(0)
    return GNUTranslations(machine)
