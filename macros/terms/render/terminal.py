"""A redline to lines for a terminal: each changed clause, how it changed, its words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from macros.terms.compare.changes import worded
from macros.terms.model import Change, Passage, Redline, Run
from macros.terms.render.marked import marked

# Green, red and blue as on the pages, each also between marks.
COLOURS = {
    re.compile(r"\[-.*?-\]", re.DOTALL): "\033[31m",
    re.compile(r"\{\+.*?\+\}", re.DOTALL): "\033[32m",
    re.compile(r"\[<.*?<\]|\{>.*?>\}", re.DOTALL): "\033[34m",
}
PLAIN = "\033[0m"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def colours(lines: str) -> str:
    """The lines as a terminal shows them in colour."""
    for pattern, colour in COLOURS.items():
        lines = pattern.sub(rf"{colour}\g<0>{PLAIN}", lines)
    return lines


def terminal(redline: Redline) -> Iterator[str]:
    """What became of every clause that changed, after the words that are replaced throughout."""
    for group in redline.groups:
        if not group.facts:
            yield f"{'replaced':<13} {group.old} → {group.new}, in {group.places} places"
    for change in redline.changes:
        yield from told(redline, change)


def told(redline: Redline, change: Change) -> Iterator[str]:
    """A line that says what became of a clause, and a line for each of its passages that differs."""
    lines = list(_lines(redline, change))
    yield _said(change) + ("" if lines or change.kind != "typography" else f" ({_unread(redline, change)})")
    yield from lines


def _lines(redline: Redline, change: Change) -> Iterator[str]:
    """A line for each passage of a clause that differs."""
    for passage in redline.passages_of(change):
        # The line of the clause names one that came or went by its heading.
        told_above = passage.kind == "heading" and not (change.old and change.new)
        if not told_above:
            runs = list(_read(worded(passage), typed=passage.kind == "listing"))
            if _is_worth(passage, change, runs):
                yield f"{'':<13} {marked(runs)}"


def _read(runs: Iterable[Run], *, typed: bool) -> Iterator[Run]:
    """The runs as they are read: a space in place of another, such as one where a line ends now, is no difference.

    The sign that Markdown asks for before another is read only in what is shown as it is typed.
    """
    nothing = before = Run("equal", "")
    for run, following in pairwise([*runs, nothing]):
        if run.op == "equal" or not run.text.isspace():
            yield run if typed or run.kind == "typography" else run._replace(text=ESCAPED.sub(r"\1", run.text))
        elif run.op == before.op and "moved" in {before.kind, following.kind}:
            yield run._replace(kind="moved")
        elif _are_spaces(before, run) or nothing in (before, following):
            yield Run("equal", " ")
        elif not _are_spaces(run, following):
            yield run
        before = run


def _are_spaces(gone: Run, come: Run) -> bool:
    """Whether spaces took the place of spaces."""
    return gone.op == "delete" and come.op == "insert" and gone.text.isspace() and come.text.isspace()


def _said(change: Change) -> str:
    """What became of a clause, on one line."""
    facts = f" ({', '.join(change.facts)})" if change.facts else ""
    before = change.old.label if change.old and change.new and change.old.number != change.new.number else ""
    number = f" (was {before})" if before else ""
    counts = f" -{change.deleted} +{change.inserted} words" if change.deleted or change.inserted else ""
    # Where the clause stays and what stands in it changed places, it has not moved itself.
    kind = "passages moved" if change.kind == "moved" and not change.moved else change.kind
    kind = "replaced" if kind == "variable" and not change.facts else kind
    return f"{kind:<13} {named(change)}{number}{facts}{counts}"


def _unread(redline: Redline, change: Change) -> str:
    """What differs in a clause whose words are the same."""
    old, new = change.old, change.new
    if old and new and old.own and new.own and old.id != new.id:
        return f"was #{old.id}"
    if any(run.kind == "renumbered" for each in redline.passages_of(change) for run in each.lead):
        return "numbers alone"
    return "spaces or marks of Markdown alone"


def named(change: Change) -> str:
    """The clause by its heading and id; what stands before the first clause by these words."""
    clause = change.clause
    if not clause.id:
        return "before the first clause"
    return f"{clause.heading or '(without heading)'}{f' #{clause.id}' if clause.own else ''}"


def _is_worth(passage: Passage, change: Change, runs: Sequence[Run]) -> bool:
    return (passage.state == "moved-to" and not change.moved) or any(
        run.op != "equal" and run.kind not in {"renumbered", "moved"} for run in runs
    )
