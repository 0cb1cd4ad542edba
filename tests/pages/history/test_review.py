"""Proves that a client goes from the link to the receipt: in each language, by keyboard, on a phone, no scripts."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.conftest import ROOT
from tests.pages.history.places import IN_FORCE, REASON, UPCOMING, WITHDRAWN, address
from tests.pages.test_accessibility import violations

Sent = list[Mapping[str, list[str]]]
PERSON = {"name": "Ada Léger", "company": "Exemple Client SAS", "role": "Gérante", "email": "ada@client.example"}
WORDS = {
    "fr": ("Nom", "Société", "Fonction dans la société", "Adresse électronique", "Accepter et envoyer"),
    "en": ("Name", "Company", "Role in the company", "E-mail address", "Accept and send"),
    "ar": ("الاسم", "الشركة", "الصفة في الشركة", "البريد الإلكتروني", "القبول والإرسال"),
}


@pytest.fixture
def sent(context: BrowserContext, history_built: Path) -> Sent:
    """What a stub of the host got: like Netlify's, it answers a form with the page that the form names."""
    found: Sent = []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.fallback()
        found.append(parse_qs(route.request.post_data or "", keep_blank_values=True))
        page = history_built / urlsplit(route.request.url).path.strip("/") / "index.html"
        return route.fulfill(path=page, content_type="text/html")

    context.route("**/receipt/**", answer)
    return found


def digest(folder: Path, language: str, version: str) -> str:
    return hashlib.sha256((folder / language / f"exemple/services/{version}/terms.md").read_bytes()).hexdigest()


def fill(page: Page, language: str) -> None:
    """Type the answer and check the declaration by keyboard alone, from the first field on."""
    page.get_by_label(WORDS[language][0], exact=True).first.focus()
    for value in PERSON.values():
        page.keyboard.type(value)
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=WORDS[language][4])).to_be_focused()


@pytest.mark.parametrize(("language", "width"), [("fr", 360), ("en", 1280), ("ar", 360)])
def test_a_client_goes_by_keyboard_from_the_link_to_the_receipt(
    page: Page, sent: Sent, history_built: Path, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address('review', language)}?from={IN_FORCE}#page--answer")
    expect(page).to_have_url(at(f"/{language}/exemple/services/review/{IN_FORCE}/#page--answer"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    fill(page, language)
    page.keyboard.press("Enter")
    expect(page).to_have_url(at(f"/{language}/exemple/services/{UPCOMING}/receipt/"))
    for value in PERSON.values():
        expect(page.get_by_text(value, exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    (answer,) = sent
    said = {name: values[0] for name, values in answer.items()}
    assert UPCOMING in said.pop("statement")
    assert said == {
        **PERSON,
        "website": "",
        "form-name": "accept-exemple",
        "decision": "accept",
        "document": "exemple/services",
        "version": UPCOMING,
        "accepted-before": IN_FORCE,
        "language": language,
        "sha256-binding": digest(history_built, "fr", UPCOMING),
        "sha256-read": digest(history_built, language, UPCOMING),
        "receipt": f"https://history.example/{language}/exemple/services/{UPCOMING}/receipt/",
    }


def at(end: str) -> re.Pattern[str]:
    return re.compile(rf"^http://[^/]+{re.escape(end)}$")


@pytest.fixture
def without_scripts(context: BrowserContext, base_url: str) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    browser = context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield plain.new_page()
    plain.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_scripts_a_client_chooses_a_version_reads_the_changes_and_answers(
    without_scripts: Page, history_built: Path, language: str
) -> None:
    page, found = without_scripts, []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.fallback()
        found.append(parse_qs(route.request.post_data or ""))
        receipt = history_built / urlsplit(route.request.url).path.strip("/") / "index.html"
        return route.fulfill(path=receipt, content_type="text/html")

    page.route("**/receipt/**", answer)
    page.goto(f"{address('', language)}")
    page.get_by_role("link", name={"fr": "voir ce qui change", "en": "see what changes"}[language]).first.click()
    page.goto(address("review", language))
    page.get_by_role("main").get_by_role("link", name=IN_FORCE, exact=True).click()
    expect(page.locator("ins").first).to_be_visible()
    fill(page, language)
    page.keyboard.press("Enter")
    expect(page.get_by_text(digest(history_built, "fr", UPCOMING)).first).to_be_visible()
    assert found[0]["sha256-binding"] == [digest(history_built, "fr", UPCOMING)]
    assert found[0]["name"] == [PERSON["name"]]


def test_a_version_that_does_not_exist_is_told_and_the_others_are_offered(page: Page) -> None:
    page.goto(f"{address('review')}?from=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(page.get_by_role("alert").first).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.get_by_role("main").get_by_role("link", name=IN_FORCE, exact=True)).to_be_visible()
    assert page.request.get(address("review/2019-01-01")).status == 404


def test_the_receipt_is_saved_as_the_schema_says(page: Page, sent: Sent, history_built: Path) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    fill(page, "fr")
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name="Enregistrer en JSON").click()
    receipt = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "variables/schema/receipt.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(receipt)
    assert receipt["schema"].endswith("/api/v1/receipt.schema.json")
    assert (history_built / "api/v1/receipt.schema.json").exists()
    assert receipt["by"] == PERSON
    assert receipt["binding"]["sha256"] == sent[0]["sha256-binding"][0]
    assert receipt["accepted_before"] == IN_FORCE
    assert download.value.suggested_filename == f"recu-exemple-services-{UPCOMING}.json"


def test_a_value_with_markup_is_shown_as_it_was_typed(page: Page, sent: Sent) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    fill(page, "fr")
    page.get_by_label("Société", exact=True).first.fill('<b id="x">Ltd</b>')
    page.get_by_role("button", name="Accepter et envoyer").click()
    expect(page.get_by_text('<b id="x">Ltd</b>', exact=True)).to_be_visible()
    assert page.locator("#x").count() == 0
    assert sent[0]["company"] == ['<b id="x">Ltd</b>']


def test_what_is_missing_is_asked_for_before_anything_is_sent(page: Page, sent: Sent) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    page.get_by_role("button", name="Accepter et envoyer").click()
    expect(page.get_by_label("Nom", exact=True).first).to_be_focused()
    assert sent == []


def test_a_version_withdrawn_while_it_is_reviewed_is_not_accepted(page: Page, sent: Sent, history_built: Path) -> None:
    facts = json.loads((history_built / "api/v1/exemple/services.json").read_text(encoding="utf-8"))
    for each in facts["versions"]:
        each["status"] = "withdrawn" if each["version"] == UPCOMING else each["status"]
    page.goto(address(f"review/{IN_FORCE}"))
    page.route("**/api/v1/**", lambda route: route.fulfill(json=facts))
    fill(page, "fr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("n'est plus celle qui est proposée")
    assert sent == []


def test_where_the_facts_cannot_be_asked_the_answer_is_sent_all_the_same(page: Page, sent: Sent) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    page.route("**/api/v1/**", lambda route: route.fulfill(status=200, body="no facts"))
    fill(page, "fr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Reçu d'acceptation")).to_be_visible()
    assert len(sent) == 1


def test_an_answer_is_sent_once_however_often_the_button_is_pressed(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.goto(address(f"review/{IN_FORCE}"))
    page.route("**/receipt/**", hold)
    fill(page, "fr")
    button = page.get_by_role("button", name="Accepter et envoyer")
    button.evaluate("button => [0, 300, 600].forEach((ms) => setTimeout(() => button.click(), ms))")
    page.wait_for_timeout(1000)
    assert len(held) == 1
    held[0].fulfill(body="<title>kept</title>", content_type="text/html")
    expect(page).to_have_title("kept")
    page.go_back()
    expect(button).to_be_enabled()


def test_a_client_refuses_as_long_as_the_contract_lets(page: Page, sent: Sent) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    expect(page.get_by_text("Vous pouvez la refuser jusqu'au 31 décembre 2026.")).to_be_visible()
    page.get_by_role("main").get_by_role("group").filter(has_text="Envoyer mon refus").get_by_text(
        "Refuser cette version"
    ).first.click()
    form = page.locator('form[data-decision="refuse"]')
    for label, value in zip(WORDS["fr"][:4], PERSON.values(), strict=True):
        form.get_by_label(label, exact=True).fill(value)
    form.get_by_role("checkbox").check()
    form.get_by_role("button").click()
    expect(page.get_by_role("heading", name="Reçu de refus")).to_be_visible()
    expect(page.get_by_text("Je refuse", exact=False)).to_be_visible()
    assert sent[0]["decision"] == ["refuse"]


@pytest.mark.parametrize(
    "where", ["review", f"review/{IN_FORCE}", f"review/{UPCOMING}", f"review/{WITHDRAWN}", f"{IN_FORCE}/receipt"]
)
def test_axe_finds_no_violation(page: Page, where: str) -> None:
    page.goto(address(where))
    assert violations(page) == []


def test_who_accepted_the_version_that_is_asked_for_has_nothing_to_do(page: Page) -> None:
    page.goto(address(f"review/{UPCOMING}"))
    expect(page.get_by_text("n'a rien à faire")).to_be_visible()
    expect(page.locator("form").filter(has=page.get_by_role("checkbox"))).to_have_count(0)


def test_a_receipt_in_another_language_does_not_claim_what_was_not_read(page: Page, sent: Sent) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    fill(page, "fr")
    page.keyboard.press("Enter")
    expect(page.get_by_text(PERSON["name"])).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_text("You answered in another language:")).to_be_visible()
    expect(page.get_by_text(PERSON["name"])).to_have_count(0)
    page.get_by_role("link", name=f"/fr/exemple/services/{UPCOMING}/receipt/").click()
    expect(page.get_by_text(PERSON["name"])).to_be_visible()
    assert len(sent) == 1


@pytest.mark.parametrize(("language", "day"), [("fr", "1er décembre 2026"), ("ar", "1 ديسمبر 2026")])
def test_a_receipt_writes_its_day_as_the_site_does(page: Page, sent: Sent, language: str, day: str) -> None:
    page.clock.set_fixed_time("2026-12-01T12:00:00Z")
    page.goto(address(f"review/{IN_FORCE}", language))
    fill(page, language)
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(f"^{day} .*2026-12-01T12:00:00.000Z"))).to_be_visible()
    assert len(sent) == 1


def test_spaces_are_no_name(page: Page, sent: Sent) -> None:
    page.goto(address(f"review/{IN_FORCE}"))
    fill(page, "fr")
    page.get_by_label("Nom", exact=True).first.fill("   ")
    page.get_by_role("button", name="Accepter et envoyer").click()
    expect(page.get_by_label("Nom", exact=True).first).to_be_focused()
    assert sent == []


def test_once_the_time_is_over_nothing_can_be_refused(page: Page, sent: Sent) -> None:
    page.clock.set_fixed_time("2027-01-05T12:00:00Z")
    page.goto(address(f"review/{IN_FORCE}"))
    expect(page.get_by_text("Le délai pour la refuser a pris fin le 31 décembre 2026.")).to_be_visible()
    expect(page.locator('form[data-decision="refuse"]')).to_have_count(0)
    assert sent == []


def test_a_withdrawn_version_says_when_and_why_also_on_its_receipt(page: Page) -> None:
    for where in (f"review/{WITHDRAWN}", f"{WITHDRAWN}/receipt"):
        page.goto(address(where))
        expect(page.get_by_text("Retirée le 20 décembre 2025")).to_be_visible()
        expect(page.get_by_text(REASON)).to_be_visible()


def test_every_revision_that_may_have_been_accepted_is_on_the_receipt(page: Page, history_built: Path) -> None:
    page.goto(address(f"{IN_FORCE}/receipt", "en"))
    for below in ("", "r1/"):
        text = (history_built / f"en/exemple/services/{IN_FORCE}/{below}terms.md").read_bytes()
        expect(page.locator("dd").get_by_text(hashlib.sha256(text).hexdigest())).to_be_visible()


def test_the_words_on_a_version_are_those_it_was_published_with(page: Page) -> None:
    for where in (f"review/{WITHDRAWN}", "changes"):
        page.goto(address(where, "en"))
        expect(page.get_by_text("The articles on assignment and on subcontracting become one").first).to_be_visible()
