"""The catalogue and a document's ledger as the API serves them; variables/schema/api-*.schema.json describe them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from macros.terms.ledger import digest
from macros.terms.model import Entry, Text, Version
from macros.terms.pages.card import Card
from macros.terms.pages.changed import changed
from macros.terms.pages.editions import files
from macros.terms.pages.refusing import refusal_right
from macros.terms.pages.shelf import Shelf
from macros.terms.render.terms_json import API
from macros.terms.status import periods, predecessor, withdrawal


def document_address(shelf: Shelf) -> str:
    """Where the API serves a document, below the site's root."""
    return f"{API}{shelf.document.id}.json"


def index(cards: Sequence[Card], site: str, day: str) -> Mapping[str, object]:
    """Every published document with what is in force and what comes, by publisher."""
    publishers: dict[str, list[Card]] = {}
    for card in cards:
        if card.listed:
            publishers.setdefault(card.publisher.id, []).append(card)
    changes = [card.until for card in cards if card.until]
    return {
        "schema": f"{site}{API}index.schema.json",
        "as_of": day,
        "holds_until": str(min(changes)) if changes else None,
        "publishers": [
            {"id": name, "name": found[0].name, "documents": [each.listed for each in found]}
            for name, found in publishers.items()
        ],
    }


def listed(shelf: Shelf) -> Mapping[str, object]:
    """A published document as the index of the API tells of it."""
    document = shelf.document
    shown = shelf.current or shelf.upcoming or document.versions[-1]
    return {
        "id": document.id,
        "titles": {language: text.front.title for language in shelf.languages if (text := shown.text(language))},
        "kind": document.kind or None,
        "binding": document.binding,
        "in_force": shelf.current.name if shelf.current else None,
        "upcoming": shelf.upcoming.name if shelf.upcoming else None,
        "pages": {language: f"{shelf.base}{shelf.address(language)}" for language in shelf.languages},
        "api": f"{shelf.base}{document_address(shelf)}",
    }


def document(shelf: Shelf) -> Mapping[str, object]:
    """A document with every version, when each applied, its texts, what it changed, and the ledger as it is chained."""
    of, until = shelf.document, shelf.built.until
    changes = {language: shelf.base + shelf.changes_address(language) for language in shelf.languages}
    return {
        "schema": f"{shelf.base}{API}document.schema.json",
        "id": of.id,
        "publisher": {"id": of.id.split("/")[0], "name": shelf.publisher},
        "kind": of.kind or None,
        "binding": of.binding,
        "as_of": str(shelf.today),
        "holds_until": str(until) if until else None,
        "in_force": shelf.current.name if shelf.current else None,
        "upcoming": shelf.upcoming.name if shelf.upcoming else None,
        "periods": [
            {"version": each.version, "since": str(each.since), "until": str(each.until) if each.until else None}
            for each in periods(of)
        ],
        "versions": [_version(shelf, each) for each in of.versions],
        "ledger": [_entry(each) for each in of.ledger],
        "changes": changes,
        "feeds": {each: f"{shelf.base}{shelf.address(each)}feed.xml" for each in shelf.languages},
        "review": {each: shelf.base + shelf.review_address(each) for each in shelf.languages},
        "calendars": {each: f"{shelf.base}{shelf.address(each)}calendar.ics" for each in shelf.languages},
    }


def _version(shelf: Shelf, version: Version) -> Mapping[str, object]:
    front = shelf.shown(version, shelf.document.binding).front
    ended, entry = shelf.document.endings.get(version.name), withdrawal(shelf.document, version.name)
    return {
        "version": version.name,
        "status": shelf.status(version),
        "effective": str(front.effective) if front.effective else None,
        "recorded": str(front.recorded),
        "change": front.change or None,
        "notice_days": front.notice_days,
        "refusal": _refusal(shelf, version),
        "corrects": front.corrects or None,
        "ended": {
            "from": str(ended),
            "reason": entry.reason or None,
            "corrected_by": entry.version if entry.corrects else None,
        }
        if ended and entry
        else None,
        "texts": [_text(shelf, version, each) for each in version.texts],
        "replaces": _replaces(shelf, version),
    }


def _refusal(shelf: Shelf, version: Version) -> Mapping[str, object] | None:
    """For how long the version may be refused by those who accepted an earlier one."""
    found = refusal_right(shelf, version, shelf.document.binding)
    return {"days": found.days, "until": str(found.until) if found.until else None} if found else None


def _text(shelf: Shelf, version: Version, text: Text) -> Mapping[str, object]:
    page = shelf.base + shelf.permalink(version, text)
    return {
        "name": text.name,
        "language": text.language,
        "revision": text.revision,
        "latest": version.text(text.language) is text,
        "binding": text.language == text.front.binding,
        "title": text.front.title,
        "summary": text.front.summary or None,
        "sha256": digest(shelf.readings[text.path].canonical),
        "page": page,
        "files": files(page),
    }


def _replaces(shelf: Shelf, version: Version) -> Mapping[str, object] | None:
    """The version that was in force before, with the redline in each language and its changes counted by kind."""
    old, binding = predecessor(shelf.document, version), shelf.document.binding
    found = changed(shelf, old, version, binding)
    if old is None or found is None:
        return None
    counts = Counter(change.kind for change in found[0].changes)
    return {
        "version": old.name,
        "redlines": {
            each.language: shelf.base + shelf.redline_address(old, version, each.language)
            for _, each in shelf.both(old, version)
        },
        "changes": dict(sorted(counts.items())),
    }


def _entry(entry: Entry) -> Mapping[str, object]:
    return {
        "action": entry.action,
        "version": entry.version,
        "effective": str(entry.effective) if entry.effective else None,
        "recorded": str(entry.recorded),
        "change": entry.change or None,
        "corrects": entry.corrects or None,
        "reason": entry.reason or None,
        "texts": dict(sorted(entry.texts.items())),
        "chain": entry.chain,
    }
