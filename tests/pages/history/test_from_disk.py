"""Proves that the site reads where its files are opened from a disk, and that the search says why it is silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.pages.history.elsewhere import CONTRACT, PLACES, astray, walk
from tests.pages.history.places import IN_FORCE
from tests.pages.test_search import box

UNSERVED = {
    "fr": "La recherche fonctionne sur un site, pas dans des fichiers ouverts depuis un disque.",
    "en": "The search works on a site, not in files opened from a disk.",
    "ar": "يعمل البحث على موقع، لا في ملفات مفتوحة من القرص.",
}


@pytest.fixture(scope="session")
def base_url(history_built: Path) -> str:
    """The folder itself."""
    return f"{history_built.as_uri()}/"


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(page: Page, base_url: str) -> Iterator[None]:
    """All that the fixture of the folder sees, but for what files may not: ask early for a font, prove a hash."""
    seen: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        about = f"{message.text} {message.location['url']}"
        if "/assets/fonts/" not in about and "integrity" not in message.text:
            seen.append(f"console: {about}")

    page.on("console", heard)
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on(
        "request", lambda request: None if request.url.startswith(base_url) else seen.append(f"request: {request.url}")
    )
    yield
    assert seen == []


def file(place: str) -> str:
    """What stands on the disk for an address: where it has no server, a browser shows a folder as a list of files."""
    return f"{place}index.html"


def test_every_page_is_dressed_and_its_links_lead_to_files(page: Page, base_url: str, history_built: Path) -> None:
    assert astray(page, [file(each) for each in PLACES], base_url, history_built) == []


def test_a_reader_goes_from_the_root_to_a_redline_and_another_language(page: Page, base_url: str) -> None:
    walk(page, base_url, file)


def test_a_link_to_review_leads_to_the_file_of_the_version(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}{file(f'fr/{CONTRACT}review/')}?from={IN_FORCE}")
    expect(page).to_have_url(base_url + file(f"fr/{CONTRACT}review/{IN_FORCE}/"))


@pytest.mark.parametrize("language", UNSERVED)
def test_the_search_says_why_it_does_not_work_and_leads_to_the_index(page: Page, base_url: str, language: str) -> None:
    page.goto(base_url + file(f"{language}/{CONTRACT}"))
    box(page, language).fill("2026")
    note = page.get_by_role("search").get_by_role("status")
    expect(note).to_contain_text(UNSERVED[language])
    note.get_by_role("link").click()
    expect(page).to_have_url(base_url + file(f"{language}/terms-index/"))
