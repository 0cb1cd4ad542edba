"""Proves that on a phone the table of contents stays folded until it is asked for."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD, contents

pytestmark = [
    pytest.mark.reads,
    pytest.mark.browser_context_args(viewport={"width": 360, "height": 740}, has_touch=True),
]


@pytest.fixture(autouse=True)
def contract(page: Page) -> None:
    """The Nextcloud contract on a phone."""
    page.goto(NEXTCLOUD.address)


def test_it_is_folded_at_first(page: Page) -> None:
    expect(contents(page).get_by_text("Sommaire")).to_be_visible()
    expect(contents(page).get_by_role("link")).to_have_count(0)


def test_it_opens_leads_to_the_clause_and_folds_again(page: Page) -> None:
    contents(page).get_by_text("Sommaire").tap()
    contents(page).get_by_role("link", name="13.2. Résiliation pour manquement").tap()
    expect(page).to_have_url(f"{NEXTCLOUD.address}#resiliation-manquement")
    expect(contents(page).get_by_role("link")).to_have_count(0)
    heading = page.get_by_role("heading", name="13.2. Résiliation pour manquement")
    expect(heading).to_be_in_viewport()
    assert 0 <= heading.evaluate("heading => heading.getBoundingClientRect().top") < 100


def test_it_opens_with_the_keyboard(page: Page) -> None:
    contents(page).get_by_text("Sommaire").focus()
    page.keyboard.press("Enter")
    expect(contents(page).get_by_role("link", name="Article 1. Définitions")).to_be_visible()
