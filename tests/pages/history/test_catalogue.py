"""Proves that the home page lists the contract, says since when it counts and which version comes next."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import address

pytestmark = pytest.mark.reads

SAYS = {
    "fr": (
        "Conditions générales de services",
        "En vigueur depuis le 1er juin 2026",
        "Une nouvelle version entre en vigueur le 1er janvier 2027 :",
        "voir ce qui change",
    ),
    "en": (
        "General terms of service",
        "In force since 1 June 2026",
        "A new version takes effect on 1 January 2027:",
        "see what changes",
    ),
    "ar": (
        "الشروط العامة للخدمات",
        "نافذة منذ \u20681 يونيو 2026\u2069",
        "تسري نسخة جديدة اعتبارًا من \u20681 يناير 2027\u2069:",
        "الاطلاع على ما يتغير",
    ),
}


@pytest.mark.parametrize("language", SAYS)
def test_the_contract_is_listed_with_its_status_and_its_next_version(page: Page, language: str) -> None:
    title, status, upcoming, changes = SAYS[language]
    page.goto(f"/{language}/")
    entry = page.get_by_role("main").get_by_role("listitem")
    expect(entry).to_have_count(1)
    expect(entry.get_by_role("link", name=title)).to_have_attribute("lang", language)
    expect(entry.get_by_text(status)).to_be_visible()
    expect(entry.get_by_role("paragraph").filter(has_text=upcoming)).to_be_visible()
    entry.get_by_role("link", name=changes).click()
    expect(page).to_have_url(address("changes", language))
    page.go_back()
    entry.get_by_role("link", name=title).click()
    expect(page).to_have_url(address("", language))
