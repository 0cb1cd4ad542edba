"""The fonts of the pages: subset to the letters that they print, and what the stylesheet says of them."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

SPACES = (0xA0, 0xAD, 0x2009, 0x2011, 0x202F)
# What French and English contracts print; a page that names somebody with other letters fetches those apart.
USUAL = frozenset(
    [*range(0x20, 0x7F), *SPACES, *map(ord, "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»‹›‘’“”„–—…·•§°ª²³€£©®™№½¼×−←↑→↓")]
)
OTHER = frozenset([*range(0xA0, 0x180), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033]) - USUAL
FEATURES = ("kern", "liga", "locl")
# What is done to a subset beside: another name makes every font anew.
MENDED = "own widths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file of a package, and what CSS calls it."""

    package: str
    file: str
    family: str
    weight: int = 400
    style: str = "normal"


SERIF, SANS = "font_source_serif_pro", "font_source_sans_pro"
FACES = (
    Face(package=SERIF, file="SourceSerifPro-Regular.ttf", family="Terms Serif"),
    Face(package=SERIF, file="SourceSerifPro-It.ttf", family="Terms Serif", style="italic"),
    Face(package=SERIF, file="SourceSerifPro-Semibold.ttf", family="Terms Serif", weight=600),
    Face(package=SANS, file="SourceSansPro-Regular.ttf", family="Terms Sans"),
    Face(package=SANS, file="SourceSansPro-Semibold.ttf", family="Terms Sans", weight=600),
)


def font(face: Face, letters: Iterable[int], cache: Path) -> bytes:
    """Some letters of a face as WOFF2, kept in a folder: the same bytes for the same source and the same fontTools."""
    source = files(face.package).joinpath("files", face.file).read_bytes()
    recipe = repr((version("fonttools"), version("brotli"), sorted(letters), FEATURES, MENDED)).encode()
    kept = cache / f"{hashlib.sha256(source + recipe).hexdigest()}.woff2"
    if not kept.is_file():
        made = _subset(source, letters)
        cache.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(made)
        part.replace(kept)
    return kept.read_bytes()


def font_face(face: Face, address: str, letters: Iterable[int] = (), family: str = "") -> str:
    """The rule that names a font file to CSS, under a family if not its own.

    A browser fetches it for these letters alone, without any for all.
    """
    ranges = f" unicode-range: {', '.join(_ranges(letters))};" if letters else ""
    return (
        f'@font-face {{ font-family: "{family or face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'font-display: optional; src: url("{address}") format("woff2");{ranges} }}\n'
    )


def _ranges(letters: Iterable[int]) -> Iterator[str]:
    known = frozenset(letters)
    for first in sorted(each for each in known if each - 1 not in known):
        last = first
        while last + 1 in known:
            last += 1
        yield f"U+{first:X}-{last:X}" if last > first else f"U+{first:X}"


def _own_widths(font: TTFont) -> None:
    """Let every composite glyph have the width that the font gives it.

    Source Serif makes “ of two ‘ and says that it is as wide as one: a renderer without hints believes it.
    """
    from fontTools.ttLib.tables._g_l_y_f import USE_MY_METRICS

    glyphs, widths = font["glyf"], font["hmtx"]
    for name in glyphs.keys():  # noqa: SIM118  # fontTools' table is no mapping
        for component in glyphs[name].components if glyphs[name].isComposite() else ():
            if widths[component.glyphName][0] != widths[name][0]:
                component.flags &= ~USE_MY_METRICS


def _subset(source: bytes, letters: Iterable[int]) -> bytes:
    # A tenth of a second that a command whose fonts are made does not wait.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    with warnings.catch_warnings():
        # fontTools asks struct for the same format as bytes and as a string, which are then compared.
        warnings.simplefilter("ignore", BytesWarning)
        font = TTFont(BytesIO(source), recalcTimestamp=False)
        subsetter = subset.Subsetter(subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True))
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        _own_widths(font)
        font.flavor = "woff2"
        made = BytesIO()
        font.save(made)
    return made.getvalue()
