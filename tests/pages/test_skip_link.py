"""Proves that a keyboard reaches the text without going through the head of the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD

pytestmark = pytest.mark.reads


@pytest.mark.parametrize("address", ["/", "/404.html", "/fr/", "/en/rezosocial/", NEXTCLOUD.address])
def test_the_first_tab_offers_the_text_and_enter_goes_there(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Skip to the text" if address.startswith("/en/") else "Aller au texte")
    expect(focused).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("main").locator(":focus")).to_have_count(1)
