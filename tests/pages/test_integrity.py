"""Proves that a browser runs a script and applies a stylesheet only as they were published."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote

from lxml import html
from playwright.sync_api import Page, Route, expect

from tests.pages.places import NEXTCLOUD
from tests.pages.test_search import box

LOADED = "//script[@src] | //link[@rel='stylesheet']"
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def digest(content: bytes, algorithm: str) -> str:
    return f"{algorithm}-{base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


def test_every_script_and_stylesheet_of_every_page_is_named_with_its_hash(built: Path) -> None:
    pages = [path for path in built.rglob("*.html") if not path.is_relative_to(built / "developers")]
    known: dict[Path, str] = {}
    for path in pages:
        loaded = html.fromstring(path.read_bytes()).xpath(LOADED)
        assert len(loaded) >= 3, path
        for each in loaded:
            address = unquote(each.get("src") or each.get("href"))
            file = built / address.lstrip("/") if address.startswith("/") else (path.parent / address).resolve()
            known.setdefault(file, digest(file.read_bytes(), "sha384"))
            assert each.get("integrity") == known[file], (path, address)
    assert {file.name.split(".")[0] for file in known} == {"terms", "scheme", "print"}


def test_the_one_inline_script_is_named_in_the_policy(built: Path) -> None:
    page = (built / "fr/index.html").read_text(encoding="utf-8")
    (script,) = INLINE.findall(page)
    assert f"script-src 'self' '{digest(script.encode(), 'sha256')}' 'wasm-unsafe-eval'" in page


def changed(page: Page, pattern: str, words: str) -> None:
    """Let a host serve other bytes than those that were published."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{words}")

    page.route(re.compile(pattern), serve)


def test_a_changed_script_does_not_run_and_a_changed_style_does_not_apply(visitor: Page) -> None:
    changed(visitor, r"/assets/(terms|scheme)\.\w+\.js$", "window.intruded = true;")
    changed(visitor, r"/assets/terms\.\w+\.css$", "body { display: none }")
    visitor.goto(NEXTCLOUD.address)
    expect(visitor.get_by_role("heading", level=1)).to_be_visible()
    assert visitor.evaluate("window.intruded") is None


def test_a_changed_search_does_not_run_and_the_index_is_offered(visitor: Page) -> None:
    changed(visitor, r"/assets/search\.\w+\.js$", "window.intruded = true;")
    visitor.goto(NEXTCLOUD.address)
    box(visitor, "fr").fill("préavis")
    note = visitor.get_by_role("search").get_by_role("status")
    expect(note).to_contain_text("La recherche n'a pas pu être chargée.")
    assert visitor.evaluate("window.intruded") is None
