"""What a site without Clausier has: Material for MkDocs as it comes, with its own search, over the same texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.terms.load.text_records import FRONT_MATTER
from macros.terms.model import Reading
from tests.bench.browsing import Measured, gzipped, measure, serving

BOX = ".md-search__input"
RESULT = ".md-search-result__item"
# Material asks for its index and its worker with every page, before anyone searches.
WITH_EVERY_PAGE = (r"/search/search_index\.json", r"/workers/search\.", r"/javascripts/lunr/")
CONFIG = """\
site_name: Lunr
theme: {name: material, language: fr, font: false}
plugins: [{search: {lang: [fr, en]}}]
markdown_extensions: [attr_list, def_list, tables]
# One page in the navigation, since its cost grows with the square of the pages in it.
nav: [index.md]
not_in_nav: "*"
validation: {links: {anchors: ignore}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A built site, the seconds of `mkdocs build`, and the bytes of its index as it is and as it is sent."""

    site: Path
    seconds: float
    index: int
    gzipped: int


def lunr_site(readings: Sequence[Reading], folder: Path) -> Built:
    """The texts as pages of stock Material, built into `site` in this folder, which may be new.

    A page has the address language/publisher/document/version/.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Lunr\n", encoding="utf-8")
    for reading in readings:
        _, publisher, document, version, _ = reading.text.path.split("/")
        page = docs / reading.text.language / publisher / document / f"{version}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        title = json.dumps(reading.text.front.title, ensure_ascii=False)
        body = FRONT_MATTER.sub("", reading.canonical, count=1)
        page.write_text(f"---\ntitle: {title}\n---\n{body}", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    seconds = time.perf_counter() - start
    index = folder / "site/search/search_index.json"
    return Built(site=folder / "site", seconds=seconds, index=index.stat().st_size, gzipped=len(gzipped(index)))


def lunr_first_result(site: Path, question: str = "résiliation", *, settled: bool = False) -> Measured:
    """What a search on the home page of the built site costs."""
    with serving(site) as address:
        return measure(f"{address}/", BOX, RESULT, question, with_every_page=WITH_EVERY_PAGE, settled=settled)
