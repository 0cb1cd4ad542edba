"""The guide's pages, docs/guide/<name>.<language>.md, and docs/developers/index.<language>.md: their front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from macros.terms.embed import EXAMPLE
from macros.terms.load.files import Files
from macros.terms.load.text_records import FRONT_MATTER
from macros.terms.model import Guide
from macros.terms.names import DEVELOPERS, GUIDE

FILE = re.compile(r"(?P<name>[a-z]+(?:-[a-z]+)*)\.(?P<language>[a-z]{2,3})\.(?P<suffix>md|png|webp)")
KEYS = "title, description, order"


def guides(files: Files) -> list[Guide]:
    """The pages of every language, in the order that they state."""
    return sorted(_read(files), key=attrgetter("language", "order", "name"))


def _read(files: Files) -> Iterator[Guide]:
    for path in (each for name in (GUIDE, DEVELOPERS) for each in files.entries(files.root / "docs" / name)):
        match = FILE.fullmatch(path.name)
        if files.name(path) == EXAMPLE:
            continue
        if match is None or match["language"] not in files.languages:
            norm = f"expected a page or picture named after a language of the site ({', '.join(files.languages)})"
            files.problem(path, 1, f"{norm}, such as index.fr.md, found {path.name}")
        elif match["suffix"] == "md":
            name = DEVELOPERS if path.parent.name == DEVELOPERS else match["name"]
            yield from filter(None, [_page(files, path, name, match["language"])])


def _page(files: Files, path: Path, name: str, language: str) -> Guide | None:
    source = files.text(path)
    head = FRONT_MATTER.match(source) if source else None
    data = files.yaml(path, head["head"], first_line=2) if head else None
    if source and head is None:
        files.problem(path, 1, f"expected front matter between two lines of ---, found none; begin with ---, {KEYS}")
    if data is None:
        return None
    value = files.judged(path, data, "guide")
    return Guide(
        name=name,
        language=language,
        path=files.name(path),
        title=str(value.get("title", "")),
        description=str(value.get("description", "")),
        order=order if isinstance(order := value.get("order"), int) else 0,
    )
