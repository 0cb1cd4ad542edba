"""Proves that a draft's translation says which of its clauses the French text has left behind, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import build, copy_site, once, serve
from tests.pages.history.places import address, beyond
from tests.pages.places import standing
from tests.pages.test_accessibility import violations
from tests.pages.test_translations import without_javascript
from tests.test_check import edit

DRAFT = "docs/exemple/services/draft/fr.md"
LEFT_BEHIND = "sauvegardes"
COUNT = {
    "en": "1 clause of this translation is not up to date",
    "ar": "بند واحد من هذه الترجمة غير محدّث؛ وهو يشير إلى ذلك.",
}
SAYS = {
    "en": "The French clause has changed; its translation is not up to date.",
    "ar": "تغيّر البند باللغة \u2068الفرنسية\u2069؛ ترجمته غير محدّثة.",
}
each_translation = pytest.mark.parametrize("language", SAYS)


def changed(root: Path, folder: Path) -> None:
    """Build the history site with a draft that changed a French clause after its translations were reviewed."""
    copy_site("history", root)
    edit(DRAFT, "Sauvegarde, conservée trente (30) jours", "Sauvegarde, conservée soixante (60) jours")(root)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TERMS_DRAFTS", "1")
        build(root / "mkdocs.yml", folder)


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the changed site is served."""
    root = tmp_path_factory.mktemp("stale") / "site"
    yield from serve(once(tmp_path_factory, "stale-site", lambda folder: changed(root, folder)))


@without_javascript
@each_translation
def test_the_clause_that_was_left_behind_says_so_and_no_other(page: Page, language: str) -> None:
    page.goto(address("draft", language))
    clause = page.locator(f"section#{LEFT_BEHIND}")
    label = page.get_by_role("paragraph").filter(has_text=SAYS[language])
    expect(label).to_have_count(1)
    expect(clause.get_by_role("paragraph").first).to_have_text(SAYS[language])
    expect(label).to_be_visible()
    expect(page.locator(".terms-stale")).to_have_count(1)
    expect(page.locator(".terms-text > .terms-stale")).to_have_count(0)


@without_javascript
@each_translation
def test_the_head_counts_it_once(page: Page, language: str) -> None:
    page.goto(address("draft", language))
    expect(standing(page).get_by_role("paragraph").filter(has_text=COUNT[language])).to_have_count(1)
    expect(standing(page).get_by_text(COUNT[language])).to_be_in_viewport()
    expect(page.get_by_text(COUNT[language])).to_have_count(1)


@without_javascript
def test_the_french_draft_and_what_was_published_say_nothing(page: Page) -> None:
    for where in (address("draft"), *(address(version, each) for version in ("", "2027-01-01") for each in SAYS)):
        page.goto(where)
        expect(page.locator(f"section#{LEFT_BEHIND}")).to_be_visible()
        expect(page.locator(".terms-stale")).to_have_count(0)
        for said in (*COUNT.values(), *SAYS.values()):
            expect(page.get_by_text(said)).to_have_count(0)


@each_translation
def test_the_label_is_read_by_everyone_on_every_screen_and_on_paper(page: Page, language: str) -> None:
    page.goto(address("draft", language))
    assert violations(page) == []
    assert {width: beyond(page, width) for width in (360, 1440)} == {360: 0, 1440: 0}
    page.emulate_media(media="print")
    expect(page.locator(".terms-stale")).to_be_visible()
