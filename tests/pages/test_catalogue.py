"""Proves that the catalogue leads to every contract and says which text counts, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import CONTRACTS, NEXTCLOUD, RECORDED

pytestmark = pytest.mark.reads

UNSTATED = "Current as recorded: effective date not stated; text recorded on 21 November 2026"
TITLE = "Conditions Générales d'Utilisation, Service Nextcloud B2B"


@pytest.mark.parametrize(
    ("address", "title", "in_force", "unstated"),
    [
        ("/fr/", "Les contrats en vigueur", "En vigueur depuis le 19 mai 2026", RECORDED),
        ("/en/", "Contracts in force", "In force since 19 May 2026", UNSTATED),
    ],
)
def test_each_contract_shows_since_when_it_counts(
    page: Page, address: str, title: str, in_force: str, unstated: str
) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    items = page.get_by_role("main").get_by_role("listitem")
    expect(items).to_have_count(len(CONTRACTS))
    expect(items.filter(has_text=in_force)).to_have_count(2)
    expect(items.filter(has_text=unstated)).to_have_count(3)


def test_a_reader_goes_from_the_catalogue_to_the_publisher_to_the_contract(page: Page) -> None:
    page.goto("/fr/")
    page.get_by_role("link", name="RézoSocial").click()
    expect(page).to_have_url("/fr/rezosocial/")
    page.get_by_role("link", name=TITLE).click()
    expect(page).to_have_url(NEXTCLOUD.address)
    page.get_by_role("article").get_by_role("link", name="RézoSocial", exact=True).click()
    expect(page).to_have_url("/fr/rezosocial/")
    page.get_by_role("banner").get_by_role("link", name="Clausier").click()
    expect(page).to_have_url("/fr/")


def test_a_title_is_that_of_the_text_in_the_language_of_the_page(page: Page) -> None:
    for language, title in (("fr", TITLE), ("en", "General Terms and Conditions of Use, Nextcloud B2B Service")):
        page.goto(f"/{language}/")
        expect(page.get_by_role("link", name=title)).to_have_attribute("lang", language)
