"""Proves that a wrong address says so in both languages and leads back, however deep it is."""

import pytest
from playwright.sync_api import Page, Route, expect

NOWHERE = "/fr/rezosocial/nextcloud/1999-01-01/"


def as_if_found(route: Route) -> None:
    """The answer with another status: Chromium writes each 404 to the console, where nothing may be written."""
    route.fulfill(response=route.fetch(), status=200)


@pytest.fixture(autouse=True)
def missing(page: Page) -> None:
    """The page that stands at an address where there is none."""
    page.route(f"**{NOWHERE}", as_if_found)
    page.goto(NOWHERE)


def test_the_server_answers_that_there_is_nothing(page: Page) -> None:
    assert page.request.get(NOWHERE).status == 404


def test_search_engines_leave_it_out(page: Page) -> None:
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


@pytest.mark.parametrize(
    ("language", "words", "way_back"),
    [
        ("fr", "Il n'y a pas de page à cette adresse.", "Tous les contrats"),
        ("en", "There is no page at this address.", "All contracts"),
    ],
)
def test_it_says_so_and_leads_to_the_catalogue(page: Page, language: str, words: str, way_back: str) -> None:
    paragraph = page.get_by_role("paragraph").filter(has_text=words)
    expect(paragraph).to_have_attribute("lang", language)
    paragraph.get_by_role("link", name=way_back).click()
    expect(page).to_have_url(f"/{language}/")


def test_it_is_dressed_like_the_rest(page: Page) -> None:
    addresses: list[str] = page.locator("[href], [src]").evaluate_all(
        "all => all.map(each => each.getAttribute('href') ?? each.getAttribute('src'))"
    )
    assert [address for address in addresses if not address.startswith(("/", "#"))] == []
    assert page.evaluate("document.styleSheets[0].cssRules.length > 0")
