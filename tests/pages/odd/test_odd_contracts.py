"""Proves that a contract may call its clauses what it likes, leave lists empty and use very long words."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import beyond
from tests.pages.test_accessibility import unfold, violations

pytestmark = pytest.mark.reads

PAGE = "/fr/etrange/page/"
REDLINE = f"{PAGE}changes/2026-01-01--2026-10-01/"
PLACES = (
    PAGE,
    f"{PAGE}draft/",
    f"{PAGE}changes/",
    REDLINE,
    f"{PAGE}changes/2026-10-01--draft/",
    f"{PAGE}review/2026-01-01/",
    f"{PAGE}2026-10-01/receipt/",
    "/ar/etrange/empty/",
    "/ar/etrange/empty/changes/2026-02-01--2026-05-01/",
)
# Clauses whose ids a part of the page might have had.
CLAUSES = {"text": "Texte", "files": "Fichiers", "accept": "accept", "timeline": "Profond", "change": "Orphelins"}


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize("where", [f"{PAGE}2026-01-01/", REDLINE, f"{PAGE}review/2026-01-01/"])
def test_the_address_of_a_clause_leads_to_it_whatever_the_page_is_made_of(page: Page, where: str, clause: str) -> None:
    page.goto(f"{where}#{clause}")
    heading = page.locator("section:target").get_by_role("heading").first
    expect(heading).to_contain_text(CLAUSES[clause])
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("where", PLACES)
def test_axe_finds_no_violation_with_everything_unfolded(page: Page, where: str) -> None:
    page.goto(where)
    unfold(page)
    assert violations(page) == []


@pytest.mark.parametrize("where", PLACES)
def test_no_page_scrolls_sideways(page: Page, where: str) -> None:
    page.goto(where)
    unfold(page)
    assert {width: pixels for width in (320, 360, 1440) if (pixels := beyond(page, width))} == {}
