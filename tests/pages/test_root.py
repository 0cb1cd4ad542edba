"""Proves that the root offers both languages where the server has not chosen one."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.reads


@pytest.mark.parametrize(("name", "address"), [("Français", "/fr/"), ("English", "/en/")])
def test_each_language_is_named_in_itself_and_leads_to_its_catalogue(page: Page, name: str, address: str) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Clausier")
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_url(address)
    expect(page.locator("html")).to_have_attribute("lang", address.strip("/"))
