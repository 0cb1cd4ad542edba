"""The pictures of the guide, taken of the site that its own examples make: python -m tests.guide_pictures."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser import installed
from tests.conftest import build, copy_site, serve
from tests.guide import FOLDER, edit, examples

PAGE = "sentence"
CLAUSE = "maintenance"
# The English of what the examples of the page change in French.
TRANSLATED = ("at least five (5) days", "at least ten (10) days")
WIDTH = 760
BELOW = 28


def main() -> None:
    """Write every picture anew."""
    os.environ["TERMS_DRAFTS"] = "1"
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(_project(Path(folder) / "project") / "mkdocs.yml", Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        with contextmanager(serve)(site) as address:
            for language in ("fr", "en"):
                _take(browser, f"{address}/{language}/exemple/services/", language)


def _project(folder: Path) -> Path:
    """The invented company's project after the edits that the page shows."""
    copy_site("history", folder)
    for example in examples((FOLDER / f"{PAGE}.fr.md").read_text(encoding="utf-8")):
        if example.kind == "diff":
            edit(example, folder)
    translation = folder / "docs/exemple/services/draft/en.md"
    translation.write_text(translation.read_text(encoding="utf-8").replace(*TRANSLATED), encoding="utf-8")
    return folder


def _take(browser: Browser, contract: str, language: str) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": 900}, base_url=contract)
    page.goto("changes/2027-01-01--draft/")
    page.locator(".terms-redline-table table").screenshot(path=FOLDER / f"redline.{language}.png")
    page.goto("draft/")
    clause = page.locator(f"section#{CLAUSE}")
    clause.get_by_role("paragraph").first.hover()
    place = clause.bounding_box()
    assert place
    # The link stands in the space below the clause.
    page.screenshot(path=FOLDER / f"propose.{language}.png", clip={**place, "height": place["height"] + BELOW})
    page.close()


if __name__ == "__main__":
    main()
