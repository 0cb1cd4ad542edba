"""Proves that a reader can verify a contract: its permanent address and its digest are true."""

import hashlib
import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import CONTRACTS, Contract, fact

pytestmark = pytest.mark.reads

each_contract = pytest.mark.parametrize("contract", CONTRACTS, ids=str)


def download(page: Page, name: str) -> bytes:
    """What the link of this name leads to."""
    return page.request.get(fact(page, "Télécharger").get_by_role("link", name=name).evaluate("a => a.href")).body()


@each_contract
def test_the_permanent_address_leads_to_the_same_version(page: Page, contract: Contract) -> None:
    page.goto(contract.address)
    link = fact(page, "Adresse permanente").get_by_role("link")
    expect(link).to_have_text(re.compile(rf"^https?://[^/]+{contract.permalink}$"))
    link.click()
    expect(page).to_have_url(contract.permalink)
    expect(contract.article(page)).to_have_attribute("data-version", contract.version)
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name(contract.heading)


@each_contract
def test_the_digest_is_that_of_the_text_that_is_served(page: Page, contract: Contract) -> None:
    page.goto(contract.address)
    digest = hashlib.sha256(download(page, "Markdown")).hexdigest()
    expect(fact(page, "Empreinte SHA-256 du texte").locator("code").first).to_have_text(digest)
    assert download(page, "texte brut").decode().rstrip().endswith(contract.last_words)
