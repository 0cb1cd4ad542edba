"""What every bench says, in one form: a measure of ours, its target, and a peer's beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

NOTHING = "–"
HEAD = ("area", "measure", "ours", "target", "peer", "its own", "ours : its", "of what")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure, in words: ours, what it is to be, what a peer needs for the same in the same run, of what."""

    area: str
    measure: str
    ours: str
    target: str = NOTHING
    peer: str = NOTHING
    beside: str = NOTHING
    ratio: str = NOTHING
    of: str = NOTHING


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    rule = ("---", "---", *["---:"] * 2, "---", *["---:"] * 2, "---")
    return "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, rule, *map(astuple, rows)))


def ratio(ours: float, its: float) -> str:
    """How much of the peer's cost ours is."""
    return f"{ours / its:.2f}" if its else NOTHING
