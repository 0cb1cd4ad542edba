"""The fonts of PDF files: where their packages keep them, and which letters they have."""

from __future__ import annotations

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
    from fontTools.ttLib import TTFont

    found: set[int] = set()
    for folder, face in zip(folders(), FACES.values(), strict=True):
        with TTFont(Path(folder, face), lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)
