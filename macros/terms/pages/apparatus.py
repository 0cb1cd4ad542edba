"""What a contract's page says beside its clauses: where else they stand, what they were, what is out of date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.locales import translator
from macros.terms.clauses import by_id, heading
from macros.terms.formats import language_name
from macros.terms.model import Text, Version
from macros.terms.pages.change_map import clause_history
from macros.terms.pages.change_views import ClauseVersion
from macros.terms.pages.proposing import proposing
from macros.terms.pages.shelf import Shelf
from macros.terms.render.apparatus import Apparatus, Binding, Elsewhere, Past
from macros.terms.translate.freshness import binding_of, states
from macros.terms.translate.sources import SUMMARY


def apparatus(shelf: Shelf, version: Version, text: Text, address: str) -> Apparatus:
    """The apparatus of a text on its page at an address."""
    found = binding_of(shelf.document, version) if text.language != shelf.document.binding else None
    return Apparatus(
        translate=translator(text.language),
        in_force=_in_force(shelf, text, address),
        binding=_binding(shelf, version, found, text, address) if found else None,
        history=_history(shelf, version, text, address),
        stale=_stale(shelf, found, text) if found else frozenset(),
        proposing=proposing(shelf, version, text.language).clauses,
    )


def _binding(shelf: Shelf, version: Version, found: Text, text: Text, address: str) -> Binding:
    """The text that binds, with a link to it from the page of a translation."""
    return Binding(
        href=f"{'../' * address.count('/')}{shelf.binding_address(version)}",
        language=language_name(found.language, language=text.language),
        code=found.language,
        clauses=frozenset(by_id(shelf.readings[found.path].tree)),
    )


def _stale(shelf: Shelf, found: Text, text: Text) -> frozenset[str]:
    """The clauses of a translation whose binding text has changed since they were reviewed."""
    known = states(shelf.readings[found.path], shelf.readings[text.path])
    return frozenset(id_ for id_, state in known.items() if state == "stale" and id_ != SUMMARY)


def _history(shelf: Shelf, version: Version, text: Text, address: str) -> Mapping[str, Past]:
    """For each clause, the versions that changed it, with links from this page to their redlines."""
    up = "../" * address.count("/")
    found = clause_history(shelf, version, text.language)
    return {
        id_: Past(
            said=_changed(lines, text.language), lines=tuple((f"{up}{each.address}", each.said) for each in lines)
        )
        for id_, lines in found.items()
    }


def _changed(lines: Sequence[ClauseVersion], language: str) -> str:
    """How often a clause changed, and when last."""
    say = translator(language)
    changes = [each for each in lines if not each.added]
    if not changes:
        return say("Added by this draft") if lines[0].draft else say("Added in {version}", version=lines[0].version)
    if changes[0].draft:
        return say.plural("Changed by this draft", "Changed {count} times, last by this draft", count=len(changes))
    return say.plural(
        "Changed in {version}",
        "Changed {count} times, last in {version}",
        count=len(changes),
        version=changes[0].version,
    )


def _in_force(shelf: Shelf, text: Text, address: str) -> Mapping[str, Elsewhere] | None:
    """For a text that is not the one in force: where each of its clauses is in the one that is; else None."""
    current = shelf.current.text(text.language) if shelf.current else None
    if current is None or current is text:
        return None
    up = "../" * (address.count("/") - shelf.address(text.language).count("/"))
    clauses = by_id(shelf.readings[current.path].tree)
    return {id_: Elsewhere(href=f"{up}#{id_}", name=heading(clause)) for id_, clause in clauses.items()}
