"""Proves that the versions of a contract that states no effective date are never said to be in force."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD, WESEND

pytestmark = pytest.mark.reads


def test_a_period_that_begins_with_a_recording_says_so(page: Page) -> None:
    page.goto(f"{WESEND.address}changes/?on=2026-11-22")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="2026-11-21"))
    expect(row).to_contain_text("21 novembre 2026 (enregistrée ; date d'entrée en vigueur non indiquée)")
    expect(page.get_by_role("status")).to_contain_text("Sa date d'entrée en vigueur n'est pas indiquée")


def test_a_period_with_a_stated_day_says_no_more(page: Page) -> None:
    page.goto(f"{NEXTCLOUD.address}changes/?on=2026-11-22")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="2026-05-19"))
    expect(row).to_have_text("2026-05-19 19 mai 2026 –")
    expect(page.get_by_role("status")).to_have_text(
        "Le 22 novembre 2026, la version applicable est la version 2026-05-19."
    )
