"""Proves that the table of contents beside the text says where the reader is."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD, contents

pytestmark = pytest.mark.reads


@pytest.fixture(autouse=True)
def contract(page: Page) -> None:
    """The Nextcloud contract in a window that has room for both."""
    page.goto(NEXTCLOUD.address)


def expect_current(page: Page, name: str) -> None:
    """One entry is the current one, and the reader sees it."""
    entry = contents(page).get_by_role("link", name=name, exact=True)
    expect(entry).to_have_attribute("aria-current", "location")
    expect(entry).to_be_in_viewport()
    expect(contents(page).locator("[aria-current]")).to_have_count(1)


def test_it_lists_every_clause_in_order_and_none_is_current_at_the_top(page: Page) -> None:
    headings = page.get_by_role("article").locator("section").get_by_role("heading").all_inner_texts()
    entries = contents(page).get_by_role("link").all_inner_texts()
    expect(contents(page).locator("[aria-current]")).to_have_count(0)
    assert entries == [" ".join(heading.split()) for heading in headings]


def test_it_follows_the_reading_down_and_back(page: Page) -> None:
    for clause, name in (
        ("resiliation-manquement", "13.2. Résiliation pour manquement"),
        ("confidentialite", "Article 12. Confidentialité"),
    ):
        page.locator(f"section#{clause}").evaluate("section => section.scrollIntoView()")
        expect_current(page, name)


@pytest.mark.parametrize("name", ["Article 13. Durée et résiliation", "13.2. Résiliation pour manquement"])
def test_an_entry_leads_to_its_clause_and_becomes_current(page: Page, name: str) -> None:
    contents(page).get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_in_viewport()
    expect_current(page, name)


def test_the_last_clause_becomes_current_though_it_cannot_reach_the_top(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 1400})
    contents(page).get_by_role("link", name="Article 15. Dispositions générales").click()
    contents(page).get_by_role("link", name="Article 16. Loi applicable et juridiction").click()
    expect_current(page, "Article 16. Loi applicable et juridiction")


def test_after_a_link_the_reading_is_followed_again(page: Page) -> None:
    contents(page).get_by_role("link", name="Article 13. Durée et résiliation").click()
    expect_current(page, "Article 13. Durée et résiliation")
    page.locator("section#responsabilite").evaluate("section => section.scrollIntoView()")
    expect(contents(page).get_by_role("link", name="Article 13. Durée")).not_to_have_attribute(
        "aria-current", "location"
    )
    expect(contents(page).locator("[aria-current]")).to_have_text("14.1. Limitation de responsabilité")


def test_a_shared_address_makes_its_clause_current(page: Page) -> None:
    page.goto("about:blank")
    page.goto(f"{NEXTCLOUD.address}#duree-resiliation")
    expect_current(page, "Article 13. Durée et résiliation")


def test_the_ring_round_an_entry_is_whole(page: Page) -> None:
    """The list scrolls, so that it shows nothing outside its own edges."""
    entry = contents(page).get_by_role("link").first
    entry.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    width, offset = entry.evaluate("""each => {
        const style = getComputedStyle(each);
        return [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
    }""")
    assert width > 0
    assert width + offset <= 0
