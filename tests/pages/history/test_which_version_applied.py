"""Proves that a lawyer learns which version applied on a day, from the list alone or by asking."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import LANGUAGES, WITHDRAWN, address

pytestmark = pytest.mark.reads

PERIODS = (
    "2023-02-01 1er février 2023 28 février 2024",
    "2024-02-29 29 février 2024 30 septembre 2024",
    "2024-10-01 1er octobre 2024 14 octobre 2024",
    "2024-10-15 15 octobre 2024 29 mars 2025",
    "2025-03-30 30 mars 2025 14 novembre 2025",
    "2025-11-15 15 novembre 2025 19 décembre 2025",
    "2025-03-30 20 décembre 2025 31 mai 2026",
    "2026-06-01 1er juin 2026 31 décembre 2026",
    "2027-01-01 1er janvier 2027 –",
)
DAYS = (
    ("2023-02-01", 0, "Le 1er février 2023, la version applicable est la version 2023-02-01."),
    ("2024-02-28", 0, "Le 28 février 2024, la version applicable est la version 2023-02-01."),
    ("2024-02-29", 1, "Le 29 février 2024, la version applicable est la version 2024-02-29."),
    ("2025-11-14", 4, "Le 14 novembre 2025, la version applicable est la version 2025-03-30."),
    ("2025-11-15", 5, "Le 15 novembre 2025, la version applicable est la version 2025-11-15."),
    ("2025-12-19", 5, "Le 19 décembre 2025, la version applicable est la version 2025-11-15."),
    ("2025-12-20", 6, "Le 20 décembre 2025, la version applicable est la version 2025-03-30."),
    ("2026-12-31", 7, "Le 31 décembre 2026, la version applicable est la version 2026-06-01"),
    ("2027-01-01", 8, "Le 1er janvier 2027, la version applicable est la version 2027-01-01"),
)
CHANGES = address("changes")


@pytest.fixture
def field(page: Page) -> Locator:
    """Where the day is asked for."""
    return page.get_by_label("En vigueur le", exact=True)


def marked(page: Page) -> Locator:
    """The period that holds the day."""
    return page.get_by_role("row").and_(page.locator("[aria-current=date]"))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_list_alone_says_everything(page: Page, field: Locator) -> None:
    page.goto(CHANGES)
    periods = page.get_by_role("region", name="Quelle version s'appliquait ?").get_by_role("table")
    expect(periods.get_by_role("columnheader")).to_have_text(["Version", "Du", "Au"])
    expect(periods.get_by_role("row").filter(has=page.get_by_role("rowheader"))).to_have_text(PERIODS)
    expect(field).to_be_hidden()
    expect(marked(page)).to_have_count(0)


def test_a_period_leads_to_its_version(page: Page) -> None:
    page.goto(CHANGES)
    page.get_by_role("row", name=PERIODS[6]).get_by_role("link").click()
    expect(page).to_have_url(address("2025-03-30"))


def test_a_day_marks_its_period_and_says_its_version(page: Page, field: Locator) -> None:
    page.goto(CHANGES)
    expect(marked(page)).to_have_count(0)
    for day, period, says in DAYS:
        field.fill(day)
        expect(marked(page)).to_have_text([PERIODS[period]])
        expect(page.get_by_role("status")).to_contain_text(says)
        expect(page).to_have_url(f"{CHANGES}?on={day}")


def test_before_the_first_version_there_is_none(page: Page, field: Locator) -> None:
    page.goto(CHANGES)
    field.fill("2023-01-31")
    expect(page.get_by_role("status")).to_have_text("Le 31 janvier 2023, aucune version n'est en vigueur.")
    expect(marked(page)).to_have_count(0)


def test_the_address_asks_for_a_day(page: Page, field: Locator) -> None:
    page.goto(f"{CHANGES}?on=2025-12-01")
    expect(field).to_have_value("2025-12-01")
    expect(marked(page)).to_have_text([PERIODS[5]])
    expect(page.get_by_role("status")).to_have_text(
        f"Le 1er décembre 2025, la version applicable est la version {WITHDRAWN}."
    )


def test_another_day_unmarks_the_first_and_no_day_unmarks_all(page: Page, field: Locator) -> None:
    page.goto(f"{CHANGES}?on=2025-12-01")
    field.fill("2026-06-01")
    expect(marked(page)).to_have_text([PERIODS[7]])
    field.fill("")
    expect(marked(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()
    expect(page).to_have_url(CHANGES)


@pytest.mark.parametrize("asked", ["2025-13-45", "yesterday"])
def test_an_address_that_asks_for_no_day_marks_nothing(page: Page, field: Locator, asked: str) -> None:
    page.goto(f"{CHANGES}?on={asked}")
    expect(field).to_have_value("")
    expect(marked(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_writes_the_day_as_the_list_does(page: Page, language: str) -> None:
    page.goto(f"{address('changes', language)}?on=2026-06-01")
    written = marked(page).get_by_role("time").first.inner_text()
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"(^|[ \u2068]){re.escape(written)}[ ,\u2069]"))
