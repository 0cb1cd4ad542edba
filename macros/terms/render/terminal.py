"""A redline to lines for a terminal: each changed clause, how it changed, its words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.compare.changes import between
from macros.terms.model import Change, Passage, Redline
from macros.terms.render.marked import marked

# Green, red and blue as on the pages, each also between marks.
COLOURS = {
    re.compile(r"\[-.*?-\]", re.DOTALL): "\033[31m",
    re.compile(r"\{\+.*?\+\}", re.DOTALL): "\033[32m",
    re.compile(r"\[<.*?<\]|\{>.*?>\}", re.DOTALL): "\033[34m",
}
PLAIN = "\033[0m"


def colours(lines: str) -> str:
    """The lines as a terminal shows them in colour."""
    for pattern, colour in COLOURS.items():
        lines = pattern.sub(rf"{colour}\g<0>{PLAIN}", lines)
    return lines


def terminal(redline: Redline) -> Iterator[str]:
    """What became of every clause that changed."""
    for change in redline.changes:
        yield from told(redline, change)


def told(redline: Redline, change: Change) -> Iterator[str]:
    """A line that says what became of a clause, and a line for each of its passages that differs."""
    yield _said(change)
    for passage in redline.passages_of(change):
        # The line above names a clause that came or went by its heading.
        told_above = passage.kind == "heading" and not (change.old and change.new)
        if not told_above and _is_worth(passage, change):
            yield f"{'':<13} {marked((*passage.lead, *passage.words, *between(passage.tail)))}"


def _said(change: Change) -> str:
    """What became of a clause, on one line."""
    facts = f" ({', '.join(change.facts)})" if change.facts else ""
    before = change.old.label if change.old and change.new and change.old.number != change.new.number else ""
    number = f" (was {before})" if before else ""
    counts = f" -{change.deleted} +{change.inserted} words" if change.deleted or change.inserted else ""
    # Where the clause stays and what stands in it changed places, it has not moved itself.
    kind = "passages moved" if change.kind == "moved" and not change.moved else change.kind
    return f"{kind:<13} {named(change)}{number}{facts}{counts}"


def named(change: Change) -> str:
    """The clause by its heading and id; what stands before the first clause by these words."""
    clause = change.clause
    if not clause.id:
        return "before the first clause"
    return f"{clause.heading or '(without heading)'}{f' #{clause.id}' if clause.own else ''}"


def _is_worth(passage: Passage, change: Change) -> bool:
    return (passage.state == "moved-to" and not change.moved) or any(
        run.op != "equal" and run.kind not in {"renumbered", "moved"}
        for run in (*passage.lead, *passage.words, *between(passage.tail))
    )
