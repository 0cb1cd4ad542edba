"""A reading to the side of a comparison: its canonical text, and what its variables and references print in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from macros.terms.clauses import by_id
from macros.terms.compare.sides import Side, Span, contract
from macros.terms.definitions import words_of
from macros.terms.model import Reading
from macros.terms.parse.references import REFERENCE


def side(reading: Reading) -> Side:
    """The side of a reading; what a reference says by itself counts as one token, by where it leads."""
    labels = {id_: clause.label for id_, clause in by_id(reading.tree).items()}
    spans = sorted((*_variables(reading), *_references(reading)), key=lambda each: (each.start, -each.end))
    return contract(reading.canonical, labels, list(_apart(spans)))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans without those that stand in another, such as a variable in the words of a reference."""
    end = 0
    for each in spans:
        if each.start >= end:
            yield each
            end = each.end


def _references(reading: Reading) -> Iterator[Span]:
    """The references whose words are the number or the title of the clause that they lead to."""
    clauses = by_id(reading.tree)
    for match in REFERENCE.finditer(reading.canonical):
        clause = clauses.get(match["id"])
        if clause and match["words"] == clause.number:
            yield Span(match.start(), match.end(), f"number of #{clause.id}")
        elif clause and match["words"] == words_of(clause.title):
            yield Span(match.start(), match.end(), f"title of #{clause.id}")


def _variables(reading: Reading) -> Iterator[Span]:
    """What each expression prints, where it stands in the canonical text."""
    filled, canonical = reading.filled.text, reading.canonical
    start = len(unicodedata.normalize("NFC", f"---\n{reading.text.head}\n---\n\n"))
    # The body is printed from its first line on that is not empty, line for line.
    number = filled[: len(filled) - len(filled.lstrip())].count("\n")
    labels = {clause.line: clause.label for clause in by_id(reading.tree).values()}
    expressions = iter(reading.filled.expressions)
    each = next(expressions, None)
    at = len("\n".join(filled.split("\n")[:number])) + (number > 0)
    for printed, typed in zip(canonical[start:].split("\n"), filled.split("\n")[number:], strict=False):
        number += 1
        while each and each.start <= at + len(typed):
            words = filled[each.start : each.end]
            place = start + _place(typed, each.start - at, printed, labels.get(number, ""))
            if canonical.startswith(words, place):
                yield Span(place, place + len(words), f"{{{{ {each.source} }}}}", each.facts)
            each = next(expressions, None)
        at += len(typed) + 1
        start += len(printed) + 1


def _place(typed: str, column: int, printed: str, label: str) -> int:
    """Where the character at a column of a typed line stands in the printed one: labels and references are longer."""
    words = typed.lstrip("#").lstrip()
    shift = (
        len(f"{label} ") + typed.count("#", 0, len(typed) - len(words)) + 1 - (len(typed) - len(words)) if label else 0
    )
    at = 0
    for match in REFERENCE.finditer(typed, 0, column):
        end = f"](#{match['id']})"
        at = printed.find(end, at) + len(end)
        shift = at - match.end()
    return column + shift
