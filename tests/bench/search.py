"""The search beside Material's own, lunr, over the same texts in one run: `python -m tests.bench.search`.

Or make bench-search. Prints one table in Markdown, and what it does meanwhile to the standard error. In the browser,
our page is the French home page of the real site as it is built, with the search of the corpus in the place of its
own; lunr's is that of a site of the same texts. Each is on a machine and a line as tests/bench/browsing.py slows them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from macros.plugin import build
from macros.settings import today
from macros.terms.load import load
from macros.terms.model import Reading
from macros.terms.names import SEARCH
from macros.terms.reading import read
from tests.bench.browsing import Measured, measure, serving
from tests.bench.corpus import ROOT, corpus
from tests.bench.indexes import Kept, cost, kept, search_files
from tests.bench.lunr import lunr_first_result, lunr_site
from tests.bench.relevance import QUESTIONS, UNSEEN, lunr, ours, questions
from tests.bench.rows import Row, table
from tests.bench.search_rows import browser_rows, index_rows, relevance_rows, stock_rows

CONTRACTS, VERSIONS = 50, 20
LANGUAGE, QUESTION = "fr", "résiliation"
SETTLED = (False, True)
BOX, RESULT = "#page--search", "#page--hits a"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as name:
        print(table([*_rows(Path(name), today(), options.archive, every=not options.quick)]))
    return 0


def rows(folder: Path) -> Iterator[Row]:
    """The rows of the table of all benches."""
    return _rows(folder, today(), 5, every=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description="Searches compared.")
    parser.add_argument(
        "--archive", type=int, default=5, metavar="N", help="index the earlier versions of so many contracts; 0: none"
    )
    parser.add_argument("--quick", action="store_true", help="without lunr over every version in one language")
    return parser.parse_args(arguments)


def _rows(folder: Path, day: date, archive: int, *, every: bool) -> Iterator[Row]:
    site, project = folder / "site", corpus(folder / "corpus", CONTRACTS, VERSIONS)
    yield from _indexes(project, day, archive)
    _tell("the real site")
    build(ROOT / "mkdocs.yml", site)
    texts = kept(project, day)
    page = _with_search(site, texts, folder / "page")
    _tell("the search of the corpus in the browser")
    here = _ours(page)
    of = f"{len(texts.readings)} texts"
    yield from _beside(here, texts.readings, of, folder / "lunr")
    if every:
        readings = _every(project, day)
        of = f"ours as above; lunr: {len(readings):,} texts, every version in one language"
        yield from _beside(here, readings, of, folder / "every")
    _tell("the questions")
    published = kept(ROOT, day).readings
    for file in (QUESTIONS, UNSEEN):
        asked = questions(file)
        yield from relevance_rows(file.name, ours(site, asked), *lunr(published, asked))


def _indexes(project: Path, day: date, archive: int) -> Iterator[Row]:
    _tell("the index of the real site")
    yield from index_rows("real site", cost(ROOT, day), seconds="1 s")
    _tell(f"the index of the corpus, {CONTRACTS} × {VERSIONS} × 2, in force")
    yield from index_rows("corpus, texts in force", cost(project, day), seconds="3 s", memory="200 MB")
    if archive:
        name = f"earlier versions of {archive} of its {CONTRACTS} contracts"
        _tell(f"the index of the {name}")
        yield from index_rows(name, cost(project, day, contracts=archive, earlier=True, runs=1))


def _ours(page: Path) -> list[Measured]:
    """Our search on a page, as soon as that is there, and once it is at rest."""
    with serving(page) as address:
        return [measure(f"{address}/{LANGUAGE}/", BOX, RESULT, QUESTION, settled=each) for each in SETTLED]


def _beside(here: Sequence[Measured], readings: Sequence[Reading], of: str, folder: Path) -> Iterator[Row]:
    """Lunr over these texts, beside ours."""
    _tell(f"lunr in the browser, {len(readings):,} texts")
    stock = lunr_site(readings, folder)
    yield from stock_rows(stock, f"{len(readings):,} texts")
    there = [lunr_first_result(stock.site, QUESTION, settled=each) for each in SETTLED]
    yield from browser_rows(of, here, there)


def _with_search(site: Path, texts: Kept, folder: Path) -> Path:
    """A copy of a built site that searches in these texts."""
    shutil.copytree(site, folder, ignore=lambda at, _: [SEARCH] if Path(at) == site else [])
    for asset in search_files(texts)[1]:
        path = folder / asset.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    return folder


def _every(project: Path, day: date) -> list[Reading]:
    """Every version of every contract in one language, as documentation tools index them."""
    library, _ = load(project)
    return [
        read(text, publisher.variables, day)
        for publisher, document in library.documents()
        for version in document.versions
        if (text := version.text(LANGUAGE))
    ]


def _tell(what: str) -> None:
    print(what, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
