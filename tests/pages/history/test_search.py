"""Proves that earlier versions are searched only when asked, in three languages, and drafts never."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.pages.history.places import IN_FORCE, SUPERSEDED, UPCOMING, WITHDRAWN, address, beyond
from tests.pages.test_accessibility import violations
from tests.pages.test_search import LABELS, SHOWN, Hit, ask, box, button, hits, panel, said, settled

DOCUMENT = "exemple/services"
EARLIER = {
    "fr": "Inclure les versions antérieures",
    "en": "Include earlier versions",
    "ar": "تضمين النسخ السابقة",
}
# The words of a title, of the French, English and Arabic text.
CEILING = {"fr": "plafond", "en": "cap", "ar": "الحد الأقصى"}
UPCOMING_SAID = {"fr": "Pas encore en vigueur", "en": "Not yet in force", "ar": "غير نافذة بعد"}
VERSION_SAID = {
    "fr": "Version {version}, en vigueur du ",
    "en": "Version {version}, in force from ",
    "ar": "النسخة {version}، سارية من ",
}
# Signs that keep the direction of what stands in a sentence.
ISOLATES = re.compile("[\u2066-\u2069]")


def standings(found: list[Hit]) -> dict[str, str]:
    """What the results say of each version."""
    return {each["version"]: ISOLATES.sub("", each["standing"]).strip() for each in found}


@pytest.mark.parametrize("language", CEILING)
def test_a_search_finds_what_is_in_force_and_says_what_is_to_come(page: Page, language: str) -> None:
    page.goto(address("", language))
    found = ask(page, CEILING[language], language)
    assert {each["lang"] for each in found} == {language}
    assert {each["version"]: each["status"] for each in found} == {IN_FORCE: "in-force", UPCOMING: "upcoming"}
    assert standings(found)[IN_FORCE] == ""
    assert standings(found)[UPCOMING].startswith(UPCOMING_SAID[language])
    assert (found[0]["version"], found[0]["clause"]) == (IN_FORCE, "plafond-responsabilite")
    assert found[0]["address"] == f"{address('', language)}#plafond-responsabilite"
    hits(page).and_(page.locator(f'[data-version="{UPCOMING}"]')).first.click()
    expect(page).to_have_url(f"{address(UPCOMING, language)}#plafond-responsabilite")
    expect(page.locator("section:target")).to_have_id("plafond-responsabilite")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_earlier_versions_are_loaded_when_asked_and_named_with_their_period(page: Page, language: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(address("", language))
    before = ask(page, CEILING[language], language)
    assert [path for path in fetched if "/archive/" in path] == []
    earlier = page.get_by_role("checkbox", name=EARLIER[language])
    earlier.check()
    settled(page)
    assert [path for path in fetched if "/archive/" in path]
    expect(page).to_have_url(re.compile("earlier=1"))
    sent = page.url
    found = settled(page)
    told = standings(found)
    # Arabic has no text of the correction.
    assert set(told) == {IN_FORCE, UPCOMING, WITHDRAWN, *SUPERSEDED} - ({"2024-10-15"} if language == "ar" else set())
    for version, standing in told.items():
        if version not in {IN_FORCE, UPCOMING}:
            assert standing.startswith(VERSION_SAID[language].format(version=version)), standing
    order = [each["status"] for each in found if each["clause"] == "plafond-responsabilite"]
    assert order[:2] == ["in-force", "upcoming"]
    old = hits(page).and_(page.locator('[data-version="2023-02-01"]')).first
    expect(old).to_have_attribute("href", re.compile(rf"/{language}/{DOCUMENT}/2023-02-01/#plafond-responsabilite$"))
    earlier.uncheck()
    assert settled(page) == before
    expect(page).not_to_have_url(re.compile("earlier"))
    page.goto(sent)
    assert settled(page) == found
    expect(page.get_by_role("checkbox", name=EARLIER[language])).to_be_checked()


def test_a_word_that_only_earlier_versions_have_is_found_in_them_alone(page: Page) -> None:
    page.goto(address())
    ask(page, "logo")
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « logo ».")
    button(page, EARLIER["fr"]).click()
    found = settled(page)
    expect(page.get_by_role("checkbox", name=EARLIER["fr"])).to_be_checked()
    assert [(each["clause"], each["version"]) for each in found[:2]] == [
        ("references-commerciales", "2024-02-29"), ("references-commerciales", "2023-02-01")
    ]  # fmt: skip
    hits(page).first.click()
    expect(page).to_have_url(f"{address('2024-02-29')}#references-commerciales")


def test_texts_without_the_word_are_no_results_beside_the_earlier_ones(page: Page) -> None:
    page.goto(f"{address()}?q=logo&earlier=1")
    found = settled(page)
    assert {each["version"] for each in found} == {"2023-02-01", "2024-02-29"}
    expect(said(page)).to_have_text("2 clauses")


def test_a_number_finds_its_clause_in_earlier_versions_too(page: Page) -> None:
    page.goto(f"{address()}?q=12.2&earlier=1")
    found = {(each["version"], each["clause"]) for each in settled(page)}
    assert (IN_FORCE, "resiliation-convenance") in found
    assert ("2023-02-01", "plafond-responsabilite") in found


def test_a_draft_is_never_found(page: Page) -> None:
    page.goto(address("draft"))
    box(page).focus()
    page.get_by_role("combobox", name=LABELS["fr"]).fill("assistance technique")
    found = settled(page)
    page.get_by_role("checkbox", name=EARLIER["fr"]).check()
    found += settled(page)
    assert found
    assert not [each for each in found if each["version"] == "draft" or "Assistance technique" in each["title"]]
    assert {each["status"] for each in found} <= {"in-force", "upcoming", "superseded", "withdrawn"}


def test_a_slash_typed_into_another_field_is_typed_there(page: Page) -> None:
    page.goto(address("changes"))
    page.get_by_label("En vigueur le", exact=True).focus()
    page.keyboard.press("/")
    expect(page.get_by_label("En vigueur le", exact=True)).to_be_focused()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()


def test_the_view_of_a_redline_stays_in_the_address(page: Page) -> None:
    where = f"{address('changes/2024-10-15--2025-03-30')}?view=sides"
    page.goto(where)
    ask(page, "paiement")
    expect(page).to_have_url(re.compile(r"\?view=sides&q=paiement"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(where)
    expect(box(page)).to_be_focused()


def test_an_arabic_search_reads_from_the_right_and_can_be_widened(page: Page) -> None:
    page.goto("/ar/")
    found = ask(page, "المسؤولية", "ar")
    assert "المسؤولية" in found[0]["titled"]
    expect(hits(page).first).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("combobox", name=LABELS["ar"])).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    assert beyond(page, 360) == 0
    ask(page, "؟!", "ar")
    expect(said(page)).to_contain_text("لم يُعثر على شيء عن")
    ask(page, "من على", "ar")
    expect(said(page)).to_contain_text("اكتب كلمة من الموضوع")
    page.get_by_role("checkbox", name=re.compile("الفرنسية")).check()
    settled(page)
    found = ask(page, "paiement", "ar")
    assert {each["lang"] for each in found} == {"fr"}
    expect(hits(page).first).to_have_attribute("dir", "ltr")
    numbered = ask(page, "١٢.٢", "ar")
    assert {each["clause"] for each in numbered} == {"resiliation-convenance"}
    assert {each["lang"] for each in numbered} == {"ar", "fr"}


def test_the_arabic_index_is_in_the_order_of_its_letters(page: Page) -> None:
    page.goto("/ar/terms-index/")
    expect(page.get_by_role("heading", level=1)).to_have_text("فهرس أبجدي للمصطلحات والبنود")
    letters = page.get_by_role("navigation", name="الحروف").get_by_role("link")
    named = letters.all_inner_texts()
    assert named == sorted(named)
    assert violations(page) == []
    letters.last.click()
    expect(page.locator("h2:target")).to_have_text(named[-1])
    expect(page.locator("h2:target")).to_be_in_viewport()
    page.get_by_role("main").get_by_role("listitem").filter(has_text="الإنهاء دون سبب").get_by_role("link").last.click()
    expect(page).to_have_url(f"{address('', 'ar')}#resiliation-convenance")
    expect(page.locator("section:target")).to_have_id("resiliation-convenance")
    page.goto("/ar/terms-index/?q=الدفع")
    assert settled(page)
    expect(panel(page)).to_be_visible()
    assert hits(page).count() <= SHOWN


def test_earlier_versions_that_did_not_load_are_found_once_when_they_do(page: Page) -> None:
    page.goto(address())
    page.route("**/archive/clauses.json", lambda route: route.fulfill(body="", content_type="application/json"))
    ask(page, "plafond")
    page.get_by_role("checkbox", name=EARLIER["fr"]).check()
    settled(page)
    expect(said(page)).to_contain_text("La recherche n'a pas pu être chargée.")
    page.unroute_all(behavior="wait")
    found = ask(page, "plafond")
    assert len({each["version"] for each in found}) == len(found) == 8
    expect(said(page)).to_have_text("8 clauses")
