"""Proves that no page scrolls sideways, from a narrow phone to a wide screen."""

import pytest
from playwright.sync_api import Page

from tests.pages.places import CONTRACTS, EVERY_KIND_OF_PAGE, fact

pytestmark = pytest.mark.reads

WIDTHS = (320, 360, 820, 1000, 1440)
BEYOND = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll("*")]
        .filter(each => each.getBoundingClientRect().right > innerWidth)
        .map(each => `${each.tagName} ${each.textContent.trim().slice(0, 60)}`).slice(0, 8)"""


def test_nothing_is_wider_than_the_window(page: Page) -> None:
    beyond: dict[str, list[str]] = {}
    for address in EVERY_KIND_OF_PAGE:
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            beyond[f"{address} at {width} px"] = page.evaluate(BEYOND)
    assert {where: found for where, found in beyond.items() if found} == {}


def test_the_bar_fits_a_phone_at_twice_the_size_of_letters(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for address in EVERY_KIND_OF_PAGE:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        parts = page.locator(".terms-bar > *, .terms-search > *").all()
        boxes = [box for each in parts if (box := each.bounding_box())]
        assert [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > 360] == [], address


def test_the_parts_of_the_bar_never_leave_one_alone_on_a_line(page: Page) -> None:
    for language in ("fr", "en"):
        page.goto(f"/{language}/")
        for width in range(700, 1300, 20):
            page.set_viewport_size({"width": width, "height": 800})
            boxes = [each.bounding_box() for each in page.locator(".terms-brand, .terms-scheme").all()]
            brand, scheme = (round(box["y"] + box["height"] / 2) for box in boxes if box)
            assert abs(brand - scheme) < 10, (language, width)


def test_on_a_phone_a_permanent_address_breaks_between_its_words(page: Page) -> None:
    lines = """each => {
        const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), found = new Map();
        while (walker.nextNode()) for (let at = 0; at < walker.currentNode.data.length; at++) {
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const top = Math.round(range.getBoundingClientRect().top);
            found.set(top, (found.get(top) ?? "") + range);
        }
        return [...found.values()];
    }"""
    page.set_viewport_size({"width": 360, "height": 800})
    for contract in CONTRACTS:
        page.goto(contract.permalink)
        said: list[str] = fact(page, "Adresse permanente").locator("bdi").evaluate(lines)
        assert "".join(said).endswith(contract.permalink)
        assert [line for line in said if not line.endswith(("/", "-"))] == []
