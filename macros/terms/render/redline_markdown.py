"""A redline as Markdown: the whole text with CriticMarkup, {--deleted--} and {++inserted++}."""

from __future__ import annotations

from macros.terms.model import Passage, Redline, Run

MARKS = {"delete": ("{--", "--}"), "insert": ("{++", "++}")}


def redline_markdown(redline: Redline) -> str:
    """Both texts in one; what moved is marked at both places, what only spaces or marks tell apart is not."""
    return "".join(_passage(each) for each in redline.passages)


def _passage(passage: Passage) -> str:
    """Marks stand around words only, so that headings, items and cells stay what they are."""
    one_sided = passage.state != "kept"
    lead = "".join(run.text if one_sided or run.op == "equal" else _run(run, spaces=False) for run in passage.lead)
    tail = "".join(run.text for run in passage.tail if one_sided or run.op != "delete")
    return lead + "".join(_run(run, spaces=True) for run in passage.words) + tail


def _run(run: Run, *, spaces: bool) -> str:
    """A run between its marks; of marks and spaces alone those of the new text."""
    if run.op == "equal":
        return run.text
    if not any(each.isalnum() for each in run.text) and run.kind == "typography":
        return run.text if run.op == "insert" and (spaces or run.text.strip()) else ""
    before, after = MARKS[run.op]
    return f"{before}{run.text}{after}"
