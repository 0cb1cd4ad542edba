"""The words of a passage to pieces that a word processor sets: how each is set, where it leads, what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from macros.terms.markdown_text import escape as as_markdown
from macros.terms.model import Node, Passage, Run, spelt
from macros.terms.parse import words
from macros.terms.render.redline_inline import END, FIRST, OPS, PRIVATE, TARGET, enclosed, is_seen, unmarked
from macros.terms.words.markup import bare

# Where two paragraphs of the old text became one.
JOINT = "\U0010fffc"
BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
LABEL_MARKS = " \t\r\n>|#"
PLAIN = frozenset[str]()
PARTING = {" ", "\n"}
NOTHING = Run("equal", "")


class Piece(NamedTuple):
    """Words that are set alike: marks are emphasis, strong or code; run is None where they are in both texts.

    was: how the old text sets them, None where it sets them as the new one does.
    """

    text: str
    run: Run | None = None
    marks: frozenset[str] = PLAIN
    target: str = ""
    was: frozenset[str] | None = None


def pieces(passage: Passage) -> list[Piece]:
    """The words of a passage; a piece of JOINT alone ends a paragraph of the old text."""
    runs, op = passage.words, OPS.get(passage.state)
    if passage.kind == "listing":
        return [Piece(run.text, run if run.op != "equal" else None) for run in runs]
    if len({(run.op, run.kind) for run in runs}) == 1:
        # Marks of a run would keep Markdown from seeing the emphasis that begins or ends with it.
        only = runs[0] if runs[0].op != "equal" else None
        return list(_set(words(unmarked(spelt(runs))), only))
    found = list(_Marked(runs).pieces(words("".join(_sources(runs, whole=op is not None)))))
    if _spells(found, runs, "insert") and _spells(found, runs, "delete"):
        return list(_as_before(found, list(_set(words(unmarked(spelt(runs, "insert"))), None))))
    return list(_replaced(passage))


def _spells(found: Sequence[Piece], runs: Sequence[Run], without: str) -> bool:
    """Whether the pieces of one of the texts have its words, parted as they are in it."""
    joint = " " if without == "insert" else ""
    kept = (each for each in found if each.run is None or each.run.op != without)
    said = "".join(joint if each.text == JOINT else each.text for each in kept)
    typed = "".join(each.text for each in _set(words(unmarked(spelt(runs, without))), None))
    return said.split() == typed.split()


def _as_before(found: Sequence[Piece], olds: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with what the old text does to their words: how it sets them, and where it leads from them."""
    looks = [(old.marks, old.target) for old in olds for letter in old.text if not letter.isspace()]
    at = 0
    for piece in found:
        if piece.text == JOINT or (piece.run and piece.run.op == "insert"):
            yield piece
            continue
        places = []
        for letter in piece.text:
            # A space between words that are set differently is set as in the new text.
            near = looks[max(at - 1, 0) : at + 1] if letter.isspace() else looks[at : at + 1] * 2
            same = near == looks[at : at + 1] * 2 != []
            places.append(looks[at] if same else (piece.marks, piece.target))
            at += not letter.isspace()
        for (marks, target), group in groupby(zip(piece.text, places, strict=True), itemgetter(1)):
            yield from _changed(piece._replace(text="".join(letter for letter, _ in group)), marks, target)


def _changed(piece: Piece, marks: frozenset[str], target: str) -> Iterator[Piece]:
    """A piece of the old text as it was there; a word processor tracks how words are set, but not where they lead."""
    if piece.run:
        yield piece._replace(marks=marks, target=target)
    elif target != piece.target and not (target + piece.target).startswith("#"):
        yield piece._replace(run=Run("delete", piece.text), marks=marks, target=target)
        yield piece._replace(run=Run("insert", piece.text))
    else:
        yield piece._replace(was=marks) if marks != piece.marks else piece


def _replaced(passage: Passage) -> Iterator[Piece]:
    """All words of the old text, then all of the new one: where a change is within a mark of Markdown."""
    kind = "moved" if passage.state.startswith("moved") else "text"
    for op, without in (("delete", "insert"), ("insert", "delete")):
        side = spelt(passage.words, without)
        yield from _set(words(unmarked(side)), Run(op, side, kind))


def labels(passage: Passage) -> tuple[str, str]:
    """What the old and the new text print before the words: the number of a heading, the mark of an item."""
    return _label(spelt(passage.lead, "insert")), _label(spelt(passage.lead, "delete"))


def _label(lead: str) -> str:
    said = bare(lead.strip(LABEL_MARKS)).strip()
    return said if any(each.isalnum() for each in said) else ""


def _set(nodes: Sequence[Node], run: Run | None, marks: frozenset[str] = PLAIN, target: str = "") -> Iterator[Piece]:
    for node in nodes:
        inner = marks | {node.kind} if node.kind in {"emphasis", "strong", "code"} else marks
        said = {"break": "\n", "space": " "}.get(node.kind, node.text)
        if said:
            yield Piece(said, run, inner, target)
        yield from _set(node.children, run, inner, node.target or target)


class _Marked:
    """Words whose Markdown says where each run begins and ends."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.open: Run | None = None

    def pieces(self, nodes: Sequence[Node]) -> Iterator[Piece]:
        """The pieces of the nodes, each of one run."""
        for piece in _set(nodes, None):
            for part in PRIVATE.split(piece.text):
                if part == JOINT:
                    yield Piece(JOINT)
                elif PRIVATE.fullmatch(part):
                    self.open = None if part == END else self.runs[ord(part) - FIRST]
                elif part:
                    yield piece._replace(text=part, run=self.open)


def _sources(runs: Sequence[Run], *, whole: bool) -> Iterator[str]:
    """The runs as the Markdown of the new text, each between the characters that mark it where it is seen."""
    for place, (run, following) in enumerate(pairwise([*runs, NOTHING])):
        text = unmarked(run.text)
        if whole:
            yield enclosed(place, text)
        elif run.op == "delete" and run.kind == "typography" and BLANK_LINE.search(text):
            yield JOINT
        elif run.op == "insert" and text in PARTING and _parts(runs[place - 1] if place else NOTHING, following):
            yield enclosed(place, " ")
        elif run.op == "equal" or (run.op == "insert" and (not is_seen(run) or TARGET.fullmatch(text))):
            yield text
        elif run.op == "insert":
            yield enclosed(place, text)
        elif is_seen(run):
            yield "" if TARGET.fullmatch(text) else enclosed(place, as_markdown(bare(text).replace("\n", " ")))
        else:
            # Spaces that others replace are not told; where none does, words must not run into each other.
            replaced = following.op == "insert" and not is_seen(following) and _has_space(following)
            yield "" if replaced or not text[:1].isspace() else enclosed(place, " ")


def _parts(before: Run, after: Run) -> bool:
    """Whether a space between two runs parts words that the old text wrote as one."""
    replaced = any(each.op == "delete" and not is_seen(each) and _has_space(each) for each in (before, after))
    return not replaced and before.text[-1:].strip() != "" and after.text[:1].strip() != ""


def _has_space(run: Run) -> bool:
    """Whether a run begins or ends with a space, which a mark of emphasis may stand before or after."""
    return run.text != run.text.strip()
