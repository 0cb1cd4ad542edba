"""Proves that the reader chooses light or dark once, for every page, and that the system decides until then."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD

pytestmark = pytest.mark.reads

PAPER = "() => getComputedStyle(document.body).backgroundColor"


def button_says(page: Page, words: str) -> None:
    """The button names the scheme that holds."""
    expect(page.get_by_role("button", name=re.compile("^App(arence|earance)"))).to_have_accessible_name(words)


@pytest.fixture
def papers(page: Page) -> dict[str, str]:
    """The colour of the paper under a light and under a dark system."""
    found = {}
    page.goto("/fr/")
    page.emulate_media(color_scheme="dark")
    found["dark"] = page.evaluate(PAPER)
    page.emulate_media(color_scheme="light")
    found["light"] = page.evaluate(PAPER)
    return found


def test_the_system_decides_at_first(page: Page, papers: dict[str, str]) -> None:
    button_says(page, "Apparence : automatique")
    assert papers["dark"] != papers["light"]


def test_the_button_goes_round(page: Page, papers: dict[str, str]) -> None:
    for words, paper in (("claire", "light"), ("sombre", "dark"), ("automatique", "light")):
        page.get_by_role("button", name=re.compile("^App(arence|earance)")).click()
        button_says(page, f"Apparence : {words}")
        expect(page.locator("body")).to_have_css("background-color", papers[paper])


def test_light_holds_under_a_dark_system(page: Page, papers: dict[str, str]) -> None:
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name=re.compile("^App(arence|earance)")).click()
    expect(page.locator("body")).to_have_css("background-color", papers["light"])


def test_the_choice_is_remembered_on_every_page(page: Page, papers: dict[str, str]) -> None:
    page.get_by_role("button", name=re.compile("^App(arence|earance)")).click(click_count=2)
    for address in (NEXTCLOUD.address, "/en/"):
        page.goto(address)
        expect(page.locator("body")).to_have_css("background-color", papers["dark"])
    button_says(page, "Appearance: dark")


def test_going_back_to_automatic_is_remembered_too(page: Page, papers: dict[str, str]) -> None:
    page.get_by_role("button", name=re.compile("^App(arence|earance)")).click(click_count=3)
    page.reload()
    button_says(page, "Apparence : automatique")
    expect(page.locator("body")).to_have_css("background-color", papers["light"])
