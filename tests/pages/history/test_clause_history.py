"""Proves that a contract leads to its comparisons, and each of its clauses to the versions that changed it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import IN_FORCE, LANGUAGES, UPCOMING, VERSIONS, address

pytestmark = pytest.mark.reads

MODIFIED = re.compile("^Modifiée ")


def history(page: Page, clause: str) -> Locator:
    """The versions that changed a clause."""
    return page.locator(f"section#{clause} > details")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_clause_says_how_often_it_changed_and_leads_to_each_change(page: Page) -> None:
    page.goto(address())
    told = history(page, "sauvegardes")
    lines = told.get_by_role("listitem")
    expect(told.locator("summary")).to_have_text("Modifiée par la version 2025-03-30")
    expect(lines.first).to_be_hidden()
    told.locator("summary").click()
    expect(lines).to_have_text(
        [
            re.compile(r"^2025-03-30\s?: déplacé et modifié \(anciennement Article 7\)$"),
            re.compile(r"^2024-02-29\s?: ajouté$"),
        ]
    )
    lines.first.get_by_role("link").click()
    expect(page).to_have_url(f"{address('changes')}2024-10-15--2025-03-30/#sauvegardes")
    expect(page.locator("section:target").get_by_role("heading")).to_be_in_viewport()


def test_the_history_of_a_clause_opens_by_keyboard_and_is_not_printed(page: Page) -> None:
    page.goto(address())
    expect(history(page, "maintenance")).to_have_count(0)
    told = history(page, "duree")
    expect(told.locator("summary")).to_have_text("Modifiée par la version 2026-06-01")
    told.locator("summary").press("Enter")
    expect(told.get_by_role("link")).to_be_visible()
    page.emulate_media(media="print")
    expect(told).to_be_hidden()


def test_a_version_tells_of_no_later_one(page: Page) -> None:
    page.goto(address(VERSIONS[0]))
    expect(page.get_by_text(MODIFIED)).to_have_count(0)
    page.goto(address("2024-02-29"))
    expect(history(page, "sauvegardes").locator("summary")).to_have_text("Ajoutée par la version 2024-02-29")
    # The withdrawn version's ceiling is told of by that version only.
    for version, count in (("2025-11-15", 1), (IN_FORCE, 0)):
        page.goto(address(version))
        expect(history(page, "plafond-responsabilite")).to_have_count(count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contract_is_compared_with_every_other_version(page: Page, language: str) -> None:
    page.goto(address(IN_FORCE, language))
    compare = page.locator("details").filter(has=page.locator(f"a[href*='{IN_FORCE}--{UPCOMING}']")).first
    links = compare.get_by_role("link")
    expect(links.first).to_be_hidden()
    compare.locator("summary").click()
    others = [each for each in VERSIONS if each != IN_FORCE and (language != "ar" or each != "2024-10-15")]
    expect(links).to_have_count(len(others) + 1)
    expect(links.first).to_have_text(f"{VERSIONS[0]} → {IN_FORCE}")
    links.last.click()
    expect(page).to_have_url(f"{address('changes', language)}{IN_FORCE}--draft/")
    expect(page.locator("html")).to_have_attribute("lang", language)
