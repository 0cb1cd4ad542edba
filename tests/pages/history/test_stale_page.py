"""Proves that a page built before another version took effect says so from that day on, in Paris."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import IN_FORCE, UPCOMING, WITHDRAWN, address

LAST_SECOND = "2026-12-31T22:59:59Z"
MIDNIGHT = "2026-12-31T23:00:00Z"
LATE = (
    "Cette page a été établie le 22 novembre 2026. Une autre version s'applique à compter du 1er janvier 2027 : "
    "le texte en vigueur a pu changer."
)


@pytest.mark.parametrize("version", ["", UPCOMING])
def test_until_the_last_second_the_page_says_its_day(page: Page, version: str) -> None:
    page.clock.set_fixed_time(LAST_SECOND)
    page.goto(address(version))
    expect(page.get_by_text("État au 22 novembre 2026", exact=True)).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(("version", "now"), [("", MIDNIGHT), (UPCOMING, MIDNIGHT), (IN_FORCE, "2027-05-04T12:00:00Z")])
def test_from_midnight_on_the_page_warns(page: Page, version: str, now: str) -> None:
    page.clock.set_fixed_time(now)
    page.goto(address(version))
    expect(page.get_by_role("alert")).to_have_text(LATE)
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.get_by_text("État au")).to_have_count(0)


@pytest.mark.browser_context_args(timezone_id="Pacific/Honolulu")
def test_a_reader_far_away_is_warned_at_the_same_moment(page: Page) -> None:
    page.clock.set_fixed_time(MIDNIGHT)
    page.goto(address())
    expect(page.get_by_role("alert")).to_have_text(LATE)


def test_a_text_whose_status_the_day_does_not_change_never_warns(page: Page) -> None:
    page.clock.set_fixed_time(MIDNIGHT)
    for version in ("2023-02-01", "2025-03-30", WITHDRAWN, "draft"):
        page.goto(address(version))
        expect(page.get_by_role("button", name="Apparence")).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(("language", "day"), [("en", "1 January 2027"), ("ar", "\u20681 يناير 2027\u2069")])
def test_every_language_warns(page: Page, language: str, day: str) -> None:
    page.clock.set_fixed_time(MIDNIGHT)
    page.goto(address("", language))
    expect(page.get_by_role("alert")).to_contain_text(day)


@pytest.mark.parametrize("where", ["/fr/", "/fr/exemple/", "/fr/exemple/services/changes/"])
def test_lists_of_contracts_and_versions_warn_too(page: Page, where: str) -> None:
    page.clock.set_fixed_time(LAST_SECOND)
    page.goto(where)
    expect(page.get_by_text("État au 22 novembre 2026", exact=True)).to_be_visible()
    page.clock.set_fixed_time(MIDNIGHT)
    page.reload()
    expect(page.get_by_role("alert")).to_have_text(LATE)
