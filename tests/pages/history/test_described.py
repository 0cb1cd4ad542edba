"""What a version's page says of it to search engines: when it applied, what it replaced, in which files it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.pages.history.places import address

pytestmark = pytest.mark.reads

SITE = "https://history.example"


def described(page: Page, version: str) -> Any:
    page.goto(address(version))
    return json.loads(page.locator("script[type='application/ld+json']").inner_text())


def test_the_days_in_force_are_intervals_open_where_no_end_is_known(page: Page) -> None:
    assert described(page, "2026-06-01")["temporalCoverage"] == "2026-06-01/2026-12-31"
    assert described(page, "2027-01-01")["temporalCoverage"] == "2027-01-01/.."


def test_a_version_that_applied_again_has_both_its_periods(page: Page) -> None:
    assert described(page, "2025-03-30")["temporalCoverage"] == ["2025-03-30/2025-11-14", "2025-12-20/2026-05-31"]


def test_a_version_is_based_on_the_one_that_was_in_force_before_it(page: Page) -> None:
    assert described(page, "2026-06-01")["isBasedOn"] == {"@id": f"{SITE}{address('2025-03-30')}"}
    assert "isBasedOn" not in described(page, "2023-02-01")


def test_every_file_of_the_text_is_named_with_its_type(page: Page) -> None:
    found = described(page, "2026-06-01")
    files = {each["encodingFormat"]: each["contentUrl"] for each in (found["encoding"], *found["associatedMedia"])}
    beside = f"{SITE}{address('2026-06-01')}terms"
    assert files == {
        "text/markdown": f"{beside}.md",
        "text/plain": f"{beside}.txt",
        "application/json": f"{beside}.json",
        "application/akn+xml": f"{beside}.xml",
        "application/pdf": f"{beside}.pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": f"{beside}.docx",
    }
