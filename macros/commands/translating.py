"""terms publish --translation: a courtesy translation, or a better one, of a published version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.commands.output import StopError, report
from macros.commands.project import Project
from macros.terms.ledger import chained, digest, seals
from macros.terms.model import Document, Entry, Problem, Reading, Text, Version
from macros.terms.names import DRAFT
from macros.terms.publish import drafted_files, in_version, published, published_files, with_seal
from macros.terms.reading import read
from macros.terms.status import last
from macros.terms.translate.courtesy import courtesy
from macros.terms.translate.freshness import accepting, unready


def publish_translation(project: Project, document: Document, language: str, *, dry_run: bool) -> int:
    """Seal a translation beside the binding text that it translates, as a later revision where one is published."""
    version, text = _candidate(document, language)
    publisher, _ = project.document(document.id)
    reading = with_seal(read(text, publisher.variables, project.today))
    entry = Entry(
        action="translate",
        version=version.name,
        recorded=project.today,
        texts={text.name: digest(reading.canonical)},
    )
    entry = chained(entry, document.ledger)
    problems = [
        *_problems_after(project, document, version, reading, entry),
        *_problems_with(project, document, version, reading),
    ]
    if problems:
        return report(problems)
    if dry_run:
        print(f"{text.path} would be sealed in version {version.name}, sha256 {digest(reading.canonical)}")
        return 0
    project.append(document, [entry], published_files(reading), drafted_files(_drafted(document, language)))
    print(f"{text.path}: published as a translation of version {version.name}")
    return 0


def _candidate(document: Document, language: str) -> tuple[Version, Text]:
    """The text to seal and its version: one in the version's folder, else the draft's; raises StopError."""
    if language == document.binding or language not in document.languages:
        others = ", ".join(each for each in document.languages if each != document.binding) or "none"
        message = f"--translation: expected a language that {document.id} is translated to ({others}), found {language}"
        raise StopError(message)
    known = seals(document)
    for version in reversed(document.versions):
        for text in version.texts:
            if text.language == language and (version.name, text.name) not in known:
                return version, text
    translated = last(document)
    drafts = _drafted(document, language)
    if translated is None or not drafts:
        norm = f"expected {document.folder}/<version>/{language}.md (or {language}.r2.md) that is not sealed yet"
        message = f"{norm}, or {document.folder}/{DRAFT}/{language}.md without a binding draft beside it, found neither"
        raise StopError(message)
    return translated, _of_version(document, translated, drafts[0])


def _drafted(document: Document, language: str) -> list[Text]:
    """The draft's text in a language, unless it translates a draft of the binding text."""
    binding = any(text.language == document.binding for text in document.drafted)
    return [] if binding else [text for text in document.drafted if text.language == language]


def _of_version(document: Document, version: Version, text: Text) -> Text:
    """A text of the draft under the front matter of a version, as its next revision."""
    front = (version.text(document.binding) or version.texts[0]).front
    published = version.text(text.language)
    revision = published.revision + 1 if published else 1
    own = replace(text.front, effective=front.effective, recorded=front.recorded, corrects=front.corrects)
    own = replace(own, proposed_by="publisher")
    return in_version(document, replace(text, revision=revision), version.name, own)


def _problems_after(
    project: Project, document: Document, version: Version, reading: Reading, entry: Entry
) -> Iterator[Problem]:
    """What would be wrong in the project with the translation in it."""
    others = tuple(text for text in version.texts if text.path != reading.text.path)
    kept = replace(
        version, texts=tuple(sorted((*others, reading.text), key=lambda each: (each.language, each.revision)))
    )
    waiting = set(_waiting(project)) - {reading.text.path}
    found = project.problems_after(published(document, kept, entry), {reading.text.path: reading})
    yield from (problem for problem in found if problem.path not in waiting)


def _waiting(project: Project) -> Iterator[str]:
    """The translations of published versions that are not sealed yet: each is published by itself."""
    for _, document in project.library.documents():
        known = seals(document)
        for version in document.versions:
            for text in version.texts:
                if text.language != document.binding and (version.name, text.name) not in known:
                    yield text.path


def _problems_with(project: Project, document: Document, version: Version, reading: Reading) -> Iterator[Problem]:
    """What the translation says otherwise than the binding text, and whether anybody has reviewed it."""
    binding = version.text(document.binding)
    if binding is None:
        return
    each = courtesy(project.library, document, project.readings[binding.path], reading)
    yield from each.differences(frozenset(each.states))
    if late := unready(each.states):
        norm = f"expected every clause to be reviewed against {binding.path}"
        draft = _drafted(document, reading.text.language)
        accept = accepting(document, reading.text.language, DRAFT if draft else version.name)
        found = f"{len(late)} of {len(each.states)} that are not"
        message = f"{norm}, found {found}; read them, then: {accept} --all"
        yield Problem(path=reading.text.path, line=1, message=message)
