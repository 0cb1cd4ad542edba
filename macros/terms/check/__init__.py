"""A library to its problems: every rule, every text, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from macros.terms.check.embed import embed_scripts
from macros.terms.check.ledgers import ledgers
from macros.terms.check.seals import sealed_texts
from macros.terms.check.texts import faults, numbering_patterns, refusals, summaries
from macros.terms.check.translations import translations
from macros.terms.model import Library, Problem, Reading

Rule = Callable[[Library, Mapping[str, Reading]], Iterator[Problem]]
# What no page may be built with; how a contract is drafted is judged in check/drafting.
RULES: Mapping[str, Rule] = {
    "text": faults,
    "numbering-pattern": numbering_patterns,
    "summary": summaries,
    "refusal": refusals,
    "ledger": ledgers,
    "seal": sealed_texts,
    "translation": translations,
    "embed": embed_scripts,
}


def check(library: Library, readings: Mapping[str, Reading]) -> list[Problem]:
    """Everything for which no page can be built, by place."""
    return sorted({replace(problem, rule=name) for name, rule in RULES.items() for problem in rule(library, readings)})
