"""Proves that every page says in words whether its text counts, and leads to the text that does."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import (
    CORRECTION,
    EARLIER_TRANSLATION,
    IN_ERROR,
    IN_FORCE,
    REASON,
    SUPERSEDED,
    UPCOMING,
    WITHDRAWN,
    WORDS,
    address,
)
from tests.pages.places import standing

pytestmark = pytest.mark.reads

SINCE_JUNE = "En vigueur depuis le 1er juin 2026"
STATUSES = {
    **{address(version): "N'est plus en vigueur" for version in SUPERSEDED},
    address(IN_ERROR): "Retirée le 15 octobre 2024",
    address(WITHDRAWN): "Retirée le 20 décembre 2025",
    address(IN_FORCE): SINCE_JUNE,
    address(): SINCE_JUNE,
    address(UPCOMING): "Pas encore en vigueur : s'applique à compter du 1er janvier 2027",
    address("2023-02-01", "en"): "No longer in force",
    address(WITHDRAWN, "en"): "Withdrawn on 20 December 2025",
    address("", "en"): "In force since 1 June 2026",
    EARLIER_TRANSLATION: "In force since 1 June 2026",
    address(UPCOMING, "en"): "Not yet in force: takes effect on 1 January 2027",
    address("2023-02-01", "ar"): "لم تعد نافذة",
    address(WITHDRAWN, "ar"): "سُحبت في \u206820 ديسمبر 2025\u2069",
    address("", "ar"): "نافذة منذ \u20681 يونيو 2026\u2069",
    address(UPCOMING, "ar"): "غير نافذة بعد: تسري اعتبارًا من \u20681 يناير 2027\u2069",
}
IS_IN_FORCE = (address(), address(IN_FORCE), address("", "en"), EARLIER_TRANSLATION, address("", "ar"))
without_javascript = pytest.mark.browser_context_args(java_script_enabled=False)


def expect_banner(page: Page, where: str) -> None:
    """The page says its status where a reader starts, and warns exactly when it is not the text in force."""
    page.goto(where)
    words = WORDS[where.split("/")[1]]
    expect(standing(page).get_by_text(STATUSES[where], exact=True)).to_be_in_viewport()
    warned = 0 if where in IS_IN_FORCE else 1
    expect(standing(page).get_by_text(words.not_this_one)).to_have_count(warned)
    expect(standing(page).get_by_role("link", name=words.read)).to_have_count(warned)
    expect(standing(page).get_by_role("link", name=words.what_changes)).to_have_count(1 - warned)


@without_javascript
@pytest.mark.parametrize("language", WORDS)
def test_a_page_says_whether_its_text_counts(page: Page, language: str) -> None:
    for where in STATUSES:
        if where.startswith(f"/{language}/"):
            expect_banner(page, where)


def test_scripts_take_nothing_of_it_away(page: Page) -> None:
    for version in ("2023-02-01", WITHDRAWN, "", UPCOMING):
        expect_banner(page, address(version))


@pytest.mark.parametrize(("version", "language"), [("2023-02-01", "fr"), (WITHDRAWN, "en"), (UPCOMING, "ar")])
def test_what_does_not_count_leads_to_what_does(page: Page, version: str, language: str) -> None:
    page.goto(address(version, language))
    standing(page).get_by_role("link", name=WORDS[language].read).click()
    expect(page).to_have_url(address("", language))
    expect(page.get_by_role("article")).to_have_attribute("data-version", IN_FORCE)


@pytest.mark.parametrize("where", [address(), address(IN_FORCE)])
def test_the_text_in_force_announces_the_next_one_and_leads_to_what_it_changes(page: Page, where: str) -> None:
    page.goto(where)
    line = standing(page).get_by_role("paragraph").filter(has_text="Une nouvelle version entre en vigueur le 1er janv")
    line.get_by_role("link", name="voir ce qui change").click()
    expect(page).to_have_url(f"{address('changes')}#version-{UPCOMING}")
    expect(page.locator(":target").get_by_role("heading")).to_have_text(f"version {UPCOMING}")
    expect(page.locator(":target").get_by_role("heading")).to_be_in_viewport()


@pytest.mark.parametrize("where", [address(WITHDRAWN), f"{address('changes')}#version-{WITHDRAWN}"])
def test_a_withdrawn_text_says_why(page: Page, where: str) -> None:
    page.goto(where)
    expect(page.get_by_role("main").get_by_text(f"Motif du retrait : {REASON}", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize("marks", [pytest.param(None), pytest.param("no script", marks=without_javascript)])
def test_an_error_and_its_correction_lead_to_each_other(page: Page, marks: str | None) -> None:
    page.goto(address(IN_ERROR))
    line = standing(page).get_by_role("paragraph").filter(has_text="Publiée par erreur, et corrigée par la")
    line.get_by_role("link", name=f"version {CORRECTION}").click()
    expect(page).to_have_url(address(CORRECTION))
    line = standing(page).get_by_role("paragraph").filter(has_text="Corrige une erreur de la")
    line.get_by_role("link", name=f"version {IN_ERROR}").click()
    expect(page).to_have_url(address(IN_ERROR))


def test_the_text_in_force_is_neither_withdrawn_nor_corrected(page: Page) -> None:
    page.goto(address())
    expect(standing(page)).to_contain_text(SINCE_JUNE)
    for words in ("retrait", "Publiée par erreur", "Corrige une erreur", "N'est plus", "Projet", "offre"):
        expect(standing(page)).not_to_contain_text(words)
