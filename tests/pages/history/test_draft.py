"""Proves that a draft passes for nothing else, and says what it would change."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import LANGUAGES, address

pytestmark = pytest.mark.reads

DRAFT = address("draft")
SUMMARY = (
    "Vous aurez soixante jours, au lieu de trente, pour récupérer vos contenus à la fin du contrat. "
    "L'article « Support » s'appellera « Assistance technique »."
)
SAYS = {
    "fr": ("Projet : non publié", "Ce projet n'est pas en vigueur et ne constitue pas une offre."),
    "en": ("Draft: not published", "This draft is not in force and not an offer."),
    "ar": ("مسودة: غير منشورة", "هذه المسودة غير نافذة ولا تُعدّ عرضًا."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_that_it_is_one(page: Page, language: str) -> None:
    page.goto(address("draft", language))
    article = page.get_by_role("article")
    expect(article).to_have_attribute("data-status", "draft")
    expect(article).to_have_attribute("lang", language)
    status, warning = SAYS[language]
    expect(article.get_by_text(status, exact=True)).to_be_in_viewport()
    expect(article.get_by_text(warning)).to_be_in_viewport()
    expect(page.locator("section#reversibilite")).to_be_visible()


def test_it_leads_to_the_text_in_force(page: Page) -> None:
    page.goto(DRAFT)
    page.get_by_role("article").get_by_role("link", name="Lire le texte en vigueur", exact=True).click()
    expect(page).to_have_url(address())


def test_it_says_what_it_would_change_in_the_words_of_its_author(page: Page) -> None:
    page.goto(DRAFT)
    proposed = page.get_by_role("region", name="Ce que ce projet modifie")
    expect(proposed.get_by_text(SUMMARY, exact=True)).to_be_visible()
    expect(proposed.get_by_text("Clauses modifiées : 2", exact=True)).to_be_visible()
    expect(proposed.get_by_role("listitem")).to_have_text(
        ["modifié Article 6. Assistance technique −1 +2 mots", "modifié 12.4. Réversibilité −2 +2 mots"]
    )


@pytest.mark.parametrize(
    ("name", "clause"),
    [("Article 6. Assistance technique", "support"), ("12.4. Réversibilité", "reversibilite")],
)
def test_a_changed_clause_is_one_click_away(page: Page, name: str, clause: str) -> None:
    page.goto(DRAFT)
    page.get_by_role("region", name="Ce que ce projet modifie").get_by_role("link", name=name).click()
    expect(page).to_have_url(f"{address('changes')}2027-01-01--draft/#{clause}")
    expect(page.locator("section:target").get_by_role("heading")).to_be_in_viewport()


def test_it_has_nothing_that_only_a_published_text_has(page: Page) -> None:
    page.goto(DRAFT)
    expect(page.get_by_role("term").get_by_text("Langue qui fait foi")).to_be_visible()
    for label in ("Version", "Télécharger", "Adresse permanente", "Empreinte SHA-256 du texte"):
        expect(page.get_by_role("term").get_by_text(label, exact=True)).to_have_count(0)
    expect(page.get_by_text("Vérifier soi-même")).to_have_count(0)
    expect(page.locator("a[href$='terms.md'], a[href$='terms.txt']")).to_have_count(0)
    for file in ("terms.md", "terms.txt"):
        assert page.request.get(f"{DRAFT}{file}").status == 404


def test_the_changelog_leads_to_it_but_does_not_list_it(page: Page) -> None:
    page.goto(address("changes"))
    expect(page.get_by_role("region", name="Journal des modifications").get_by_text("Projet")).to_have_count(0)
    page.get_by_role("link", name="Lire le projet").click()
    expect(page).to_have_url(DRAFT)


def test_it_is_read_in_the_other_languages(page: Page) -> None:
    page.goto(DRAFT)
    for name, language in (("العربية", "ar"), ("English", "en")):
        page.get_by_role("banner").get_by_role("link", name=name).click()
        expect(page).to_have_url(address("draft", language))
