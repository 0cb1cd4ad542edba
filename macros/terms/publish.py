"""What publishing would make of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.front_matter import retyped, source
from macros.terms.ledger import chained, digest
from macros.terms.model import Document, Entry, FrontMatter, Reading, Redline, Text, Version
from macros.terms.names import DRAFT, FRESHNESS, SEALED
from macros.terms.reading import read
from macros.terms.status import last
from macros.terms.translate.freshness import states, unready, written


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
    translation_later: bool = False,
) -> Proposal:
    """The draft of a document as the version of a day; without translations that are not up to date, if so asked."""
    made = {
        text.language: read(text, variables, today)
        for text in (_dated(document, each, effective, today, corrects) for each in document.drafted)
    }
    if translation_later:
        made = {language: each for language, each in made.items() if not unreviewed(document, made, language)}
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
    front = replace(text.front, effective=effective, recorded=today, corrects=corrects, proposed_by="publisher")
    return in_version(document, text, str(effective), front)


def in_version(document: Document, text: Text, version: str, front: FrontMatter) -> Text:
    """A text of the draft as one of a version, under a front matter that says the days of that."""
    keys = {
        "effective": str(front.effective or "unstated"),
        "recorded": str(front.recorded),
        "corrects": front.corrects or None,
        "proposed_by": None,
    }
    return retyped(text, f"{document.folder}/{version}/{text.name}.md", keys, front)


def _before(document: Document, readings: Mapping[str, Reading], corrects: str) -> dict[str, Reading]:
    """The texts that the draft replaces, by language; a correction replaces the version in error."""
    replaced = document.version(corrects) if corrects else last(document)
    found = [replaced.text(language) for language in document.languages] if replaced else []
    return {text.language: readings[text.path] for text in found if text}


def with_seal(reading: Reading) -> Reading:
    """The reading with its canonical text kept as the copy that proves its seal."""
    return replace(reading, text=replace(reading.text, sealed=reading.canonical))


def published(document: Document, version: Version, entry: Entry) -> Document:
    """The document once a version (in place of one of its name) and an entry of the ledger are in it."""
    others = tuple(each for each in document.versions if each.name != version.name)
    versions = tuple(sorted((*others, version), key=lambda each: each.name))
    return replace(document, versions=versions, ledger=(*document.ledger, entry))


def published_files(reading: Reading) -> Mapping[str, bytes]:
    """A published text, its sealed copy and what was reviewed of it, by their names in the document's folder."""
    text = reading.text
    place = f"{text.version}/{text.name}"
    files = {f"{place}.md": source(text).encode(), f"{place}{SEALED}": reading.canonical.encode()}
    return files | ({f"{place}{FRESHNESS}": written(text.accepted, text).encode()} if text.accepted else {})


def drafted_files(texts: Iterable[Text]) -> tuple[str, ...]:
    """The files of texts of a draft, by their names in the document's folder."""
    return tuple(
        f"{DRAFT}/{text.name}{ending}" for text in texts for ending in (".md", *([FRESHNESS] if text.accepted else []))
    )


def unreviewed(document: Document, readings: Mapping[str, Reading], language: str) -> list[str]:
    """The clauses of a translation that were not reviewed since the binding text last changed."""
    binding = readings.get(document.binding)
    if binding is None or language == document.binding:
        return []
    return unready(states(binding, readings[language]))


def record(binding: str, version: Version, readings: Mapping[str, Reading], today: date) -> Entry:
    """The act by which a version that was published elsewhere enters its ledger, not yet chained."""
    front = (version.text(binding) or version.texts[0]).front
    return Entry(
        action="record",
        version=version.name,
        effective=front.effective,
        recorded=front.recorded or today,
        change=front.change or "material",
        corrects=front.corrects,
        texts={text.name: digest(readings[text.path].canonical) for text in version.texts},
    )
