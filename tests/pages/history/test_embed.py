"""Proves that a sign-up page speaks Arabic from right to left, and that what is accepted follows the day in Paris."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import IN_FORCE, UPCOMING
from tests.pages.signing_up import Shop, opened, place, script, whole

DOCUMENT = "exemple/services"
TITLES = {
    "ar": "الشروط العامة للخدمات",
    "en": "General terms of service",
    "fr": "Conditions générales de services",
}
SENTENCES = {
    "ar": f"أقبل الشروط المؤرخة في 1 يونيو 2026: {TITLES['ar']}",
    "en": f"I accept the terms of 1 June 2026: {TITLES['en']}",
    "fr": f"J'accepte les conditions du 1er juin 2026 : {TITLES['fr']}",
}


@pytest.fixture
def shop(base_url: str) -> Iterator[Shop]:
    """A site with a sign-up page that leads to the contract of eight versions."""
    yield from opened(base_url)


@pytest.mark.parametrize("language", SENTENCES)
def test_each_language_has_its_sentence_its_text_and_the_digest_of_both(
    visitor: Page, shop: Shop, history_built: Path, language: str
) -> None:
    shop.page = whole(place(shop.site, DOCUMENT, language), script(shop.site))
    visitor.goto(shop.address)
    expect(visitor.get_by_role("checkbox", name=SENTENCES[language], exact=True)).to_be_visible()
    direction = "rtl" if language == "ar" else "ltr"
    expect(visitor.locator("label")).to_have_css("direction", direction)
    expect(visitor.locator("label")).to_have_attribute("lang", language)
    link = visitor.get_by_role("link", name=TITLES[language])
    expect(link).to_have_attribute("href", f"{shop.site}/{language}/{DOCUMENT}/{IN_FORCE}/")
    for name, read in (("sha256-binding", "fr"), ("sha256-read", language)):
        terms = json.loads((history_built / f"{read}/{DOCUMENT}/{IN_FORCE}/terms.json").read_text(encoding="utf-8"))
        expect(visitor.locator(f'[name="terms-{name}"]')).to_have_value(terms["sha256"])


@pytest.mark.parametrize(
    ("instant", "version", "day"),
    [
        ("2026-12-31T22:59:00Z", IN_FORCE, "1er juin 2026"),
        ("2026-12-31T23:01:00Z", UPCOMING, "1er janvier 2027"),
    ],
)
def test_the_one_to_come_is_accepted_from_its_day_in_paris(
    visitor: Page, shop: Shop, instant: str, version: str, day: str
) -> None:
    shop.page = whole(place(shop.site, DOCUMENT, "fr"), script(shop.site))
    visitor.clock.set_fixed_time(instant)
    visitor.goto(shop.address)
    sentence = f"J'accepte les conditions du {day} : {TITLES['fr']}"
    expect(visitor.get_by_role("checkbox", name=sentence, exact=True)).to_be_visible()
    expect(visitor.locator('[name="terms-version"]')).to_have_value(version)
