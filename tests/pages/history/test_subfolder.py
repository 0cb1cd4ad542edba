"""Proves that the site reads, searches and leads nowhere else where it stands in a folder of another site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import build, serve
from tests.pages.history.elsewhere import CONTRACT, PLACES, astray, walk
from tests.pages.test_search import ask, hits

FOLDER = "sub/folder/"


@pytest.fixture(scope="session")
def base_url(history_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the folder; what is asked for outside of it is a foreign request."""
    host = tmp_path_factory.mktemp("host")
    (host / FOLDER).parent.mkdir()
    (host / FOLDER).symlink_to(history_built)
    for address in serve(host):
        yield f"{address}/{FOLDER}"


def test_every_page_is_dressed_and_its_links_stay_in_the_folder(page: Page, base_url: str, history_built: Path) -> None:
    assert astray(page, PLACES, base_url, history_built) == []


def test_a_reader_goes_from_the_root_to_a_redline_and_another_language(page: Page, base_url: str) -> None:
    walk(page, base_url, str)


def test_a_result_of_the_search_is_opened_in_the_folder(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}fr/")
    assert ask(page, "plafond")[0]["clause"] == "plafond-responsabilite"
    hits(page).first.click()
    expect(page).to_have_url(f"{base_url}fr/{CONTRACT}#plafond-responsabilite")


def test_a_link_to_review_leads_to_the_version_in_the_folder(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}fr/{CONTRACT}review/?from=2026-06-01")
    expect(page).to_have_url(f"{base_url}fr/{CONTRACT}review/2026-06-01/")


def test_what_needs_the_whole_address_takes_it_from_the_setting(tiny: Path, tmp_path: Path) -> None:
    config = tiny / "mkdocs.yml"
    words, changed = re.subn(r"(?m)^site_url: .*$", f"site_url: https://host.example/{FOLDER}", config.read_text())
    assert changed == 1
    config.write_text(words)
    site = build(config, tmp_path / "site")
    missing = (site / "404.html").read_text(encoding="utf-8")
    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', missing)
    assert [each for each in addresses if not each.startswith(f"/{FOLDER}")] == []
    assert f'href="/{FOLDER}fr/"' in missing
