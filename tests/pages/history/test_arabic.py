"""Proves that the Arabic translation is the French text's mirror: same notices, same clauses, from right to left."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.pages.history.places import IN_FORCE, LANGUAGES, UNTRANSLATED, UPCOMING, VERSIONS, address, beyond
from tests.pages.history.test_right_to_left import expect_left_to_right
from tests.pages.places import fact, standing
from tests.pages.test_accessibility import violations
from tests.pages.test_languages import alternates
from tests.pages.test_translations import clauses, read, switch, without_javascript

pytestmark = pytest.mark.reads

SITE = "https://history.example"
FRENCH = "\u2068الفرنسية\u2069"
NOTICE = f"النص باللغة {FRENCH} هو المرجّح. هذه الترجمة للاطلاع فقط."
READ = f"اقرأ النص باللغة {FRENCH}"
CONTENTS = {"fr": "Sommaire", "ar": "المحتويات"}
CLAUSE, LABEL, TITLE = "resiliation-convenance", "12.2.", "الإنهاء دون سبب"
NEXT = f"changes/{IN_FORCE}--{UPCOMING}"
MOVED = "changes/2025-03-30--2026-06-01"
TRANSLATED = tuple(version for version in VERSIONS if version != UNTRANSLATED)
WIDE, NARROWER = 1440, 1000
# Where each passage of the new text and the old one beside it stand, of those that show.
PAIRS = """() => [...document.querySelectorAll(".terms-side-old + .terms-side-new")]
  .map(each => [each.previousElementSibling, each])
  .filter(both => both.every(each => each.checkVisibility()))
  .map(both => both.map(each => each.getBoundingClientRect().toJSON()))"""


def box(place: Locator) -> FloatRect:
    """Where something stands on the screen."""
    found = place.bounding_box()
    assert found
    return found


def right(place: Locator) -> float:
    """Where something ends on its right."""
    return box(place)["x"] + box(place)["width"]


def heading(page: Page) -> Locator:
    """The heading of a clause, with what stands beside it."""
    return page.locator(f"section#{CLAUSE} > .terms-heading")


@without_javascript
@pytest.mark.parametrize("version", ["", *TRANSLATED, "draft"])
def test_every_arabic_text_says_that_the_french_one_prevails(page: Page, version: str) -> None:
    page.goto(address(version, "ar"))
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.get_by_role("article")).to_have_attribute("lang", "ar")
    expect(page.get_by_role("article")).to_have_css("direction", "rtl")
    notice = standing(page).get_by_role("paragraph").filter(has_text=NOTICE)
    expect(notice).to_be_in_viewport(ratio=1)
    link = notice.get_by_role("link", name=READ, exact=True)
    expect(link).to_have_attribute("hreflang", "fr")
    link.click()
    expect(page).to_have_url(address(version or IN_FORCE))
    expect(page.locator(".terms-courtesy")).to_have_count(0)


@without_javascript
@pytest.mark.parametrize("version", ["", *TRANSLATED, "draft"])
def test_each_clause_leads_to_the_same_clause_of_the_french_text(page: Page, version: str) -> None:
    page.goto(address(version))
    french = [clause["id"] for clause in clauses(page)]
    assert french
    for language, name in (("ar", "نص \u2068{}\u2069 باللغة " + FRENCH), ("en", "French text of {}")):
        page.goto(address(version, language))
        assert clauses(page) == [
            {
                "id": id_,
                "heading": clause["heading"],
                "links": 1,
                "leads": f"{address(version or IN_FORCE)}#{id_}",
                "language": "fr",
                "name": name.format(clause["heading"]),
            }
            for id_, clause in zip(french, clauses(page), strict=True)
        ]


@without_javascript
def test_the_link_of_a_clause_lands_on_that_clause(page: Page) -> None:
    page.goto(address("", "ar"))
    link = heading(page).get_by_role("link", name=f"نص \u2068{LABEL} {TITLE}\u2069 باللغة {FRENCH}", exact=True)
    expect(link).to_have_text(f"النص باللغة {FRENCH}")
    link.click()
    expect(page).to_have_url(f"{address(IN_FORCE)}#{CLAUSE}")
    expect(page.get_by_role("heading", name="12.2. Résiliation pour convenance", exact=True)).to_be_in_viewport()


@without_javascript
def test_machines_learn_of_the_three_languages(page: Page) -> None:
    for version in ("", IN_FORCE):
        for language in LANGUAGES:
            page.goto(address(version, language))
            assert alternates(page) == {each: address(version, each) for each in LANGUAGES}
            data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
            named = {
                each: {"@id": f"{SITE}{address(IN_FORCE, each)}", "inLanguage": each} for each in ("fr", "en", "ar")
            }
            assert data["@id"] == named[language]["@id"]
            if language == "fr":
                assert data["workTranslation"] == [named["en"], named["ar"]]
                assert "translationOfWork" not in data
            else:
                assert data["translationOfWork"] == named["fr"]
                assert "workTranslation" not in data


@without_javascript
def test_a_version_that_arabic_lacks_names_the_translation_that_there_is(page: Page) -> None:
    page.goto(address(UNTRANSLATED))
    assert alternates(page) == {each: address(UNTRANSLATED, each) for each in ("fr", "en")}
    data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    english = f"{SITE}{address(UNTRANSLATED, 'en')}"
    assert data["workTranslation"] == [{"@id": english, "inLanguage": "en"}]


@without_javascript
def test_the_table_of_contents_stands_on_the_other_side(page: Page) -> None:
    page.set_viewport_size({"width": WIDE, "height": 900})
    text = page.locator(".terms-text")
    page.goto(address())
    french = page.get_by_role("navigation", name=CONTENTS["fr"])
    assert right(french) <= box(text)["x"]
    page.goto(address("", "ar"))
    arabic = page.get_by_role("navigation", name=CONTENTS["ar"])
    assert right(text) <= box(arabic)["x"]
    inner = arabic.get_by_role("link", name=TITLE)
    outer = arabic.get_by_role("link", name="المدة والإنهاء")
    assert right(inner) < right(outer)
    inner.click()
    expect(heading(page).get_by_role("heading")).to_be_in_viewport()


@without_javascript
@pytest.mark.parametrize("width", [WIDE, NARROWER])
def test_numbers_hang_in_the_other_margin(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    label, title = heading(page).locator(".terms-label"), heading(page).locator(".terms-title")
    permalink, prevailing = heading(page).locator(".terms-permalink"), heading(page).locator(".terms-prevailing")
    paragraph = page.locator(f"section#{CLAUSE} > p").last
    page.goto(address())
    assert right(label) <= box(paragraph)["x"]
    assert box(title)["x"] == pytest.approx(box(paragraph)["x"], abs=1)
    assert right(title) <= box(permalink)["x"]
    page.goto(address("", "ar"))
    assert right(paragraph) <= box(label)["x"]
    assert right(title) == pytest.approx(right(paragraph), abs=1)
    assert right(permalink) <= box(title)["x"]
    assert right(prevailing) <= box(permalink)["x"]
    expect_left_to_right(label, "12.2")


@without_javascript
def test_on_a_phone_a_heading_starts_at_the_right(page: Page) -> None:
    page.goto(address("draft", "ar"))
    assert beyond(page, 360) == 0
    label, title = heading(page).locator(".terms-label"), heading(page).locator(".terms-title")
    paragraph = page.locator(f"section#{CLAUSE} > p").last
    assert right(label) == pytest.approx(right(paragraph), abs=1)
    assert right(title) <= box(label)["x"]


@without_javascript
def test_names_of_versions_keep_their_order_inside_arabic(page: Page) -> None:
    page.goto(address("", "ar"))
    pair = fact(page, "نسخ أخرى").get_by_role("listitem").filter(has_text=UPCOMING).locator("bdi")
    fact(page, "نسخ أخرى").locator("summary").click()
    expect(pair).to_have_text(f"{IN_FORCE} → {UPCOMING}")
    expect_left_to_right(pair, f"{IN_FORCE} → {UPCOMING}")
    changed = page.locator("section#duree > details")
    expect(changed.locator("summary")).to_contain_text(f"\u2068{IN_FORCE}\u2069")
    expect_left_to_right(changed.locator("summary"), IN_FORCE)
    changed.locator("summary").click()
    expect_left_to_right(changed.get_by_role("link").first, IN_FORCE)
    page.goto(address(NEXT, "ar"))
    for version in (IN_FORCE, UPCOMING):
        expect_left_to_right(page.locator(".terms-end bdi").filter(has_text=version), version)


@without_javascript
@pytest.mark.parametrize(
    ("version", "day"),
    [("", "\u20681 يونيو 2026\u2069"), (UPCOMING, "\u20681 يناير 2027\u2069")],
)
def test_a_day_is_one_run_in_the_status(page: Page, version: str, day: str) -> None:
    page.goto(address(version, "ar"))
    status = page.locator(".terms-status")
    expect(status).to_contain_text(day)
    expect_left_to_right(status, re.findall("[0-9]{4}", day)[0])


@pytest.mark.parametrize("where", [NEXT, MOVED])
def test_side_by_side_the_old_column_is_on_the_right(page: Page, where: str) -> None:
    page.set_viewport_size({"width": WIDE, "height": 900})
    for language in ("fr", "ar"):
        page.goto(f"{address(where, language)}?view=sides")
        expect(page.locator(".terms-side-new").first).to_be_visible()
        pairs = page.evaluate(PAIRS)
        assert pairs
        for old, new in pairs:
            first, last = (new, old) if language == "ar" else (old, new)
            assert first["right"] <= last["left"]
        assert beyond(page, WIDE) == 0


def test_the_switch_keeps_the_view_of_a_redline(page: Page) -> None:
    page.set_viewport_size({"width": WIDE, "height": 900})
    page.goto(f"{address(NEXT)}?view=sides")
    expect(page.locator(".terms-side-old").first).to_be_visible()
    for name, language in (("العربية", "ar"), ("English", "en"), ("Français", "fr")):
        switch(page, name).click()
        expect(page).to_have_url(f"{address(NEXT, language)}?view=sides")
        expect(page.locator(".terms-side-old").first).to_be_visible()
        expect(page.locator("button[aria-pressed=true]")).to_have_count(1)


def test_the_switch_keeps_the_view_of_a_redline_of_changed_clauses(page: Page) -> None:
    page.goto(f"{address(NEXT)}?show=changed")
    expect(page.locator("section#parties")).to_be_hidden()
    switch(page, "العربية").click()
    expect(page).to_have_url(re.compile(f"{address(NEXT, 'ar')}\\?show=changed"))
    expect(page.locator("button[aria-pressed=true]")).to_have_count(1)
    expect(page).to_have_url(f"{address(NEXT, 'ar')}?show=changed")


@pytest.mark.parametrize("clause", ["resiliation-manquement", CLAUSE])
def test_the_switch_finds_the_clause_that_is_read(page: Page, clause: str) -> None:
    page.goto(address())
    read(page, clause)
    expect(page).to_have_url(address())
    switch(page, "العربية").dispatch_event("click")
    expect(page).to_have_url(f"{address('', 'ar')}#{clause}")
    expect(page.locator("section:target").get_by_role("heading")).to_be_in_viewport()


@without_javascript
@pytest.mark.parametrize("version", ["changes", NEXT])
def test_what_changed_is_told_below_the_same_notice(page: Page, version: str) -> None:
    page.goto(address(version, "ar"))
    notice = page.get_by_role("main").get_by_role("paragraph").filter(has_text=NOTICE)
    expect(notice).to_have_count(1)
    notice.get_by_role("link", name=READ, exact=True).click()
    expect(page).to_have_url(address(version))
    expect(page.locator(".terms-courtesy")).to_have_count(0)


@without_javascript
@pytest.mark.parametrize("version", ["", IN_FORCE, UPCOMING, "draft", "changes", NEXT])
def test_without_javascript_the_switch_leads_to_the_same_page(page: Page, version: str) -> None:
    page.goto(address(version))
    for name, language in (("العربية", "ar"), ("English", "en"), ("Français", "fr")):
        switch(page, name).click()
        expect(page).to_have_url(address(version, language))
        expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("version", [UNTRANSLATED, "draft"])
def test_axe_finds_no_violation_in_what_is_not_in_force(page: Page, version: str) -> None:
    page.goto(address(version, "ar"))
    assert violations(page) == []
