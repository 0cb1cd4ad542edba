"""Proves that a search engine finds the text in force and never a text that does not count."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import (
    EARLIER_TRANSLATION,
    IN_FORCE,
    LANGUAGES,
    SUPERSEDED,
    UNTRANSLATED,
    UPCOMING,
    WITHDRAWN,
    address,
)

pytestmark = pytest.mark.reads

SITE = "https://history.example"
OTHERS = (
    *(address(version) for version in (*SUPERSEDED, WITHDRAWN, UPCOMING)),
    address("2023-02-01", "en"),
    address(UPCOMING, "ar"),
    EARLIER_TRANSLATION,
)


def expect_left_out(page: Page) -> None:
    """The page asks search engines not to show it."""
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def expect_canonical(page: Page, where: str) -> None:
    """The page sends search engines to this address."""
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", f"{SITE}{where}")


def test_a_text_that_does_not_count_is_left_out_for_the_one_that_does(page: Page) -> None:
    for where in OTHERS:
        page.goto(where)
        expect_left_out(page)
        expect_canonical(page, address("", where.split("/")[1]))


@pytest.mark.parametrize(
    "where", [*(address("draft", language) for language in LANGUAGES), address(UNTRANSLATED, "ar")]
)
def test_what_is_no_published_text_is_left_out_for_nothing(page: Page, where: str) -> None:
    page.goto(where)
    expect_left_out(page)
    expect(page.locator("link[rel=canonical]")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_in_force_is_found_at_one_address(page: Page, language: str) -> None:
    for version in ("", IN_FORCE):
        page.goto(address(version, language))
        expect(page.locator("meta[name=robots]")).to_have_count(0)
        expect_canonical(page, address("", language))


def test_the_site_map_holds_the_text_in_force_and_no_page_that_is_left_out(page: Page) -> None:
    listed = re.findall(f"<loc>{SITE}(.+?)</loc>", page.request.get("/sitemap.xml").text())
    assert {address("", language) for language in LANGUAGES} <= set(listed)
    assert len(listed) == len(set(listed))
    for where in listed:
        response = page.request.get(where)
        assert response.ok
        assert 'name="robots"' not in response.text()
