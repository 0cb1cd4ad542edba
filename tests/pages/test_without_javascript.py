"""Proves that a contract is complete without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD, contents

pytestmark = [pytest.mark.reads, pytest.mark.browser_context_args(java_script_enabled=False)]


@pytest.fixture(autouse=True)
def contract(page: Page) -> None:
    """The Nextcloud contract, opened by a browser that runs no script."""
    page.goto(NEXTCLOUD.address)


def test_no_script_runs_here(page: Page) -> None:
    expect(page.get_by_text("Apparence")).to_be_hidden()


def test_the_clause_is_read(page: Page) -> None:
    clause = page.locator("section#resiliation-manquement")
    expect(clause.get_by_role("heading")).to_have_accessible_name("13.2. Résiliation pour manquement")
    expect(clause).to_contain_text("l'autre Partie pourra résilier le Contrat de plein droit, trente (30) jours après")
    expect(clause.get_by_role("paragraph").first).to_be_visible()


def test_a_defined_term_leads_to_its_definition(page: Page) -> None:
    page.locator("section#obligations-client").get_by_role("link", name="Client", exact=True).click()
    expect(page.get_by_role("rowheader", name="Client", exact=True)).to_be_in_viewport()


def test_the_table_of_contents_is_open_beside_the_text(page: Page) -> None:
    contents(page).get_by_role("link", name=NEXTCLOUD.clause).click()
    expect(page.get_by_role("heading", name=NEXTCLOUD.clause)).to_be_in_viewport()


def test_the_table_of_contents_unfolds_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    entry = contents(page).get_by_role("link", name=NEXTCLOUD.clause)
    expect(entry).to_be_hidden()
    contents(page).get_by_text("Sommaire").click()
    entry.click()
    expect(page.get_by_role("heading", name=NEXTCLOUD.clause)).to_be_in_viewport()


def test_no_control_is_offered_that_would_do_nothing(page: Page) -> None:
    expect(page.get_by_role("button")).to_have_text(["Rechercher"])  # it leads to the index
