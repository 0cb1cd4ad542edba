"""Proves that a reference to another clause leads there."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import CONTRACTS, NEXTCLOUD

pytestmark = pytest.mark.reads

BROKEN = """article => [...article.querySelectorAll("a[href^='#']")]
    .map(link => link.getAttribute("href"))
    .filter(address => !document.getElementById(address.slice(1)))"""


def test_article_9_is_a_link_to_article_9(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    item = page.locator("section#obligations-client").get_by_role("listitem").first
    expect(item).to_have_text("Payer les redevances applicables au Service conformément à l'Article 9 ;")
    item.get_by_role("link", name="9", exact=True).click()
    expect(page).to_have_url(f"{NEXTCLOUD.address}#conditions-financieres")
    expect(page.get_by_role("heading", name="Article 9. Conditions financières")).to_be_in_viewport()


def test_no_link_inside_a_contract_leads_nowhere(page: Page) -> None:
    broken: dict[str, list[str]] = {}
    for contract in CONTRACTS:
        page.goto(contract.address)
        broken[contract.document] = contract.article(page).evaluate(BROKEN)
    assert broken == {contract.document: [] for contract in CONTRACTS}
