"""Asking the search as a reader does, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import yaml
from playwright.sync_api import Page, expect

FILE = Path(__file__).parents[1] / "search" / "questions.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is typed on a page, and the clauses of which one must be among the first results."""

    ask: str
    language: str
    site: str
    rank: int
    clauses: list[str]
    kind: str
    on: str = ""

    @property
    def address(self) -> str:
        """The contract on whose page it is asked, else the home page."""
        return f"/{self.language}/{self.on}/" if self.on else f"/{self.language}/"

    def __str__(self) -> str:
        return f"{self.ask!r} ({self.language}, {self.on or 'home'})"


def questions(site: str) -> dict[str, list[Question]]:
    """The questions of the file for a site, by language and kind."""
    every = [Question(**each) for each in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    ours = [each for each in every if each.site == site]
    ours.sort(key=lambda each: (each.language, each.kind, each.address))
    return {name: list(group) for name, group in groupby(ours, lambda each: f"{each.language}-{each.kind}")}


def failed(page: Page, asked: list[Question]) -> list[str]:
    """A line for each question whose answer is not among the first results; the last answer is opened too."""
    found = []
    for address, group in groupby(asked, lambda each: each.address):
        page.goto(address)
        page.keyboard.press("/")
        for question in group:
            found += [f"{question}: {failure}" for failure in _failures(page, question)]
    href = page.locator("#page--hits [aria-selected=true]").get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(href))
    expect(page.locator(":target")).to_have_count(1)
    return found


def _failures(page: Page, question: Question) -> Iterator[str]:
    """What is wrong with the results of a question, on a page whose box has the focus."""
    results = page.locator("#page--hits")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(question.ask)
    expect(results).to_have_attribute("aria-busy", "false")
    narrowed = question.kind == "narrowed" and bool(question.on)
    if narrowed is not page.url.endswith("only=1"):
        page.keyboard.press("Control+k")
        expect(page).to_have_url(re.compile("only=1$" if narrowed else "q=[^&]*$"))
        expect(results).to_have_attribute("aria-busy", "false")
    hits = page.locator("#page--hits a").evaluate_all("hits => hits.map(({ dataset }) => ({ ...dataset }))")
    clauses = [f"{hit['document']}#{hit['clause']}" for hit in hits[: question.rank]]
    place = next((place for place, clause in enumerate(clauses) if clause in question.clauses), None)
    if place is None:
        yield f"expected one of {question.clauses}, found {clauses}"
    for _ in range(place or 0):
        page.keyboard.press("ArrowDown")
    chosen = str(page.locator("#page--search").get_attribute("aria-activedescendant"))
    if place is not None and chosen != f"page--hit-{place}":
        yield f"expected the arrows to choose page--hit-{place}, found {chosen}"
