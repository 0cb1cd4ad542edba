"""Proves that the guide is part of the site: found, in each language, at every width, for every reader, on paper."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.__main__ import main
from tests.conftest import build
from tests.guide import FOLDER
from tests.pages.test_accessibility import violations
from tests.pages.test_languages import alternates
from tests.pages.test_widths import BEYOND, WIDTHS

pytestmark = pytest.mark.reads

NAMES = sorted(path.name.split(".")[0] for path in FOLDER.glob("*.fr.md"))
ADDRESSES = ["" if name == "index" else f"{name}/" for name in NAMES]
EVERY = [f"/{language}/guide/{address}" for language in ("fr", "en") for address in ADDRESSES]
WITHOUT_JAVASCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.mark.parametrize("address", [*EVERY[: len(ADDRESSES)], "/en/guide/messages/"])
def test_axe_finds_no_violation(page: Page, address: str) -> None:
    page.goto(address)
    assert violations(page) == []


def test_nothing_is_wider_than_the_window(page: Page) -> None:
    beyond: dict[str, list[str]] = {}
    for address in EVERY:
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            beyond[f"{address} at {width} px"] = page.evaluate(BEYOND)
    assert {where: found for where, found in beyond.items() if found} == {}


@WITHOUT_JAVASCRIPT
def test_the_guide_is_reached_from_the_foot_of_a_contract_and_read_page_by_page(page: Page) -> None:
    page.goto("/fr/rezosocial/nextcloud/")
    page.get_by_role("contentinfo").get_by_role("link", name="Guide : modifier un contrat").click()
    expect(page).to_have_title("Modifier un contrat · Clausier")
    seen = [page.url]
    following = page.get_by_text("Page suivante").get_by_role("link")
    while following.count():
        following.click()
        seen.append(page.url)
    assert sorted(url.split("/fr/guide/")[1] for url in seen) == sorted(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_leads_to_itself_in_the_other_language(page: Page, address: str) -> None:
    page.goto(f"/fr/guide/{address}")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert alternates(page) == {each: f"/{each}/guide/{address}" for each in ("fr", "en")}
    page.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(f"/en/guide/{address}$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_what_stands_in_an_example_is_shown_as_it_is_typed(page: Page) -> None:
    page.goto("/en/guide/sentence/")
    edit = page.locator(".terms-edit").first
    expect(edit.locator("del")).to_have_text("cinq (5)")
    expect(edit.locator("ins")).to_have_text("dix (10)")
    expect(edit).to_contain_text("sur {{ service.status_url | link }}.")


def test_a_message_has_an_address_of_its_own(page: Page) -> None:
    page.goto("/fr/guide/messages/#doubled-word")
    expect(page.get_by_role("heading", name="doubled-word")).to_be_in_viewport()


def test_search_engines_are_told_of_every_page(built: Path) -> None:
    root = ET.fromstring((built / "sitemap.xml").read_text(encoding="utf-8"))
    listed = {each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"https://clausier.example{address}" for address in EVERY} <= listed


def test_a_page_on_paper_has_no_interface(page: Page) -> None:
    page.goto("/en/guide/clause/")
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    words = "".join("".join(sheet.extract_text().split()) for sheet in paper.pages)
    assert "Writetheheadingandthepermanentname" in words
    assert "Undoamistake" not in words
    assert "Français" not in words


def test_a_site_without_a_guide_has_no_link_to_one(history_built: Path) -> None:
    assert not list(history_built.glob("*/guide"))
    assert "guide" not in (history_built / "fr/index.html").read_text(encoding="utf-8")


def test_a_language_without_a_page_of_the_guide_leads_to_its_home(tiny: Path, tmp_path: Path) -> None:
    (tiny / "docs/guide").mkdir()
    words = "---\ntitle: Guide\ndescription: Comment faire.\norder: 0\n---\n\n# Guide\n\n`{{ rien }}`\n"
    (tiny / "docs/guide/index.fr.md").write_text(words, encoding="utf-8")
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    page = (site / "fr/guide/index.html").read_text(encoding="utf-8")
    assert 'href="../../en/" lang="en" hreflang="en"' in page
    assert "<code>&#123;&#123; rien &#125;&#125;</code>" in page
    assert "/guide/" not in (site / "en/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("index.de.md", "---\ntitle: x\n---\n\nx\n", "expected a page or picture named after a language of the site"),
        ("Index.md", "x\n", "expected a page or picture named after a language of the site (fr, en)"),
        ("index.fr.md", "# Guide\n", "expected front matter between two lines of ---, found none"),
        ("index.fr.md", "---\ntitle: x\norder: 0\n---\n\nx\n", "expected the key description, found none; add it"),
        ("index.fr.md", "---\ntitel: x\n---\n\nx\n", "found titel; did you mean title?"),
    ],
)
def test_what_a_page_of_the_guide_may_not_be_is_told(
    name: str, words: str, said: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tiny / "docs/guide").mkdir()
    (tiny / "docs/guide" / name).write_text(words, encoding="utf-8")
    assert main(["--project", str(tiny), "check"]) == 1
    assert f"docs/guide/{name}:" in (told := capsys.readouterr().err)
    assert said in told
