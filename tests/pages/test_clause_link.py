"""Proves that a lawyer can send the address of one clause, and that it shows that clause."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.pages.places import NEXTCLOUD

NAME = "Lien vers 13.2. Résiliation pour manquement"
ADDRESS = f"{NEXTCLOUD.address}#resiliation-manquement"


@pytest.fixture(autouse=True)
def contract(page: Page) -> None:
    """The Nextcloud contract."""
    page.goto(NEXTCLOUD.address)


def test_the_link_copies_the_address_and_says_so(page: Page, context: BrowserContext, base_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("status")).to_have_text("Adresse copiée")
    assert page.evaluate("navigator.clipboard.readText()") == f"{base_url}{ADDRESS}"


def test_the_message_goes_away(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install()
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("status")).to_have_text("Adresse copiée")
    page.clock.run_for(5000)
    expect(page.get_by_role("status")).to_be_empty()


def test_without_the_clipboard_nothing_is_said_but_the_address_bar_holds_it(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("link", name=NAME).click()
    expect(page).to_have_url(ADDRESS)
    expect(page.get_by_role("status")).to_be_empty()


def test_the_address_shows_the_clause(page: Page) -> None:
    page.goto("about:blank")
    page.goto(ADDRESS)
    expect(page.get_by_role("heading", name="13.2. Résiliation pour manquement")).to_be_in_viewport()
    expect(page.locator("section:target")).to_have_id("resiliation-manquement")


def test_the_address_shows_the_clause_at_every_visit(page: Page) -> None:
    for _ in range(6):
        page.goto("about:blank")
        page.goto(ADDRESS)
        expect(page.get_by_role("heading", name="13.2. Résiliation pour manquement")).to_be_in_viewport()


def test_the_link_shows_when_the_clause_is_pointed_at(page: Page) -> None:
    link = page.get_by_role("link", name=NAME)
    expect(link).to_have_css("opacity", "0")
    page.get_by_role("heading", name="13.2. Résiliation pour manquement").hover()
    expect(link).to_have_css("opacity", "1")


def test_the_link_shows_when_the_keyboard_reaches_it(page: Page) -> None:
    link = page.get_by_role("link", name=NAME)
    link.focus()
    expect(link).to_have_css("opacity", "1")
