"""Proves that axe finds nothing to say against any kind of page, in light and in dark."""

from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.pages.places import EVERY_KIND_OF_PAGE, NEXTCLOUD, contents

pytestmark = pytest.mark.reads

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Only the colours change with the scheme.
RULES: dict[str, dict[str, list[str]]] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
# axe reads the few colours of a page thousands of times, a third of its work: each is read once, and remembered.
READ = 'new u(t).toGamut({space:"srgb",method:"clip"}).to("srgb")'
assert AXE_SCRIPT.count(READ) == 1
ONCE = f"(u.read??=new Map).get(t)??(u.read.set(t,{READ}),u.read.get(t))"
AXE = AXE_SCRIPT.replace(READ, ONCE)
RUN = """([within, rules]) =>
    axe.run(within, {resultTypes: ["violations"], ...rules}).then(({violations}) => violations)"""


def violations(page: Page, within: str = "html") -> list[str]:
    """A line for each rule that is broken in light or in dark: the rule, its impact, where."""
    found = []
    page.evaluate(AXE)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate(RUN, [within, RULES[scheme]]):
            where = ", ".join(str(node["target"]) for node in rule["nodes"])
            found.append(f"{scheme}: {rule['id']} ({rule['impact']}): {where}")
    return found


def unfold(page: Page) -> None:
    """Open all that a reader may open on a page."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


@pytest.mark.parametrize("address", EVERY_KIND_OF_PAGE)
def test_axe_finds_no_violation(page: Page, address: str) -> None:
    page.goto(address)
    assert violations(page) == []
    if page.locator("details:not([open])").count():
        unfold(page)
        assert violations(page) == []


def test_axe_finds_no_violation_in_a_definition_that_shows(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    page.locator("section#obligations-client").get_by_role("link", name="Client", exact=True).focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert violations(page, "[role=tooltip]") == []


def test_axe_finds_no_violation_in_the_table_of_contents_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(NEXTCLOUD.address)
    contents(page).get_by_text("Sommaire").click()
    assert violations(page, "[data-module=terms-toc]") == []
