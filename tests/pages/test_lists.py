"""Proves that a list goes on counting where the contract does."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD

pytestmark = pytest.mark.reads

LISTS = (
    ("usages-interdits", "8", "Mener des activités illégales, frauduleuses ou malveillantes ;"),
    ("exclusions-responsabilite", "15", "Faute, négligence ou manquement du Client ou d'un Utilisateur Autorisé ;"),
    (
        "notifications",
        "20",
        "Pour RézoSocial : 10 rue des Prairies, 75020 Paris, France. Email : commercial@rezosocial.com",
    ),
)


def test_each_list_starts_at_the_number_that_was_printed(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    for clause, start, words in LISTS:
        numbered = page.locator(f"section#{clause}").get_by_role("list")
        expect(numbered).to_have_attribute("start", start)
        expect(numbered).to_have_css("list-style-type", "decimal")
        expect(numbered.get_by_role("listitem").first).to_have_text(words)
