"""What it costs to make the search of a project: seconds, files, bytes, memory."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from macros.pagefind import built_indexes
from macros.terms.load import load
from macros.terms.model import Library, Publisher, Reading
from macros.terms.pages.filing import card
from macros.terms.pages.model import Asset
from macros.terms.pages.searching import Searched, clauses, searched
from macros.terms.pages.shelf import Shelf
from macros.terms.reading import read_all
from macros.terms.site import Setting, shelf
from macros.terms.status import in_force
from tests.bench.corpus import ROOT
from tests.bench.memory import Peak, watched

PAGEFIND = "pagefind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of so many texts and index pages: seconds of each run, and of all processors in it; files and bytes written.

    peak: of the memory, in one more run.
    """

    texts: int
    pages: int
    seconds: Sequence[float]
    cpu: Sequence[float]
    files: int
    bytes: int
    peak: Peak


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A library, its texts as read, and the documents as the site's pages know them."""

    library: Library
    readings: Sequence[Reading]
    shelves: Sequence[tuple[Shelf, Publisher]]


def kept(root: Path, day: date, *, contracts: int = 0, earlier: bool = False) -> Kept:
    """The texts of a project: those in force on a day, or all published ones, of its first contracts or of all."""
    library, problems = load(root)
    publishers = library.publishers[: contracts or None]
    library = replace(
        library,
        # A corpus has no words of its own that mean the same: it gets those of the site.
        synonyms=library.synonyms or load(ROOT)[0].synonyms,
        publishers=tuple(
            replace(
                each,
                documents=tuple(
                    replace(
                        document,
                        draft=None,
                        versions=document.versions if earlier else tuple(filter(None, [in_force(document, day)])),
                    )
                    for document in each.documents
                ),
            )
            for each in publishers
        ),
    )
    readings = read_all(library, day)
    if faults := [*problems, *(fault for reading in readings.values() for fault in reading.faults)]:
        raise ValueError(faults[0])
    setting = Setting(today=day, base="/", languages=library.languages, drafts=False)
    shelves = tuple((shelf(setting, each, document, readings), each) for each, document in library.documents())
    return Kept(library=library, readings=tuple(readings.values()), shelves=shelves)


def search_files(texts: Kept, *, earlier: bool = False) -> tuple[Searched, tuple[Asset, ...]]:
    """Everything that a build adds to a site for its search, with nothing kept from another build.

    Where `earlier`, only what it adds for earlier versions, though the pages of all are made.
    """
    documents = [(card(each, publisher), clauses(each)) for each, publisher in texts.shelves]
    search = searched(documents, texts.library.languages, texts.library.synonyms)
    indexes = tuple(each for each in search.indexes if each.merged or not earlier)
    with tempfile.TemporaryDirectory() as name:
        made = tuple(built_indexes(indexes, Path(name)))
    beside = tuple(each for each in search.assets if "/archive/" in each.address or not earlier)
    return replace(search, indexes=indexes), (*beside, *made)


def cost(root: Path, day: date, *, contracts: int = 0, earlier: bool = False, runs: int = 3) -> Cost:
    """What the search of a project costs, measured in a process of its own; reading its texts is not counted."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_cost, root, day, contracts, earlier, runs).result()


def _cost(root: Path, day: date, contracts: int, earlier: bool, runs: int) -> Cost:
    texts = kept(root, day, contracts=contracts, earlier=earlier)
    with watched(PAGEFIND) as peak:
        search, assets = search_files(texts, earlier=earlier)
    files, size = len(assets), sum(len(asset.content) for asset in assets)
    del assets
    timed = [_timed(texts, earlier=earlier) for _ in range(runs)]
    return Cost(
        texts=len({(page.rsplit("/", 1)[0], index.language) for index in search.indexes for page in index.pages}),
        pages=sum(len(index.pages) for index in search.indexes),
        seconds=[seconds for seconds, _ in timed],
        cpu=[cpu for _, cpu in timed],
        files=files,
        bytes=size,
        peak=peak,
    )


def _timed(texts: Kept, *, earlier: bool) -> tuple[float, float]:
    """Seconds of one run by the clock, and of all processors, Pagefind's included."""
    start, before = time.perf_counter(), sum(os.times()[:4])
    search_files(texts, earlier=earlier)
    return time.perf_counter() - start, sum(os.times()[:4]) - before
