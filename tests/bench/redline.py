"""The redline beside six others, on the same pairs in one run: `python -m tests.bench.redline`, or make bench-redline.

Prints one table in Markdown, and what it does meanwhile to the standard error. The marks of other classes than
wording, such as a number that followed, are not counted as changed; only this project's engine has such classes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench.engines import BOUND, ENGINES, Engine, ask
from tests.bench.pairs import Pair, of_files, of_size, pairs
from tests.bench.rows import NOTHING, Row, ratio
from tests.bench.scores import Result, Size, score, size
from tests.bench.table import table

AREA = "redline"
SIZES = (25_000, 100_000, 200_000)
QUICK = 2
SECONDS_FOR_ALL = 120
SECONDS_FOR_A_SIZE = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where an engine failed, or was too slow, to answer every pair."""
    options = _options(arguments)
    compared = [of_files(*files) for files in options.pair] or pairs()
    sizes = () if options.pair else SIZES
    results = [_result(engine, compared, sizes) for engine in ENGINES]
    bound = {each.pair: each.changed for result in results if result.engine == BOUND.name for each in result.scores}
    print(table(results, bound))
    if options.json:
        options.json.write_text(json.dumps([asdict(result) for result in results], indent=1), encoding="utf-8")
    return int(not all(result.scores for result in results))


def rows(_folder: Path) -> Iterator[Row]:
    """The rows of the table of all benches: ours beside each, in sum over the pairs, and what a long text costs."""
    compared = pairs()
    *peers, ours = [_result(engine, compared, SIZES) for engine in ENGINES]
    exact = [f"{sum(getattr(each, side) for each in ours.scores)}" for side in ("exact_new", "exact_old")]
    of = f"{len(compared)} pairs made from the real contracts and the history site"
    yield Row(area=AREA, measure="byte-exact, new / old text", ours=" / ".join(exact), target=f"{len(compared)}", of=of)
    for peer in peers:
        yield _beside("CPU, all pairs", _cpu(ours), _cpu(peer), peer.engine)
    for length in SIZES:
        target = "≤ 10 ms" if length == SIZES[0] else NOTHING
        cost = ours.sizes[length]
        if cost:
            measure = f"CPU, {length // 1000} kB without ids"
            of = f"peak {(cost.peak or 0) / 1024:.0f} MB"
            yield Row(area=AREA, measure=measure, ours=f"{cost.cpu * 1000:.0f} ms", target=target, of=of)


def _beside(measure: str, ours: float, its: float, peer: str) -> Row:
    shown = [f"{each:.1f} s" if each else NOTHING for each in (ours, its)]
    return Row(
        area=AREA, measure=measure, ours=shown[0], peer=peer, beside=shown[1], ratio=ratio(ours, its), of="the same"
    )


def _cpu(result: Result) -> float:
    """Seconds for all pairs, 0 where the engine did not answer every one."""
    return sum(each.cpu for each in result.scores)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.redline", description="Redlines compared.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every measure of every pair")
    parser.add_argument(
        "--pair",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("OLD", "NEW"),
        help="compare these two files instead; may be said again",
    )
    return parser.parse_args(arguments)


def _result(engine: Engine, compared: Sequence[Pair], sizes: Sequence[int]) -> Result:
    _tell(f"{engine.name}: {len(compared)} pairs")
    answers = ask(engine, compared, SECONDS_FOR_ALL)
    complete = len(answers) == len(compared)
    if not complete:
        _tell(f"{engine.name}: no answer to {compared[len(answers)].name}")
    return Result(
        engine=engine.name,
        scores=[score(engine, *each) for each in zip(compared, answers, strict=True)] if complete else [],
        sizes={length: _size(engine, length) if answers else None for length in sizes},
    )


def _size(engine: Engine, length: int) -> Size | None:
    """The cost of one size; what was quick is measured three times more."""
    _tell(f"{engine.name}: {length // 1000} kB")
    pair = of_size(length)
    once = ask(engine, [pair], SECONDS_FOR_A_SIZE)
    again = ask(engine, [pair] * 3, SECONDS_FOR_A_SIZE) if once and once[0].cpu < QUICK else []
    return size([*once, *again])


def _tell(what: str) -> None:
    print(what, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
