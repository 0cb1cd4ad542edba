"""A project read and made at once, in one process and without a cache: what all parts together must come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.terms.check import check
from macros.terms.load import load
from macros.terms.model import Library, Problem, Reading
from macros.terms.pages.filing import card
from macros.terms.pages.model import Asset, Export, Page, Site
from macros.terms.pages.pieces import file_pieces, page_pieces
from macros.terms.pages.searching import clauses
from macros.terms.reading import read_all
from macros.terms.render.sitemap import findable
from macros.terms.site import Setting, joined, search, shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Site):
    """All that is written of a site, with the files that are made apart."""

    exports: tuple[Export, ...]


def examine(root: Path, today: date) -> tuple[Library, Mapping[str, Reading], list[Problem]]:
    """A project's library, its texts as read today, and every problem in either, by place."""
    library, unread = load(root)
    readings = read_all(library, today)
    return library, readings, sorted({*unread, *check(library, readings)})


def site(setting: Setting, library: Library, readings: Mapping[str, Reading]) -> Whole:
    """The whole site of a library without problems, made at once."""
    shelves = [(shelf(setting, each, document, readings), each) for each, document in library.documents()]
    made = [
        made for each, _ in shelves for piece in (*file_pieces(each), *page_pieces(each)) for made in piece.make(each)
    ]
    pages = [each for each in made if isinstance(each, Page)]
    documents = [(card(each, publisher), clauses(each)) for each, publisher in shelves]
    looked = search(setting, library, documents)
    found = filter(None, map(findable, (*pages, *looked.pages)))
    rest = joined(setting, library, [each for each, _ in documents], [*found])
    return Whole(
        pages=(*rest.pages, *looked.pages, *pages),
        assets=(*rest.assets, *looked.assets, *(each for each in made if isinstance(each, Asset))),
        exports=tuple(each for each in made if isinstance(each, Export)),
        indexes=looked.indexes,
    )
