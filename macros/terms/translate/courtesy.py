"""Each translation with the binding text that it translates, and everything that a machine finds to say of the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.terms.front_matter import line_of
from macros.terms.ledger import seals
from macros.terms.model import Document, Library, Problem, Reading, Text
from macros.terms.translate.freshness import State, binding_of, states
from macros.terms.translate.parity import parity
from macros.terms.translate.sources import SUMMARY, typed_lines
from macros.terms.translate.terminology import Glossary, terminology


@dataclass(frozen=True, slots=True, kw_only=True)
class Courtesy:
    """A translation, the text that binds, and the terms chosen between their languages; sealed is for good."""

    document: Document
    binding: Reading
    translation: Reading
    glossary: Glossary
    sealed: bool

    @property
    def text(self) -> Text:
        """The text of the translation."""
        return self.translation.text

    @property
    def states(self) -> Mapping[str, State]:
        """The state of each of its clauses that the binding text has too."""
        return states(self.binding, self.translation)

    def differences(self, clauses: frozenset[str]) -> Iterator[Problem]:
        """Where it says something else in these clauses, or has others, as far as structure, figures and terms tell."""
        yield from parity(self.binding, self.translation, clauses)
        if self.glossary:
            path = f"variables/glossary/{self.binding.text.language}-{self.text.language}.yml"
            yield from terminology(self.binding, self.translation, self.glossary, path, clauses)

    def line(self, clause: str) -> int:
        """Where a clause begins in its file."""
        if clause == SUMMARY:
            return line_of(self.text.head, "summary")
        lines = typed_lines(self.translation).get(clause) or [(1, "")]
        return lines[0][0]


def courtesies(library: Library, readings: Mapping[str, Reading]) -> Iterator[Courtesy]:
    """The latest translation of every version and draft in each language, where its binding text is there."""
    for _publisher, document in library.documents():
        for version in document.every:
            binding = binding_of(document, version)
            for language in document.languages:
                text = version.text(language)
                if text and binding and language != document.binding:
                    yield courtesy(library, document, readings[binding.path], readings[text.path])


def courtesy(library: Library, document: Document, binding: Reading, translation: Reading) -> Courtesy:
    """A translation of a binding text."""
    text = translation.text
    glossary = library.glossaries.get((binding.text.language, text.language), {})
    sealed = (text.version, text.name) in seals(document)
    return Courtesy(document=document, binding=binding, translation=translation, glossary=glossary, sealed=sealed)
