"""make bench-builds: a build of many contract pages beside other generators on the same texts, measured in one run.

One process each, so that the CPU of all is counted alike. The unit is Python-Markdown's own time on the same sources.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.terms.load import load
from macros.terms.reading import read_all
from tests.bench.corpus import ROOT, corpus, recorded

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


def rows(contracts: int, versions: int, folder: Path) -> list[Measured]:
    """Every generator on a corpus of so many pages."""
    project = recorded(corpus(folder / "project", contracts, versions, ["fr"]), DAY)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copytree(ROOT / ".cache" / "fonts", project / ".cache" / "fonts")
    sources, pages = _sources(project, folder), contracts * versions
    ours = [sys.executable, "-c", ONE_CORE, "tests.bench.pages_only", str(project)]
    found = [
        measured("Python-Markdown alone", pages, [sys.executable, "-c", MARKDOWN, str(sources / "docs")], folder),
        measured("mkdocs-material, out of nav", pages, [sys.executable, "-m", "mkdocs", "build", "-q"], sources),
        measured("Clausier, cold", pages, ours, ROOT),
    ]
    _edit(project)
    found.append(measured("Clausier, one changed draft", pages, ours, ROOT))
    found.append(measured("Clausier, nothing changed", pages, ours, ROOT))
    if HUGO.exists():
        found.append(measured("Hugo, cold", pages, [str(HUGO), "--quiet", "--noBuildLock"], _hugo(sources, folder)))
    return found


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
    shutil.copytree(sources / "docs", site / "content")
    (site / "layouts" / "_default").mkdir(parents=True)
    for name in ("single", "list"):
        (site / "layouts" / "_default" / f"{name}.html").write_text(LAYOUT, encoding="utf-8")
    (site / "hugo.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    return site


def _edit(project: Path) -> None:
    """Give the last contract a draft with a sentence more."""
    versions = sorted(project.glob("docs/*/*/????-??-??/fr.md"))
    text = versions[-1].read_text(encoding="utf-8")
    draft = versions[-1].parents[1] / "draft" / "fr.md"
    draft.parent.mkdir()
    draft.write_text(f"{PUBLISHED.sub('', text).rstrip()}\n\nUne phrase de plus.\n", encoding="utf-8")


def table(found: Sequence[Measured]) -> str:
    """The rows in Markdown: CPU in units of Python-Markdown's."""
    unit = found[0].cpu
    lines = ["| build | CPU (s) | of Python-Markdown's | wall (s) | peak (MB) |", "|---|---:|---:|---:|---:|"]
    lines += (
        f"| {each.name} | {each.cpu:.1f} | {each.cpu / unit:.2f} | {each.wall:.1f} | {each.peak:.0f} |"
        for each in found
    )
    return "\n".join([f"{found[0].pages:,} pages", "", *lines])


def main(arguments: Sequence[str]) -> None:
    """Print the table; contracts and versions are the arguments."""
    contracts, versions = map(int, arguments or ("50", "20"))
    with TemporaryDirectory() as name:
        found = rows(contracts, versions, Path(name))
    print(table(found))
    print(f"mkdocs-material {version('mkdocs-material')}, mkdocs {version('mkdocs')}, Markdown {version('markdown')}")
    (ROOT / ".cache" / "bench").mkdir(parents=True, exist_ok=True)
    rows_as_json = json.dumps([asdict(each) for each in found], indent=1)
    (ROOT / ".cache" / "bench" / "builds.json").write_text(f"{rows_as_json}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
