"""Lines cut by the width of a page, or by its end, joined to the words that they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.terms.intake.model import Run, cut, said, words

# What programs put where they cut a word; people type the hyphen of the keyboard.
SET = "\u2010"
CUT = re.compile(r"(?P<head>[^\W\d_]+)(?P<hyphen>[-\u2010\u00ad])$")
BEGINS = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/_.?=&-]$|\S+@\S*[.-]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What stands between two lines, how many letters of the first fall away, and what is unsure about it."""

    between: str
    dropped: int = 0
    remark: str = ""


def joint(before: str, after: str, known: frozenset[str]) -> Joint:
    """How a line goes on with the next; known are the words of the whole file in small letters."""
    left, right = before.rstrip(), after.lstrip()
    if ADDRESS.search(left) and re.match(r"[\w/]", right) and not right[0].isupper():
        address = left.rsplit(maxsplit=1)[-1] + right.split(maxsplit=1)[0]
        return Joint(between="", remark=f"an address cut by the line was joined: “{address}”")
    cut, begins = CUT.search(left), BEGINS.match(right)
    if not cut or not begins:
        return Joint(between="" if left.endswith("\u00ad") else " ")
    whole, hyphened = (cut["head"] + begins[0]).lower(), f"{cut['head']}-{begins[0]}".lower()
    if cut["hyphen"] == "\u00ad" or (cut["hyphen"] == SET and SET not in known and hyphened not in known):
        return Joint(between="", dropped=1)
    if whole in known and hyphened not in known and right[0].islower():
        return Joint(between="", dropped=1)
    told = (
        ""
        if hyphened in known
        else f"a word cut by the line kept its hyphen: “{hyphened}”; take it out if it is one word"
    )
    return Joint(between="", remark=told)


def joined(lines: Iterable[Sequence[Run]], known: frozenset[str]) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """The runs of lines as one, and what is unsure about it."""
    runs: tuple[Run, ...] = ()
    remarks: list[str] = []
    for line in filter(None, lines):
        made = joint(said(runs), said(line), known) if runs else Joint(between="")
        runs = (*cut(runs, 0, len(said(runs)) - made.dropped), *words(made.between), *line)
        remarks += filter(None, [made.remark])
    return runs, tuple(remarks)


def known_words(lines: Sequence[str]) -> frozenset[str]:
    """The words of lines in small letters, without those that a line cuts; SET where a word has it inside."""
    found: set[str] = set()
    for line in lines:
        inside = line.rstrip("-\u2010\u00ad ").lower()
        found.update({SET} if SET in inside else ())
        words = re.findall(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*", inside)
        whole = words[:-1] if CUT.search(line.rstrip()) else words
        found.update(each.replace("\u2010", "-") for each in whole)
    return frozenset(found)
