"""The page for developers: found in both languages, and each of its examples runs, as it stands, against the site."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT, serve
from tests.pages.places import CONTRACTS, NEXTCLOUD
from tests.pages.test_accessibility import violations
from tests.pages.test_languages import alternates
from tests.pages.test_widths import BEYOND, WIDTHS

pytestmark = pytest.mark.reads

FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
SITE = "https://clausier.example"
PAGES = {each: (ROOT / f"docs/developers/index.{each}.md").read_text(encoding="utf-8") for each in ("fr", "en")}
EXAMPLES = [(match["kind"], match["lines"]) for match in FENCE.finditer(PAGES["fr"])]
# What a page of another site holds is tried in test_embed.py.
SHOWN = {"html", "text"}
RUN = {"sh": ["sh", "-e"], "python": [sys.executable, "-"], "js": ["node", "--input-type=module"]}


@pytest.fixture(scope="module")
def answering(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site at an address of this machine, which its answers name instead of the public one."""
    folder = tmp_path_factory.mktemp("answering") / "site"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("assets", "search", "*.html"))
    shutil.copy(built / "404.html", folder)
    for site in serve(folder):
        for path in folder.rglob("*.json"):
            path.write_text(path.read_text(encoding="utf-8").replace(SITE, site), encoding="utf-8")
        yield site


def said(example: tuple[str, str], site: str) -> str:
    """What an example prints, asked of the site at an address."""
    kind, lines = example
    done = subprocess.run(RUN[kind], input=lines.replace(SITE, site), capture_output=True, text=True, check=True)
    return done.stdout


def test_the_examples_are_the_same_in_each_language() -> None:
    assert [match.groups() for match in FENCE.finditer(PAGES["en"])] == EXAMPLES
    assert {kind for kind, _ in EXAMPLES} == {*RUN, *SHOWN}


def test_javascript_lists_what_is_in_force(answering: str) -> None:
    example, _event = [each for each in EXAMPLES if each[0] == "js"]
    lines = said(example, answering).splitlines()
    assert "rezosocial/nextcloud 2026-05-19 null" in lines
    assert len(lines) == len(CONTRACTS)


def test_python_finds_the_text_that_binds_and_checks_its_seal(answering: str) -> None:
    (example,) = [each for each in EXAMPLES if each[0] == "python"]
    assert said(example, answering).split()[-2:] == ["2026-05-19", f"{answering}{NEXTCLOUD.permalink}"]


def test_curl_reads_a_contract_its_seal_and_its_news(answering: str) -> None:
    contract, seal, news = [said(each, answering) for each in EXAMPLES if each[0] == "sh"]
    (version,) = json.loads(contract)["versions"]
    assert seal.split()[0] == next(each["sha256"] for each in version["texts"] if each["binding"])
    assert "<feed" in news
    assert "BEGIN:VCALENDAR" in news


def test_each_schema_that_it_names_is_served(page: Page) -> None:
    named = set(re.findall(rf"{SITE}(/api/v1/[a-z]+\.schema\.json)", PAGES["fr"]))
    assert len(named) == 5
    for address in named:
        assert page.request.get(address).json()["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_reached_from_the_foot_of_any_page_and_passes_axe(page: Page, language: str) -> None:
    page.goto(f"/{language}/")
    page.get_by_role("contentinfo").get_by_role("link", name=re.compile("développeurs|developers")).click()
    expect(page).to_have_url(f"/{language}/developers/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert alternates(page) == {each: f"/{each}/developers/" for each in ("fr", "en")}
    assert violations(page) == []


def test_it_is_no_page_of_the_guide(page: Page) -> None:
    page.goto("/fr/guide/")
    expect(page.get_by_role("navigation", name="Guide").locator("a[href*=developers]")).to_have_count(0)


def test_nothing_is_wider_than_the_window(page: Page) -> None:
    for language in PAGES:
        page.goto(f"/{language}/developers/")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(BEYOND) == [], (language, width)


def test_its_lines_are_as_long_as_those_of_the_guide(page: Page) -> None:
    """The guide has a column for the list of its pages; this page has no such list, and no such column either."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        lines = []
        for address in ("/en/guide/", "/en/developers/"):
            page.goto(address)
            lines.append(page.locator("h1").evaluate("each => each.getBoundingClientRect().width"))
        assert lines[0] == lines[1], width
