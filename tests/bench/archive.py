"""All redlines of a contract with forty versions, every pair: what they cost, and what memory they need."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from macros.locales import translator
from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.load import load
from macros.terms.reading import read_all
from macros.terms.render.redline_html import RedlineHtml
from tests.bench.builds import DAY
from tests.bench.corpus import corpus
from tests.bench.rows import Row

VERSIONS = 40


def rows(folder: Path) -> Iterator[Row]:
    """The rows of the table."""
    library, _ = load(corpus(folder, contracts=1, versions=VERSIONS, languages=["fr"]))
    readings = read_all(library, DAY)
    began, peak = time.process_time(), _peak()
    sides = [side(each) for each in readings.values()]
    said = 0
    for old, new in combinations(sides, 2):
        said += len(RedlineHtml(compare(old, new), language="fr", translate=translator("fr"), fact_name=str).html)
    seconds, pairs = time.process_time() - began, len(sides) * (len(sides) - 1) // 2
    size = sum(len(each.text.encode()) for each in sides) / len(sides)
    of = f"{pairs} redlines of {VERSIONS} versions of {size / 1000:.0f} kB, {said / 1e6:.0f} MB of HTML"
    yield Row(area="archive", measure="every pair of versions, CPU", ours=f"{seconds:.1f} s", of=of)
    yield Row(area="archive", measure="– one redline", ours=f"{seconds / pairs * 1000:.0f} ms", of="the same")
    yield Row(
        area="archive", measure="– memory beyond the texts", ours=f"{(_peak() - peak) / 1024:.0f} MB", of="the same"
    )


def _peak() -> int:
    """The most memory that this process held so far, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
