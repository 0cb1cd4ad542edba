"""Proves that each contract reads as its own: title, status, identity, clauses as they were numbered."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import CONTRACTS, Contract

pytestmark = pytest.mark.reads

each_contract = pytest.mark.parametrize("contract", CONTRACTS, ids=str)


@each_contract
def test_the_head_says_which_text_this_is_and_whether_it_counts(page: Page, contract: Contract) -> None:
    page.goto(contract.address)
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name(contract.heading)
    expect(page.get_by_text(contract.status, exact=True)).to_be_in_viewport()
    article = page.get_by_role("article")
    expect(article).to_have_count(1)
    expect(article).to_contain_class("terms")
    for name, value in {
        "data-document": contract.document,
        "data-version": contract.version,
        "data-status": "in-force",
        "lang": "fr",
    }.items():
        expect(article).to_have_attribute(name, value)


@each_contract
def test_a_clause_keeps_its_printed_number_and_the_last_words_are_there(page: Page, contract: Contract) -> None:
    page.goto(contract.address)
    heading = page.get_by_role("heading", name=contract.clause, exact=True)
    expect(heading).to_be_visible()
    expect(page.locator(f"section#{contract.clause_id}").filter(has=heading)).to_have_count(1)
    expect(contract.article(page)).to_contain_text(contract.last_words)
