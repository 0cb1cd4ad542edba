"""The typed source of each clause, and the digest by which a translation remembers what it was made from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from itertools import pairwise

from macros.terms.clauses import every
from macros.terms.comments import uncommented
from macros.terms.model import Reading
from macros.terms.words.tokens import plain

# What stands before the first clause, with the title; what readers are told of the change. No clause can be called so.
OPENING, SUMMARY = "@opening", "@summary"
# What an author types that is no word: expressions, ids, where links lead.
NO_WORDS = re.compile(r"\{\{.*?\}\}|\{#[^{}]*\}|\]\([^()\s]*\)")
HEADING = re.compile(r"^#+[ \t]++(?P<words>(?:\S.*?(?<![ \t]))??)[ \t]*+(?:\{#[^{}]*\}[ \t]*+)?$", re.MULTILINE)


def named(clause: str) -> str:
    """What messages call a clause, or what stands before the first one."""
    return clause if clause in {OPENING, SUMMARY} else f"#{clause}"


def typed_lines(reading: Reading) -> Mapping[str, list[tuple[int, str]]]:
    """The lines that an author typed of each clause itself, empty ones aside, with their numbers in the file, by id.

    What stands under its sub-clauses is theirs.
    """
    lines = uncommented(reading.text.body).split("\n")
    starts = [(clause.id, clause.line - 1) for clause, _ in every(reading.tree) if clause.id]
    edges = [(OPENING, 0), *starts, ("", len(lines))]
    return {
        id_: [(number, line) for number, line in enumerate(lines[start:end], start + 1) if line.strip()]
        for (id_, start), (_, end) in pairwise(edges)
    }


def digests(reading: Reading) -> Mapping[str, str]:
    """The SHA-256 of each clause as typed, by id, and of the summary where there is one.

    Values of variables, numbers of clauses, line breaks, spaces and kinds of quotation marks are no part of it: they
    change nothing that a translation says.
    """
    front = reading.text.front
    typed = {id_: "\n".join(line for _, line in lines) for id_, lines in typed_lines(reading).items()}
    typed[OPENING] = f"{front.title}\n{typed[OPENING]}"
    said = {SUMMARY: front.summary} if front.summary.strip() else {}
    return {id_: _digest(words) for id_, words in {**typed, **said}.items()}


def _digest(typed: str) -> str:
    words = HEADING.sub(lambda match: match["words"], typed)
    return hashlib.sha256("".join(plain(word) for word in words.split()).encode()).hexdigest()
