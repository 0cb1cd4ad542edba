"""From a saved draft to its page in a preview: on the real site, and on a corpus of a thousand pages of versions."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from macros.plugin import build
from macros.preview import LOOK_EVERY, Preview
from tests.bench.builds import DAY, project
from tests.bench.corpus import ROOT
from tests.bench.pages_only import only_pages
from tests.bench.rows import Row

SAVES = 5
BASE = "http://127.0.0.1:8000/"


def rows(folder: Path) -> Iterator[Row]:
    """The rows of the table; the corpus comes last, since only pages of versions are made of it."""
    os.environ.update(TERMS_TODAY=str(DAY), TERMS_DRAFTS="1")
    yield _row("the real site", _copy(folder / "real"), "1 s", folder / "shown")
    only_pages()
    yield _row("1,000 pages of versions", project(folder / "corpus", 50, 20, draft=True), "2 s", folder / "many")


def _copy(root: Path) -> Path:
    for name in ("docs", "overrides", "variables"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def _row(name: str, root: Path, target: str, folder: Path) -> Row:
    preview = Preview(root, BASE, folder, partial(build, root / "mkdocs.yml", serving=True, base=BASE))
    draft = max(root.glob("docs/*/*/draft/fr.md"))
    page = folder / "fr" / draft.relative_to(root / "docs").parent / "index.html"
    seconds = []
    for number in range(SAVES):
        said = f"Une phrase de plus, la {number}."
        draft.write_text(f"{draft.read_text(encoding='utf-8').rstrip()}\n\n{said}\n", encoding="utf-8")
        began = time.perf_counter()
        preview.update()
        seconds.append(time.perf_counter() - began)
        if said not in page.read_text(encoding="utf-8"):
            message = f"{page}: expected {said!r}, found none; {preview.problems}"
            raise ValueError(message)
    runs = ", ".join(f"{each:.2f}" for each in seconds)
    return Row(
        area="preview",
        measure="a saved draft, on its page",
        ours=f"{statistics.median(seconds):.2f} s",
        target=f"≤ {target}",
        of=f"{name}; {LOOK_EVERY + 0.1:.1f} s more until a save is noticed; s: {runs}",
    )
