"""Proves that a reader whose system forces its own colours sees what is read, chosen and pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import IN_FORCE, UPCOMING, address
from tests.pages.test_search import ask

LOOK = """(each) => {
    const look = getComputedStyle(each);
    return [look.borderInlineStartColor, look.backgroundColor];
}"""


@pytest.fixture(autouse=True)
def forced(page: Page) -> None:
    """The colours of a system with high contrast."""
    page.emulate_media(forced_colors="active")


def told_apart(marked: Locator, other: Locator) -> bool:
    """Whether one looks otherwise than the other."""
    expect(marked).to_be_visible()
    return bool(marked.evaluate(LOOK) != other.evaluate(LOOK))


def test_the_entry_that_is_read_and_the_result_that_is_chosen(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address('')}#confidentialite")
    contents = page.locator(".terms-toc")
    assert told_apart(contents.locator("[aria-current]"), contents.locator("a:not([aria-current])").first)
    ask(page, "client")
    results = page.get_by_role("option")
    assert told_apart(results.first, results.nth(1))


def test_the_view_that_is_pressed(page: Page) -> None:
    page.goto(address(f"changes/{IN_FORCE}--{UPCOMING}"))
    view = page.locator(".terms-tools [data-show]")
    view.click()
    expect(view).to_have_attribute("aria-pressed", "true")
    expect(view).to_have_css("forced-color-adjust", "none")
