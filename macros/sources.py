"""What decides on what is made beside the texts: the engine and its words, and the look of the pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from macros.cache import key

ENGINE = Path(__file__).parent
# The libraries that read texts, write files, and say dates and languages.
LIBRARIES = (
    "babel", "font-source-sans-pro", "font-source-serif-pro", "fontpkg-amiri", "jinja2", "lxml", "markdown-it-py",
    "mdit-py-plugins", "pagefind_bin", "python-docx", "python-stdnum", "rapidfuzz", "typst",
)  # fmt: skip
# What pages are put into.
THEME = ("jinja2", "markupsafe")


@cache
def engine() -> str:
    """The digest of all code of ours, of the site's words, of schemas and of the libraries."""
    schemas = ENGINE.parent / "variables" / "schema"
    return key(*map(version, LIBRARIES), files_digest(ENGINE), files_digest(schemas))


def look(root: Path) -> str:
    """The digest of a project's templates and settings, and of the theme."""
    return key(_theme(), files_digest(root / "mkdocs.yml"), files_digest(root / "overrides"))


@cache
def _theme() -> str:
    return key(*map(version, THEME))


def files_digest(path: Path) -> str:
    """The digest of a file, or of all that a folder holds, by name; of what does not exist, that of nothing."""
    return key(*(part for each in _files(path) for part in each))


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_file():
        yield path.name, path.read_bytes()
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        yield os.path.relpath(folder, path), b""
        for name in sorted(names):
            yield name, Path(folder, name).read_bytes()
