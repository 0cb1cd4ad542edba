"""Folders to publishers, documents and versions; every file in them is known or a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from macros.terms.ledger import FILE as LEDGER
from macros.terms.load.embed import embed
from macros.terms.load.files import Files
from macros.terms.load.guide import guides
from macros.terms.load.hosting import judge_hosting
from macros.terms.load.places import judge_places
from macros.terms.load.records import (
    document_record,
    glossary_record,
    ledger_record,
    synonyms_record,
    variables_record,
    words_record,
)
from macros.terms.load.settings import site_languages
from macros.terms.load.text_records import text_record
from macros.terms.model import Document, Entry, Library, Problem, Publisher, Text, Version
from macros.terms.names import DRAFT, FRESHNESS, RESERVED, SEALED, TEXT_FILE, as_version, is_language, refusal

DOCUMENT_FILE = "document.yml"
# In the folder of variables, beside the publishers' files.
GLOSSARY = "glossary"
GLOSSARY_FILE = re.compile(r"(?P<old>[a-z]{2,3})-(?P<new>[a-z]{2,3})\.yml")
SYNONYMS = "synonyms.yml"
WORDS = "words.yml"
DOCUMENT_FILES = (DOCUMENT_FILE, LEDGER)


def load(root: Path) -> tuple[Library, list[Problem]]:
    """The library under a project's root, and everything in it that could not be read."""
    library, problems = load_around(root)
    files = Files(root=root, languages=library.languages, problems=problems)
    found = tuple(_publisher(files, folder) for folder in publisher_folders(files))
    judge_hosting(files, (document for publisher in found for document in publisher.documents))
    return replace(library, publishers=found), files.problems


def load_around(root: Path) -> tuple[Library, list[Problem]]:
    """The library without its publishers, and everything in it that could not be read."""
    languages, problems = site_languages(root)
    files = Files(root=root, languages=languages, problems=problems)
    judge_places(files)
    _orphans(files, {folder.name for folder in publisher_folders(files)})
    library = Library(
        publishers=(),
        languages=languages,
        glossaries=_glossaries(files),
        synonyms=synonyms_record(files, files.root / "variables" / SYNONYMS),
        words=words_record(files, files.root / "variables" / WORDS),
        guides=tuple(guides(files)),
        embed=embed(files),
    )
    return library, files.problems


def load_document(root: Path, id_: str, languages: tuple[str, ...]) -> tuple[Publisher, list[Problem]]:
    """A publisher with one of its documents alone, and everything in them that could not be read."""
    files = Files(root=root, languages=languages)
    publisher, _, _ = id_.partition("/")
    document = _document(files, root / "docs" / id_)
    variables = variables_record(files, root / "variables" / f"{publisher}.yml")
    return Publisher(id=publisher, variables=variables, documents=(document,)), files.problems


def load_folders(root: Path) -> tuple[dict[str, list[str]], list[Problem]]:
    """The ids of the documents of each publisher, and what is wrong with the names of folders."""
    files = Files(root=root)
    found = {folder.name: _documents(files, folder) for folder in publisher_folders(files)}
    return found, files.problems


def _glossaries(files: Files) -> dict[tuple[str, str], Mapping[str, tuple[str, ...]]]:
    """The chosen translations of terms, by the languages from which and to which."""
    found = {}
    for path in files.entries(files.root / "variables" / GLOSSARY):
        match = GLOSSARY_FILE.fullmatch(path.name)
        if match and match["old"] != match["new"] and {*match.groups()} <= set(files.languages):
            found[match["old"], match["new"]] = glossary_record(files, path)
        else:
            norm = f"expected a file named after two languages of the site ({', '.join(files.languages)})"
            files.problem(path, 1, f"{norm}, such as fr-en.yml, found {path.name}")
    return found


def load_ledger(text: str, path: str) -> tuple[Entry, ...]:
    """The entries of a ledger that is not on the disk; path is what messages call it."""
    return ledger_record(Files(root=Path()), Path(path), text)


def is_publisher_folder(folder: Path) -> bool:
    """Whether a folder of docs/ holds contracts rather than hand-written pages."""
    holds = any(child.name == DOCUMENT_FILE or as_version(child.name) for child in folder.glob("*/*"))
    return holds or not (folder.name in RESERVED or is_language(folder.name))


def publisher_folders(files: Files) -> Iterator[Path]:
    """The folders of docs/ that hold contracts."""
    return (folder for folder in files.folders(files.root / "docs") if is_publisher_folder(folder))


def _orphans(files: Files, known: set[str]) -> None:
    """Variables of no publisher, prose of the home page in a language that the site does not speak."""
    for path in files.entries(files.root / "variables"):
        if path.is_file() and path.name not in {SYNONYMS, WORDS} and path.stem not in known:
            files.problem(path, 1, f"expected a folder docs/{path.stem} beside this file, found none")
    for path in sorted((files.root / "docs").glob("index.*.md")):
        if path.name.split(".")[1] not in files.languages:
            norm = f"expected prose in a language of the site ({', '.join(files.languages)})"
            files.problem(path, 1, f"{norm}, found {path.name}; add its language in mkdocs.yml, or remove the file")


def _publisher(files: Files, folder: Path) -> Publisher:
    variables = variables_record(files, files.root / "variables" / f"{folder.name}.yml")
    documents = tuple(_document(files, files.root / "docs" / each) for each in _documents(files, folder))
    return Publisher(id=folder.name, variables=variables, documents=documents)


def _documents(files: Files, folder: Path) -> list[str]:
    """The ids of a publisher's documents."""
    if (reason := refusal(folder.name)) is not None:
        files.problem(folder, 1, f"{reason}, found {folder.name}; rename the folder")
    for entry in files.entries(folder):
        if not entry.is_dir():
            files.problem(entry, 1, f"expected only folders of documents in {folder.name}, found a file")
    return [f"{folder.name}/{each.name}" for each in files.folders(folder)]


def _document(files: Files, folder: Path) -> Document:
    if (reason := refusal(folder.name)) is not None:
        files.problem(folder, 1, f"{reason}, found {folder.name}; rename the folder")
    record = document_record(files, folder / DOCUMENT_FILE)
    versions = []
    draft: Version | None = None
    for entry in files.entries(folder):
        if entry.is_dir() and as_version(entry.name):
            versions.append(_version(files, entry, record.languages))
        elif entry.is_dir() and entry.name == DRAFT:
            draft = _version(files, entry, record.languages)
        elif entry.name not in DOCUMENT_FILES:
            norm = f"expected {', '.join(DOCUMENT_FILES)}, {DRAFT} and folders named after a day, such as 2026-05-19"
            files.problem(entry, 1, f"{norm}, found {entry.name}")
    if not versions and not draft:
        files.problem(folder, 1, "expected a draft, or a version such as 2026-05-19, found none")
    ledger = ledger_record(files, folder / LEDGER)
    return Document(
        id=f"{folder.parent.name}/{folder.name}",
        binding=record.binding,
        languages=record.languages,
        versions=tuple(versions),
        ledger=ledger,
        unread=(folder / LEDGER).exists() and not ledger,
        draft=draft,
        notice_days=record.notice_days,
        refusal=record.refusal,
        accept=record.accept,
        kind=record.kind,
    )


def _version(files: Files, folder: Path, languages: tuple[str, ...]) -> Version:
    beside = [each for each in files.entries(folder) if each.name.endswith(FRESHNESS)]
    entries = [each for each in files.entries(folder) if not each.name.endswith(SEALED) and each not in beside]
    found = {entry.name.removesuffix(".md"): _text(files, entry, languages) for entry in entries}
    for entry in beside:
        name = entry.name.removesuffix(FRESHNESS)
        text = found.get(name)
        if not entry.is_file() or name not in found or (text and text.language == text.front.binding):
            norm = f"expected {name}.md, the translation that was reviewed"
            files.problem(entry, 1, f"{norm}, found none; bring it back, or remove this too")
    if not found:
        files.problem(folder, 1, "expected a text such as fr.md, found none")
    texts = [text for text in found.values() if text]
    return Version(
        name=folder.name,
        texts=tuple(sorted(texts, key=lambda text: (text.language, text.revision))),
        unread=frozenset(name for name, text in found.items() if text is None),
    )


def _text(files: Files, entry: Path, languages: tuple[str, ...]) -> Text | None:
    match = TEXT_FILE.fullmatch(entry.name)
    draft = entry.parent.name == DRAFT
    if (
        match is None
        or not entry.is_file()
        or match["language"] not in files.languages
        or (draft and match["revision"])
    ):
        norm = f"expected a text named after a language of the site ({', '.join(files.languages)})"
        files.problem(entry, 1, f"{norm} and, for a later revision, .r2 and so on, found {entry.name}")
        return None
    if languages and match["language"] not in languages:
        norm = f"expected one of the languages of {DOCUMENT_FILE} ({', '.join(languages)})"
        files.problem(entry, 1, f"{norm}, found {match['language']}; add it there")
    return text_record(files, entry, match["language"], int(match["revision"] or 1), draft=draft)
