"""Proves that axe finds nothing to say against a page of any status, and that none scrolls sideways on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import IN_FORCE, UPCOMING, WITHDRAWN, address, beyond
from tests.pages.test_accessibility import unfold, violations

pytestmark = pytest.mark.reads

CHANGES = (address("changes"), f"{address('changes')}?on=2025-12-01", address("changes", "ar"))
NEXT = f"changes/{IN_FORCE}--{UPCOMING}"
REDLINES = (
    f"{address('changes/2023-02-01--draft')}#change--3",
    address(NEXT, "ar"),
    f"{address('changes/2024-10-15--2025-03-30')}?view=sides",
)
CONTRACT = (address(), address("2023-02-01"), address("draft"), address("", "ar"))
UNFOLDED = (
    address("", "en"),
    address("draft", "ar"),
    address("changes"),
    address(NEXT),
    f"{address(NEXT)}?show=changed",
    address("review/2023-02-01"),
    address(f"{IN_FORCE}/receipt/refusal", "ar"),
)


@pytest.mark.parametrize("where", CHANGES)
def test_axe_finds_no_violation_in_the_changes(page: Page, where: str) -> None:
    page.goto(where)
    assert violations(page) == []


@pytest.mark.parametrize("where", REDLINES)
def test_axe_finds_no_violation_in_a_redline(page: Page, where: str) -> None:
    page.goto(where)
    assert violations(page) == []


@pytest.mark.parametrize("where", CONTRACT)
def test_axe_finds_no_violation_in_a_contract(page: Page, where: str) -> None:
    page.goto(where)
    assert violations(page) == []


def test_axe_finds_no_violation_in_a_withdrawn_contract_with_the_commands_that_verify(page: Page) -> None:
    page.goto(address(WITHDRAWN))
    page.get_by_text("Vérifier soi-même").click()
    expect(page.locator("pre").first).to_be_visible()
    assert violations(page) == []
    assert beyond(page, 360) == 0


@pytest.mark.parametrize("where", UNFOLDED)
def test_axe_finds_no_violation_with_everything_unfolded(page: Page, where: str) -> None:
    page.goto(where)
    unfold(page)
    assert violations(page) == []


def test_no_page_scrolls_sideways_on_a_phone(page: Page) -> None:
    found = {}
    for version in ("", "2023-02-01", WITHDRAWN, UPCOMING, "draft", "changes", NEXT):
        page.goto(address(version))
        for width in (320, 360, 600):
            found[f"{version} at {width} px"] = beyond(page, width)
    assert {where: pixels for where, pixels in found.items() if pixels} == {}
