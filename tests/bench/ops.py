"""What every engine's answer becomes: operations on text, and what they say of each of the two texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
WORD = re.compile(r"[^\W_]+")
WORDING = "text"


@dataclass(frozen=True, slots=True)
class Op:
    """A stretch of text that stays ("equal"), goes ("delete") or comes ("insert"), and the class of the change."""

    op: str
    text: str
    kind: str = WORDING

    @property
    def marked(self) -> bool:
        """Whether a reader is told that the wording changed here."""
        return self.op != "equal" and self.kind == WORDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two texts as operations spell it, and for each of its characters 1 where it is marked."""

    text: str
    marks: bytes


def side(ops: Iterable[Op], change: str) -> Side:
    """The new text where `change` is "insert", the old one where it is "delete"."""
    own = [op for op in ops if op.op in {"equal", change}]
    return Side(
        text="".join(op.text for op in own),
        marks=b"".join((b"\1" if op.marked else b"\0") * len(op.text) for op in own),
    )


def joined(ops: Iterable[Op]) -> list[Op]:
    """The same operations without empty ones, neighbours of one sort made one."""
    runs = groupby((op for op in ops if op.text), key=lambda op: (op.op, op.kind))
    return [Op(op, "".join(each.text for each in run), kind) for (op, kind), run in runs]


def from_opcodes(
    opcodes: Iterable[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> list[list[str]]:
    """The [operation, text] that opcodes of difflib's kind over two sequences of tokens stand for."""
    ops: list[list[str]] = []
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            ops.append(["equal", "".join(old[i1:i2])])
        else:
            ops += [["delete", "".join(old[i1:i2])], ["insert", "".join(new[j1:j2])]]
    return ops
