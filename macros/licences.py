"""The licences of what others made and browsers are sent, with the words that their packages bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from macros.terms.pages.model import Asset

ADDRESS = "licences.txt"
NAMES = ("LICENSE", "LICENCE", "OFL")
RULE = "=" * 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """What others made: its name, the package that brings it, and patterns of the addresses that hold it."""

    name: str
    package: str
    served: tuple[str, ...]


COMPONENTS = (
    Component(
        name="Source Serif Pro",
        package="font-source-serif-pro",
        served=("assets/fonts/SourceSerifPro-*.woff2", "*.pdf"),
    ),
    Component(
        name="Source Sans Pro",
        package="font-source-sans-pro",
        served=("assets/fonts/SourceSansPro-*.woff2", "*.pdf"),
    ),
    Component(name="Amiri", package="fontpkg-amiri", served=("*.pdf",)),
    Component(name="Pagefind", package="pagefind_bin", served=("search/*/pagefind.js", "search/*/wasm.*.pagefind")),
)


def licences() -> Asset:
    """The list of what the site serves that others made, then the words of each licence."""
    head = "What this site serves and others made, with its licence. All else was made for this site.\n"
    return Asset(address=ADDRESS, content="\n".join([head, *map(_told, COMPONENTS)]).encode())


def _told(component: Component) -> str:
    """A component: what it is, where it stands and where it comes from, then its licence as its package brings it."""
    package = distribution(component.package)
    said = package.metadata.json
    head = [
        f"{component.name}: {', '.join(component.served)}",
        f"Licence: {said.get('license_expression') or said['license']}",
        f"From: {said['name']} {package.version}, {_origin(package)}",
    ]
    words = [*_words(package)] or ["Its package brings the licence by name only."]
    return "\n\n".join([RULE, "\n".join(head), *words]) + "\n"


def _origin(package: Distribution) -> str:
    """The address of a package's sources, or of its home."""
    said = package.metadata.json
    named = dict(each.split(", ", 1) for each in said.get("project_url", ()))
    found = (named.get(each) for each in ("Source Code", "Repository", "Homepage"))
    return next(filter(None, found), str(said.get("home_page")))


def _words(package: Distribution) -> Iterator[str]:
    """The text of each licence in a package, once."""
    found = [package.locate_file(each) for each in package.files or () if each.name.upper().startswith(NAMES)]
    texts = (Path(str(each)).read_text(encoding="utf-8").strip() for each in found)
    yield from dict.fromkeys(texts)
