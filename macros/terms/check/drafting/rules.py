"""The rules of drafting by id: how grave each is in a draft, and the function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from macros.terms.check.drafting.agreement import agreement
from macros.terms.check.drafting.annexes import missing_annexes
from macros.terms.check.drafting.brackets import unbalanced
from macros.terms.check.drafting.conflicts import conflicting_figures
from macros.terms.check.drafting.cuts import cut_words
from macros.terms.check.drafting.dates import expired_certificate, past_date
from macros.terms.check.drafting.effective import effective_date
from macros.terms.check.drafting.endings import sentence_end
from macros.terms.check.drafting.identifiers import identifiers
from macros.terms.check.drafting.impossible_dates import impossible_date
from macros.terms.check.drafting.letters import letters_of_no_font
from macros.terms.check.drafting.links import dead_links
from macros.terms.check.drafting.money import amount_format, currency
from macros.terms.check.drafting.numbering import jumping_numbers
from macros.terms.check.drafting.publisher_names import publisher_name
from macros.terms.check.drafting.reference_titles import foreign_titles
from macros.terms.check.drafting.references import unknown_references, unlinked_references
from macros.terms.check.drafting.remains import remains
from macros.terms.check.drafting.repeats import doubled_punctuation, doubled_sentences, doubled_words
from macros.terms.check.drafting.signatures import undated_signatures
from macros.terms.check.drafting.spelling import spelling
from macros.terms.check.drafting.structure import empty_clauses, empty_headings, single_items
from macros.terms.check.drafting.tables import overfull_rows
from macros.terms.check.drafting.terms import (
    circular_definition,
    term_before_definition,
    term_defined_twice,
    unused_term,
)
from macros.terms.check.drafting.terms_undefined import undefined_term
from macros.terms.check.drafting.terms_variants import term_variant
from macros.terms.check.drafting.typed_facts import typed_facts
from macros.terms.check.drafting.typography import apostrophes, first_of_month, quotation_marks, spacing
from macros.terms.check.drafting.wording import Wording
from macros.terms.check.drafting.words_and_figures import words_and_figures
from macros.terms.model import Fault


class Rule(NamedTuple):
    """A rule of drafting; the first line of find's docstring states the norm. languages: empty for every language."""

    severity: str
    find: Callable[[Wording], Iterator[Fault]]
    languages: frozenset[str] = frozenset()

    def speaks(self, language: str) -> bool:
        """Whether the rule can judge texts in a language."""
        return not self.languages or language in self.languages


RULES: Mapping[str, Rule] = {
    "brackets": Rule("warning", unbalanced),
    "empty-clause": Rule("warning", empty_clauses),
    "empty-heading": Rule("warning", empty_headings),
    "missing-annex": Rule("warning", missing_annexes, frozenset({"en", "fr"})),
    "numbering": Rule("warning", jumping_numbers),
    "reference": Rule("error", unknown_references, frozenset({"en", "fr"})),
    "reference-link": Rule("warning", unlinked_references, frozenset({"en", "fr"})),
    "reference-title": Rule("warning", foreign_titles, frozenset({"en", "fr"})),
    "signature-date": Rule("warning", undated_signatures, frozenset({"en", "fr"})),
    "single-item": Rule("warning", single_items),
    "spacing": Rule("warning", spacing, frozenset({"en", "fr"})),
    "quotation-marks": Rule("warning", quotation_marks, frozenset({"en", "fr"})),
    "apostrophes": Rule("warning", apostrophes, frozenset({"en", "fr"})),
    "first-of-month": Rule("warning", first_of_month, frozenset({"fr"})),
    "agreement": Rule("warning", agreement, frozenset({"fr"})),
    "doubled-word": Rule("warning", doubled_words, frozenset({"en", "fr"})),
    "doubled-punctuation": Rule("warning", doubled_punctuation),
    "doubled-sentence": Rule("warning", doubled_sentences),
    "link": Rule("warning", dead_links),
    "remains": Rule("error", remains),
    "sentence-end": Rule("warning", sentence_end),
    "cut-word": Rule("warning", cut_words, frozenset({"en", "fr"})),
    "letters": Rule("warning", letters_of_no_font),
    "spelling": Rule("warning", spelling, frozenset({"en", "fr"})),
    "table-row": Rule("error", overfull_rows),
    "words-and-figure": Rule("error", words_and_figures, frozenset({"en", "fr"})),
    "currency": Rule("warning", currency, frozenset({"en", "fr"})),
    "amount-format": Rule("warning", amount_format, frozenset({"en", "fr"})),
    "conflicting-figures": Rule("warning", conflicting_figures, frozenset({"en", "fr"})),
    "impossible-date": Rule("error", impossible_date, frozenset({"en", "fr"})),
    "past-date": Rule("warning", past_date, frozenset({"en", "fr"})),
    "expired-certificate": Rule("warning", expired_certificate, frozenset({"en", "fr"})),
    "effective-date": Rule("error", effective_date, frozenset({"en", "fr"})),
    "identifiers": Rule("error", identifiers),
    "typed-fact": Rule("warning", typed_facts),
    "publisher-name": Rule("warning", publisher_name),
    "undefined-term": Rule("warning", undefined_term, frozenset({"en", "fr"})),
    "unused-term": Rule("warning", unused_term, frozenset({"en", "fr"})),
    "term-defined-twice": Rule("warning", term_defined_twice, frozenset({"en", "fr"})),
    "term-before-definition": Rule("warning", term_before_definition, frozenset({"en", "fr"})),
    "term-variant": Rule("warning", term_variant, frozenset({"en", "fr"})),
    "circular-definition": Rule("warning", circular_definition, frozenset({"en", "fr"})),
}
