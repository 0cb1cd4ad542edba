"""Stylesheets, scripts and fonts of the pages: joined, and named after what they hold."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

from macros.fonts import FACES, OTHER, USUAL, Face, font, font_face
from macros.terms.pages.model import Asset

# The faces of the text and the interface. A page does not wait for the semibold ones: where they come too late, these
# are made bold.
PRELOADED = (FACES[0], FACES[3])
# Runs before the first paint, so that a chosen scheme does not flash; everything else may wait.
EARLY = "scheme.js"
# What the module that a page fetches gives it, when a reader turns to the search box.
SEARCH_STARTS = "start"
IMPORTED = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)
EXPORTED = re.compile(r"^export (?=const|class)", re.MULTILINE)
TWO_SCHEMES = re.compile(r"(--[\w-]+): light-dark\(([^,()]+), [^()]+\);")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontend:
    """The files that every page loads, and each by its role; fonts are those of French and English."""

    assets: tuple[Asset, ...]
    fonts: tuple[Asset, ...]
    style: Asset
    script: Asset
    early_script: Asset
    search: Asset
    preloads: tuple[str, ...]


def frontend(components: Path, cache: Path) -> Frontend:
    """The front-end parts of a folder of components; subset fonts are kept in the cache folder."""
    usual, other = ({face: _font(face, letters, cache) for face in FACES} for letters in (USUAL, OTHER))
    rules = [font_face(face, _beside(each)) for face, each in usual.items()]
    rules += [font_face(face, _beside(each), OTHER) for face, each in other.items()]
    rules += [font_face(face, _beside(usual[face]), family=f"{face.family} plain") for face in PRELOADED]
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted(components.glob("*.css")))
    scripts = [path for path in sorted(components.glob("*.js")) if path.name != EARLY]
    style = _named("assets/terms", "css", "".join([*rules, sheets, _light(sheets)]).encode())
    script = _named("assets/terms", "js", "\n".join(path.read_text(encoding="utf-8") for path in scripts).encode())
    search = _named("assets/search", "js", _joined(components.parent / "search"))
    early = _named("assets/scheme", "js", (components / EARLY).read_bytes())
    return Frontend(
        assets=(*usual.values(), *other.values(), style, script, early, search),
        fonts=(*usual.values(),),
        style=style,
        script=script,
        early_script=early,
        search=search,
        preloads=tuple(usual[face].address for face in PRELOADED),
    )


def _font(face: Face, letters: frozenset[int], cache: Path) -> Asset:
    return _named(f"assets/fonts/{Path(face.file).stem}", "woff2", font(face, letters, cache))


def _beside(asset: Asset) -> str:
    """The address of a font as the stylesheet beside its folder names it."""
    return asset.address.removeprefix("assets/")


def _named(stem: str, suffix: str, content: bytes) -> Asset:
    """The file under a name that changes with its content, so that it may be cached forever."""
    return Asset(address=f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}", content=content)


def _light(sheets: str) -> str:
    """The light colours, for browsers older than `light-dark()` (Safari 17.5): a name without a value leaves panels
    without paper.
    """
    colours = "".join(f"{name}: {light}; " for name, light in TWO_SCHEMES.findall(sheets))
    rule = f":root, :root[data-terms-scheme] {{ {colours}color-scheme: light; }} .terms-scheme {{ display: none; }}"
    return f"@supports not (color: light-dark(#000, #fff)) {{ @media screen {{ {rule} }} }}\n"


def _joined(folder: Path) -> bytes:
    """The modules of a folder as one, each after those that it imports: a page waits for one file, not for a chain."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))}
    order = TopologicalSorter({name: IMPORTED.findall(source) for name, source in sources.items()}).static_order()
    parts = [EXPORTED.sub("", IMPORTED.sub("", sources[name])) for name in order]
    return "\n".join([*parts, f"export {{ {SEARCH_STARTS} }};\n"]).encode()
