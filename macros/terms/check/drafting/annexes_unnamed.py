"""Annexes that are there and named nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import family, heading
from macros.terms.definitions import words_of
from macros.terms.model import Clause, Fault
from macros.terms.references import said_references
from macros.terms.references.citations import Citation
from macros.terms.references.numbers import Numbers
from macros.terms.search.folding import roots

ANY = re.compile(r"(?<![\w-])(?:annexe?s?|annexes|appendi(?:x|ces)|schedules?|exhibits?|attachments?)\b", re.IGNORECASE)
RANGE = re.compile(r"\s(?:à|to|through)\s|[–—]")


def unnamed_annexes(wording: Wording, annexes: Sequence[Clause], numbers: Numbers) -> Iterator[Fault]:
    """Annexes of which the rest of the text does not speak, where it speaks of others one by one or of none at all."""
    inside = {each.id: clause.id for clause in annexes for each in family(clause)}
    outside = [each for each in wording.paragraphs if each.clause.id not in inside and each.kind != "title"]
    named = set(_named(wording, annexes, inside, numbers))
    if not outside or (not named and any(ANY.search(each.text) for each in outside)):
        return
    for clause in annexes:
        if clause.id not in named:
            norm = f"expected the text to mention its annex “{heading(clause)}”, found no mention"
            yield Fault(line=clause.line, message=f"{norm}; refer to it where it applies, with [](#{clause.id})")


def _named(wording: Wording, annexes: Sequence[Clause], inside: dict[str, str], numbers: Numbers) -> Iterator[str]:
    """The ids of the annexes that paragraphs outside each of them name, by a number, a link or the title."""
    for paragraph, citation, reference, clause in said_references(numbers):
        meant = clause or (numbers.annex_of(reference.number) if citation.kind == "annex" else None)
        if citation.kind == "annex" and _is_range(paragraph.text, citation):
            yield from inside.values()
        elif meant and inside.get(meant.id) != inside.get(paragraph.clause.id):
            yield inside.get(meant.id, "")
    titles = {clause.id: _plain(words_of(clause.title)) for clause in annexes}
    for each in wording.paragraphs:
        around = inside.get(each.clause.id, "")
        yield from {inside.get(link.target.removeprefix("#"), around) for link in each.links} - {around}
        plain = _plain(each.text) if each.kind != "title" else ""
        yield from (id_ for id_, title in titles.items() if id_ != around and title in plain)


def _is_range(text: str, citation: Citation) -> bool:
    """Whether "annexes 1 à 4" names those between the first and the last too."""
    return bool(RANGE.search(text[citation.references[0].end : citation.references[-1].start]))


def _plain(words: str) -> str:
    """The roots of words in order, to find a title in a sentence."""
    return f" {' '.join(roots(words))} "
