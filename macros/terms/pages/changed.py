"""What a version changes in another, as lists show it: facts, then clauses, each with its place in the redline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.locales import translator
from macros.terms.model import Change, Group, Redline, Version
from macros.terms.pages.change_views import ChangedClause, ChangedFact, ChangedWords
from macros.terms.pages.shelf import Shelf
from macros.terms.render.identity import fact_name
from macros.terms.render.redline_sections import kind_in_words
from macros.terms.render.stops import Detail, Stop
from macros.terms.status import last

# Words of one change that a list shows; the redline shows all.
SHOWN = 40


def changed(shelf: Shelf, old: Version | None, new: Version, language: str) -> tuple[Redline, str] | None:
    """The redline of two versions in a language and the address of its page, None where either has no text in it."""
    before, after = old.text(language) if old else None, new.text(language)
    if old is None or before is None or after is None:
        return None
    return shelf.comparisons.redline(before, after), shelf.redline_address(old, new, language)


def changed_clauses(
    redline: Redline, page: str, language: str, stops: Mapping[str, Sequence[Stop]] | None = None
) -> tuple[ChangedClause, ...]:
    """Every clause that changed, with its words where the stops of the page are given."""
    return tuple(_clause(change, page, language, stops or {}) for change in redline.changes)


def _clause(change: Change, page: str, language: str, stops: Mapping[str, Sequence[Stop]]) -> ChangedClause:
    say = translator(language)
    return ChangedClause(
        kind=change.kind,
        said=kind_in_words(change, say),
        name=change.clause.heading,
        address=f"{page}#{change.clause.id}" if change.clause.id else page,
        facts=tuple(dict.fromkeys(fact_name(each, say) for each in change.facts)),
        deleted=change.deleted,
        inserted=change.inserted,
        words=tuple(
            ChangedWords(deleted=_short(each.deleted), inserted=_short(each.inserted), address=f"{page}#{stop}")
            for stop, each in _details(*(stops.get(id_, ()) for id_ in (f"{change.clause.id}--old", change.clause.id)))
        ),
    )


def _details(away: Sequence[Stop], here: Sequence[Stop]) -> Iterator[tuple[str, Detail]]:
    """The words that changed; of a clause that was moved, what its old place lost beside what its new one got."""
    lost = [(stop.id, each) for stop in away for each in stop.details]
    got = [(stop.id, each) for stop in here for each in stop.details]
    if lost and len(lost) == len(got):
        for (_, old), (stop, new) in zip(lost, got, strict=True):
            yield stop, Detail(deleted=old.deleted, inserted=new.inserted)
    else:
        yield from (*lost, *got)


def _short(words: str) -> str:
    found = words.split(" ")
    return words if len(found) <= SHOWN else " ".join(found[:SHOWN]) + " …"


def changed_facts(redline: Redline, page: str, language: str) -> tuple[ChangedFact, ...]:
    """Every shared fact that changed, by the name that readers know."""
    say = translator(language)
    named: dict[str, list[Group]] = {}
    for group in redline.groups:
        for name in dict.fromkeys(fact_name(each, say) for each in group.facts):
            named.setdefault(name, []).append(group)
    return tuple(
        ChangedFact(
            name=name,
            values=tuple(dict.fromkeys((each.old, each.new) for each in found)),
            places=max(each.places for each in found),
            address=f"{page}#{found[0].clauses[0]}" if found[0].clauses[0] else page,
        )
        for name, found in named.items()
    )


def differing_draft(shelf: Shelf) -> Version | None:
    """The document's draft, None where there is none or where it says the same as the last version."""
    draft, before = shelf.document.draft, last(shelf.document)
    if draft is None or before is None:
        return draft
    for text in draft.texts:
        published = before.text(text.language)
        if published is None or published.front.title != text.front.title:
            return draft
        if shelf.comparisons.redline(published, text).changes:
            return draft
    return None
