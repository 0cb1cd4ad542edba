"""make bench-builds: a build of many contract pages beside other generators on the same texts, measured in one run.

One process each, so that the CPU of all is counted alike. The unit is Python-Markdown's own time on the same sources.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.frontend import frontend
from macros.terms.load import load
from macros.terms.reading import read_all
from tests.bench.corpus import ROOT, corpus, recorded
from tests.bench.rows import NOTHING, Row, ratio, table

AREA = "builds"
MARKDOWN_ALONE, MATERIAL_ALONE, HUGO_COLD = "Python-Markdown alone", "mkdocs-material, out of nav", "Hugo, cold"
COLD, PLAIN, UNCHANGED = "cold build", "cold build without history", "nothing changed"
# The first finds the cache alone, as in CI; the second also the site before the last, as whoever builds all day.
DRAFT, AGAIN = "one changed draft", "one changed draft, again"
DAY = date(2026, 11, 22)
HUGO = ROOT / ".cache" / "bench" / "venv" / "bin" / "hugo"
SETTINGS = {"TERMS_TODAY": str(DAY), "TERMS_DRAFTS": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
# Of a heading, what other generators would print; of a draft's front matter, what only a version says.
IDS = re.compile(r" \{#[^}]*\}$", re.MULTILINE)
PUBLISHED = re.compile(r"^(?:recorded|effective|source): ?.*\n(?:  .*\n)*", re.MULTILINE)
ONE_CORE = """
import os, runpy, sys
os.cpu_count = lambda: 1
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__")
"""
MARKDOWN = """
import sys, markdown, pathlib
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.md")):
    markdown.Markdown(extensions=["toc", "tables", "fenced_code"]).convert(path.read_text(encoding="utf-8"))
"""
MATERIAL = """
site_name: Plain
theme: material
plugins: []
nav: [index.md]
not_in_nav: "*"
"""
HUGO_SETTINGS = """
baseURL = "https://plain.example/"
title = "Plain"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
"""
LAYOUT = "<!doctype html><title>{{ .Title }}</title>{{ .TableOfContents }}<main>{{ .Content }}</main>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one build took: seconds of the processor, seconds on the wall, the most memory at once in MB."""

    name: str
    pages: int
    cpu: float
    wall: float
    peak: float


def measured(name: str, pages: int, command: Sequence[str], folder: Path) -> Measured:
    """One run of a command in a folder; raises CalledProcessError where it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    watched = [sys.executable, "-c", PEAK, *command]
    environment = {**os.environ, **SETTINGS}
    run = subprocess.run(watched, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = int(run.stdout.rsplit("\n", 2)[-2]) / 1024
    return Measured(name=name, pages=pages, cpu=cpu, wall=time.perf_counter() - began, peak=peak)


PEAK = """
import resource, subprocess, sys
run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(run.returncode)
"""


def rows(folder: Path) -> Iterator[Row]:
    """The rows of the table: a thousand pages beside all peers, and four thousand, to tell how it grows."""
    few, many = _measured(folder / "few", 50, 20), _grown(folder / "many", 200, 20)
    unit, stock, hugo = (few[name] for name in (MARKDOWN_ALONE, MATERIAL_ALONE, HUGO_COLD))
    cold, plain = few[COLD], few[PLAIN]
    of = f"{cold.pages:,} pages of versions of 34 kB, one process each; wall {cold.wall:.0f} s"
    yield _row("cold build, CPU", cold, "≤ 0.5", stock, of)
    yield _row("–", cold, "≤ 1.0", unit, "the same texts")
    yield _row("– without each clause's history", plain, "≤ 0.5", stock, "what peers have too")
    yield _row("–", plain, "≤ 1.0", unit, "the same")
    yield Row(area=AREA, measure="– memory at once", ours=f"{cold.peak:.0f} MB", target="≤ 300 MB", of="the same")
    for name, target in ((DRAFT, "≤ 1.0"), (AGAIN, "≤ 1.0"), (UNCHANGED, NOTHING)):
        yield _row(f"{name}, CPU", few[name], target, hugo, f"wall {few[name].wall:.1f} s")
    for name, target in ((COLD, "≤ 4.4"), (DRAFT, "≤ 2.0"), (AGAIN, "≤ 2.0")):
        grown = many[name]
        yield Row(
            area=AREA,
            measure=f"{name}, {grown.pages:,} : {cold.pages:,} pages",
            ours=ratio(grown.cpu, few[name].cpu),
            target=target,
            of=f"CPU {grown.cpu:.1f} s, {grown.peak:.0f} MB; wall {grown.wall:.0f} s",
        )


def _row(measure: str, ours: Measured, target: str, peer: Measured, of: str) -> Row:
    shown = f"{ours.cpu:.1f} s", f"{peer.cpu:.1f} s"
    ours_to_its = ratio(ours.cpu, peer.cpu)
    return Row(
        area=AREA,
        measure=measure,
        ours=shown[0],
        target=target,
        peer=peer.name,
        beside=shown[1],
        ratio=ours_to_its,
        of=of,
    )


def _measured(folder: Path, contracts: int, versions: int) -> dict[str, Measured]:
    """Every generator on a corpus of so many pages."""
    root = project(folder / "project", contracts, versions)
    sources, pages = _sources(root, folder), contracts * versions
    found = [
        measured(MARKDOWN_ALONE, pages, [sys.executable, "-c", MARKDOWN, str(sources / "docs")], folder),
        measured(MATERIAL_ALONE, pages, [sys.executable, "-m", "mkdocs", "build", "-q"], sources),
        measured(HUGO_COLD, pages, [str(HUGO), "--quiet", "--noBuildLock"], _hugo(sources, folder)),
        measured(PLAIN, pages, [*_ours(root), "--plain"], ROOT),
    ]
    shutil.rmtree(root / ".cache" / "site")
    return {each.name: each for each in found} | _own(root, pages)


def _grown(folder: Path, contracts: int, versions: int) -> dict[str, Measured]:
    return _own(project(folder / "project", contracts, versions), contracts * versions)


def _own(root: Path, pages: int) -> dict[str, Measured]:
    """Our builds one after the other: all of it, with a changed draft, with another change of it, with none."""
    found = [measured(COLD, pages, _ours(root), ROOT)]
    for name in (DRAFT, AGAIN):
        add_draft(root)
        found.append(measured(name, pages, _ours(root), ROOT))
    found.append(measured(UNCHANGED, pages, _ours(root), ROOT))
    return {each.name: each for each in found}


def _ours(root: Path) -> list[str]:
    return [sys.executable, "-c", ONE_CORE, "tests.bench.pages_only", str(root)]


def project(root: Path, contracts: int, versions: int, *, draft: bool = False) -> Path:
    """A project of so many published versions, ready to be built."""
    recorded(corpus(root, contracts, versions, ["fr"]), DAY)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    fonts = ROOT / ".cache" / "fonts"
    # A machine that never built the site has none yet, and they are no part of what is measured.
    frontend(ROOT / "overrides" / "components", fonts)
    shutil.copytree(fonts, root / ".cache" / "fonts")
    if draft:
        add_draft(root)
    return root


def _sources(project: Path, folder: Path) -> Path:
    """The same texts, filled, as others read them."""
    docs = folder / "plain" / "docs"
    docs.mkdir(parents=True)
    library, _ = load(project)
    for path, reading in read_all(library, DAY).items():
        body = reading.canonical.split("\n---\n", 1)[1]
        (docs / path.replace("/", "-")).write_text(IDS.sub("", body), encoding="utf-8")
    (docs / "index.md").write_text("# Contracts\n", encoding="utf-8")
    (docs.parent / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    return docs.parent


def _hugo(sources: Path, folder: Path) -> Path:
    site = folder / "hugo"
    # An index.md would make all other texts parts of its own page.
    shutil.copytree(sources / "docs", site / "content", ignore=shutil.ignore_patterns("index.md"))
    (site / "layouts" / "_default").mkdir(parents=True)
    for name in ("single", "list"):
        (site / "layouts" / "_default" / f"{name}.html").write_text(LAYOUT, encoding="utf-8")
    (site / "hugo.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    return site


def add_draft(project: Path) -> None:
    """Give the last contract a draft with a sentence more, and that another one where it has it."""
    last = max(project.glob("docs/*/*/????-??-??/fr.md"))
    draft = last.parents[1] / "draft" / "fr.md"
    text = (draft if draft.exists() else last).read_text(encoding="utf-8")
    draft.parent.mkdir(exist_ok=True)
    draft.write_text(f"{PUBLISHED.sub('', text).rstrip()}\n\nUne phrase de plus.\n", encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        print(table([*rows(Path(name))]))
    print(f"mkdocs-material {version('mkdocs-material')}, mkdocs {version('mkdocs')}, Markdown {version('markdown')}")
