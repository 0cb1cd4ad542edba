"""Proves that the definition of a term comes to the reader who points at it, and leaves when told to."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.places import NEXTCLOUD

DEFINITION = (
    "Désigne la personne morale, agissant à des fins professionnelles, qui souscrit au Service et dont les "
    "informations sont précisées dans le Document Commercial."
)


@pytest.fixture(autouse=True)
def term(page: Page) -> Locator:
    """The word Client in the clause of the client's obligations, under a clock that the test moves."""
    page.clock.install()
    page.goto(NEXTCLOUD.address)
    return page.locator("section#obligations-client").get_by_role("link", name="Client", exact=True)


@pytest.fixture
def tooltip(page: Page) -> Locator:
    """The definition beside the text."""
    return page.get_by_role("tooltip")


def test_nothing_shows_until_it_is_asked_for(tooltip: Locator) -> None:
    expect(tooltip).to_have_count(0)


def test_pointing_shows_the_definition(term: Locator, tooltip: Locator) -> None:
    term.hover()
    expect(tooltip).to_have_text(f"Client{DEFINITION}")
    expect(tooltip).to_be_in_viewport(ratio=1)


def test_focus_shows_the_definition_and_leaving_hides_it(page: Page, term: Locator, tooltip: Locator) -> None:
    term.focus()
    expect(tooltip).to_contain_text(DEFINITION)
    page.keyboard.press("Tab")
    expect(tooltip.get_by_text(DEFINITION)).to_have_count(0)


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_escape_hides_the_definition(page: Page, term: Locator, tooltip: Locator, way: str) -> None:
    getattr(term, way)()
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)


def test_the_pointer_may_move_onto_the_definition(page: Page, term: Locator, tooltip: Locator) -> None:
    term.hover()
    tooltip.hover()
    page.clock.run_for(5000)
    expect(tooltip).to_be_visible()
    page.get_by_role("heading", name="Article 4. Obligations du client").hover()
    page.clock.run_for(5000)
    expect(tooltip).to_have_count(0)


def test_the_term_is_described_by_the_text_of_the_contract(page: Page, term: Locator) -> None:
    expect(term).to_have_accessible_description(DEFINITION)
    definition = page.locator(f"[id='{term.get_attribute('aria-describedby')}']")
    expect(definition).to_have_text(DEFINITION)
    row = page.get_by_role("row").filter(has=definition)
    expect(row.get_by_role("rowheader")).to_have_text("Client")


def test_a_click_leads_to_the_definition(page: Page, term: Locator) -> None:
    term.click()
    expect(page.get_by_role("rowheader", name="Client", exact=True)).to_be_in_viewport()


def test_the_definition_stays_inside_a_phone(page: Page, term: Locator, tooltip: Locator) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    term.focus()
    expect(tooltip).to_be_in_viewport(ratio=1)
