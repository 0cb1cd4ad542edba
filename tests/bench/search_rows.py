"""The rows of the table about searching, each with its target where the project has set one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.bench.browsing import Measured
from tests.bench.indexes import Cost
from tests.bench.lunr import Built
from tests.bench.relevance import FIRST, Rate
from tests.bench.rows import NOTHING, Row

MB, KB, MS = 1e6, 1e3, 1e3
FIRST_RESULT, TRANSFER, NEXT_KEY, WELL_FOUND = "1 : 15", "180 kB", "50 ms", "95 %"


def index_rows(name: str, cost: Cost, *, seconds: str = NOTHING, memory: str = NOTHING) -> Iterator[Row]:
    """What an index costs: the quickest run, as the one that was disturbed least, and all of them."""
    runs, peak = ", ".join(f"{each:.1f}" for each in cost.seconds), cost.peak
    parts = (
        f"Pagefind's processes {peak.others / MB:,.0f} MB, ours {peak.own / MB:,.0f} MB beyond {peak.before / MB:,.0f}"
    )
    yield _own(
        f"index, {name}",
        f"{min(cost.seconds):.1f} s",
        seconds,
        f"{cost.texts:,} texts, {cost.pages:,} clauses; s: {runs}",
    )
    yield _own("– CPU", f"{min(cost.cpu):.1f} s", NOTHING, "the same, on all processors")
    yield _own("– memory at once", f"{peak.together / MB:,.0f} MB", memory, parts)
    yield _own("– written", f"{cost.bytes / MB:.1f} MB", NOTHING, f"{cost.files:,} files")


def stock_rows(stock: Built, of: str) -> Iterator[Row]:
    """What lunr's index costs: with the site, from which it cannot be told apart."""
    yield _row("site with lunr's index", NOTHING, NOTHING, f"{stock.seconds:.1f} s", of=f"mkdocs build, {of}")
    size = f"{stock.index / MB:.1f} MB"
    yield _row("– its index", NOTHING, NOTHING, size, of=f"{stock.gzipped / MB:.2f} MB gzipped")


def browser_rows(of: str, here: Sequence[Measured], there: Sequence[Measured]) -> Iterator[Row]:
    """Ours and lunr in the browser: searched as soon as the page is there, and once it asks for nothing more."""
    cases = (("as soon as the page is there", FIRST_RESULT), ("once the page is at rest", NOTHING))
    for ours, lunr, (when, target) in zip(here, there, cases, strict=True):
        times = f"{ours.first_seconds:.2f} s", f"{lunr.first_seconds:.2f} s"
        first = _ratio(ours.first_seconds, lunr.first_seconds)
        yield _row(f"first result, {when}", times[0], _at_most(target), times[1], first, of=of)
        keys = f"{ours.next_seconds * MS:.0f} ms", f"{lunr.next_seconds * MS:.0f} ms"
        following = _ratio(ours.next_seconds, lunr.next_seconds)
        yield _row("– next keystroke", keys[0], _at_most(NEXT_KEY), keys[1], following, of=of)
        sizes = f"{ours.bytes / KB:,.0f} kB", f"{lunr.bytes / KB:,.0f} kB"
        before = f"before the click {ours.before / KB:,.0f} and {lunr.before / KB:,.0f} kB; with the next keystroke"
        yield _row("– transferred", sizes[0], _at_most(TRANSFER), sizes[1], _ratio(ours.bytes, lunr.bytes), of=before)


def relevance_rows(file: str, ours: Rate, lunr: Rate, lunr_any: Rate) -> Iterator[Row]:
    """The rates; for the questions that were missed, their kinds."""
    of = f"{ours.asked} questions of {file} on the real site"
    yield _row(f"wanted clause among the first {FIRST}", _percent(ours), f"≥ {WELL_FOUND}", _percent(lunr), of=of)
    yield _row("– in whatever language", NOTHING, NOTHING, _percent(lunr_any), of="the same")
    yield _row("– missed", _missed(ours), NOTHING, _missed(lunr), of="by kind of question")


def _own(name: str, value: str, target: str, of: str) -> Row:
    return _row(name, value, _at_most(target), of=of)


def _row(measure: str, ours: str, target: str, lunr: str = NOTHING, ratio: str = NOTHING, *, of: str) -> Row:
    peer = NOTHING if lunr == NOTHING else "lunr"
    return Row(area="search", measure=measure, ours=ours, target=target, peer=peer, beside=lunr, ratio=ratio, of=of)


def _at_most(target: str) -> str:
    return target if target == NOTHING else f"≤ {target}"


def _ratio(ours: float, lunr: float) -> str:
    return f"1 : {lunr / ours:.1f}"


def _percent(rate: Rate) -> str:
    return f"{rate.found / rate.asked:.1%}"


def _missed(rate: Rate) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in rate.missed.items()) or "none"
