"""Proves that the Content-Security-Policy is sent, holds, and hinders nothing that the pages do."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.pages.places import EVERY_KIND_OF_PAGE, NEXTCLOUD

RECORD = """window.refused = [];
addEventListener("securitypolicyviolation", event => refused.push(`${event.violatedDirective} ${event.blockedURI}`));"""
INTRUDER = """() => {
    const script = document.createElement("script");
    script.textContent = "window.intruded = true";
    document.body.append(script);
}"""


@pytest.fixture(autouse=True)
def recorder(context: BrowserContext) -> None:
    """Every page keeps what its policy refused."""
    context.add_init_script(RECORD)


def test_the_policy_is_sent_and_refuses_nothing_of_ours(page: Page) -> None:
    for address in EVERY_KIND_OF_PAGE:
        response = page.goto(address)
        assert response
        assert "default-src 'none'; script-src 'self'" in (response.header_value("content-security-policy") or "")
        expect(page.locator(".terms-scheme")).to_be_visible()
        assert page.evaluate("refused") == [], address


def test_what_the_scripts_do_is_allowed(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-write"])
    page.goto(NEXTCLOUD.address)
    page.get_by_role("button", name="Apparence").click()
    page.locator("section#obligations-client").get_by_role("link", name="Client", exact=True).hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.get_by_role("link", name="Lien vers Article 4. Obligations du client").click()
    expect(page.get_by_role("status")).to_have_text("Adresse copiée")
    assert page.evaluate("refused") == []


def test_a_script_that_someone_slips_in_does_not_run(context: BrowserContext) -> None:
    unwatched = context.new_page()  # the refusal is written to the console, as it should be
    unwatched.goto(NEXTCLOUD.address)
    unwatched.evaluate(INTRUDER)
    assert unwatched.evaluate("window.intruded") is None
    assert unwatched.evaluate("refused") == ["script-src-elem inline"] * 2  # by the header, and by the page itself
