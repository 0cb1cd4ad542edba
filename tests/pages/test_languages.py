"""Proves that each page leads to itself in the other language, and never passes for a text in it that it is not."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import CONTRACTS, NEXTCLOUD

pytestmark = pytest.mark.reads

ENGLISH = "/en/rezosocial/nextcloud/"


def alternates(page: Page) -> dict[str, str]:
    """The languages that a page announces to search engines, with where each is."""
    pairs: list[tuple[str, str]] = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "links => links.map(link => [link.hreflang, new URL(link.href).pathname])"
    )
    return dict(pairs)


def test_english_is_one_click_away_and_so_is_the_way_back(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    page.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
    expect(page).to_have_url(ENGLISH)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("article")).to_have_attribute("lang", "en")
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Français").click()
    expect(page).to_have_url(NEXTCLOUD.address)
    expect(page.get_by_role("article")).to_have_attribute("lang", "fr")


def test_the_language_that_is_read_is_marked_and_no_link(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    languages = page.get_by_role("navigation", name="Langues")
    expect(languages.locator("[aria-current]")).to_have_text("Français")
    expect(languages.get_by_role("link")).to_have_text(["English"])


def test_a_version_switches_to_the_same_version(page: Page) -> None:
    page.goto(NEXTCLOUD.permalink)
    page.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{ENGLISH}2026-05-19/")
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Français").click()
    expect(page).to_have_url(NEXTCLOUD.permalink)


def test_no_french_contract_stands_at_an_english_address(page: Page) -> None:
    for contract in CONTRACTS:
        for address in (contract.address, contract.permalink):
            page.goto(address.replace("/fr/", "/en/"))
            expect(contract.article(page)).to_have_attribute("lang", "en")
            expect(page.locator("body")).not_to_contain_text(contract.last_words)


def test_search_engines_are_sent_to_the_text_in_force_in_each_language(page: Page) -> None:
    for language in ("fr", "en"):
        canonical = re.compile(rf"[^/]/{language}/{NEXTCLOUD.document}/$")
        for path in ("", f"{NEXTCLOUD.version}/"):
            page.goto(f"/{language}/{NEXTCLOUD.document}/{path}")
            expect(page.locator("link[rel=canonical]")).to_have_attribute("href", canonical)
            expect(page.locator("meta[name=robots]")).to_have_count(0)
            assert alternates(page) == {each: f"/{each}/{NEXTCLOUD.document}/{path}" for each in ("fr", "en")}


def test_what_exists_in_both_languages_says_so(page: Page) -> None:
    for path in ("", "rezosocial/"):
        for language in ("fr", "en"):
            page.goto(f"/{language}/{path}")
            canonical = re.compile(rf"[^/]/{language}/{path}$")
            expect(page.locator("link[rel=canonical]")).to_have_attribute("href", canonical)
            assert alternates(page) == {"fr": f"/fr/{path}", "en": f"/en/{path}"}
