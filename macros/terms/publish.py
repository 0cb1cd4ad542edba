"""What publishing would make of a draft, and every reason against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from macros.terms.compare import NEUTRAL, compare
from macros.terms.compare.readings import side
from macros.terms.front_matter import retyped, source
from macros.terms.ledger import chained, digest
from macros.terms.model import Change, Document, Entry, Problem, Reading, Redline, Text, Version
from macros.terms.names import DRAFT
from macros.terms.reading import read
from macros.terms.render.terminal import told
from macros.terms.status import last


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A version as it would be published: its texts as read, the entry of the ledger, what it replaces."""

    document: Document
    entry: Entry
    readings: Mapping[str, Reading]
    before: Mapping[str, Reading]
    redlines: Mapping[str, Redline]

    @property
    def path(self) -> str:
        """Where the draft stands that would be published."""
        return f"{self.document.folder}/{DRAFT}"


def proposal(  # noqa: PLR0913  # a draft, what it is read with, and the three facts that publishing adds
    document: Document,
    readings: Mapping[str, Reading],
    variables: Mapping[str, object],
    *,
    effective: date,
    today: date,
    corrects: str = "",
) -> Proposal:
    """The draft of a document as the version of a day."""
    made = {
        text.language: read(text, variables, today)
        for text in (_dated(document, each, effective, today, corrects) for each in _drafted(document))
    }
    before = _before(document, readings, corrects)
    binding = made.get(document.binding)
    entry = Entry(
        action="correct" if corrects else "publish",
        version=str(effective),
        effective=effective,
        recorded=today,
        change=binding.text.front.change if binding else "",
        corrects=corrects,
        texts={reading.text.name: digest(reading.canonical) for reading in made.values()},
    )
    return Proposal(
        document=document,
        entry=chained(entry, document.ledger),
        readings=made,
        before=before,
        redlines={each: compare(side(before[each]), side(made[each])) for each in made if each in before},
    )


def _dated(document: Document, text: Text, effective: date, today: date, corrects: str) -> Text:
    """A text of the draft under the front matter of the version."""
    keys = {"effective": str(effective), "recorded": str(today), "corrects": corrects or None, "proposed_by": None}
    front = replace(text.front, effective=effective, recorded=today, corrects=corrects, proposed_by="publisher")
    return retyped(text, f"{document.folder}/{effective}/{text.name}.md", keys, front)


def _before(document: Document, readings: Mapping[str, Reading], corrects: str) -> dict[str, Reading]:
    """The texts that the draft replaces, by language; a correction replaces the version in error."""
    replaced = document.version(corrects) if corrects else last(document)
    found = [replaced.text(language) for language in document.languages] if replaced else []
    return {text.language: readings[text.path] for text in found if text}


def _drafted(document: Document) -> Sequence[Text]:
    return document.draft.texts if document.draft else ()


def with_seal(reading: Reading) -> Reading:
    """The reading with its canonical text kept as the copy that proves its seal."""
    return replace(reading, text=replace(reading.text, sealed=reading.canonical))


def published(document: Document, version: Version, entry: Entry) -> Document:
    """The document once a version (in place of one of its name) and an entry of the ledger are in it."""
    others = tuple(each for each in document.versions if each.name != version.name)
    versions = tuple(sorted((*others, version), key=lambda each: each.name))
    return replace(document, versions=versions, ledger=(*document.ledger, entry))


def published_files(reading: Reading) -> Mapping[str, bytes]:
    """A published text and its sealed copy, by their names in the document's folder."""
    place = f"{reading.text.version}/{reading.text.name}"
    return {f"{place}.md": source(reading.text).encode(), f"{place}.sealed.md": reading.canonical.encode()}


def refusals(proposed: Proposal, *, today: date, translation_later: bool, dated: bool) -> Iterator[Problem]:
    """Every reason not to publish, all at once; dated is whether anybody said on which day it takes effect."""
    if not proposed.readings:
        document = proposed.document
        message = f"expected a draft to publish, found none; make one with: terms draft {document.id}"
        yield Problem(path=f"{document.folder}/{DRAFT}", line=1, message=message)
        return
    yield from _words(proposed)
    if dated:
        yield from _dates(proposed, today)
    else:
        norm = "effective: expected one day on which it takes effect"
        message = f"{norm}, found none, or more than one; give --effective YYYY-MM-DD"
        yield Problem(path=proposed.path, line=1, message=message)
    yield from _languages(proposed, translation_later=translation_later)
    yield from _change(proposed)
    for text in _drafted(proposed.document):
        reading = proposed.readings[text.language]
        lower = text.head.count("\n") - reading.text.head.count("\n")
        for fault in reading.faults:
            yield _problem(proposed, reading, fault.message, fault.line + lower)


def _problem(proposed: Proposal, reading: Reading, message: str, line: int = 1) -> Problem:
    return Problem(path=f"{proposed.path}/{reading.text.name}.md", line=line, message=message)


def _words(proposed: Proposal) -> Iterator[Problem]:
    """What a client is told: a summary in each language, and whose text it is."""
    kinds = {reading.text.front.change for reading in proposed.readings.values()}
    for reading in proposed.readings.values():
        front = reading.text.front
        if not front.summary.strip():
            yield _problem(proposed, reading, "summary: expected the change in words for readers, found none; write it")
        if not front.change or len(kinds) > 1:
            norm = "change: expected material or editorial, the same in every language"
            yield _problem(proposed, reading, f"{norm}, found {front.change or 'none'}; write it")
    for text in _drafted(proposed.document):
        if text.front.proposed_by != "publisher":
            norm = "proposed_by: expected a draft of the publisher's own"
            message = f"{norm}, found one of the editors; the publisher takes it over by removing that line"
            yield Problem(path=text.path, line=1, message=message)


def _dates(proposed: Proposal, today: date) -> Iterator[Problem]:
    """A version comes after every other, from today on, and a material change keeps the notice."""
    document, entry = proposed.document, proposed.entry
    day = date.fromisoformat(entry.version)
    before = document.version(entry.corrects) if entry.corrects else (document.versions or (None,))[-1]
    if (before and day <= before.day) or document.version(entry.version):
        after = before.name if before else entry.version
        message = f"effective: expected a day after {after} on which no version begins, found {day}; name another"
        yield Problem(path=proposed.path, line=1, message=message)
    if day < today:
        message = (
            f"effective: expected today ({today}) or later, found {day}; a text of the past is entered by terms record"
        )
        yield Problem(path=proposed.path, line=1, message=message)
    earliest = today + timedelta(days=document.notice_days)
    if before and entry.action == "publish" and entry.change == "material" and today <= day < earliest:
        norm = f"effective: expected {earliest} or later, {document.notice_days} days of notice for a material change"
        yield Problem(path=proposed.path, line=1, message=f"{norm}, found {day}; name a later day")


def _is_neutral(change: Change) -> bool:
    """Whether a change leaves the wording as it was; a fact may move on where it says who the company is."""
    return change.kind in NEUTRAL and all(fact.startswith("company.") for fact in change.facts)


def _languages(proposed: Proposal, *, translation_later: bool) -> Iterator[Problem]:
    """Every language of the document, the binding one above all."""
    document = proposed.document
    for language in document.languages:
        if language in proposed.readings or (translation_later and language != document.binding):
            continue
        norm = f"expected {language}.md, {'the binding text' if language == document.binding else 'a translation'}"
        advice = "write it" if language == document.binding else "write it, or publish with --translation-later"
        yield Problem(path=f"{proposed.path}/{language}.md", line=1, message=f"{norm}, found none; {advice}")


def _change(proposed: Proposal) -> Iterator[Problem]:
    """Something changed in the binding text; an editorial change leaves its wording as it was."""
    language = proposed.document.binding
    redline, reading = proposed.redlines.get(language), proposed.readings.get(language)
    if redline is None or reading is None:
        return
    same_title = reading.text.front.title == proposed.before[language].text.front.title
    if not redline.changes and same_title:
        version = proposed.before[language].text.version
        yield _problem(proposed, reading, f"expected a text that differs from version {version}, found the same words")
    for change in redline.changes:
        if reading.text.front.change == "editorial" and not _is_neutral(change):
            norm = "change: expected an editorial change to leave the wording as it was"
            found = " ".join(" ".join(told(redline, change)).split())
            yield _problem(proposed, reading, f"{norm}, found {found}; call the change material")
