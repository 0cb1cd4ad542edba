"""Texts under another front matter: keys are typed anew, every other line stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from macros.terms.model import FrontMatter, Text

KEY = re.compile(r"""(?P<quote>["']?)(?P<key>[a-z_]+)(?P=quote)[ \t]*:""")


def source(text: Text) -> str:
    """The whole file of a text."""
    return f"---\n{text.head}\n---\n{text.body[_lines_above(text.head) :]}"


def retyped(text: Text, path: str, values: Mapping[str, str | None], front: FrontMatter) -> Text:
    """The text at another path, with keys of its front matter typed anew, or taken out where the value is None."""
    head = text.head
    for key, value in values.items():
        head = _with(_without(head, key), key, value)
    tail = text.body[_lines_above(text.head) :]
    return replace(text, path=path, head=head, body="\n" * _lines_above(head) + tail, front=front, sealed=None)


def _lines_above(head: str) -> int:
    """The lines of a file above its body: the front matter and the two --- around it."""
    return head.count("\n") + 3


def _without(head: str, key: str) -> str:
    """The lines without those of a key: its own, and the indented or empty ones under it; comments stay."""
    kept: list[str] = []
    inside = False
    for line in head.split("\n"):
        if line.startswith("#"):
            kept.append(line)
            continue
        match = KEY.match(line)
        inside = match["key"] == key if match else inside and (not line.strip() or line[0] in " \t-")
        if not inside:
            kept.append(line)
    return "\n".join(kept)


def _with(head: str, key: str, value: str | None) -> str:
    """The lines with a key on a line of its own before the binding language."""
    if value is None:
        return head
    lines = head.split("\n")
    at = next((index for index, line in enumerate(lines) if line.startswith("binding:")), len(lines))
    return "\n".join([*lines[:at], f"{key}: {value}", *lines[at:]])


def line_of(head: str, key: str, words: str = "") -> int:
    """The line of a key of the front matter, which begins on line 2, or of words under it; else the first line."""
    lines = head.split("\n")
    found = next((number for number, line in enumerate(lines, 2) if line.startswith(f"{key}:")), 1)
    return next((number for number, line in enumerate(lines, 2) if number >= found and words in line), found)
