"""Proves that a sign-up page of another site says, links and sends exactly what is accepted, or keeps its link."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.pages.places import NEXTCLOUD, WESEND
from tests.pages.signing_up import FIELDS, Shop, newest, opened, place, script, whole
from tests.pages.test_accessibility import violations
from tests.pages.test_developers import EXAMPLES, SITE

DOCUMENT = "rezosocial/nextcloud"
TITLE = "Conditions Générales d'Utilisation, Service Nextcloud B2B"
SENTENCE = f"J'accepte les conditions du 19 mai 2026 : {TITLE}"
LINK = "Conditions du service Nextcloud"


@pytest.fixture
def shop(served: str, built: Path) -> Iterator[Shop]:
    """A site whose sign-up page is the example of the page for developers, as it stands there."""
    page = (built / "fr/developers/index.html").read_text(encoding="utf-8")
    found = re.search(r'<code class="language-html">(.*?)</code>', page, re.DOTALL)
    assert found
    form, _, after = unescape(found[1]).replace(SITE, served).partition("</form>")
    for each in opened(served):
        each.page = whole("", after, "fr").replace(
            '<form method="post" action="/sign-up"><button>OK</button></form>', f"{form}</form>"
        )
        yield each


def facts(built: Path, document: str = DOCUMENT) -> dict[str, Any]:
    """What the API says of a document."""
    found = json.loads((built / f"api/v1/{document}.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def fields(page: Page) -> dict[str, list[str]]:
    """The values of each field that the form would send."""
    return {
        each: page.locator(f'[name="terms-{each}"]').evaluate_all("all => all.map(e => e.value)") for each in FIELDS
    }


def link_stays(page: Page, shop: Shop) -> None:
    """The page's own link is there, and the form is sent without a word on terms."""
    expect(page.get_by_role("link", name=LINK)).to_have_attribute("href", f"{shop.site}{NEXTCLOUD.address}")
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_role("button", name="OK").press("Enter")
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    assert shop.sent == [[]]


def test_the_sentence_the_link_and_the_fields_are_those_of_the_api(visitor: Page, shop: Shop, built: Path) -> None:
    said: list[str] = []
    visitor.on("console", lambda message: said.append(message.text))
    visitor.goto(shop.address)
    box = visitor.get_by_role("checkbox", name=SENTENCE, exact=True)
    expect(box).not_to_be_checked()
    link = visitor.get_by_role("link", name=TITLE)
    expect(link).to_have_attribute("href", f"{shop.site}{NEXTCLOUD.permalink}")
    text = next(each for each in facts(built)["versions"][0]["texts"] if each["language"] == "fr")
    digest = hashlib.sha256((built / f"{NEXTCLOUD.permalink[1:]}terms.md").read_bytes()).hexdigest()
    assert text["sha256"] == digest
    values = (f"{DOCUMENT}@2026-05-19", DOCUMENT, "2026-05-19", "fr", digest, digest)
    assert fields(visitor) == {name: [value] for name, value in zip(FIELDS, values, strict=True)}
    link.click()
    expect(visitor.get_by_role("article")).to_have_attribute("data-version", "2026-05-19")
    assert said == []


def test_it_is_accepted_and_sent_by_keyboard_alone(visitor: Page, shop: Shop) -> None:
    visitor.goto(shop.address)
    box = visitor.get_by_role("checkbox", name=SENTENCE)
    expect(box).to_be_visible()
    visitor.keyboard.press("Tab")
    expect(box).to_be_focused()
    visitor.keyboard.press("Space")
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("link")).to_be_focused()
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("heading", name="Welcome")).to_be_visible()
    (sent,) = shop.sent
    assert [name for name, _ in sent] == [f"terms-{each}" for each in FIELDS]
    assert dict(sent)["terms-accepted"] == f"{DOCUMENT}@2026-05-19"


def test_what_is_not_accepted_is_not_sent(visitor: Page, shop: Shop) -> None:
    visitor.goto(shop.address)
    box = visitor.get_by_role("checkbox", name=SENTENCE)
    expect(box).to_be_visible()
    visitor.get_by_role("button", name="OK").press("Enter")
    expect(box).to_be_focused()
    assert box.evaluate("box => box.validity.valueMissing")
    assert shop.sent == []


def test_axe_finds_nothing_in_any_language(visitor: Page, shop: Shop) -> None:
    for language in ("fr", "en", "ar"):
        shop.page = whole(place(shop.site, DOCUMENT, language), script(shop.site))
        visitor.goto(shop.address)
        expect(visitor.get_by_role("checkbox")).to_be_visible()
        assert violations(visitor) == []


def test_without_javascript_the_link_stays(browser: Browser, shop: Shop) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shop.address)
    link_stays(page, shop)
    context.close()


Change = Callable[[dict[str, Any]], object]
RUBBISH: dict[str, Change] = {
    "no JSON": lambda _: "<!doctype html>",
    "nothing": lambda _: None,
    "a list": lambda _: [],
    "of another contract": lambda found: {**found, "id": "rezosocial/jitsi"},
    "without periods": lambda found: {key: value for key, value in found.items() if key != "periods"},
    "none in force": lambda found: {**found, "periods": []},
    "withdrawn": lambda found: {**found, "periods": [{**found["periods"][0], "until": "2026-11-21"}]},
    "only upcoming": lambda found: {**found, "periods": [{**found["periods"][0], "since": "2999-01-01"}]},
    "a version that is no day": lambda found: renamed(found, "javascript:alert(1)"),
    "a day that no calendar has": lambda found: renamed(found, "2026-99-99"),
    "no digest": lambda found: with_text(found, sha256="<b>"),
    "no language": lambda found: with_text(found, language="../.."),
    "no title": lambda found: with_text(found, title=""),
}


def renamed(found: dict[str, Any], name: str) -> dict[str, Any]:
    """The facts with another name for the version."""
    periods, versions = ([{**found[key][0], "version": name}] for key in ("periods", "versions"))
    return {**found, "periods": periods, "versions": versions}


def with_text(found: dict[str, Any], **values: object) -> dict[str, Any]:
    """The facts with something else in every text."""
    (version,) = found["versions"]
    return {**found, "versions": [{**version, "texts": [{**each, **values} for each in version["texts"]]}]}


@pytest.mark.parametrize("answer", RUBBISH)
def test_where_the_site_answers_rubbish_the_link_stays(visitor: Page, shop: Shop, built: Path, answer: str) -> None:
    changed = RUBBISH[answer](facts(built))
    body = changed if isinstance(changed, str) else json.dumps(changed)
    headers = {"Access-Control-Allow-Origin": "*"}
    visitor.route("**/api/v1/**", lambda route: route.fulfill(body=body, headers=headers))
    with visitor.expect_console_message(lambda message: "The link to the terms stays" in message.text):
        visitor.goto(shop.address)
    link_stays(visitor, shop)


@pytest.mark.parametrize("document", ["rezosocial/none", "rezosocial", "", "../../../nowhere", "a b/<c>"])
def test_an_unknown_document_keeps_its_link(visitor: Page, shop: Shop, document: str) -> None:
    shop.page = shop.page.replace(f'data-terms="{DOCUMENT}"', f'data-terms="{document}"')
    with visitor.expect_console_message(lambda message: "The link to the terms stays" in message.text):
        visitor.goto(shop.address)
    link_stays(visitor, shop)


def test_where_the_site_cannot_be_reached_the_link_stays(visitor: Page, shop: Shop) -> None:
    visitor.route("**/api/v1/**", lambda route: route.abort())
    with visitor.expect_console_message(lambda message: "The link to the terms stays" in message.text):
        visitor.goto(shop.address)
    link_stays(visitor, shop)


def test_a_script_that_is_not_the_one_named_does_not_run(visitor: Page, shop: Shop) -> None:
    def forged(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\ndocument.title = 'forged';")

    visitor.route("**/embed/v1/**", forged)
    with visitor.expect_console_message(lambda message: "integrity" in message.text):
        visitor.goto(shop.address)
    link_stays(visitor, shop)


def test_two_on_a_page_each_say_their_own(visitor: Page, shop: Shop) -> None:
    places = place(shop.site, DOCUMENT, "en-GB") + place(shop.site, WESEND.document, "fr-CA")
    shop.page = whole(places, script(shop.site))
    visitor.goto(shop.address)
    english = visitor.get_by_role("checkbox", name=re.compile(r"^I accept the terms of 19 May 2026: "))
    recorded = f"J'accepte les conditions enregistrées le 21 novembre 2026 : {WESEND.heading} (WeSend)"
    english.check()
    visitor.get_by_role("checkbox", name=recorded, exact=True).check()
    found = fields(visitor)
    assert found["document"] == [DOCUMENT, WESEND.document]
    assert found["language"] == ["en", "fr"]
    assert found["sha256-binding"][0] != found["sha256-read"][0]
    assert found["sha256-binding"][1] == found["sha256-read"][1]
    visitor.get_by_role("button", name="OK").press("Enter")
    expect(visitor.get_by_role("heading", name="Welcome")).to_be_visible()
    (sent,) = shop.sent
    accepted = [value for name, value in sent if name == "terms-accepted"]
    assert accepted == [f"{DOCUMENT}@2026-05-19", f"{WESEND.document}@2026-11-21"]


def test_where_nobody_translated_it_the_text_that_binds_is_accepted(visitor: Page, shop: Shop) -> None:
    shop.page = whole(place(shop.site, DOCUMENT, "de"), script(shop.site), "de")
    visitor.goto(shop.address)
    expect(visitor.get_by_role("checkbox", name=SENTENCE, exact=True)).to_be_visible()
    expect(visitor.locator("label")).to_have_attribute("lang", "fr")
    assert fields(visitor)["language"] == ["fr"]


def test_a_form_that_is_put_on_the_page_later_is_filled_too(visitor: Page, shop: Shop) -> None:
    shop.page = whole("", script(shop.site), "en")
    visitor.goto(shop.address)
    visitor.evaluate(
        """([name]) => {
            const element = document.createElement("div");
            element.dataset.terms = name;
            document.querySelector("form").prepend(element);
        }""",
        [DOCUMENT],
    )
    expect(visitor.get_by_role("checkbox", name=re.compile("^I accept the terms of 19 May 2026"))).to_be_visible()
    expect(visitor.get_by_role("checkbox")).to_have_count(1)


def test_the_link_keeps_its_looks_its_window_and_the_focus(visitor: Page, shop: Shop) -> None:
    shop.page = whole(place(shop.site, DOCUMENT, "fr", LINK), script(shop.site))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visitor.route("**/api/v1/**", hold)
    with visitor.expect_request("**/api/v1/**"):
        visitor.goto(shop.address)
    visitor.get_by_role("link", name=LINK).focus()
    held[0].continue_()
    link = visitor.get_by_role("link", name=TITLE)
    expect(link).to_be_focused()
    expect(link).to_have_class("legal")
    expect(link).to_have_attribute("target", "_blank")


def test_only_the_site_is_asked_and_told_nothing_of_the_visitor(
    visitor: Page, context: BrowserContext, shop: Shop
) -> None:
    context.add_cookies([{"name": "who", "value": "me", "url": shop.site}])
    address, asked = f"{shop.site}/api/v1/{DOCUMENT}.json", []
    visitor.on("request", lambda request: asked.append(request))  # noqa: PLW0108  # Playwright takes no built-in
    # Its headers are known once it is answered, which may be told after the page shows what the answer said.
    with visitor.expect_request_finished(lambda request: request.url == address) as facts_asked:
        visitor.goto(shop.address)
    expect(visitor.get_by_role("checkbox")).to_be_visible()
    elsewhere = [each.url for each in asked if not each.url.startswith((shop.address, "data:"))]
    assert [url for url in elsewhere if "/embed/v1/" not in url] == [address]
    assert all(url.startswith(shop.site) for url in elsewhere)
    headers = facts_asked.value.all_headers()
    assert not {"cookie", "referer"} & headers.keys()
    assert visitor.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_the_page_is_told_the_facts(visitor: Page, shop: Shop, built: Path) -> None:
    visitor.add_init_script(
        'addEventListener("terms:ready", ({ detail, target }) => window.told = [detail, target.lang])'
    )
    visitor.goto(shop.address)
    expect(visitor.get_by_role("checkbox")).to_be_visible()
    told, language = visitor.evaluate("told")
    digest = next(each["sha256"] for each in facts(built)["versions"][0]["texts"] if each["binding"])
    assert language == "fr"
    assert told == {
        "document": DOCUMENT,
        "version": "2026-05-19",
        "language": "fr",
        "sha256-binding": digest,
        "sha256-read": digest,
        "effective": "2026-05-19",
        "title": TITLE,
        "address": f"{shop.site}{NEXTCLOUD.permalink}",
    }


def test_the_example_for_developers_is_told_each_of_them(visitor: Page, shop: Shop) -> None:
    _index, listener = [lines for kind, lines in EXAMPLES if kind == "js"]
    visitor.add_init_script(listener)
    with visitor.expect_console_message() as said:
        visitor.goto(shop.address)
    told = [each.json_value() for each in said.value.args[1:]]
    assert all(told), told


def test_the_script_may_be_loaded_from_anywhere_and_kept_forever(visitor: Page, shop: Shop) -> None:
    headers = visitor.request.get(f"{shop.site}/embed/v1/{newest().name}").headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-type"].startswith("text/javascript")


def test_a_visitor_whose_clock_is_years_behind_accepts_what_is_in_force(visitor: Page, shop: Shop) -> None:
    visitor.clock.set_fixed_time("2001-01-01T12:00:00Z")
    visitor.goto(shop.address)
    expect(visitor.get_by_role("checkbox", name=SENTENCE)).to_be_visible()


def test_the_example_page_works_wherever_it_is_copied_to(visitor: Page, shop: Shop, built: Path) -> None:
    assert (built / "fr/developers/index.html").read_text(encoding="utf-8").count(
        f"{SITE}/developers/sign-up.html"
    ) == 1
    shop.page = (built / "developers/sign-up.html").read_text(encoding="utf-8").replace(SITE, shop.site)
    visitor.goto(shop.address)
    visitor.get_by_role("textbox", name="Name of your workspace").fill("x")
    visitor.get_by_role("checkbox", name=re.compile("^I accept the terms of 19 May 2026")).check()
    visitor.get_by_role("checkbox", name=re.compile("^J'accepte les conditions du 19 mai 2026")).check()
    assert violations(visitor) == []
    visitor.get_by_role("button", name="Sign up").click()
    expect(visitor).to_have_url(
        re.compile("terms-document=rezosocial%2Fnextcloud&.*terms-document=rezosocial%2Fjitsi&")
    )
