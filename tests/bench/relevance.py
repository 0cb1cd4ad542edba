"""How often the wanted clause is among the first three: the questions of tests/search, asked as a reader asks them."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml  # a file of the tests, not of the site
from playwright.sync_api import Page, sync_playwright

from macros.terms.model import Reading
from tests.bench.browsing import serving
from tests.bench.corpus import ROOT
from tests.bench.lunr import BOX, lunr_site
from tests.browser import installed

QUESTIONS, UNSEEN = ROOT / "tests/search/questions.yml", ROOT / "tests/search/unseen.yml"
FIRST = 3
WAIT = 60
SAME = 3
PATIENCE = 200
Question = Mapping[str, str]
Answer = Sequence[str]
"""The clauses that a search leads to, best first, each as publisher/document#clause."""

OURS = """() => [
  document.querySelector(".terms-search-status").textContent,
  ...[...document.querySelectorAll("#page--hits a")].map(each => `${each.dataset.document}#${each.dataset.clause}`),
]"""
# Whether it says how many were found, or that there are none: while it looks, it says so with an ellipsis.
OURS_ANSWERED = """() => {
  const status = document.querySelector(".terms-search-status")?.textContent;
  return Boolean(status) && !status.endsWith("…");
}"""
ONLY = ".terms-search-controls input"
# What a reader sees without unfolding "more on this page": pages, and clauses of them.
LUNR = """() => [
  document.querySelector(".md-search-result__meta").textContent.trim(),
  ...[...document.querySelectorAll("a.md-search-result__link")]
    .filter(each => each.checkVisibility()).map(each => each.href),
]"""
LUNR_META = "() => document.querySelector('.md-search-result__meta').textContent.trim()"
# What it says while the box is empty.
LUNR_ANSWERED = f"typed => (({LUNR_META})() !== 'Taper pour démarrer la recherche') === typed"
PAGE = re.compile(r"/(?P<language>[^/]+)/(?P<document>[^/]+/[^/]+)/[^/]+/$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Of so many questions, those with a wanted clause among the first three; the others, by kind, in `missed`."""

    asked: int
    found: int
    missed: Mapping[str, int]

    def __str__(self) -> str:
        return f"{self.found / self.asked:.1%} ({self.found} of {self.asked})"


def questions(file: Path) -> list[Question]:
    """The questions of a file about the real site."""
    return [each for each in yaml.safe_load(file.read_text(encoding="utf-8")) if each["site"] == "real"]


def ours(site: Path, asked: Sequence[Question]) -> Rate:
    """Our rate on the built site; a question with `on` is asked on the page of that contract."""
    ordered = sorted(asked, key=lambda each: (each["language"], each.get("on", "")))
    with serving(site) as address, _page() as page:
        return _rate(ordered, lambda each: _ask_ours(page, address, each))


def lunr(readings: Sequence[Reading], asked: Sequence[Question]) -> tuple[Rate, Rate]:
    """The rate of stock Material over these texts: of clauses in the question's language, and of those in any."""
    with tempfile.TemporaryDirectory() as name:
        site = lunr_site(readings, Path(name)).site
        with serving(site) as address, _page() as page:
            page.goto(f"{address}/")
            page.locator(BOX).focus()
            page.wait_for_function("() => document.querySelector('.md-search-result__meta').textContent.trim()")
            found = [_ask_lunr(page, each["ask"]) for each in asked]
    own, every = (
        iter([[*_clauses(links, language)] for links, language in zip(found, languages, strict=True)])
        for languages in ([each["language"] for each in asked], [""] * len(asked))
    )
    return _rate(asked, lambda _: next(own)), _rate(asked, lambda _: next(every))


def _rate(asked: Sequence[Question], ask: Callable[[Question], Answer]) -> Rate:
    found = [bool({*ask(each)[:FIRST]} & {*each["clauses"]}) for each in asked]
    missed = Counter(each["kind"] for each, well in zip(asked, found, strict=True) if not well)
    return Rate(asked=len(asked), found=sum(found), missed=dict(sorted(missed.items())))


def _ask_ours(page: Page, address: str, question: Question) -> Answer:
    """The answer of our box, with only the contract that is read where the question is narrowed."""
    on = question.get("on", "")
    place = f"{address}/{question['language']}/{f'{on}/' if on else ''}"
    page.goto(place)
    page.locator("#page--search").fill(question["ask"])
    page.wait_for_selector(ONLY, state="attached")
    if on:
        page.locator(ONLY).first.set_checked(question["kind"] == "narrowed")
    page.wait_for_function(OURS_ANSWERED)
    return _still(page, OURS)[1:]


def _ask_lunr(page: Page, ask: str) -> Sequence[str]:
    """The addresses that Material's box leads to."""
    box = page.locator(BOX)
    for typed in ("", ask):
        box.fill(typed)
        # Material listens to keys.
        box.press("End")
        page.wait_for_function(LUNR_ANSWERED, arg=bool(typed))
    return _still(page, LUNR)[1:]


def _clauses(links: Sequence[str], language: str) -> Iterator[str]:
    """The clauses behind links, "" for one in another language than this, where it is named.

    A link to a page as a whole is left out: it stands over the clauses of that page and is none.
    """
    for link in links:
        parts = urlsplit(link)
        match = PAGE.search(parts.path)
        if match and parts.fragment:
            yield f"{match['document']}#{unquote(parts.fragment)}" if language in {"", match["language"]} else ""


def _still(page: Page, state: str) -> Sequence[str]:
    """What the page says once it says the same a few times over."""
    said: list[Sequence[str]] = []
    while len(said) < PATIENCE:
        said.append(page.evaluate(state))
        if len(said) >= SAME and all(each == said[-1] for each in said[-SAME:]):
            return said[-1]
        page.wait_for_timeout(WAIT)  # lunr does not tell when it is done
    raise TimeoutError(said[-1])


@contextmanager
def _page() -> Iterator[Page]:
    """A page of a browser on a machine and a line that are not slowed down."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()
