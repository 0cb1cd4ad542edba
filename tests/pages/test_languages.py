"""Proves that a contract without a text in the reader's language says so, and never passes for one that has it."""

import re

from playwright.sync_api import Page, expect

from tests.pages.places import CONTRACTS, NEXTCLOUD

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
    expect(page.get_by_role("heading", level=1)).to_have_text("This text does not exist in English yet.")
    expect(page.get_by_text("It is published in French, the language that is binding.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Read the text in French").click()
    expect(page).to_have_url(NEXTCLOUD.address)


def test_the_language_that_is_read_is_marked_and_no_link(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    languages = page.get_by_role("navigation", name="Langues")
    expect(languages.locator("[aria-current]")).to_have_text("Français")
    expect(languages.get_by_role("link")).to_have_text(["English"])


def test_a_version_switches_to_the_same_version(page: Page) -> None:
    page.goto(NEXTCLOUD.permalink)
    page.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{ENGLISH}2026-05-19/")
    page.get_by_role("main").get_by_role("link", name="Read the text in French").click()
    expect(page).to_have_url(NEXTCLOUD.permalink)


def test_no_french_contract_stands_at_an_english_address(page: Page) -> None:
    for contract in CONTRACTS:
        for address in (contract.address, contract.permalink):
            page.goto(address.replace("/fr/", "/en/"))
            expect(page.get_by_role("heading", level=1)).to_have_text("This text does not exist in English yet.")
            expect(page.locator("[data-document]")).to_have_count(0)
            expect(page.locator("body")).not_to_contain_text(contract.last_words)


def test_search_engines_are_sent_to_the_text_in_force(page: Page) -> None:
    canonical = re.compile(rf"[^/]{NEXTCLOUD.address}$")
    for address in (NEXTCLOUD.address, NEXTCLOUD.permalink):
        page.goto(address)
        expect(page.locator("link[rel=canonical]")).to_have_attribute("href", canonical)
        expect(page.locator("meta[name=robots]")).to_have_count(0)
        assert alternates(page) == {"fr": address}


def test_search_engines_leave_the_english_notice_out(page: Page) -> None:
    page.goto(ENGLISH)
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    expect(page.locator("link[rel=canonical]")).to_have_count(0)
    assert alternates(page) == {"fr": NEXTCLOUD.address}


def test_what_exists_in_both_languages_says_so(page: Page) -> None:
    for path in ("", "rezosocial/"):
        for language in ("fr", "en"):
            page.goto(f"/{language}/{path}")
            canonical = re.compile(rf"[^/]/{language}/{path}$")
            expect(page.locator("link[rel=canonical]")).to_have_attribute("href", canonical)
            assert alternates(page) == {"fr": f"/fr/{path}", "en": f"/en/{path}"}
