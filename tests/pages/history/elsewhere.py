"""Pages of every kind on the history site, and where each of their links leads, wherever the site stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, expect

from tests.pages.history.places import IN_FORCE, SUPERSEDED, UPCOMING

CONTRACT = "exemple/services/"
REDLINE = f"changes/{IN_FORCE}--{UPCOMING}/"
OF_A_CONTRACT = (
    "", f"{IN_FORCE}/", f"{UPCOMING}/", f"{SUPERSEDED[0]}/", "draft/", "changes/", REDLINE,
    "review/", f"review/{IN_FORCE}/", f"{IN_FORCE}/receipt/",
)  # fmt: skip
PLACES = (
    "",
    *(f"{language}/{place}" for language in ("fr", "en", "ar") for place in ("", "exemple/", "terms-index/", CONTRACT)),
    *(f"fr/{CONTRACT}{place}" for place in OF_A_CONTRACT[1:]),
)
LINKS = "[...document.links].map((link) => link.href)"
# Our own font is there by way of the stylesheet, and the hidden button shows that the script has run.
DRESSED = """document.fonts.ready.then((fonts) => !document.querySelector(".terms-scheme").hidden
    && [...fonts].some((font) => font.family.startsWith("Terms") && font.status === "loaded"))"""


def astray(page: Page, places: Sequence[str], root: str, folder: Path) -> list[str]:
    """The pages that are not dressed, and the links from them into the site that lead to no file of the folder."""
    found = []
    for place in places:
        page.goto(root + place)
        found += [] if page.evaluate(DRESSED) else [place]
        site = urlsplit(root)
        for link in map(urlsplit, page.evaluate(LINKS)):
            if (link.scheme, link.netloc) == (site.scheme, site.netloc):
                path = unquote(link.path)
                file = folder / path.removeprefix(site.path)
                ends = file / "index.html" if site.scheme != "file" and path.endswith("/") else file
                found += [] if path.startswith(site.path) and ends.is_file() else [f"{place}: {link.geturl()}"]
    return found


def walk(page: Page, root: str, name: Callable[[str], str]) -> None:
    """Go by links from the root to a contract, to a redline, to its Arabic page, and back to all of them."""
    page.goto(root + name(""))
    page.get_by_role("main").get_by_role("link", name="Français", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Conditions générales de services").first.click()
    expect(page).to_have_url(root + name(f"fr/{CONTRACT}"))
    page.get_by_role("link", name="voir ce qui change").first.click()
    expect(page).to_have_url(f"{root}{name(f'fr/{CONTRACT}changes/')}#version-{UPCOMING}")
    page.locator(f'a[href*="{IN_FORCE}--{UPCOMING}/"]').first.click()
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("navigation", name="Langues").get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.get_by_role("banner").get_by_role("link", name="Historique").click()
    expect(page).to_have_url(root + name("ar/"))
