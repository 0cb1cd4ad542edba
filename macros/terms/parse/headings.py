"""Tokens to headings: the {#id key=value} that ends each, and what its words are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it.token import Token

from macros.terms.model import Fault
from macros.terms.parse.cutting import Piece
from macros.terms.parse.markdown import blocks

ATTRIBUTES = re.compile(r"\s*(?<!\\)\{#(?P<id>[^\s}]*)(?P<rest>[^{}]*)\}\s*$")
# Without any of these, no heading can stand where none belongs.
SUSPECT = re.compile(r"[#=-](?:(?<=#)(?<![{(]#)|(?<!#)[ \t]*$)", re.MULTILINE)
UNSPACED = re.compile(r"(#{1,6})[^\s#]")
PAIR = re.compile(r'\s+(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# A greater one would be a very long number where it is written in letters.
WHOLE = re.compile(r"[1-9][0-9]{0,3}")
KEYS = frozenset({"number", "label", "series"})
SERIES = frozenset({"clauses", "annexes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as typed; level 1 is a printed title line, line counts from 1."""

    line: int
    level: int
    title: str
    id: str
    attributes: Mapping[str, str]


def headings(pieces: Iterable[Piece], faults: list[Fault]) -> list[Heading]:
    """Every heading of the text that begins with #, its attributes read and judged."""
    found = []
    for piece in pieces:
        if piece.level:
            found.append(_heading(piece, faults))
        elif SUSPECT.search(piece.source):
            faults += (replace(each, line=each.line + piece.line) for each in _misplaced(piece.source))
    _judge_ids(found, faults)
    _judge_titles(found, faults)
    return found


# Versions of a contract have most of their words in common.
@lru_cache(maxsize=1024)
def _misplaced(source: str) -> tuple[Fault, ...]:
    """What stands between two headings and was meant as one."""
    faults: list[Fault] = []
    found = blocks(source)
    for token in found:
        if token.type == "heading_open":
            norm = "expected a heading written with # at the beginning of a line"
            found_there = "found it underlined or inside another block"
            faults.append(Fault(line=line_of(token), message=f"{norm}, {found_there}"))
    _judge_spaces(found, faults)
    return tuple(faults)


def _judge_spaces(tokens: Sequence[Token], faults: list[Fault]) -> None:
    """Without a space after its # a heading is a paragraph, and what stands under it belongs to the clause before."""
    for token in tokens:
        match = UNSPACED.match(token.content) if token.type == "inline" else None
        if match and ATTRIBUTES.search(token.content.split("\n")[0]):
            message = f"expected a space after the {match[1]} of a heading, found {match[0]}; put one"
            faults.append(Fault(line=line_of(token), message=message))


def line_of(token: Token) -> int:
    """The line, from 1, on which a block begins."""
    return token.map[0] + 1 if token.map else 0


def strip_attributes(content: str) -> str:
    """The words of a heading without the braces that end it."""
    return ATTRIBUTES.sub("", content)


def _heading(piece: Piece, faults: list[Fault]) -> Heading:
    line = piece.line + 1
    match = ATTRIBUTES.search(piece.source)
    rest = match["rest"] if match else ""
    pairs = {pair["key"]: pair["quoted"] or pair["bare"] or "" for pair in PAIR.finditer(rest)}
    _judge_pairs(line, rest, pairs, faults)
    return Heading(
        line=line,
        level=piece.level,
        title=strip_attributes(piece.source),
        id=match["id"] if match else "",
        attributes=pairs,
    )


def _judge_pairs(line: int, rest: str, pairs: Mapping[str, str], faults: list[Fault]) -> None:
    leftover = PAIR.sub("", rest).strip()
    unknown = [*sorted(set(pairs) - KEYS), *([leftover] if leftover else [])]
    if unknown:
        norm = f"expected only {', '.join(sorted(KEYS))} after the clause id"
        faults.append(Fault(line=line, message=f"{norm}, found {', '.join(unknown)}"))
    if pairs.get("series", "clauses") not in SERIES:
        norm = f"expected the series {' or '.join(sorted(SERIES))}"
        faults.append(Fault(line=line, message=f"{norm}, found {pairs['series']}"))
    if pairs.get("number", "none") != "none" and not WHOLE.fullmatch(pairs["number"]):
        norm = "expected number=none or a whole number from 1 to 9999"
        faults.append(Fault(line=line, message=f"{norm}, found number={pairs['number']}"))


def _judge_ids(found: Sequence[Heading], faults: list[Fault]) -> None:
    first: dict[str, int] = {}
    for heading in found:
        if heading.level == 1:
            continue
        if not heading.id:
            norm = "expected a clause id at the end of the heading, such as {#duree-resiliation}"
            faults.append(Fault(line=heading.line, message=f"{norm}, found none"))
        elif not ID.fullmatch(heading.id):
            norm = "expected a clause id of small letters, digits and single hyphens"
            faults.append(Fault(line=heading.line, message=f"{norm}, found {heading.id}"))
        elif heading.id in first:
            norm = f"expected each clause id once, found {heading.id} again"
            faults.append(
                Fault(line=heading.line, message=f"{norm} (first on line {first[heading.id]}); choose another")
            )
        first.setdefault(heading.id, heading.line)


def _judge_titles(found: Sequence[Heading], faults: list[Fault]) -> None:
    level = 1
    for heading in found:
        if heading.level == 1 and level > 1:
            norm = "expected title lines (#) only before the first clause; clauses begin with ##"
            faults.append(Fault(line=heading.line, message=f"{norm}, found # {heading.title}"))
        elif heading.level > level + 1:
            norm = f"expected a heading of at most {level + 1} # here"
            faults.append(Fault(line=heading.line, message=f"{norm}, found {heading.level}"))
        level = max(heading.level, 1)
