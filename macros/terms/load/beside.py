"""What is known of a project without reading its contracts, and what only all of them together can have wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.terms.load.files import Files
from macros.terms.load.hosting import judge_hosting
from macros.terms.load.library import publisher_folders
from macros.terms.load.records import variables_record
from macros.terms.model import Problem, Publisher
from macros.terms.names import TEXT_FILE, as_version


def load_facts(root: Path, found: Sequence[Publisher]) -> tuple[Publisher, ...]:
    """Every publisher with its facts: those that were found, and those without any document."""
    files, known = Files(root=root), {each.id: each for each in found}
    return tuple(
        known.get(folder.name)
        or Publisher(
            id=folder.name,
            variables=variables_record(files, root / "variables" / f"{folder.name}.yml"),
            documents=(),
        )
        for folder in publisher_folders(files)
    )


def load_rest(
    root: Path, languages: tuple[str, ...], found: Sequence[Publisher], known: Mapping[str, Sequence[str]]
) -> list[Problem]:
    """What only all documents together can have wrong: addresses that the host forbids, publishers without any."""
    files = Files(root=root, languages=languages)
    judge_hosting(files, (document for publisher in found for document in publisher.documents))
    for publisher, documents in known.items():
        if not documents:
            variables_record(files, root / "variables" / f"{publisher}.yml")
    return files.problems


def load_published(root: Path) -> tuple[str, ...]:
    """The languages that a published text is in, by the names of files."""
    paths = (each for each in root.glob("docs/*/*/*/*.md") if as_version(each.parent.name))
    matches = (TEXT_FILE.fullmatch(each.name) for each in paths)
    return tuple(sorted({match["language"] for match in matches if match}))
