"""References that a file types as numbers to links, which keep to their clause when it gets another number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.terms.model import Reading
from macros.terms.paragraphs import Paragraph, paragraphs
from macros.terms.references import said_references
from macros.terms.references.numbers import Numbers

# What prints something else than it spells: the mark of an item, expressions, ids, addresses of links.
UNREAD = re.compile(r"^\s*(?:\(?\w{1,6}[.)]|:)\s|\{\{.*?\}\}|\{#[^{}]*\}|\]\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A number on a line of the file that names a clause: its place among its like there, from 0, of how many."""

    line: int
    number: str
    place: int
    many: int
    id: str


def linked(body: str, reading: Reading) -> tuple[str, tuple[int, ...]]:
    """The body with links in place of the numbers that name clauses of its own, and the lines that got one."""
    lines = body.split("\n")
    found: defaultdict[int, list[Typed]] = defaultdict(list)
    for each in _typed(reading):
        found[each.line].append(each)
    made = {line: _with_links(lines[line - 1], references) for line, references in sorted(found.items())}
    told = tuple(line for line, now in made.items() if now != lines[line - 1])
    return "\n".join(made.get(number, line) for number, line in enumerate(lines, 1)), told


def _typed(reading: Reading) -> Iterator[Typed]:
    numbers = Numbers(reading, paragraphs(reading))
    lines = _lines(numbers.paragraphs)
    for paragraph, citation, reference, clause in said_references(numbers):
        # Titles keep their words.
        is_link = paragraph.kind == "title" or paragraph.is_linked(citation.start, reference.end)
        # A link prints the number of its clause: one that is typed otherwise stays words.
        if clause and clause.number == reference.number and not is_link:
            line, number = paragraph.line_at(reference.start), _number(clause.number)
            alike = [(each, at + match.start()) for each, at, words in lines[line] for match in number.finditer(words)]
            # "1er" is no number that stands alone.
            if (paragraph, reference.start) in alike:
                place = alike.index((paragraph, reference.start))
                yield Typed(line=line, number=clause.number, place=place, many=len(alike), id=clause.id)


def _lines(found: Sequence[Paragraph]) -> Mapping[int, Sequence[tuple[Paragraph, int, str]]]:
    """The words on each line of the file, with their paragraph and their place in it: the cells of a row are on one."""
    lines: defaultdict[int, list[tuple[Paragraph, int, str]]] = defaultdict(list)
    for each in found:
        at = 0
        for line, words in enumerate(each.text.split("\n"), each.line):
            lines[line].append((each, at, words))
            at += len(words) + 1
    return lines


def _number(number: str) -> re.Pattern[str]:
    """The number where it stands alone: no part of a longer one or of a word."""
    return re.compile(rf"(?<!\w)(?<!\d\.){re.escape(number)}(?!\w|\.\d)")


def _with_links(line: str, references: Sequence[Typed]) -> str:
    """The line with links; a number that it spells more or less often than it prints it stays words."""
    read = UNREAD.sub(lambda match: " " * len(match[0]), line)
    spans: dict[tuple[int, int], str] = {}
    for each in references:
        alike = [match.span() for match in _number(each.number).finditer(read)]
        if len(alike) == each.many:
            spans[alike[each.place]] = each.id
    for (start, end), id_ in sorted(spans.items(), reverse=True):
        line = f"{line[:start]}[](#{id_}){line[end:]}"
    return line
