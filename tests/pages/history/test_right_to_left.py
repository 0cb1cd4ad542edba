"""Proves that Arabic is read from right to left, and that what is not Arabic keeps its own order inside."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import IN_FORCE, REASON, UNTRANSLATED, UPCOMING, WITHDRAWN, address, beyond
from tests.pages.places import fact

pytestmark = pytest.mark.reads

REDLINE = f"changes/{IN_FORCE}--{UPCOMING}"
CONTRACT = ("", WITHDRAWN, UPCOMING, "draft", "changes", REDLINE)
IN_ARABIC = ("/ar/", "/ar/exemple/", *(address(each, "ar") for each in CONTRACT))
# Where each character of a text stands on the screen, in the order of reading.
PLACES = """(element, text) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const start = walker.currentNode.data.indexOf(text);
        if (start < 0) continue;
        return [...text].map((_, index) => {
            const range = document.createRange();
            range.setStart(walker.currentNode, start + index);
            range.setEnd(walker.currentNode, start + index + 1);
            return range.getBoundingClientRect().left;
        });
    }
    return [];
}"""


def expect_left_to_right(element: Locator, text: str) -> None:
    """Each character of the text stands to the right of the one before."""
    places: list[float] = element.evaluate(PLACES, text)
    assert len(places) == len(text)
    assert places == sorted(places)


@pytest.mark.parametrize("where", IN_ARABIC)
def test_a_page_in_arabic_runs_from_right_to_left_and_fits_its_window(page: Page, where: str) -> None:
    page.goto(where)
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_css("direction", "rtl")
    assert {width: beyond(page, width) for width in (360, 1440)} == {360: 0, 1440: 0}


def test_other_languages_do_not(page: Page) -> None:
    for language in ("fr", "en"):
        page.goto(address("", language))
        expect(page.get_by_role("heading", level=1)).to_have_css("direction", "ltr")


def test_the_date_of_a_version_keeps_its_order(page: Page) -> None:
    page.goto(address(IN_FORCE, "ar"))
    link = fact(page, "نسخ أخرى").get_by_role("link").filter(has_text=UPCOMING)
    assert link.text_content() == f"التالية: \u2068{UPCOMING}\u2069"
    expect_left_to_right(link, UPCOMING)
    expect_left_to_right(fact(page, "النسخة"), IN_FORCE)
    page.goto(address("changes", "ar"))
    title = page.locator(f"#version-{UPCOMING}").get_by_role("heading")
    expect(title).to_have_text(f"النسخة \u2068{UPCOMING}\u2069")
    expect_left_to_right(title, UPCOMING)
    expect_left_to_right(page.get_by_role("rowheader", name=UPCOMING), UPCOMING)


def test_a_file_is_followed_by_its_size(page: Page) -> None:
    """Nothing of a size stands before the name of its file: a number would be read as if it went with "PDF"."""
    page.goto(address(IN_FORCE, "ar"))
    for file in fact(page, "تنزيل").get_by_role("listitem").all():
        name, size = (file.locator(each).bounding_box() for each in ("a", "span"))
        assert name
        assert size
        left: list[float] = file.locator("span").evaluate(PLACES, (file.locator("span").text_content() or "")[:2])
        assert max(left) < name["x"]


def test_an_address_ends_with_its_slash(page: Page) -> None:
    page.goto(address(IN_FORCE, "ar"))
    # The permanent address may break behind each slash.
    for before, last in (
        ("", "https://etat.exemple.example/"),
        ("https://history.example/ar/exemple/services/", f"{IN_FORCE}/"),
    ):
        expect_left_to_right(page.get_by_role("article").get_by_role("link", name=before + last), last)
    page.emulate_media(media="print")
    french = f"https://history.example/fr/exemple/services/{IN_FORCE}/"
    expect_left_to_right(page.locator(".terms-on-paper"), french)
    page.emulate_media(media="screen")


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("/ar/", "main section h2"),
        ("/ar/exemple/", "main h1"),
        ("/ar/exemple/", "main dd"),
        *((address(each, "ar"), ".terms-publisher") for each in ("", REDLINE, "review", f"{IN_FORCE}/receipt")),
        (address("changes", "ar"), ".terms-subtitle"),
    ],
)
def test_a_name_that_is_not_arabic_keeps_its_order_whatever_it_ends_with(page: Page, where: str, place: str) -> None:
    page.goto(where)
    shown = page.locator(place).first
    # Short enough for one line of the narrowest column.
    for words in ("Fils (SAS)", "+33 1 99"):
        shown.evaluate(
            "(shown, words) => { (shown.querySelector('bdi') ?? shown).textContent = words }",
            words,
        )
        expect_left_to_right(shown, words)


def test_what_was_found_is_named_in_its_order(page: Page) -> None:
    page.goto("/ar/?q=العقد")
    where = page.locator(".terms-hit-where").first
    expect(where).to_be_visible()
    where.locator("bdi").last.evaluate("place => { place.textContent = 'Exemple & Fils (SAS)' }")
    expect_left_to_right(where, "Exemple & Fils (SAS)")


def test_what_runs_below_a_printed_page_keeps_its_order(page: Page) -> None:
    """A digest ends with its dots, and an arrow leads from the earlier version to the later one."""
    for where, kept in ((IN_FORCE, "SHA-256 "), (REDLINE, f"{IN_FORCE} → {UPCOMING}")):
        page.goto(address(where, "ar"))
        style = page.request.get(f"{address(where, 'ar')}print.css").text()
        assert re.search(rf"\u2066{kept}[0-9a-f]*…?\u2069", style)


def test_a_redline_names_both_dates_in_their_order(page: Page) -> None:
    page.goto(address(REDLINE, "ar"))
    for name, version in (("قبل", IN_FORCE), ("بعد", UPCOMING)):
        expect_left_to_right(page.get_by_role("region", name=name), version)
    for marked in ("ins", "del"):
        expect(page.locator(f"section#resiliation-convenance {marked}").first).to_have_css("direction", "rtl")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address(REDLINE, 'ar')}?view=sides")
    old, new = (page.locator(f".terms-side-{side}").first.bounding_box() for side in ("old", "new"))
    assert old
    assert new
    assert old["x"] > new["x"]


def test_the_timeline_runs_from_left_to_right_even_here(page: Page) -> None:
    page.goto(address("changes", "ar"))
    dates = [each.bounding_box() for each in page.locator(".terms-moment circle").all()]
    places = [each["x"] for each in dates if each]
    assert len(places) == 8
    assert places == sorted(places)


def test_the_reason_of_a_withdrawal_is_marked_as_french(page: Page) -> None:
    for where in (address(WITHDRAWN, "ar"), address("changes", "ar")):
        page.goto(where)
        expect(page.get_by_text(REASON, exact=True)).to_have_attribute("lang", "fr")
        expect(page.get_by_text(REASON, exact=True)).to_have_css("direction", "ltr")


def test_the_summary_of_a_version_without_arabic_text_is_read_as_french(page: Page) -> None:
    page.goto(address("changes", "ar"))
    entry = page.locator(f"#version-{UNTRANSLATED}")
    summary = entry.locator("[lang=fr]").filter(has_text="Cette version corrige une erreur").get_by_role("paragraph")
    expect(summary).to_have_css("direction", "ltr")
    expect(entry.get_by_role("listitem")).not_to_have_count(0)
    for clause in entry.get_by_role("listitem").get_by_role("link").all():
        expect(clause).to_have_attribute("lang", "fr")
        expect(clause).to_have_css("direction", "ltr")


def test_a_command_is_read_from_its_start(page: Page) -> None:
    page.goto(address("", "ar"))
    page.get_by_text("تحقّق بنفسك").click()
    for command in page.locator(".terms-verify pre").all():
        expect(command).to_have_css("direction", "ltr")


def test_a_version_without_arabic_text_says_so_and_leads_to_the_french_one(page: Page) -> None:
    page.goto(address(UNTRANSLATED, "ar"))
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.get_by_role("heading", level=1)).to_contain_text("هذا النص غير متوفر بالعربية بعد")
    expect(page.locator("[data-document]")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="قراءة النص باللغة").click()
    expect(page).to_have_url(address(UNTRANSLATED))
