"""The scripts that other sites load, overrides/embed/, and the page that shows how."""

from __future__ import annotations

from pathlib import Path

from macros.terms.embed import EXAMPLE, LIST, PUBLISHED, SOURCE, read
from macros.terms.load.files import Files
from macros.terms.model import Embed, Script


def embed(files: Files) -> Embed:
    """What the list says, and what is there."""
    folder = files.root / PUBLISHED
    found = {each.name: each.read_bytes() if each.is_file() else b"" for each in files.entries(folder)}
    found.pop(LIST, None)
    source, example = files.root / SOURCE, files.root / EXAMPLE
    return Embed(
        listed=tuple(_listed(files, folder / LIST)),
        files=found,
        source=source.read_bytes() if source.is_file() else None,
        example=(files.text(example) or "") if example.is_file() else "",
    )


def _listed(files: Files, path: Path) -> list[Script]:
    lines = list(read((files.text(path) or "") if path.is_file() else ""))
    for number in (each for each in lines if isinstance(each, int)):
        norm = "expected the day, integrity and name of a script"
        files.problem(path, number, f"{norm}, found something else; bring it back: git checkout -- {files.name(path)}")
    return [each for each in lines if isinstance(each, Script)]
