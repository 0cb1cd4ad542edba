"""Passages as a word processor can track them: within, or where it cannot, the old ones as gone and the new as come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from macros.terms.model import Passage, Run, joined, spelt
from macros.terms.render.docx_moves import in_table
from macros.terms.render.docx_pieces import JOINT, labels, pieces

Group = Sequence[Passage]
# A space that a paragraph lost where it was split.
SPACE = Run("delete", " ", "typography")


def apart(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, each with the old ones that its paragraphs were, if these are others; else told apart."""
    groups = [list(group) for _, group in groupby(passages, lambda each: id(each.before or each))]
    told = [(group, _within(group)) for group in groups]
    # The cells of one row stay together.
    rows = {serial(within[0], "row") for _, within in told if within and within[0].state == "kept"} - {None}
    for stay, stretch in groupby(told, lambda each: _stays(each[1], rows)):
        if stay:
            yield from (passage for _, within in stretch for passage in within)
        else:
            yield from _in_turn([group for group, _ in stretch])


def serial(passage: Passage, *kinds: str) -> int | None:
    """Which table, row or cell a passage stands in."""
    return next((each.serial for each in passage.path if each.kind in kinds), None)


def _stays(within: Group, rows: set[int | None]) -> bool:
    if within and within[0].state in {"added", "removed"}:
        return serial(within[0], "row") in rows
    return bool(within)


def _within(group: Group) -> Group:
    """The passages of a group, each with its own old ones; none where rejecting what differs would not give these."""
    olds = group[0].before
    if not olds:
        return group
    if len(set(map(in_table, (*group, *olds)))) > 1:
        return ()
    found, at = [], 0
    for passage, following in zip(group, [*group[1:], None], strict=True):
        lost = spelt((*passage.tail, *following.lead), "insert") if following else ""
        words = (*passage.words, SPACE) if any(map(str.isspace, lost)) else passage.words
        end = at + sum(each.text == JOINT for each in pieces(passage))
        found.append(passage._replace(words=words, before=olds[at : end + 1]))
        at = end
    return found if _said(found) == [said for each in olds for said in _said([each])] else ()


def _said(group: Group) -> list[str]:
    """What the paragraphs of the old text say, in one of which passages that were one stand."""
    said = ""
    for each in group:
        said += f"{labels(each)[0]} " + "".join(
            piece.text for piece in pieces(each) if not piece.run or piece.run.op != "insert"
        )
    return [" ".join(each.split()) for each in said.split(JOINT)]


def _in_turn(groups: Sequence[Group]) -> Iterator[Passage]:
    """What went, then what came, so that a table and what takes its place each stand together."""
    if any(group[0].before for group in groups):
        gone = [old for group in groups for old in group[0].before or group if old.state == "removed"]
        come = [_come(each) for group in groups for each in group if each.state != "removed"]
        # The end of a paragraph that goes cannot be joined to a table.
        yield from (*come, *gone) if in_table(come[0]) else (*gone, *come)
    else:
        yield from (each for group in groups for each in group)


def _come(passage: Passage) -> Passage:
    """A passage as if all of it were new."""
    return passage._replace(
        state="added",
        old=None,
        before=(),
        lead=_inserted(passage.lead),
        words=_inserted(passage.words),
        tail=_inserted(passage.tail),
    )


def _inserted(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(joined(Run("insert", run.text) for run in runs if run.op != "delete"))
