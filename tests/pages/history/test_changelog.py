"""Proves that the changelog draws the versions in time, maps what each changed, and leads into the redlines."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import IN_FORCE, UPCOMING, VERSIONS, WITHDRAWN, address, beyond

pytestmark = pytest.mark.reads

CHANGES = address("changes")


def timeline(page: Page) -> Locator:
    """The drawing of the versions in time."""
    return page.get_by_role("region", name="Chronologie")


def change_map(page: Page) -> Locator:
    """The table of clauses and versions."""
    return page.get_by_role("region", name="Carte des modifications").get_by_role("table")


def cell(page: Page, clause: str, version: str) -> Locator:
    """What a version did to a clause."""
    row = change_map(page).get_by_role("row").filter(has=page.get_by_role("rowheader", name=clause, exact=True))
    return row.get_by_role("cell").nth((*VERSIONS, "projet").index(version))


def entry(page: Page, version: str) -> Locator:
    """What the changelog says of a version."""
    return page.locator(f"#version-{version}")


@pytest.fixture(autouse=True)
def changelog(page: Page) -> None:
    """The changelog in French."""
    page.goto(CHANGES)


def test_the_timeline_names_every_version_and_leads_to_it(page: Page) -> None:
    links = timeline(page).get_by_role("link")
    expect(links).to_have_text(VERSIONS)
    for version, status in ((IN_FORCE, "in-force"), (UPCOMING, "upcoming"), (WITHDRAWN, "withdrawn")):
        expect(links.filter(has_text=version)).to_have_attribute("data-status", status)
    expect(timeline(page).locator(".terms-year")).to_have_text(["2024", "2025", "2026", "2027"])
    links.get_by_text(WITHDRAWN).click()
    expect(page).to_have_url(address(WITHDRAWN))


def test_a_telephone_sees_the_end_of_the_timeline_that_counts_today(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for language in ("fr", "ar"):
        page.goto(address("changes", language))
        page.locator(".terms-timeline").scroll_into_view_if_needed()
        expect(page.locator(".terms-today")).to_be_in_viewport()
        expect(page.locator(".terms-moment").get_by_text(VERSIONS[0])).not_to_be_in_viewport()


def test_the_timeline_is_walked_by_keyboard(page: Page) -> None:
    timeline(page).get_by_role("group").first.focus()
    for version in VERSIONS:
        page.keyboard.press("Tab")
        expect(timeline(page).get_by_role("link", name=version)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address(VERSIONS[-1]))


def test_no_two_dates_of_the_timeline_touch(page: Page) -> None:
    for language in ("fr", "ar"):
        page.goto(address("changes", language))
        boxes = [each.bounding_box() for each in page.locator(".terms-moment text").all()]
        assert len(boxes) == len(VERSIONS)
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                assert one
                assert other
                apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
                assert apart or abs(one["y"] - other["y"]) >= min(one["height"], other["height"])


def test_the_map_has_every_version_and_says_every_cell_in_words(page: Page) -> None:
    expect(change_map(page).get_by_role("columnheader")).to_have_text(["Clause", *VERSIONS, "projet"])
    cells = change_map(page).get_by_role("cell")
    assert all(re.search("[a-zé]{4}", words) for words in cells.all_text_contents())
    expect(cell(page, "5.2. Maintenance", IN_FORCE)).to_have_text("inchangée")
    expect(cell(page, "5.2. Maintenance", UPCOMING)).to_have_text("modifié 19 %")
    expect(cell(page, "8.3. Intelligence artificielle", IN_FORCE)).to_have_text("absente")
    expect(cell(page, "8.3. Intelligence artificielle", UPCOMING)).to_have_accessible_name("ajouté")
    expect(cell(page, "Article 15. Sous-traitance", IN_FORCE).get_by_role("link")).to_have_accessible_name("supprimé")
    expect(cell(page, "Parties", "2025-03-30").get_by_role("link")).to_have_accessible_name("donnée partagée modifiée")


def test_a_cell_of_the_map_leads_to_the_clause_in_the_redline(page: Page) -> None:
    for clause, version, leads in (
        ("12.4. Réversibilité", "projet", f"{UPCOMING}--draft/#reversibilite"),
        # The version before was withdrawn: this one replaces the one before that.
        ("Article 15. Sous-traitance", IN_FORCE, f"2025-03-30--{IN_FORCE}/#sous-traitance"),
    ):
        page.goto(CHANGES)
        cell(page, clause, version).get_by_role("link").press("Enter")
        expect(page).to_have_url(f"{CHANGES}{leads}")
        expect(page.locator("section:target").get_by_role("heading")).to_be_in_viewport()


def test_the_map_is_scrolled_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    frame = page.get_by_role("group", name="Carte des modifications")
    frame.focus()
    page.keyboard.press("ArrowRight")
    expect(frame).to_be_focused()
    page.wait_for_function("() => document.querySelector('.terms-map').scrollLeft > 0")
    clause = change_map(page).get_by_role("rowheader", name="Parties", exact=True)
    clause.scroll_into_view_if_needed()
    expect(clause).to_be_in_viewport(ratio=1)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_each_version_counts_the_words_it_changed_and_leads_to_them(page: Page) -> None:
    clauses = entry(page, UPCOMING).get_by_role("listitem")
    expect(clauses).to_have_text(
        [
            "modifié 5.2. Maintenance −11 mots",
            "ajouté 8.3. Intelligence artificielle +42 mots",
            "modifié 12.2. Résiliation pour convenance −3 +3 mots",
            "ajouté Annexe C. Sous-traitants ultérieurs +19 mots",
        ]
    )
    expect(entry(page, VERSIONS[0]).get_by_role("link", name="Voir chaque mot modifié")).to_have_count(0)
    entry(page, IN_FORCE).get_by_role("link", name="Voir chaque mot modifié").click()
    expect(page).to_have_url(f"{CHANGES}2025-03-30--{IN_FORCE}/")


def test_shared_facts_are_told_by_name_and_clauses_that_only_follow_are_folded(page: Page) -> None:
    told = entry(page, "2025-03-30")
    expect(told).to_contain_text(re.compile(r"Siège social · donnée partagée modifiée \(emplacements\s: 1\)"))
    followed = told.get_by_role("listitem").filter(has_text="renuméroté")
    expect(followed.first).to_be_hidden()
    told.get_by_text("Seulement renumérotées, ou dont un renvoi a suivi : 21").click()
    expect(followed.first).to_be_visible()
    told.get_by_role("link", name="Siège social").click()
    expect(page).to_have_url(f"{CHANGES}2024-10-15--2025-03-30/#parties")


def test_no_changelog_scrolls_sideways(page: Page) -> None:
    for language in ("fr", "ar"):
        page.goto(address("changes", language))
        found = {width: beyond(page, width) for width in (320, 360, 820, 1440)}
        assert {width: pixels for width, pixels in found.items() if pixels} == {}, language
