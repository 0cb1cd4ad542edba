"""The letters of a PDF page of which the file does not say what they are, and the bullets that are drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

# What pdfminer makes of a letter whose font only numbers it, and what stands for it in a text.
NUMBERED = re.compile(r"\(cid:\d+\)")
UNKNOWN = "\ufffd"
# A place that the usual table of letters leaves empty is a bullet, by the norm of PDF; fonts that are packed with the
# file, whose names begin with six capitals, have tables of their own.
BULLET, PACKED = "(cid:127)", re.compile(r"[A-Z]{6}\+")
# A dot smaller than this, in points, is no bullet.
SMALLEST = 1.0


def named(letters: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The letters, those that have a number only as the sign for an unknown one."""
    return [{**each, "text": _name(each)} if NUMBERED.fullmatch(each["text"]) else each for each in letters]


def _name(letter: dict[str, Any]) -> str:
    is_bullet = letter["text"] == BULLET and not PACKED.match(letter["fontname"])
    return "•" if is_bullet else UNKNOWN


def bullets(page: Any, words: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:  # noqa: ANN401  # no types
    """The bullets that are drawn rather than typed: a dot or square before the first word of a line."""
    found = []
    for shape in (*page.curves, *page.rects):
        wide, high, middle = shape["width"], shape["height"], (shape["top"] + shape["bottom"]) / 2
        beside = [word for word in words if word["top"] < middle < word["bottom"]]
        first = min(beside, key=lambda word: word["x0"], default=None)
        small = first and SMALLEST < wide < first["size"] * 0.7 and abs(wide - high) < wide * 0.2
        if first and small and shape["x1"] < first["x0"] < shape["x1"] + first["size"] * 3:
            found.append({**first, "text": "•", "x0": shape["x0"], "x1": shape["x1"]})
    return found
