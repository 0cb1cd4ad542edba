"""Rules about the ledger of a document: it knows every published text, and only ever grows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.terms.ledger import FILE, PUBLISHING, broken, founding, restoring, seals
from macros.terms.model import Document, Entry, Library, Problem, Reading, Text, Version


def ledgers(library: Library, _: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every entry stands as it was written; every published text has its entry, every entry its text."""
    for _publisher, document in library.documents():
        if not document.unread:
            yield from _chain(document)
            yield from _acts(document)
            yield from _folders(document)


def growth(before: Sequence[Entry], document: Document) -> Iterator[Problem]:
    """A ledger holds, unchanged and first, every entry that it held before; one that cannot be read is told as such."""
    if document.unread:
        return
    for number, (old, new) in enumerate(zip(before, document.ledger, strict=False), 1):
        if old.chain != new.chain:
            norm = f"expected entry {number} as it was published ({old.action} {old.version})"
            yield _problem(document, new.line, f"{norm}, found {new.action} {new.version}; {_restore(document)}")
            return
    if len(before) > len(document.ledger):
        norm = f"expected every entry that was published ({len(before)})"
        yield _problem(document, 1, f"{norm}, found {len(document.ledger)}; {_restore(document)}")


def _problem(document: Document, line: int, message: str) -> Problem:
    return Problem(path=f"{document.folder}/{FILE}", line=max(line, 1), message=message)


def _restore(document: Document, name: str = FILE) -> str:
    return restoring(f"{document.folder}/{name}")


def _chain(document: Document) -> Iterator[Problem]:
    for entry in broken(document.ledger):
        norm = f"expected the entry {entry.action} {entry.version} as it was written, after the one before it"
        found = "found that it, or the one before it, was changed, moved or taken out"
        yield _problem(document, entry.line, f"{norm}, {found}; {_restore(document)}")


def _acts(document: Document) -> Iterator[Problem]:
    """A version is published once, on a day of its own; the other acts name one published before them."""
    published: set[str] = set()
    for entry in document.ledger:
        publishing = entry.action in PUBLISHING
        if publishing and entry.version in published:
            norm = "expected each version once, each on a day of its own"
            yield _problem(document, entry.line, f"{norm}, found {entry.version} again; {_restore(document)}")
        named = entry.corrects if publishing else entry.version
        if named and named not in published:
            norm = f"expected {entry.action} of a version published before it"
            yield _problem(document, entry.line, f"{norm}, found {named}; {_restore(document)}")
        published |= {entry.version} if publishing else set()


def _folders(document: Document) -> Iterator[Problem]:
    known, sealed = founding(document), seals(document)
    for version in document.versions:
        if version.name not in known:
            path = f"{document.folder}/{version.name}"
            norm = "expected a version that the ledger knows"
            advice = f"enter it with: terms record {document.id}"
            yield Problem(path=path, line=1, message=f"{norm}, found one that is not in {FILE}; {advice}")
            continue
        for text in version.texts:
            if (version.name, text.name) not in sealed:
                yield _unsealed(document, text)
    for name, text_name in sealed:
        yield from _missing(document, document.version(name), name, text_name)


def _unsealed(document: Document, text: Text) -> Problem:
    norm = "expected a text that the ledger knows"
    advice = f"seal it with: terms publish {document.id} --translation {text.language}"
    return Problem(path=text.path, line=1, message=f"{norm}, found one without a digest in {FILE}; {advice}")


def _missing(document: Document, version: Version | None, name: str, text_name: str) -> Iterator[Problem]:
    if version is None or text_name not in {text.name for text in version.texts} | version.unread:
        place = name if version is None else f"{name}/{text_name}.md"
        line = next(entry.line for entry in document.ledger if entry.version == name and text_name in entry.texts)
        norm = f"expected {document.folder}/{place}, which was published"
        yield _problem(document, line, f"{norm}, found none; {_restore(document, place)}")
