"""A text as the rules of drafting see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.terms.model import Document, Publisher, Reading
from macros.terms.paragraphs import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """A text to judge. day: the one whose facts it prints, a draft's without one today's.

    binding: the reading of the binding text of the same version, the text's own where it is binding itself. words:
    those that the project allows beside the dictionary's, in small letters.
    """

    publisher: Publisher
    document: Document
    reading: Reading
    binding: Reading
    day: date
    today: date
    paragraphs: tuple[Paragraph, ...]
    words: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.reading.text.language

    @property
    def values(self) -> frozenset[str]:
        """What the expressions of the text print: no author typed these words."""
        filled = self.reading.filled
        return frozenset(filled.text[each.start : each.end] for each in filled.expressions)
