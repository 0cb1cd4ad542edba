"""Runs to one line of text: what was deleted and inserted between marks, among the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.terms.compare import compare
from macros.terms.compare.sides import markdown
from macros.terms.model import Run

MARKS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
# Moved words are marked as such: they are not new.
MOVED = {"delete": ("[<", "<]"), "insert": ("{>", ">}")}
# How many equal words are shown on either side of a difference.
AROUND = 6
WORD = re.compile(r"\S+\s*")
LINES = re.compile(r"\s*\n\s*")


def differences(old: str, new: str) -> str:
    """What differs between two texts, on one line."""
    passages = compare(markdown(old), markdown(new)).passages
    return marked([run for each in passages for run in (*each.lead, *each.words, *each.tail)])


def marked(runs: Iterable[Run]) -> str:
    """The runs on one line, as [-deleted-] and {+inserted+}, each among the words that stand around it."""
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        if last and last.op == run.op and (last.kind == "moved") == (run.kind == "moved"):
            kept[-1] = Run(run.op, last.text + run.text, last.kind)
        elif run.text:
            kept.append(run)
    return "".join(_marked(run, index == 0, index == len(kept) - 1) for index, run in enumerate(kept)).strip()


def _marked(run: Run, first: bool, last: bool) -> str:
    text = LINES.sub(" ", run.text)
    if run.op == "equal":
        return _shortened(text, first, last)
    if run.kind == "moved":
        before, after = MOVED[run.op]
        return f"{before}{_shortened(text, first, last)}{after}"
    before, after = MARKS[run.op]
    return f"{before}{text}{after}"


def _shortened(text: str, first: bool, last: bool) -> str:
    """Equal words cut to those near a difference."""
    words = WORD.findall(text)
    if len(words) <= 2 * AROUND:
        return text
    start = text[: len(text) - len(text.lstrip())]
    before, after = "".join(words[-AROUND:]), (start + "".join(words[:AROUND])).rstrip()
    if first:
        return f"…{before}"
    return f"{after}…" if last else f"{after}… {before}"
