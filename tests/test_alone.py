"""The engine stands alone: without MkDocs, its theme, its Markdown and mkdocs-macros, contracts are still published."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis.strategies import lists, sampled_from, tuples
from lxml import html
from mkdocs.utils import get_relative_url

from macros.__main__ import main
from macros.page_names import relative_link
from tests.conftest import ROOT

# What ends when MkDocs or Material does, by the names that are imported and those that are installed.
ENDING = ("mkdocs", "material", "markdown", "mkdocs_macros", "pymdownx", "yaml_env_tag", "ghp_import", "mergedeep")
PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "mkdocs-macros-plugin", "pymdown-extensions")
ARTICLE = re.compile(r'<article class="terms".*?</article>', re.DOTALL)
# Functions that import what a word names.
BY_NAME = ("import_module", "find_spec", "__import__")
# Read by every Python that starts with its folder in PYTHONPATH, those of the pool among them.
WITHOUT = f"""
import importlib.metadata, sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {ENDING!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Gone())
installed = importlib.metadata.Distribution.from_name.__func__
def from_name(cls, name):
    if name.lower() in {PACKAGES!r}:
        raise importlib.metadata.PackageNotFoundError(name)
    return installed(cls, name)
importlib.metadata.Distribution.from_name = classmethod(from_name)
"""


def run_without(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command, run by a Python that finds nothing of MkDocs."""
    (folder / "sitecustomize.py").write_text(WITHOUT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-bb", "-m", "macros", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)


def imported(path: Path) -> Iterator[str]:
    """The packages that a file imports anywhere in it, and the words that it could import by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(BY_NAME):
            yield from (str(each.value).partition(".")[0] for each in node.args if isinstance(each, ast.Constant))


def test_one_file_alone_imports_mkdocs() -> None:
    knowing = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "macros").rglob("*.py") if {*imported(path)} & {*ENDING}
    }
    assert knowing == {"macros/plugin.py"}


def test_templates_are_ours_alone() -> None:
    asked = (each.read_text(encoding="utf-8") for each in (ROOT / "overrides").rglob("*.html"))
    assert not [words for words in asked if '"partials/' in words]


def test_without_mkdocs_a_build_cannot_run_and_the_blocking_works(tiny: Path, tmp_path: Path) -> None:
    ended = run_without(tmp_path, "--project", str(tiny), "build")
    assert "No module named 'mkdocs'" in ended.stderr


def test_contracts_are_checked_without_mkdocs(tiny: Path, tmp_path: Path) -> None:
    done = run_without(tmp_path, "--project", str(tiny), "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_site_is_verified_without_mkdocs(tiny: Path, tmp_path: Path) -> None:
    assert main(["--project", str(tiny), "build"]) == 0
    done = run_without(tmp_path, "--project", str(tiny), "verify", str(tiny / "site"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "each served byte for byte as it was published" in done.stdout


def export(root: Path, folder: Path) -> list[str]:
    """The command that writes the bare pages of a project into a folder."""
    return ["--project", str(root), "export", "site", "--shell", "plain", str(folder)]


def articles(site: Path) -> dict[str, list[str]]:
    """The contracts on each page of a site, as they stand in its HTML."""
    found = {
        path.relative_to(site).as_posix(): ARTICLE.findall(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    return {address: each for address, each in found.items() if each}


def beside(site: Path) -> dict[str, bytes]:
    """Every file of a site but its pages, what its scripts need, and the list of its pages."""
    paths = (path for path in site.rglob("*") if path.is_file() and path.suffix not in {".html", ".js", ".svg"})
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    return {name: each for name, each in files.items() if not name.startswith("search/")}


def test_without_mkdocs_every_contract_and_file_is_published_as_it_is_with_it(tiny: Path, tmp_path: Path) -> None:
    assert main(["--project", str(tiny), "build"]) == 0
    done = run_without(tmp_path, *export(tiny, tmp_path / "plain"))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(articles(tmp_path / "plain")) == 6
    assert articles(tmp_path / "plain") == articles(tiny / "site")
    assert beside(tmp_path / "plain") == beside(tiny / "site")


def test_a_bare_page_is_whole_without_scripts_and_its_links_lead_to_files(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "plain"
    assert main(export(tiny, site)) == 0
    pages = {path: html.parse(path).getroot() for path in site.rglob("*.html") if path.name != "404.html"}
    assert not [path for path, page in pages.items() if page.xpath("//script[@src]")]
    for path, page in pages.items():
        assert page.get("lang"), path
        assert page.findtext(".//title"), path
        assert len(page.xpath("//main//h1")) == 1, path
        for link in map(urlsplit, page.xpath("//@href")):
            ends = path.parent / unquote(link.path) if link.path else path
            assert link.scheme or (ends / "index.html" if link.path.endswith("/") else ends).is_file(), (path, link)


def test_an_export_takes_the_place_of_the_one_before(tiny: Path, tmp_path: Path) -> None:
    site = tmp_path / "plain"
    assert main(export(tiny, site)) == 0
    (site / "old.html").touch()
    assert main(export(tiny, site)) == 0
    assert not (site / "old.html").exists()
    assert [each.name for each in tmp_path.iterdir() if "plain" in each.name] == ["plain"]


def test_a_project_without_contracts_is_exported_as_an_empty_catalogue(tiny: Path, tmp_path: Path) -> None:
    shutil.rmtree(tiny / "docs/acme")
    (tiny / "variables/acme.yml").unlink()
    assert main(export(tiny, tmp_path / "plain")) == 0
    assert "No contract is published here yet." in (tmp_path / "plain/en/index.html").read_text(encoding="utf-8")


def test_an_export_replaces_no_folder_of_other_files(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").touch()
    assert main(export(tiny, tmp_path / "mine")) == 1
    norm = "expected an empty folder, or one that terms export wrote, found other files; name another"
    assert capsys.readouterr().err == f"{tmp_path / 'mine'}: {norm}\n"
    assert (tmp_path / "mine/letter.txt").exists()


def test_a_mistake_leaves_the_earlier_export_as_it_was(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "plain"
    assert main(export(tiny, site)) == 0
    before = articles(site)
    settings = tiny / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("https://", ""), encoding="utf-8")
    assert main(export(tiny, site)) == 1
    said = "mkdocs.yml:2: site_url: expected an address such as https://terms.example/, found tiny.example/"
    assert capsys.readouterr().err.startswith(said)
    assert articles(site) == before


ADDRESS = lists(sampled_from(["fr", "en", "x", "2026-01-01"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)
FILE = sampled_from(["", "feed.xml", "terms.md"])


@given(tuples(ADDRESS, FILE).map("".join), ADDRESS)
def test_links_lead_where_those_of_mkdocs_lead(address: str, page: str) -> None:
    here = f"https://terms.example/{page}"
    assert urljoin(here, relative_link(address, page)) == f"https://terms.example/{address}"
    assert relative_link(address, page) == get_relative_url(address, page) or not address


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [("fr/x/#id", "fr/x/", "#id"), ("fr/x/#id", "en/x/", "../../fr/x/#id"), ("", "", "./"), ("", "fr/", "../")],
)
def test_a_link_within_a_page_and_to_the_root(address: str, page: str, link: str) -> None:
    assert relative_link(address, page) == link
