"""Proves that a search that finds nothing, is asked nonsense, or does not load, says so and leads on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route, expect

from tests.pages.places import CLOUD_AZURE, NEXTCLOUD, WESEND
from tests.pages.test_accessibility import violations
from tests.pages.test_search import ask, box, button, hits, panel, said, settled
from tests.pages.test_widths import BEYOND

Refuse = Callable[[str, int | None], list[str]]
"""Refuses the requests of a pattern, with a status or without an answer; the addresses that were refused."""

BROKEN = "La recherche n'a pas pu être chargée. L'index mène aussi à chaque clause."
INDEX = re.compile("/fr/terms-index/$")
EVERYWHERE = "Tous les contrats"
# The last ones are names that every object of JavaScript has.
NONSENSE = (
    "x" * 200,
    "qzx " * 50,
    "😀",
    "👩\u200d👩\u200d👧 🇫🇷",
    "شروط العقد",
    "\u202eabc\u202c",
    ".,;:!",
    "«»",
    '"',
    "\\",
    "?&#%",
    "<img src=x onerror=alert(1)>",
    "</p><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "\u200b",
    "constructor",
    "__proto__",
)
# What Chromium writes of a request that was answered with an error, or not at all.
FAILED = "Failed to load resource: "
# What Pagefind says in a promise that nobody hears.
UNHEARD = "Failed to load Pagefind metadata"


@pytest.fixture
def refused() -> list[str]:
    """The addresses whose requests the test itself refused."""
    return []


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(page: Page, base_url: str, refused: list[str]) -> Iterator[None]:
    """Everything that the fixture of the folder sees, but for what comes of the requests that the test refused."""
    seen: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        own = message.text.startswith(FAILED) and message.location["url"] in refused
        pagefinds = bool(refused) and urlsplit(message.location["url"]).path.endswith("/pagefind.js")
        if not own and not pagefinds:
            seen.append(f"console: {message.text} ({message.location['url']})")

    page.on("console", heard)
    page.on(
        "pageerror",
        lambda error: None if refused and str(error) == UNHEARD else seen.append(f"error: {error}"),
    )
    page.on(
        "request",
        lambda request: (
            seen.append(f"request: {request.url}") if not request.url.startswith((base_url, "data:")) else None
        ),
    )
    yield
    assert seen == []


@pytest.fixture
def refuse(page: Page, refused: list[str]) -> Refuse:
    """Refuse requests, in both ways in which a network does."""

    def refusing(pattern: str, status: int | None) -> list[str]:
        def answer(route: Route) -> None:
            refused.append(route.request.url)
            if status:
                route.fulfill(status=status, body="<h1>Not found</h1>", content_type="text/html")
            else:
                route.abort()

        page.route(pattern, answer)
        return refused

    return refusing


def mend(page: Page) -> None:
    """The network works again."""
    page.unroute_all(behavior="wait")


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("**/assets/search.*.js", None),
        ("**/words.json", 404),
        ("**/pagefind.js", 404),
        ("**/pagefind-entry.json*", None),
        ("**/pagefind-entry.json*", 404),
        ("**/texts.json", None),
        ("**/index/*.pf_index", 404),
    ],
)
def test_a_search_that_does_not_load_leads_to_the_index_and_works_later(
    page: Page, refuse: Refuse, part: str, status: int | None
) -> None:
    page.goto("/fr/")
    refused = refuse(part, status)
    box(page).fill("résiliation")
    note = page.get_by_role("search").get_by_role("status")
    expect(note).to_have_text(BROKEN)
    expect(note).to_be_visible()
    assert refused
    expect(panel(page).get_by_role("link")).to_have_attribute("href", INDEX)
    mend(page)
    page.get_by_role("main").get_by_role("link").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("résiliation manquement")
    expect(hits(page).filter(has_text=NEXTCLOUD.clause).first).to_be_visible()
    expect(panel(page)).to_have_count(1)
    expect(page.get_by_role("search")).not_to_contain_text(BROKEN)


def test_results_that_do_not_load_say_so_and_come_later(page: Page, refuse: Refuse) -> None:
    page.goto("/fr/")
    refused = refuse("**/fragment/*", None)
    ask(page, "machine virtuelle")
    assert refused
    expect(hits(page).first).to_contain_text("Ce résultat n'a pas pu être chargé")
    expect(hits(page).and_(page.locator("a"))).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/fr/\?q="))
    expect(panel(page).get_by_role("link", name="Index alphabétique")).to_have_attribute("href", INDEX)
    assert violations(page, "header") == []
    mend(page)
    ask(page, "machine")
    found = ask(page, "machine virtuelle")
    assert CLOUD_AZURE.document in {each["document"] for each in found}
    expect(panel(page)).not_to_contain_text("Ce résultat n'a pas pu être chargé")


def test_a_number_whose_look_up_does_not_load_says_so(page: Page, refuse: Refuse) -> None:
    page.goto("/fr/")
    ask(page, "résiliation")
    refuse("**/exact/13.json", 404)
    ask(page, "13.2")
    expect(said(page)).to_have_text(BROKEN)
    expect(hits(page)).to_have_count(0)
    mend(page)
    ask(page, "13")
    assert len(ask(page, "13.2")) == 4


def test_nothing_found_says_what_was_searched_and_offers_ways_on(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    page.keyboard.press("Control+k")
    ask(page, "machine")
    page.keyboard.press("Control+k")
    ask(page, "machines virtueles")
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « machines virtueles ».")
    expect(panel(page)).to_contain_text(
        "Recherché dans : Conditions Générales d'Utilisation, Service Nextcloud B2B · français"
    )
    expect(panel(page)).to_contain_text("Essayez aussi :")
    expect(hits(page)).to_have_count(0)
    for way in ("machine", "virtuelle", "Chercher aussi dans les textes en anglais", EVERYWHERE):
        expect(button(page, way)).to_be_visible()
    expect(panel(page).get_by_role("link", name="Index alphabétique")).to_have_attribute("href", INDEX)
    assert violations(page, "header") == []
    button(page, "virtuelle").click()
    expect(box(page)).to_have_value("virtuelle")
    expect(box(page)).to_be_focused()
    settled(page)
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « virtuelle ».")
    button(page, EVERYWHERE).click()
    assert settled(page)
    expect(box(page)).to_be_focused()
    expect(page.get_by_role("checkbox", name="Ce contrat seulement")).not_to_be_checked()
    expect(panel(page)).not_to_contain_text("Essayez aussi")
    ask(page, "shall")
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « shall ».")
    expect(panel(page)).to_contain_text("Recherché dans : français")
    button(page, "Chercher aussi dans les textes en anglais").click()
    settled(page)
    expect(page.get_by_role("checkbox", name="Chercher aussi dans les textes en anglais")).to_be_checked()
    assert {each["lang"] for each in ask(page, "warranty")} == {"en"}


def test_nonsense_is_answered_with_a_sentence_and_is_nothing_but_text(page: Page) -> None:
    page.goto(WESEND.address)
    for words in NONSENSE:
        ask(page, words)
        expect(said(page)).to_have_text(re.compile(r"^(Rien n'a été trouvé pour .+|\d+ clauses?)$"))
    for words in ("le la les", "de l'", "qui ou que"):
        assert ask(page, words) == []
        expect(said(page)).to_contain_text("Tapez un mot du sujet")
    ask(page, '"<b>qzxgras</b>"')
    expect(said(page)).to_contain_text("<b>qzxgras</b>")
    expect(panel(page).locator("b, img, script")).to_have_count(0)
    ask(page, "   ")
    expect(panel(page)).to_be_hidden()
    page.set_viewport_size({"width": 320, "height": 740})
    ask(page, "x" * 200)
    assert page.evaluate(BEYOND) == []


def test_a_site_that_was_built_anew_since_says_so(page: Page) -> None:
    page.goto("/fr/")
    ask(page, "résiliation manquement")
    page.route("**/clauses.json", lambda route: route.fulfill(json={}))
    ask(page, "“qzx”")
    page.unroute_all(behavior="wait")
    ask(page, "“qzxx”")
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « “qzxx” ».")
    expect(panel(page)).to_contain_text("Le site a peut-être changé : rechargez la page.")
