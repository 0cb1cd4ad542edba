"""The places of a redline where a reader who goes from change to change stops, and the words that changed there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from macros.terms.model import Run
from macros.terms.render.redline_inline import is_seen, plain
from macros.terms.render.redline_sections import FOLLOWING


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Words that were deleted, words that were inserted in their place; either may be ""."""

    deleted: str = ""
    inserted: str = ""


@dataclass(slots=True)
class Stop:
    """A place in the page where something changed: its id, and the words that did."""

    id: str
    details: list[Detail] = field(default_factory=list)


def is_stop(run: Run) -> bool:
    """Whether a reader stops at a run; the dates of the version are no change, what only follows one neither."""
    return is_seen(run) and run.kind not in FOLLOWING and not run.own_date


def details(runs: Sequence[Run]) -> Iterator[Detail]:
    """The words that were deleted and inserted, those that follow each other as one."""
    gone = ""
    for run in runs:
        told = is_seen(run) and run.kind not in {*FOLLOWING, "moved"}
        if told and run.op == "insert":
            yield Detail(deleted=gone, inserted=plain(run.text))
            gone = ""
            continue
        if gone:
            yield Detail(deleted=gone)
        gone = plain(run.text) if told else ""
    if gone:
        yield Detail(deleted=gone)
