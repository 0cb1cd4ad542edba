"""A redline as Markdown: the whole text with CriticMarkup, {--deleted--} and {++inserted++}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from macros.terms.model import Passage, Redline, Run, spelt

MARKS = {"delete": ("{--", "--}"), "insert": ("{++", "++}")}
WORDED = re.compile(r"[^\W_]")
# What makes a block what it is, before its number and its words.
OPENING = re.compile(r"[^\w(]*")


def redline_markdown(redline: Redline) -> str:
    """Both texts in one; what moved is marked at both places, spaces that others replaced are not."""
    return "".join(_passage(each) for each in redline.passages)


def _passage(passage: Passage) -> str:
    """Marks stand around numbers and words only, so that headings, items and cells stay what they are."""
    tail = "".join(_behind(passage.tail)) or spelt(passage.tail)
    if passage.state == "kept":
        return "".join(_marked([*passage.lead, *passage.words])) + tail
    op = "delete" if passage.state in {"removed", "moved-from"} else "insert"
    lead = spelt(passage.lead)
    opening = OPENING.match(lead)
    at = opening.end() if opening else 0
    return lead[:at] + _run(op, lead[at:] + spelt(passage.words)) + tail


def _behind(tail: Sequence[Run]) -> Iterator[str]:
    """What stands behind the words of a passage in the new text, such as line ends, and the words there in either."""
    for run in tail:
        if run.op != "equal" and run.kind == "text" and WORDED.search(run.text):
            yield _run(run.op, run.text)
        elif run.op != "delete":
            yield run.text


def _marked(runs: Sequence[Run]) -> Iterator[str]:
    for (before, run), following in zip(
        pairwise([Run("equal", ""), *runs]), [*runs, Run("equal", "")][1:], strict=True
    ):
        if run.op == "equal":
            yield run.text
        elif not _is_untold(run) or (_has_space(run) and not _replaces(before, run) and not _replaces(run, following)):
            yield _run(run.op, run.text)
        elif run.op == "insert":
            yield run.text


def _is_untold(run: Run) -> bool:
    """Whether a run is spaces and marks alone, such as those of bold words: marks are those of the new text."""
    return run.kind == "typography" and not WORDED.search(run.text)


def _has_space(run: Run) -> bool:
    """Whether words would run into each other without it."""
    return any(map(str.isspace, run.text))


def _replaces(gone: Run, come: Run) -> bool:
    return gone.op == "delete" and come.op == "insert" and _is_untold(gone) and _is_untold(come)


def _run(op: str, text: str) -> str:
    before, after = MARKS[op]
    return f"{before}{text}{after}" if text else ""
