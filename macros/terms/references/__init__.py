"""What a text says of its own clauses in words: "article 8", "clause 3.2", "annexe 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.terms.model import Clause
from macros.terms.paragraphs import Paragraph
from macros.terms.references.citations import Citation, Passage, Reference, passages
from macros.terms.references.elsewhere import Elsewhere, names_models
from macros.terms.references.numbers import Numbers


class Said(NamedTuple):
    """A reference in words to the text itself, where it stands, and the clause that it names, None for no clause."""

    paragraph: Paragraph
    citation: Citation
    reference: Reference
    clause: Clause | None


def own_passages(numbers: Numbers) -> Iterator[tuple[Paragraph, Passage]]:
    """The references of a text that lead to no other document, each with its paragraph."""
    for paragraph, passage, away in judged_passages(numbers):
        if not away:
            yield paragraph, passage


def judged_passages(numbers: Numbers) -> Iterator[tuple[Paragraph, Passage, bool]]:
    """The references of a text, each with its paragraph and with whether it leads to another document."""
    elsewhere = Elsewhere(numbers.reading)
    completes = False
    for paragraph in numbers.paragraphs:
        if not paragraph.within:
            # What a table or list says of "Clause 7" is said of the clauses that the words before it complete.
            completes = names_models(paragraph.text)
        found = passages(paragraph.text)
        for passage, away in elsewhere.passages(paragraph.text, found) if found else ():
            if not _is_heading(paragraph, passage):
                yield paragraph, passage, away or (completes and bool(paragraph.within))


def _is_heading(paragraph: Paragraph, passage: Passage) -> bool:
    """Whether the words only number what they begin: "Article 4.1 – Prix", "ANNEXE 2"."""
    return passage[0].start == 0 and (paragraph.kind == "title" or _is_label(paragraph.text, passage[0].end))


def _is_label(text: str, end: int) -> bool:
    return not text[end:].strip() or bool(re.match(r"\s*[.:–—-]", text[end:]))


def said_references(numbers: Numbers) -> Iterator[Said]:
    """Every reference to a clause or an annex by its number that leads to no other document, links included."""
    for paragraph, passage in own_passages(numbers):
        for citation in passage:
            for reference in citation.references:
                if citation.kind != "part" and reference.number:
                    yield Said(paragraph, citation, reference, _named(numbers, citation, reference, paragraph.text))


def _named(numbers: Numbers, citation: Citation, reference: Reference, text: str) -> Clause | None:
    if citation.kind == "annex":
        return numbers.annex(citation.noun(text), reference.number)
    return numbers.named(reference.number)
