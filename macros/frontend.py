"""Stylesheets, scripts and fonts of the pages: joined, subset, and named after what they hold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import USE_MY_METRICS

from macros.terms.pages.model import Asset

# French, English and what contracts print beside letters: quotes, dashes, signs, arrows.
CHARACTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033,
    0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, *range(0x2190, 0x2194), 0x2212,
]  # fmt: skip
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "onum", "pnum", "tnum"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file of a package, and what CSS calls it."""

    package: str
    file: str
    family: str
    weight: int
    style: str


FACES = (
    Face(
        package="font_source_serif_pro",
        file="SourceSerifPro-Regular.ttf",
        family="Terms Serif",
        weight=400,
        style="normal",
    ),
    Face(
        package="font_source_serif_pro", file="SourceSerifPro-It.ttf", family="Terms Serif", weight=400, style="italic"
    ),
    Face(
        package="font_source_serif_pro",
        file="SourceSerifPro-Semibold.ttf",
        family="Terms Serif",
        weight=600,
        style="normal",
    ),
    Face(
        package="font_source_sans_pro",
        file="SourceSansPro-Regular.ttf",
        family="Terms Sans",
        weight=400,
        style="normal",
    ),
    Face(
        package="font_source_sans_pro",
        file="SourceSansPro-Semibold.ttf",
        family="Terms Sans",
        weight=600,
        style="normal",
    ),
)
PRELOADED = FACES[:1]
# Runs before the first paint, so that a chosen scheme does not flash; everything else may wait.
EARLY = "scheme.js"
# What the module that a page fetches gives it, when a reader turns to the search box.
SEARCH_STARTS = "start"
IMPORTED = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)
EXPORTED = re.compile(r"^export (?=const|class)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontend:
    """The files that every page loads, and each by its role."""

    assets: tuple[Asset, ...]
    style: Asset
    script: Asset
    early_script: Asset
    search: Asset
    preloads: tuple[str, ...]


def frontend(components: Path, cache: Path) -> Frontend:
    """The front-end parts of a folder of components; subset fonts are kept in the cache folder."""
    fonts = {face: _named(f"assets/fonts/{Path(face.file).stem}", "woff2", _font(face, cache)) for face in FACES}
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted(components.glob("*.css")))
    scripts = [path for path in sorted(components.glob("*.js")) if path.name != EARLY]
    style = _named("assets/terms", "css", (_font_faces(fonts) + sheets).encode())
    script = _named("assets/terms", "js", "\n".join(path.read_text(encoding="utf-8") for path in scripts).encode())
    search = _named("assets/search", "js", _joined(components.parent / "search"))
    early = _named("assets/scheme", "js", (components / EARLY).read_bytes())
    return Frontend(
        assets=(*fonts.values(), style, script, early, search),
        style=style,
        script=script,
        early_script=early,
        search=search,
        preloads=tuple(fonts[face].address for face in PRELOADED),
    )


def _named(stem: str, suffix: str, content: bytes) -> Asset:
    """The file under a name that changes with its content, so that it may be cached forever."""
    return Asset(address=f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}", content=content)


def _joined(folder: Path) -> bytes:
    """The modules of a folder as one, each after those that it imports: a page waits for one file, not for a chain."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))}
    order = TopologicalSorter({name: IMPORTED.findall(source) for name, source in sources.items()}).static_order()
    parts = [EXPORTED.sub("", IMPORTED.sub("", sources[name])) for name in order]
    return "\n".join([*parts, f"export {{ {SEARCH_STARTS} }};\n"]).encode()


def _font_faces(fonts: Mapping[Face, Asset]) -> str:
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'font-display: swap; src: url("fonts/{Path(asset.address).name}") format("woff2"); }}\n'
        for face, asset in fonts.items()
    )


def _font(face: Face, cache: Path) -> bytes:
    """The subset of a font as WOFF2: the same bytes for the same source and the same fontTools."""
    source = files(face.package).joinpath("files", face.file).read_bytes()
    recipe = repr((version("fonttools"), version("brotli"), CHARACTERS, FEATURES, USE_MY_METRICS)).encode()
    kept = cache / f"{hashlib.sha256(source + recipe).hexdigest()}.woff2"
    if not kept.is_file():
        made = _subset(source)
        cache.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(made)
        part.replace(kept)
    return kept.read_bytes()


def _own_widths(font: TTFont) -> None:
    """Let every composite glyph have the width that the font gives it.

    Source Serif makes “ of two ‘ and says that it is as wide as one: a renderer without hints believes it.
    """
    glyphs, widths = font["glyf"], font["hmtx"]
    for name in glyphs.keys():  # noqa: SIM118  # fontTools' table is no mapping
        for component in glyphs[name].components if glyphs[name].isComposite() else ():
            if widths[component.glyphName][0] != widths[name][0]:
                component.flags &= ~USE_MY_METRICS


def _subset(source: bytes) -> bytes:
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    _own_widths(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
