"""A Markdown file to what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from macros.terms.intake.model import Block, Run, Taken, UnreadableError, cut, plain
from macros.terms.intake.pandoc import tree
from macros.terms.intake.pandoc_blocks import taken
from macros.terms.intake.plain_text import decoded
from macros.terms.intake.typed import as_typed

FORM = "commonmark+attributes+definition_lists+footnotes+pipe_tables+strikeout"
LETTERED = f"{FORM}+fancy_lists"
# A mark that is typed at the beginning of a line, behind those of lists around it.
TYPED = re.compile(r"^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)*(\([0-9A-Za-z]{1,6}\)|[A-Za-z]{1,6}[.)])(?=\s)", re.MULTILINE)
FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)[ \t]*$", re.MULTILINE)
# What Markdown leaves of "** words**" and "**12 €**each".
BOLD = "**"
STARS = re.compile(r"(?<!\*)\*\*(?!\*)")
# No list counts from there: the line begins with a year.
YEAR = re.compile(r"^([ \t>]*\d{4,9})(?=[.)][ \t])", re.MULTILINE)
# A colon at the end of a sentence that the width of the page put on a line of its own: no definition follows it.
COLON = re.compile(r"(?<=\S)[ \t]*\n[ \t]+:[ \t]*$", re.MULTILINE)


def take(content: bytes) -> Taken:
    """The blocks of a file; raises UnreadableError."""
    source = decoded(content)
    if source.lstrip().startswith(("%PDF", "<!DOCTYPE", "<!doctype", "<html", "{\\rtf")):
        raise UnreadableError("expected Markdown, found a file of another format; give it the ending of what it is")
    front = FRONT.match(source)
    body = COLON.sub(" :", YEAR.sub(r"\1\\", source[front.end() :] if front else source))
    found = taken(tree(body, LETTERED))
    # Lettered lists count as numbered ones do: an (i) under (b) that is not set far enough below would print (c).
    typed = iter(TYPED.findall(body))
    if not all(mark in typed for mark in _marks(found.blocks)):
        found = taken(tree(body, FORM))
    title = TITLE.search(front[0]) if front else None
    blocks = as_typed([*map(_emphasised, found.blocks)], body)
    return Taken(blocks=blocks, remarks=found.remarks, title=title["title"] if title else "")


def _marks(blocks: Sequence[Block]) -> Iterator[str]:
    """The marks of all items that only a lettered list has, in order."""
    for block in blocks:
        if block.mark and TYPED.match(f"{block.mark} "):
            yield block.mark
        yield from _marks(block.blocks)


def _emphasised(block: Block) -> Block:
    """The block, what stands between two "**" made bold where a space or sign beside them kept Markdown from it."""
    stars = [match.start() for match in STARS.finditer(plain(block))]
    runs: list[Run] = []
    done = 0
    for number, at in enumerate(stars if len(stars) % 2 == 0 else ()):
        runs += (replace(run, strong=run.strong or bool(number % 2)) for run in cut(block.runs, done, at))
        done = at + len(BOLD)
    runs += cut(block.runs, done)
    return replace(block, runs=tuple(runs), blocks=tuple(map(_emphasised, block.blocks)))
