"""A page names in its head what machines may read instead of it, and offers the same files to people."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import NEXTCLOUD

pytestmark = pytest.mark.reads

FILES = {
    "text/markdown": "md",
    "text/plain": "txt",
    "application/json": "json",
    "application/akn+xml": "xml",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def named(page: Page) -> list[tuple[str, str]]:
    """Type and address of everything that the head names, languages apart."""
    found: list[list[str]] = page.locator("link[rel=alternate][type]").evaluate_all(
        "links => links.map(each => [each.type, new URL(each.href).pathname])"
    )
    return [(kind, address) for kind, address in found]


@pytest.mark.parametrize("path", ["", f"{NEXTCLOUD.version}/"])
def test_a_contract_names_its_files_its_feed_its_calendar_and_its_facts(page: Page, path: str) -> None:
    page.goto(f"{NEXTCLOUD.address}{path}")
    files = [(kind, f"{NEXTCLOUD.permalink}terms.{suffix}") for kind, suffix in FILES.items()]
    assert named(page) == [
        *files,
        ("application/atom+xml", f"{NEXTCLOUD.address}feed.xml"),
        ("text/calendar", f"{NEXTCLOUD.address}calendar.ics"),
        ("application/json", f"/api/v1/{NEXTCLOUD.document}.json"),
    ]
    for _, address in named(page):
        assert page.request.get(address).ok, address


def test_the_catalogue_names_the_news_of_every_contract_in_its_language(page: Page) -> None:
    for language in ("fr", "en"):
        page.goto(f"/{language}/")
        assert named(page) == [
            ("application/atom+xml", f"/{language}/feed.xml"),
            ("text/calendar", f"/{language}/calendar.ics"),
            ("application/json", "/api/v1/index.json"),
        ]


def test_a_changelog_names_the_news_of_its_contract_and_no_text(page: Page) -> None:
    page.goto(f"{NEXTCLOUD.address}changes/")
    assert [kind for kind, _ in named(page)] == ["application/atom+xml", "text/calendar", "application/json"]


def test_a_reader_takes_the_text_away_by_clause_and_in_the_standard_of_legal_texts(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    taken = page.locator("dd").filter(has=page.get_by_role("link", name="Akoma Ntoso"))
    expect(taken.get_by_role("link")).to_have_text(["PDF", "Word", "texte brut", "Markdown", "JSON", "Akoma Ntoso"])
    by_clause = page.request.get(f"{NEXTCLOUD.permalink}terms.json").json()
    page.goto(by_clause["clauses"][0]["address"].replace(by_clause["address"], NEXTCLOUD.permalink))
    expect(page.locator(f"section[id='{by_clause['clauses'][0]['id']}']")).to_be_in_viewport()


def test_the_api_is_read_from_any_site(page: Page) -> None:
    for address in ("/api/v1/index.json", f"{NEXTCLOUD.permalink}terms.json", "/fr/feed.xml"):
        answer = page.request.get(address)
        assert answer.headers["access-control-allow-origin"] == "*", address
    ours = re.compile(r"^https?://")
    assert ours.match(json.loads(page.request.get("/api/v1/index.json").text())["schema"])
