"""What the mutations know of a text in Markdown: which lines are prose, where its numbered clauses stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

PROSE = re.compile(r"[A-ZÀ-Ý].{119,}")
SENTENCE_END = re.compile(r"(?<=[.;]) (?=[A-ZÀ-Ý«])")
CLAUSE = re.compile(r"## (?!annexe)(?:\w+ )?(?P<number>\d+)\b", re.IGNORECASE)
UNDER = re.compile(r"### \d+(?P<between>\.\s?)\d+")
ID = re.compile(r"\{#([\w-]+)\}")
REFERENCE = re.compile(r"\[(?P<label>\d+(?:\.\s?\d+)*)\]\(#(?P<id>[\w-]+)\)")
LABEL = re.compile(r"\d+(?:\.\s?\d+)*")

Clauses = list[list[str]]


def prose(lines: Sequence[str], least: int = 1) -> list[int]:
    """The places of the paragraphs of one line that have so many sentences."""
    return [place for place, line in enumerate(lines) if PROSE.match(line) and len(SENTENCE_END.split(line)) >= least]


def few(places: Sequence[int], rng: Random) -> list[int]:
    """One place in twelve, but three where there are so many, in order."""
    return sorted(rng.sample(places, min(len(places), max(3, len(places) // 12))))


def split(lines: Sequence[str]) -> tuple[list[str], Clauses, list[str]]:
    """What stands before the first numbered clause, the numbered clauses, and what stands after the last."""
    heads = [place for place, line in enumerate(lines) if line.startswith("## ")]
    numbered = [place for place in heads if CLAUSE.match(lines[place])]
    end = next((place for place in heads if place > numbered[-1]), len(lines))
    ends = [*numbered[1:], end]
    clauses = [list(lines[start:stop]) for start, stop in zip(numbered, ends, strict=True)]
    return list(lines[: numbered[0]]), clauses, list(lines[end:])


def renumbered(lines: Sequence[str], first: int = 1) -> list[str]:
    """The same lines, clauses numbered from `first` on, those under them too, references after their clauses."""
    clause, under, labels = first - 1, 0, dict[str, str]()
    result = []
    for line in lines:
        changed = line
        if head := CLAUSE.match(line):
            clause, under = clause + 1, 0
            changed = f"{line[: head.start('number')]}{clause}{line[head.end('number') :]}"
        elif head := UNDER.match(line):
            under += 1
            changed = f"### {clause}{head['between']}{under}{line[head.end() :]}"
        if (label := LABEL.search(changed)) and changed.startswith("##") and (name := ID.search(changed)):
            labels[name[1]] = label[0]
        result.append(changed)
    return [
        REFERENCE.sub(lambda match: f"[{labels.get(match['id'], match['label'])}](#{match['id']})", each)
        for each in result
    ]
