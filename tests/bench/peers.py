"""The peers that are Python packages: `python -m tests.bench.peers NAME`, in the environment that has them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Any

from tests.bench.answering import answer
from tests.bench.ops import TOKEN, from_opcodes

SPACED = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
Diff = Callable[[str, str], Any]
Spell = Callable[[Any], Mapping[str, object]]


def difflib() -> tuple[Diff, Spell]:
    """The standard library's, without its junk, over words with the space after them: apart, it takes ages."""

    def diff(old: str, new: str) -> list[list[str]]:
        before, after = SPACED.findall(old), SPACED.findall(new)
        return from_opcodes(SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), before, after)

    return diff, lambda made: {"ops": made}


def diff_match_patch() -> tuple[Diff, Spell]:
    """Google's, over words as it does lines: a character each; then its semantic clean-up, without a time limit."""
    from diff_match_patch import diff_match_patch as engine

    def diff(old: str, new: str) -> list[tuple[int, str]]:
        words, ids = [""], dict[str, int]()
        made = engine()
        made.Diff_Timeout = 0
        diffs = made.diff_main(*(_as_characters(text, words, ids) for text in (old, new)), checklines=False)
        made.diff_charsToLines(diffs, words)
        made.diff_cleanupSemantic(diffs)
        return list(diffs)

    names = {-1: "delete", 0: "equal", 1: "insert"}
    return diff, lambda made: {"ops": [[names[op], text] for op, text in made]}


def redlines() -> tuple[Diff, Spell]:
    """The package of that name, its operations as its JSON tells them."""
    from redlines import Redlines

    def spell(made: Any) -> Mapping[str, object]:
        ops: list[list[str]] = []
        for change in json.loads(made.output_json())["changes"]:
            if change["type"] == "replace":
                ops += [["delete", change["source_text"]], ["insert", change["test_text"]]]
            else:
                ops.append([change["type"], change["text"]])
        return {"ops": ops}

    return Redlines, spell


def lxml() -> tuple[Diff, Spell]:
    """That of lxml.html, from HTML to HTML."""
    from lxml.html.diff import htmldiff

    return htmldiff, lambda made: {"html": made}


def _as_characters(text: str, words: list[str], ids: dict[str, int]) -> str:
    """A character for each token: the place of the token in `words`, which grows."""
    for token in TOKEN.findall(text):
        if token not in ids:
            ids[token] = len(words)
            words.append(token)
    return "".join(chr(ids[token]) for token in TOKEN.findall(text))


PEERS = {peer.__name__: peer for peer in (difflib, diff_match_patch, redlines, lxml)}

if __name__ == "__main__":
    answer(*PEERS[sys.argv[1]]())
