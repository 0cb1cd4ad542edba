"""Every reason against publishing a draft, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from macros.terms.check.drafting import judged
from macros.terms.compare import NEUTRAL
from macros.terms.front_matter import line_of
from macros.terms.model import Change, Library, Problem, Publisher, Reading, Text
from macros.terms.names import DRAFT
from macros.terms.publish import Proposal, unreviewed
from macros.terms.render.terminal import told
from macros.terms.translate.freshness import accepting
from macros.terms.translate.sources import named

# What editors write to each other in a summary, and clients should not read.
NOTE = re.compile(
    r"\b[ÀàA] vérifier\b|non modifié ici|Cette proposition|"
    r"\b[Tt]o be (?:checked|verified)\b|not changed here|This proposal"
)
# So many clauses are named of those that are not up to date.
SHOWN = 5


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
    yield from _translations(proposed)
    yield from _change(proposed)
    for reading in proposed.readings.values():
        for fault in reading.faults:
            yield _problem(proposed, reading, fault.message, _lower(proposed, reading, fault.line))


def drafting(library: Library, publisher: Publisher, proposed: Proposal, today: date) -> Iterator[Problem]:
    """Every error of drafting in the texts as they would be published, where they stand in the draft."""
    readings = {reading.text.path: reading for reading in proposed.readings.values()}
    for each in judged(library, publisher, proposed.document, proposed.readings, today):
        if each.severity == "error":
            reading = readings[each.path]
            line = _lower(proposed, reading, each.line)
            yield replace(each, path=f"{proposed.path}/{reading.text.name}.md", line=line)


def _lower(proposed: Proposal, reading: Reading, line: int) -> int:
    """The line of the draft, whose front matter is shorter or longer than that of the version."""
    return line + _typed(proposed, reading).head.count("\n") - reading.text.head.count("\n")


def _typed(proposed: Proposal, reading: Reading) -> Text:
    """The text of the draft that a reading is to become."""
    (typed,) = (text for text in proposed.document.drafted if text.language == reading.text.language)
    return typed


def _problem(proposed: Proposal, reading: Reading, message: str, line: int = 1) -> Problem:
    return Problem(path=f"{proposed.path}/{reading.text.name}.md", line=line, message=message)


def _words(proposed: Proposal) -> Iterator[Problem]:
    """What a client is told: a summary in each language, and whose text it is."""
    binding = proposed.readings.get(proposed.document.binding)
    change = binding.text.front.change if binding else ""
    for reading in proposed.readings.values():
        front = reading.text.front
        if not front.summary.strip():
            yield _problem(proposed, reading, "summary: expected the change in words for readers, found none; write it")
        if note := NOTE.search(front.summary):
            norm = "summary: expected words for clients, as the published page shows them"
            yield _problem(
                proposed, reading, f"{norm}, found a note among colleagues (“{note[0]}”); write it for clients"
            )
        if not front.change or front.change != (change or front.change):
            wanted = f"{change}, as in {proposed.document.binding}.md" if change else "material or editorial"
            message = f"change: expected {wanted}, found {front.change or 'none'}; write it"
            yield _problem(proposed, reading, message, line_of(_typed(proposed, reading).head, "change"))
    for text in proposed.document.drafted:
        stated = text.front.effective
        if stated and str(stated) != proposed.entry.version:
            message = f"effective: expected {proposed.entry.version}, the day asked for, found {stated}; name one day"
            yield Problem(path=text.path, line=line_of(text.head, "effective"), message=message)
        if text.front.proposed_by != "publisher":
            norm = "proposed_by: expected a draft of the publisher's own, found a proposal of the editors"
            advice = "when the company adopts it, write its summary for clients and take this line out"
            line = line_of(text.head, "proposed_by")
            yield Problem(path=text.path, line=line, message=f"{norm}; {advice}")


def _dates(proposed: Proposal, today: date) -> Iterator[Problem]:
    """A version comes after every other, from today on, and a material change keeps the notice."""
    document, entry = proposed.document, proposed.entry
    day = date.fromisoformat(entry.version)
    before = document.version(entry.corrects) if entry.corrects else (document.versions or (None,))[-1]
    if (before and day <= before.day) or document.version(entry.version):
        after = before.name if before else entry.version
        norm = f"effective: expected a day after {after} on which no version begins"
        message = f"{norm}, found {day}; name another with --effective YYYY-MM-DD"
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


def _translations(proposed: Proposal) -> Iterator[Problem]:
    """Every translation is up to date, clause by clause."""
    document = proposed.document
    binding = proposed.readings.get(document.binding)
    for language, reading in proposed.readings.items() if binding and not binding.faults else ():
        if late := unreviewed(document, proposed.readings, language):
            norm = f"expected every clause to be reviewed since {document.binding}.md last changed"
            shown = f"{', '.join(map(named, late[:SHOWN]))}{', …' if len(late) > SHOWN else ''}"
            found = f"{len(late)} that {'is' if len(late) == 1 else 'are'} not ({shown})"
            accept = accepting(document, language, DRAFT)
            advice = f"read them, then: {accept} CLAUSE…, or publish with --translation-later"
            yield _problem(proposed, reading, f"{norm}, found {found}; {advice}")


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
        old, new = change.old, change.new
        if old and new and old.own and new.own and old.id and old.id != new.id:
            norm = f"expected #{old.id} to keep its id, the address that others have noted"
            yield _problem(proposed, reading, f"{norm}, found #{new.id} on the same clause; put {{#{old.id}}} back")
        if reading.text.front.change == "editorial" and not _is_neutral(change):
            norm = "change: expected an editorial change to leave the wording as it was"
            found = " ".join(" ".join(told(redline, change)).split())
            yield _problem(proposed, reading, f"{norm}, found {found}; call the change material")
