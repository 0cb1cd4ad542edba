"""Proves that a publisher's page says who it is, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import fact

pytestmark = pytest.mark.reads


@pytest.mark.parametrize(
    ("language", "contracts", "head_office", "vat"),
    [("fr", "Contrats", "Siège social", "TVA intracommunautaire"), ("en", "Contracts", "Head office", "VAT number")],
)
def test_the_identity_card_is_complete(page: Page, language: str, contracts: str, head_office: str, vat: str) -> None:
    page.goto(f"/{language}/rezosocial/")
    expect(page.get_by_role("heading", level=1)).to_have_text("RézoSocial")
    expect(page.get_by_role("region", name=contracts).get_by_role("listitem")).to_have_count(2)
    expect(fact(page, "SIREN")).to_have_text("794 223 461")
    expect(fact(page, head_office)).to_have_text("10 rue des Prairies, 75020 Paris, France")
    expect(fact(page, vat)).to_have_text("FR31794223461")


def test_every_publisher_leads_to_its_contracts(page: Page) -> None:
    for publisher in ("boostmymail", "dropcloud", "optima-dsi", "rezosocial"):
        page.goto(f"/fr/{publisher}/")
        page.get_by_role("region", name="Contrats").get_by_role("link").first.click()
        expect(page.locator(f'article.terms[data-document^="{publisher}/"]')).to_be_visible()


def test_words_of_the_publisher_are_read_in_its_language(page: Page) -> None:
    page.goto("/en/rezosocial/")
    expect(fact(page, "Legal form")).to_have_attribute("lang", "fr")
