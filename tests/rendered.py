"""The files of a site as the engine makes them, without MkDocs, the theme or a browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

from macros.terms.model import Library, Reading
from macros.terms.pages.connect import document_feeds
from macros.terms.pages.model import Export
from macros.terms.pages.paper_files import paper_redlines, paper_texts
from macros.terms.pages.shelf import Shelf
from macros.terms.site import Setting, shelf
from tests.conftest import ROOT, TODAY
from tests.whole import Whole, examine, site

BASE = "https://terms.example/"
SITES: Mapping[str, Path] = {
    "real": ROOT,
    "history": ROOT / "tests" / "sites" / "history",
    "tiny": ROOT / "tests" / "sites" / "tiny",
    "odd": ROOT / "tests" / "sites" / "odd",
}


@cache
def project(name: str, today: str = TODAY, base: str = BASE) -> tuple[Whole, Mapping[str, Reading]]:
    """A site on a day, and its texts as read: made once for all the tests of a process."""
    return _project(SITES[name], today, base)


@cache
def served(name: str) -> frozenset[str]:
    """The address of every file of a site, those that take long to make included."""
    made = project(name)[0]
    return frozenset(each.address for some in (made.assets, made.exports) for each in some)


@cache
def rendered(name: str, today: str = TODAY, base: str = BASE) -> Mapping[str, bytes]:
    """Every file of a site on a day, by its address."""
    return {each.address: each.content for each in project(name, today, base)[0].assets}


def feeds(root: Path, today: str = TODAY) -> Mapping[str, bytes]:
    """What the API, feeds and calendars say of each document of a project on a day, by address: no page is made."""
    return {each.address: each.content for of in shelves(root, today) for each in document_feeds(of)}


def papers(root: Path) -> Mapping[str, Export]:
    """The PDF files of a project, by address, each still to be made."""
    made = (
        piece
        for of in shelves(root)
        for piece in (
            *(paper_texts(of, version) for version in of.document.versions),
            *(paper_redlines(of, old, new) for old, new in of.pairs),
        )
    )
    return {each.address: each for each in chain.from_iterable(made)}


def shelves(root: Path, today: str = TODAY) -> list[Shelf]:
    """Each document of a project on a day, as its pages and files are made of."""
    setting, library, readings = _read(root, today, BASE)
    return [shelf(setting, publisher, document, readings) for publisher, document in library.documents()]


def _project(root: Path, today: str, base: str) -> tuple[Whole, Mapping[str, Reading]]:
    setting, library, readings = _read(root, today, base)
    return site(setting, library, readings), readings


def _read(root: Path, today: str, base: str) -> tuple[Setting, Library, Mapping[str, Reading]]:
    day = date.fromisoformat(today)
    library, readings, problems = examine(root, day)
    assert problems == []
    return Setting(today=day, base=base, languages=library.languages, drafts=True), library, readings


def ending(name: str, end: str) -> dict[str, bytes]:
    """The files of a site whose address ends so."""
    return {address: content for address, content in rendered(name).items() if address.endswith(end)}
