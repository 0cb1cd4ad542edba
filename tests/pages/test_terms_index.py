"""Proves that every defined term and clause title is reached from an index, without JavaScript and from a browser."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import build, copy_site
from tests.pages.places import JITSI, NEXTCLOUD
from tests.pages.test_accessibility import violations
from tests.pages.test_search import box, panel, settled
from tests.pages.test_widths import BEYOND

WITHOUT_JAVASCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)
INDEX = {"fr": "/fr/terms-index/", "en": "/en/terms-index/"}
TITLES = {"fr": "Index alphabétique des termes et des clauses", "en": "Alphabetical index of terms and clauses"}
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
# The entries as they stand: the words of each without those of its places.
ENTRIES = """sections => sections.map((section) =>
    [...section.querySelectorAll(":scope > ul > li")].map((entry) => entry.firstChild.data.trim()))"""


def sorted_as(title: str) -> str:
    """The words of a title without what an alphabetical order does not see."""
    plain = unicodedata.normalize("NFKD", title.lower().replace("œ", "oe").replace("’", "'"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in letters).split())


def entry(page: Page, title: str) -> Locator:
    """A title of the index, with the places where it stands."""
    return page.get_by_role("main").locator("section > ul > li").filter(has_text=title)


@WITHOUT_JAVASCRIPT
def test_without_javascript_the_search_box_leads_to_the_index(page: Page) -> None:
    page.goto("/fr/")
    box(page).fill("résiliation")
    page.get_by_role("search").get_by_role("button", name="Rechercher").click()
    expect(page).to_have_url(f"{INDEX['fr']}?q={quote('résiliation')}")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES["fr"])
    page.get_by_role("navigation", name="Lettres").get_by_role("link", name="R", exact=True).click()
    expect(page.get_by_role("heading", name="R", exact=True)).to_be_in_viewport()
    entry(page, "Résiliation pour manquement").get_by_role("link", name="Nextcloud").click()
    expect(page).to_have_url(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")
    expect(page.get_by_role("heading", name=NEXTCLOUD.clause)).to_be_in_viewport()


@WITHOUT_JAVASCRIPT
def test_what_is_called_alike_is_one_entry_with_a_place_in_each_contract(page: Page) -> None:
    page.goto(INDEX["fr"])
    alike = entry(page, "Résiliation pour manquement")
    expect(alike).to_have_count(1)
    addresses = [urlsplit(each.evaluate("each => each.href")).path for each in alike.get_by_role("link").all()]
    assert sorted(addresses) == sorted([JITSI.address, NEXTCLOUD.address])
    term = entry(page, "Utilisateur Autorisé")
    expect(term).to_have_count(1)
    expect(term.get_by_role("listitem").first).to_contain_text("(définition)")
    term.get_by_role("link", name="Nextcloud").click()
    expect(page).to_have_url(f"{NEXTCLOUD.address}#term--utilisateur-autorise")
    expect(page.get_by_role("rowheader", name="Utilisateur Autorisé", exact=True)).to_be_in_viewport()


@WITHOUT_JAVASCRIPT
@pytest.mark.parametrize("language", INDEX)
def test_each_letter_leads_to_its_entries_in_the_order_of_the_alphabet(page: Page, language: str) -> None:
    page.goto(INDEX[language])
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    letters = page.get_by_role("navigation", name={"fr": "Lettres", "en": "Letters"}[language]).get_by_role("link")
    named = letters.all_inner_texts()
    assert named == sorted(named)
    sections = page.get_by_role("main").locator("section")
    assert sections.get_by_role("heading").all_inner_texts() == named
    targets = letters.evaluate_all(
        "links => links.map((each) => document.querySelector(`[id='${each.hash.slice(1)}']`))"
    )
    assert len(targets) == len(named)
    for place in (0, len(named) - 1):
        letters.nth(place).click()
        expect(page.locator("h2:target")).to_have_text(named[place])
        expect(page.locator("h2:target")).to_be_in_viewport()
    by_letter: list[list[str]] = sections.evaluate_all(ENTRIES)
    assert all(by_letter)
    for letter, titles in zip(named, by_letter, strict=True):
        orders = [sorted_as(title) for title in titles]
        assert {order[0].upper() for order in orders} == {letter}
        assert orders == sorted(set(orders)), letter


def test_no_link_of_the_index_leads_nowhere(page: Page, built: Path) -> None:
    page.goto(INDEX["en"])
    links = page.get_by_role("main").locator("section a")
    addresses: list[str] = links.evaluate_all("links => links.map((each) => each.href)")
    assert len(addresses) > 200
    pages: dict[str, str] = {}
    broken = []
    for address in addresses:
        parts = urlsplit(address)
        text = pages.setdefault(parts.path, (built / parts.path.strip("/") / "index.html").read_text(encoding="utf-8"))
        if f'id="{parts.fragment}"' not in text:
            broken.append(address)
    assert broken == []


def test_a_language_without_texts_says_so(page: Page, base_url: str, tmp_path: Path) -> None:
    site = copy_site("tiny", tmp_path / "tiny")
    shutil.rmtree(site / "docs" / "acme" / "terms")  # the only contract with an English text
    made = build(site / "mkdocs.yml", tmp_path / "made")
    html = (made / "en" / "terms-index" / "index.html").read_text(encoding="utf-8")
    page.route(f"{base_url}/en/terms-index/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route(f"{base_url}/assets/**", lambda route: route.fulfill(path=made / urlsplit(route.request.url).path[1:]))
    page.goto(INDEX["en"])
    expect(page.get_by_role("main")).to_contain_text("No contract is published in this language yet.")
    expect(page.get_by_role("navigation", name="Letters")).to_have_count(0)
    assert violations(page) == []


def test_a_browser_is_told_how_to_search_the_site(page: Page, built: Path) -> None:
    for language, index in INDEX.items():
        page.goto(f"/{language}/")
        link = page.locator('head link[rel="search"]')
        expect(link).to_have_attribute("type", "application/opensearchdescription+xml")
        assert urlsplit(link.evaluate("each => each.href")).path == f"/{language}/opensearch.xml"
        root = ET.parse(built / language / "opensearch.xml").getroot()
        assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
        assert [root.findtext(f"{OPENSEARCH}{name}") for name in ("InputEncoding", "Language")] == ["UTF-8", language]
        [url] = root.findall(f"{OPENSEARCH}Url")
        assert url.get("type") == "text/html"
        template = url.get("template") or ""
        assert template.endswith(f"{index}?q={{searchTerms}}")
        data = json.loads(page.locator('script[type="application/ld+json"]').first.inner_text())
        action = data["potentialAction"]
        assert (data["@type"], action["@type"]) == ("WebSite", "SearchAction")
        assert action["target"] == template.replace("{searchTerms}", "{search_term_string}")
        assert action["query-input"] == "required name=search_term_string"


def test_a_search_that_a_browser_sends_opens_by_itself(page: Page) -> None:
    page.goto(f"{INDEX['fr']}?q={quote('résiliation')}")
    found = settled(page)
    expect(panel(page)).to_be_visible()
    expect(box(page)).to_have_value("résiliation")
    expect(box(page)).to_be_focused()
    assert found[0]["titled"][0].lower() in {"résiliation", "resiliation"}
    page.keyboard.press("Escape")
    expect(page).to_have_url(INDEX["fr"])
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate(BEYOND) == []
