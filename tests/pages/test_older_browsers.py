"""Proves that a browser without the newest of CSS and of scripts reads, searches and finds its way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.pages.places import NEXTCLOUD
from tests.pages.test_search import ask

INTEGRITY = re.compile(r' integrity="[^"]*"')
WHITE = "rgb(253, 252, 249)"


def without(page: Page, feature: str) -> None:
    """Have a page's stylesheets read by a browser that does not know this name."""

    def serve(route: Route, old: str | re.Pattern[str], new: str) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(old, new, answer.text()))

    page.route(re.compile(r"/$"), lambda route: serve(route, INTEGRITY, ""))
    page.route(re.compile(r"\.css$"), lambda route: serve(route, re.escape(feature), f"{feature}-to-come"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_colours_of_two_schemes_every_page_is_light(visitor: Page, scheme: str) -> None:
    without(visitor, "light-dark")
    visitor.emulate_media(color_scheme="dark")
    visitor.add_init_script(f"localStorage.setItem('terms-scheme', '{scheme}')")
    visitor.goto(NEXTCLOUD.address)
    ask(visitor, "résilier")
    for part in (visitor.locator("body"), visitor.locator(".terms-search-panel")):
        expect(part).to_have_css("background-color", WHITE)
    expect(visitor.locator("html")).to_have_css("color-scheme", "light")
    expect(visitor.get_by_role("link", name="Rézo").first).to_have_css("color", "rgb(101, 94, 84)")
    expect(visitor.locator(".terms-scheme")).to_be_hidden()


def test_a_list_that_a_stylesheet_cannot_keep_open_is_opened_by_its_summary(visitor: Page) -> None:
    without(visitor, "::details-content")
    visitor.set_viewport_size({"width": 1440, "height": 900})
    visitor.goto("/fr/guide/")
    pages = visitor.get_by_role("navigation", name="Guide")
    expect(pages.get_by_role("link").first).to_be_hidden()
    pages.locator("summary").click()
    expect(pages.get_by_role("link").first).to_be_visible()


def test_without_popovers_a_term_leads_to_its_definition(page: Page) -> None:
    page.add_init_script("for (const name of ['showPopover', 'popover']) delete HTMLElement.prototype[name]")
    page.goto(NEXTCLOUD.address)
    term = page.locator("section#obligations-client").get_by_role("link", name="Client", exact=True)
    term.hover()
    expect(page.locator(".terms-tooltip")).to_have_count(0)
    term.click()
    expect(page.get_by_role("rowheader", name="Client", exact=True)).to_be_in_viewport()


def test_letters_keep_their_size_on_a_phone_on_its_side(built: Path) -> None:
    """Safari on a telephone makes some paragraphs larger than others, unless it is told by its own name for it."""
    (sheet,) = built.glob("assets/terms.*.css")
    assert "-webkit-text-size-adjust: 100%" in sheet.read_text(encoding="utf-8")
