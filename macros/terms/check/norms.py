"""Every rule by id, with the norm that it states."""

from __future__ import annotations

from collections.abc import Mapping

from macros.terms.check import RULES
from macros.terms.check.drafting import ALLOWING
from macros.terms.check.drafting.rules import RULES as DRAFTING
from macros.terms.check.translations import UP_TO_DATE

# What is found while files are read, while comments are, and beside the texts.
OTHERS: Mapping[str, str] = {
    "file": "Every file of a project is known, can be read, and holds the keys and values that its schema asks for.",
    "ledger-growth": "A ledger holds, unchanged and first, every entry that it held before.",
    "embed-growth": "Every script that other sites load stays, with its line in the list.",
    "catalogue": "The site's own words are translated into every language that has a catalogue.",
    UP_TO_DATE: "Every clause of a translation was reviewed since the binding clause last changed.",
    ALLOWING: "A comment that silences a rule names it, has something to silence, and says why.",
}


def norms() -> Mapping[str, str]:
    """The norm of every rule, in the order in which rules are told."""
    found = {name: _first(rule.__doc__) for name, rule in RULES.items()}
    return {**OTHERS, **found, **{name: _first(rule.find.__doc__) for name, rule in DRAFTING.items()}}


def _first(docstring: str | None) -> str:
    return (docstring or "").strip().split("\n")[0]
