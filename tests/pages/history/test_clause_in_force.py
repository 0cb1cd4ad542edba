"""Proves that a clause of another version leads to the same clause of the text in force, or says that none is left."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import IN_FORCE, UPCOMING, WITHDRAWN, address

pytestmark = pytest.mark.reads

IDS = "sections => sections.map(section => section.id)"
WAYS = """sections => sections.map(section => {
    const way = section.querySelector(":scope > .terms-heading > .terms-current");
    return [section.id, way && (way.href ? new URL(way.href).pathname + new URL(way.href).hash : way.textContent)];
})"""
NONE_LEFT = {
    "fr": "Absent du texte en vigueur",
    "en": "Not in the text in force",
    "ar": "غير موجود في النص النافذ",
}


@pytest.mark.parametrize(
    ("version", "language", "gone"),
    [
        ("2023-02-01", "fr", {"references-commerciales", "sous-traitance"}),
        ("2023-02-01", "ar", {"references-commerciales", "sous-traitance"}),
        (WITHDRAWN, "fr", {"contenus-client", "sous-traitance"}),
        (UPCOMING, "fr", {"intelligence-artificielle", "annexe-sous-traitants"}),
    ],
)
def test_every_clause_leads_to_the_same_or_says_that_there_is_none(
    page: Page, version: str, language: str, gone: set[str]
) -> None:
    page.goto(address("", language))
    in_force: list[str] = page.locator("article section[id]").evaluate_all(IDS)
    page.goto(address(version, language))
    ways: dict[str, str] = dict(page.locator(".terms-text section[id]").evaluate_all(WAYS))
    assert ways == {
        clause: f"{address('', language)}#{clause}" if clause in in_force else NONE_LEFT[language] for clause in ways
    }
    assert ways.keys() - set(in_force) == gone


@pytest.mark.parametrize(
    ("version", "clause", "heading"),
    [
        ("2023-02-01", "confidentialite", "Article 14. Confidentialité"),
        (WITHDRAWN, "plafond-responsabilite", "11.2. Plafond"),
        (UPCOMING, "resiliation-convenance", "12.2. Résiliation pour convenance"),
    ],
)
def test_the_link_lands_on_the_clause_whatever_its_number_was(
    page: Page, version: str, clause: str, heading: str
) -> None:
    page.goto(address(version))
    page.locator(f"section#{clause}").get_by_role("link", name="La même clause dans le texte en vigueur").click()
    expect(page).to_have_url(f"{address()}#{clause}")
    expect(page.locator("section:target")).to_have_id(clause)
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_in_viewport()


def test_the_name_of_the_link_says_which_clause_it_leads_to(page: Page) -> None:
    page.goto(address(WITHDRAWN))
    link = page.locator("section#plafond-responsabilite .terms-current")
    expect(link).to_have_accessible_name("La même clause dans le texte en vigueur : 11.2. Plafond")
    expect(link).to_have_text("Dans le texte en vigueur")


def test_a_clause_that_no_longer_exists_says_so_where_it_starts(page: Page) -> None:
    page.goto(address("2023-02-01"))
    clause = page.locator("section#references-commerciales")
    expect(clause.get_by_text("Absent du texte en vigueur")).to_be_visible()
    expect(clause.get_by_role("link", name=re.compile("texte en vigueur"))).to_have_count(0)


@pytest.mark.parametrize("version", ["", IN_FORCE])
def test_the_text_in_force_does_not_lead_to_itself(page: Page, version: str) -> None:
    page.goto(address(version))
    expect(page.locator("section#confidentialite")).to_be_visible()
    expect(page.get_by_text("texte en vigueur")).to_have_count(0)
