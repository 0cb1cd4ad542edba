"""Two texts to what differs between their words: the interface of the comparison of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Edit = tuple[str, Sequence[str], Sequence[str]]
TOKEN = re.compile(r"\s+|[^\W_]+|[\W_]")
# How many equal tokens are shown on either side of a difference.
AROUND = 8


def edits(old: str, new: str) -> Iterator[Edit]:
    """What the tokens of two texts share ("equal") and where they differ ("replace", "delete", "insert")."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield kind, before[a:b], after[c:d]


def marked(old: str, new: str) -> str:
    """The differences on one line, as [-deleted-] and {+inserted+}, each among the words that stand around it."""
    parts = [_marked(*edit) for edit in edits(" ".join(old.split()), " ".join(new.split()))]
    return "".join(_shortened(part, index, len(parts)) for index, part in enumerate(parts)).strip()


def _marked(kind: str, before: Sequence[str], after: Sequence[str]) -> tuple[bool, Sequence[str]]:
    if kind == "equal":
        return True, before
    gone, come = "".join(before), "".join(after)
    return False, (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _shortened(part: tuple[bool, Sequence[str]], index: int, count: int) -> str:
    """Equal words cut to those near a difference."""
    equal, words = part
    if not equal or len(words) <= 2 * AROUND:
        return "".join(words)
    before, after = "".join(words[-AROUND:]), "".join(words[:AROUND])
    if index == 0:
        return f"…{before}"
    return f"{after}…" if index == count - 1 else f"{after}…{before}"
