"""The results as one table in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tests.bench.scores import Result, Score

NOTHING = "–"
Bound = Mapping[str, int]


def table(results: Sequence[Result], bound: Bound) -> str:
    """A row for each engine; `bound` has the characters that the word LCS changes in each pair."""
    sizes = sorted(results[0].sizes)
    head = ["engine", *SCORED, *(f"CPU, {size // 1000} kB (ms)" for size in sizes)]
    if sizes:
        head += [f"{sizes[-1] // 1000} / {sizes[-2] // 1000} kB", f"peak, {sizes[-1] // 1000} kB (MB)"]
    rows = [head, ["---", *["---:"] * (len(head) - 1)], *([*_row(result, bound)] for result in results)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(result: Result, bound: Bound) -> Iterator[str]:
    yield result.engine
    for cell in SCORED.values():
        yield cell(result.scores, bound) if result.scores else NOTHING
    sizes = [result.sizes[size] for size in sorted(result.sizes)]
    yield from (f"{size.cpu * 1000:,.0f}" if size else NOTHING for size in sizes)
    if sizes:
        half, whole = sizes[-2:]
        yield f"{whole.cpu / half.cpu:.1f}" if half and whole else NOTHING
        yield f"{whole.peak / 1024:,.0f}" if whole and whole.peak else NOTHING


def _both(scores: Sequence[Score], new: str, old: str) -> str:
    """In how many pairs the new text, and the old one, is right."""
    return " / ".join(str(sum(getattr(score, side) for score in scores)) for side in (new, old))


def _sum(scores: Sequence[Score], measure: str) -> str:
    return f"{sum(getattr(score, measure) for score in scores):,}"


def _ratio(scores: Sequence[Score], bound: Bound) -> str:
    """All changed characters by those of the word LCS."""
    return f"{sum(score.changed for score in scores) / max(1, sum(bound.values())):.2f}"


def _worst_ratio(scores: Sequence[Score], bound: Bound) -> str:
    """The largest such ratio of one pair in which nothing moved and the word LCS changes something."""
    ratios = [score.changed / bound[score.pair] for score in scores if not score.reordered and bound[score.pair]]
    return f"{max(ratios):.2f}" if ratios else NOTHING


SCORED: Mapping[str, Callable[[Sequence[Score], Bound], str]] = {
    "pairs": lambda scores, _: str(len(scores)),
    "byte-exact new / old": lambda scores, _: _both(scores, "exact_new", "exact_old"),
    "all words new / old": lambda scores, _: _both(scores, "words_new", "words_old"),
    "changed chars": lambda scores, _: _sum(scores, "changed"),
    "to LCS": _ratio,
    "worst to LCS, no move": _worst_ratio,
    "false blocks": lambda scores, _: _sum(scores, "false_blocks"),
    "confetti": lambda scores, _: _sum(scores, "confetti"),
    "stitches": lambda scores, _: _sum(scores, "stitches"),
    "CPU, all (ms)": lambda scores, _: f"{sum(score.cpu for score in scores) * 1000:,.0f}",
}
