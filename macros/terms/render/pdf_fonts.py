"""The fonts of PDF files: where their packages keep them, and which letters they have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

# Each package with the face that has all its letters: Latin, Greek and Cyrillic ones, then Arabic ones.
FACES = {
    "font_source_serif_pro": "SourceSerifPro-Regular.ttf",
    "font_source_sans_pro": "SourceSansPro-Regular.ttf",
    "fontpkg_amiri": "Amiri-Regular.ttf",
}


def folders() -> list[str]:
    """The folder of each package's fonts."""
    return [str(files(package).joinpath("files")) for package in FACES]


@cache
def letters() -> frozenset[int]:
    """The code points that some font has."""
    return frozenset(each for path in _faces() for each in _mapped(path))


def _faces() -> Iterator[Path]:
    for folder, face in zip(folders(), FACES.values(), strict=True):
        yield Path(folder) / face


def _mapped(path: Path) -> Iterator[int]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        yield from font.getBestCmap()
