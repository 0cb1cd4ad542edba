"""The documents whose texts read otherwise than before, each with what stands in the way of publishing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from macros.terms.addresses import permalink
from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.ledger import digest, seals
from macros.terms.model import Document, Problem, Publisher, Reading, Redline, Text
from macros.terms.names import DRAFT
from macros.terms.publish import proposal
from macros.terms.refusals import drafting, refusals
from macros.terms.report.model import ChangedDocument, ChangedText, Disturbed, Translation
from macros.terms.report.state import State, is_draft, last_published, shown
from macros.terms.translate.courtesy import courtesies
from macros.terms.translate.sources import named


def changed_documents(before: State, now: State, today: date) -> Iterator[ChangedDocument]:
    """Every document of which a text reads otherwise, in order; those that are gone last."""
    for publisher, document in now.library.documents():
        was = before.document(document.id)
        texts = tuple(_texts(before, now, was, document))
        published = _published(was, document)
        disturbed = tuple(_disturbed(was, now, document)) if was else ()
        if texts or published or disturbed:
            yield ChangedDocument(
                id=document.id,
                publisher=_name(publisher),
                texts=texts,
                translations=tuple(_translations(now, document)),
                refusals=tuple(_refusals(now, publisher, document, today)) if document.draft else (),
                has_draft=document.draft is not None,
                published=published,
                disturbed=disturbed,
            )
    known = {document.id for _, document in now.library.documents()}
    for publisher, document in before.library.documents():
        if document.id not in known:
            yield ChangedDocument(
                id=document.id,
                publisher=_name(publisher),
                texts=(),
                translations=(),
                refusals=(),
                has_draft=False,
                published=(),
                gone=True,
            )


def _name(publisher: Publisher) -> str:
    company = publisher.variables.get("company")
    name = company.get("name") if isinstance(company, dict) else None
    return name if isinstance(name, str) else publisher.id


def _published(was: Document | None, document: Document) -> tuple[str, ...]:
    """The versions that are published by the change."""
    known = {each.name for each in was.versions} if was else set()
    return tuple(each.name for each in document.versions if each.name not in known)


def _disturbed(was: Document, now: State, document: Document) -> Iterator[Disturbed]:
    """The texts that were published before the change and are no more as they were sealed."""
    kept = {(version.name, text.name): text for version in document.versions for text in version.texts}
    for (version, name), seal in seals(was).items():
        text = kept.get((version, name))
        if text is None or digest(now.readings[text.path].canonical) != seal:
            yield Disturbed(version=version, text=name, gone=text is None)


def _texts(before: State, now: State, was: Document | None, document: Document) -> Iterator[ChangedText]:
    for language in document.languages:
        text, old = shown(document, language), shown(was, language)
        if text is None:
            continue
        if was and not is_draft(text) and text.version not in {each.name for each in was.versions}:
            # What is published is compared with what clients know, not with the draft that it was.
            known = last_published(was, language)
            old = known[1] if known else None
        reading = now.readings[text.path]
        redline = _redline(before.readings[old.path], reading) if old else None
        if old is None or redline is None or redline.changes or old.front.title != text.front.title:
            yield replace(_text(now, document, text, old, redline), unread=bool(reading.faults))


def _redline(old: Reading, new: Reading) -> Redline | None:
    """What differs between two readings, None where either cannot be read."""
    return None if old.faults or new.faults else compare(side(old), side(new))


def _text(now: State, document: Document, text: Text, old: Text | None, redline: Redline | None) -> ChangedText:
    path = f"{text.language}/{document.id}/"
    published = last_published(document, text.language)
    version = next(each for each in document.every if text in each.texts)
    known = published if published and is_draft(text) else None
    return ChangedText(
        path=text.path,
        language=text.language,
        binding=text.language == document.binding,
        title=text.front.title,
        old=old.version if old else "",
        new=text.version,
        redline=redline,
        address=f"{path}{DRAFT}/" if is_draft(text) else permalink(document, version, text),
        redline_address=f"{path}changes/{known[0].name}--{DRAFT}/" if known else "",
        # The summary of a draft that was there before is told where it says something else now.
        summary="" if old and is_draft(old) and old.front.summary == text.front.summary else text.front.summary,
        effective=text.front.effective,
        since=_since(now, known[1], text) if known and old and is_draft(old) else None,
    )


def _since(now: State, published: Text, text: Text) -> tuple[str, int] | None:
    """The version that clients know, and how many of its clauses the draft changes in all."""
    redline = _redline(now.readings[published.path], now.readings[text.path])
    return (published.version, len(redline.changes)) if redline else None


def _translations(now: State, document: Document) -> Iterator[Translation]:
    """The translations of the draft, with their clauses that are not up to date."""
    for each in courtesies(now.library, now.readings):
        if each.document.id == document.id and each.text.version == DRAFT and not each.binding.faults:
            states = each.states
            yield Translation(
                language=each.text.language,
                clauses=len(states),
                stale=tuple(named(id_) for id_, state in states.items() if state == "stale"),
                unreviewed=tuple(named(id_) for id_, state in states.items() if state == "unreviewed"),
            )


def _refusals(now: State, publisher: Publisher, document: Document, today: date) -> Iterator[Problem]:
    """Every reason for which the draft could not be published; which day it takes effect can be said later."""
    days = {text.front.effective for text in document.drafted if text.front.effective}
    day = days.pop() if len(days) == 1 else None
    made = proposal(document, now.readings, publisher.variables, effective=day or today, today=today)
    yield from drafting(now.library, publisher, made, today)
    for each in refusals(made, today=today, translation_later=False, dated=True):
        if day is not None or not each.message.startswith("effective:"):
            yield each
