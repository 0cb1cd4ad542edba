"""Proves that a reader who finds a mistake gets to the line of the draft where it is mended."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.pages.places import NEXTCLOUD

EDITOR = "https://git.example/clausier/contracts/edit/main/docs/rezosocial/nextcloud/draft/fr.md"
CLAUSE = "Proposer une modification : 13.2. Résiliation pour manquement"


def test_a_clause_leads_to_its_line_of_the_draft_in_the_editor(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    address = page.get_by_role("link", name=CLAUSE).get_attribute("href") or ""
    match = re.fullmatch(rf"{re.escape(EDITOR)}#L(\d+)", address)
    assert match
    lines = (ROOT / "docs/rezosocial/nextcloud/draft/fr.md").read_text(encoding="utf-8").split("\n")
    assert lines[int(match[1]) - 1].endswith("{#resiliation-manquement}")


def test_the_head_of_every_version_leads_to_the_draft(page: Page) -> None:
    for address in (NEXTCLOUD.address, f"{NEXTCLOUD.address}2026-05-19/"):
        page.goto(address)
        link = (
            page.get_by_role("banner")
            .or_(page.get_by_role("article"))
            .get_by_role("link", name="Proposer une modification", exact=True)
        )
        expect(link).to_have_attribute("href", EDITOR)


def test_the_way_is_silent_until_its_clause_is_read_and_reached_by_keyboard(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    link = page.get_by_role("link", name=CLAUSE)
    way = link.locator("xpath=..")
    expect(way).to_have_css("opacity", "0")
    page.locator("#resiliation-manquement").get_by_role("paragraph").first.hover()
    expect(way).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    link.focus()
    expect(way).to_have_css("opacity", "1")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_clause_has_one(page: Page, language: str) -> None:
    page.goto(f"/{language}/rezosocial/nextcloud/")
    clauses = page.locator("article section[id]")
    expect(page.locator("article section[id] > .terms-propose")).to_have_count(clauses.count())


def test_it_stands_in_the_flow_where_nothing_hovers(browser: Browser, base_url: str) -> None:
    context = browser.new_context(
        base_url=base_url, viewport={"width": 360, "height": 800}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.goto(NEXTCLOUD.address)
    box = page.get_by_role("link", name=CLAUSE).bounding_box()
    below = page.locator("#resiliation-manquement").bounding_box()
    assert box is not None
    assert below is not None
    assert box["height"] >= 24
    assert box["y"] + box["height"] <= below["y"] + below["height"]
    context.close()


def test_it_is_not_printed(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    page.emulate_media(media="print")
    expect(page.get_by_text("Proposer une modification").first).to_be_hidden()


def test_a_published_site_shows_no_preview_bar(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    expect(page.get_by_role("complementary", name="aperçu")).to_have_count(0)
