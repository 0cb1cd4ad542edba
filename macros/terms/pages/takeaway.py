"""The files that a reader takes away: a text in every format, a redline on paper and in Word."""

from __future__ import annotations

from collections.abc import Mapping

from macros.locales import translator
from macros.terms.pages.editions import FORMATS
from macros.terms.pages.standing_views import File

# The formats by their names, those for reading first; plain text is called so in each language.
LABELS: Mapping[str, str] = {
    "pdf": "PDF",
    "docx": "Word",
    "text": "",
    "markdown": "Markdown",
    "json": "JSON",
    "xml": "Akoma Ntoso",
}
REDLINE = ("pdf", "docx")


def text_files(permalink: str, language: str) -> tuple[File, ...]:
    """The files of a published text, named in a language."""
    return tuple(_file(name, f"{permalink}terms", language) for name in LABELS)


def redline_files(address: str, language: str) -> tuple[File, ...]:
    """The files of a redline; of one without a page there are none."""
    return tuple(_file(name, f"{address}redline", language) for name in REDLINE) if address else ()


def _file(name: str, stem: str, language: str) -> File:
    suffix, media = FORMATS[name]
    return File(
        label=LABELS[name] or translator(language)("plain text"),
        type=media,
        address=f"{stem}.{suffix}",
        name=f"{kept_name(stem.rpartition('/')[0])}.{suffix}",
    )


def kept_name(address: str) -> str:
    """What files of a page are called in a folder of other contracts' files: "rezosocial-nextcloud-2026-05-19-fr"."""
    language, *path = address.strip("/").split("/")
    return "-".join([*(each for each in path if each != "changes"), language])
