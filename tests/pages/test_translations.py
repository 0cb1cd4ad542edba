"""Proves that each contract is read in English beside the French text that prevails, clause by clause, word of law."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.places import (
    BOOST_MY_MAIL,
    CLOUD_AZURE,
    CONTRACTS,
    JITSI,
    NEXTCLOUD,
    RECORDED,
    WESEND,
    Contract,
    fact,
    standing,
)
from tests.pages.test_accessibility import violations
from tests.pages.test_languages import alternates
from tests.pages.test_widths import BEYOND

pytestmark = pytest.mark.reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a reader may expect of the English page of a contract."""

    contract: Contract
    title: str
    french_title: str
    heading: str
    status: str
    clause: str
    last_words: str

    @property
    def address(self) -> str:
        """The English page of the text in force."""
        return english(self.contract.address)

    @property
    def permalink(self) -> str:
        """The English page of the version."""
        return english(self.contract.permalink)

    def __str__(self) -> str:
        return str(self.contract)


def english(address: str) -> str:
    """The same address in English."""
    return address.replace("/fr/", "/en/", 1)


IN_FORCE = "In force since 19 May 2026"
UNSTATED = "Current as recorded: effective date not stated; text recorded on 21 November 2026"
NOTICE = "The French text prevails. This translation is a courtesy."
TRANSLATIONS = (
    Translation(
        contract=NEXTCLOUD,
        title="General Terms and Conditions of Use, Nextcloud B2B Service (RézoSocial)",
        french_title="Conditions Générales d'Utilisation, Service Nextcloud B2B (RézoSocial)",
        heading="General Terms and Conditions of Use Nextcloud B2B Service",
        status=IN_FORCE,
        clause="13.2. Termination for breach",
        last_words="notwithstanding multiple defendants or third-party proceedings (appel en garantie).",
    ),
    Translation(
        contract=JITSI,
        title="General Terms and Conditions of Use, Jitsi B2B Service (RézoSocial)",
        french_title="Conditions Générales d'Utilisation, Service Jitsi B2B (RézoSocial)",
        heading="General Terms and Conditions of Use Jitsi B2B Service",
        status=IN_FORCE,
        clause="6.1. Activation of the function",
        last_words="notwithstanding multiple defendants or third-party proceedings (appel en garantie).",
    ),
    Translation(
        contract=BOOST_MY_MAIL,
        title="General Terms and Conditions of Service, Boost My Mail",
        french_title="Conditions générales de service, Boost My Mail",
        heading="General Terms and Conditions of Service, Boost My Mail",
        status=UNSTATED,
        clause="9.2.1. Obligations of the Client",
        last_words="THIS ATTRIBUTION OF JURISDICTION IS ALSO APPLICABLE IN THE EVENT OF URGENT PROCEEDINGS.",
    ),
    Translation(
        contract=CLOUD_AZURE,
        title="Specific Conditions of Sale, CLOUD AZURE Solution (OPTIMA DSI)",
        french_title="Conditions Spécifiques de Vente, Solution CLOUD AZURE (OPTIMA DSI)",
        heading="Specific Conditions of Sale CLOUD AZURE Solution General Terms and Conditions of Sale",
        status=UNSTATED,
        clause="12. Support",
        last_words="To be preceded by the words “Read and approved” (Lu et approuvé)",
    ),
    Translation(
        contract=WESEND,
        title="General Terms and Conditions of Sale (WeSend) (DropCloud)",
        french_title="Conditions Générales de Vente (WeSend) (DropCloud)",
        heading="General Terms and Conditions of Sale",
        status=UNSTATED,
        clause="11 .1 Personal data",
        last_words="by way of summary proceedings (en référé) or on application (sur requête).",
    ),
)
each_translation = pytest.mark.parametrize("translation", TRANSLATIONS, ids=str)
each_way = pytest.mark.parametrize("path", ["", "2026-05-19/", "changes/"])
without_javascript = pytest.mark.browser_context_args(java_script_enabled=False)

# Of each clause: its id, its heading, and where its link to the French text leads, in what language, by what name.
CLAUSES = """sections => sections.map((section) => {
    const links = section.querySelectorAll(":scope > .terms-heading > a[hreflang]");
    const [link] = links;
    const heading = section.querySelector(":scope > .terms-heading > :first-child");
    return {
        id: section.id,
        heading: heading.textContent.split(/\\s+/).filter(Boolean).join(" "),
        links: links.length,
        leads: link ? new URL(link.href).pathname + new URL(link.href).hash : "",
        language: link?.hreflang ?? "",
        name: link?.getAttribute("aria-label") ?? "",
    };
})"""


def clauses(page: Page) -> list[dict[str, object]]:
    """The clauses of the contract, in order."""
    found: list[dict[str, object]] = page.locator(".terms-text section[id]").evaluate_all(CLAUSES)
    return found


def switch(page: Page, language: str) -> Locator:
    """The link to another language."""
    return page.get_by_role("banner").get_by_role("link", name=language, exact=True)


def described(page: Page) -> dict[str, object]:
    """What the page says of its text to machines."""
    found: dict[str, object] = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    return found


def expect_text(page: Page, contract: Contract, language: str, heading: str, status: str) -> None:
    """The page holds the text in force in a language, and says which it is."""
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name(heading)
    expect(standing(page).get_by_text(status, exact=True)).to_be_in_viewport()
    article = page.get_by_role("article")
    expect(article).to_have_count(1)
    for name, value in {
        "data-document": contract.document,
        "data-version": contract.version,
        "data-status": "in-force",
        "lang": language,
    }.items():
        expect(article).to_have_attribute(name, value)


@without_javascript
@each_translation
def test_the_text_in_force_opens_in_both_languages(page: Page, translation: Translation) -> None:
    contract = translation.contract
    page.goto(contract.address)
    expect(page).to_have_title(f"{translation.french_title} · Clausier")
    expect_text(page, contract, "fr", contract.heading, contract.status)
    for address in (translation.address, translation.permalink):
        page.goto(address)
        expect(page).to_have_title(f"{translation.title} · Clausier")
        expect_text(page, contract, "en", translation.heading, translation.status)
        expect(contract.article(page)).to_contain_text(translation.last_words)
        expect(contract.article(page)).not_to_contain_text(contract.last_words)


@without_javascript
@each_translation
def test_the_translation_says_at_its_top_that_the_french_text_prevails(page: Page, translation: Translation) -> None:
    for address in (translation.address, translation.permalink):
        page.goto(address)
        notice = standing(page).get_by_role("paragraph").filter(has_text=NOTICE)
        expect(notice).to_be_in_viewport(ratio=1)
        link = notice.get_by_role("link", name="Read the French text", exact=True)
        expect(link).to_have_attribute("hreflang", "fr")
        expect(fact(page, "Binding language")).to_have_text("French")
        link.click()
        expect(page).to_have_url(translation.contract.permalink)
        expect(page.locator("html")).to_have_attribute("lang", "fr")


@without_javascript
@each_translation
def test_the_french_text_says_no_such_thing(page: Page, translation: Translation) -> None:
    for address in (translation.contract.address, translation.contract.permalink):
        page.goto(address)
        expect(standing(page)).to_contain_text(translation.contract.status)
        expect(standing(page)).not_to_contain_text(re.compile("prévaut|courtoisie|traduction"))
        expect(fact(page, "Langue qui fait foi")).to_have_text("français")
        expect(page.get_by_role("main").locator("a[hreflang]")).to_have_count(0)


@without_javascript
@each_translation
def test_each_clause_leads_to_the_same_clause_of_the_french_text(page: Page, translation: Translation) -> None:
    contract = translation.contract
    page.goto(contract.address)
    french = [clause["id"] for clause in clauses(page)]
    assert french
    for address in (translation.address, translation.permalink):
        page.goto(address)
        assert clauses(page) == [
            {
                "id": id_,
                "heading": clause["heading"],
                "links": 1,
                "leads": f"{contract.permalink}#{id_}",
                "language": "fr",
                "name": f"French text of {clause['heading']}",
            }
            for id_, clause in zip(french, clauses(page), strict=True)
        ]


@without_javascript
@each_translation
def test_the_link_of_a_clause_lands_on_that_clause(page: Page, translation: Translation) -> None:
    contract = translation.contract
    page.goto(translation.address)
    clause = page.locator(f"section#{contract.clause_id} > .terms-heading")
    expect(clause.get_by_role("heading")).to_have_accessible_name(translation.clause)
    link = clause.get_by_role("link", name=f"French text of {translation.clause}", exact=True)
    expect(link).to_have_text("French text")
    link.click()
    expect(page).to_have_url(f"{contract.permalink}#{contract.clause_id}")
    expect(page.locator("section:target")).to_have_id(contract.clause_id)
    expect(page.get_by_role("heading", name=contract.clause, exact=True)).to_be_in_viewport()


@without_javascript
@each_translation
def test_search_engines_and_other_machines_learn_of_both(page: Page, translation: Translation) -> None:
    contract = translation.contract
    both: dict[str, Contract | Translation] = {"fr": contract, "en": translation}
    said = {}
    for language, text in both.items():
        for address, others in (
            (text.permalink, {each: one.permalink for each, one in both.items()}),
            (text.address, {each: one.address for each, one in both.items()}),
        ):
            page.goto(address)
            assert alternates(page) == others
            expect(page.locator("link[rel=canonical]")).to_have_attribute("href", re.compile(rf"[^/]{text.address}$"))
            expect(page.locator("meta[name=robots]")).to_have_count(0)
            data = described(page)
            assert data["inLanguage"] == language
            said[language] = data
    base = str(said["fr"]["@id"]).removesuffix(contract.permalink)
    assert re.fullmatch("https://[^/]+", base)
    for language, text in both.items():
        assert said[language]["@id"] == said[language]["url"] == f"{base}{text.permalink}"
    assert said["en"]["translationOfWork"] == {"@id": f"{base}{contract.permalink}", "inLanguage": "fr"}
    assert said["fr"]["workTranslation"] == [{"@id": f"{base}{translation.permalink}", "inLanguage": "en"}]
    assert "workTranslation" not in said["en"]
    assert "translationOfWork" not in said["fr"]


@without_javascript
@each_translation
def test_the_translation_is_sealed_by_its_own_digest(page: Page, translation: Translation) -> None:
    page.goto(translation.address)
    download = (
        fact(page, "Download").get_by_role("link", name="Markdown").evaluate("link => new URL(link.href).pathname")
    )
    assert download == f"{translation.permalink}terms.md"
    served = page.request.get(download)
    assert served.ok
    digest = hashlib.sha256(served.body()).hexdigest()
    expect(fact(page, "SHA-256 of the text").get_by_role("code").first).to_have_text(digest)
    encoding = described(page)["encoding"]
    assert isinstance(encoding, dict)
    assert encoding["sha256"] == digest
    french = page.request.get(f"{translation.contract.permalink}terms.md").body()
    assert hashlib.sha256(french).hexdigest() != digest
    plain = page.request.get(f"{translation.permalink}terms.txt").text()
    assert plain.rstrip().endswith(translation.last_words)


@without_javascript
@each_way
def test_the_switch_leads_to_the_same_page_and_back(page: Page, path: str) -> None:
    page.goto(f"{NEXTCLOUD.address}{path}")
    switch(page, "English").click()
    expect(page).to_have_url(f"{english(NEXTCLOUD.address)}{path}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    switch(page, "Français").click()
    expect(page).to_have_url(f"{NEXTCLOUD.address}{path}")


@without_javascript
@each_translation
def test_the_changelog_is_read_in_english(page: Page, translation: Translation) -> None:
    page.goto(f"{translation.address}changes/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_contain_text(translation.title.split(" (")[0])
    notice = page.get_by_role("main").get_by_role("paragraph").filter(has_text=NOTICE)
    expect(notice).to_be_in_viewport(ratio=1)
    expect(notice.get_by_role("link", name="Read the French text", exact=True)).to_have_attribute("hreflang", "fr")
    log = page.locator(f"#version-{translation.contract.version}")
    expect(log.get_by_role("heading").first).to_have_text(f"version {translation.contract.version}")
    log.get_by_role("link").first.click()
    expect(page).to_have_url(translation.permalink)
    page.go_back()
    notice.get_by_role("link").click()
    expect(page).to_have_url(f"{translation.contract.address}changes/")
    expect(page.locator(".terms-courtesy")).to_have_count(0)


@without_javascript
def test_the_digest_in_the_changelog_is_that_of_the_text_it_leads_to(page: Page) -> None:
    page.goto(f"{english(NEXTCLOUD.address)}changes/")
    shown = page.locator(f"#version-{NEXTCLOUD.version}").get_by_role("code").inner_text()
    served = page.request.get(f"{english(NEXTCLOUD.permalink)}terms.md").body()
    assert shown == hashlib.sha256(served).hexdigest()


@without_javascript
def test_a_date_is_written_as_the_language_writes_it(page: Page) -> None:
    for address, written, other in (
        (NEXTCLOUD.address, "Date d'entrée en vigueur : 19 mai 2026", "19 May"),
        (english(NEXTCLOUD.address), "Date of entry into force: 19 May 2026", "19 mai"),
    ):
        page.goto(address)
        expect(NEXTCLOUD.article(page).get_by_text(written, exact=True)).to_be_visible()
        expect(NEXTCLOUD.article(page)).not_to_contain_text(other)
    page.goto(f"{english(NEXTCLOUD.address)}changes/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="2026-05-19"))
    expect(row).to_have_text("2026-05-19 19 May 2026 –")


@without_javascript
@pytest.mark.parametrize(("language", "status"), [("en", UNSTATED), ("fr", RECORDED)])
def test_a_text_without_a_day_says_the_day_of_its_recording(page: Page, language: str, status: str) -> None:
    page.goto(f"/{language}/{WESEND.document}/")
    expect(standing(page).get_by_text(status, exact=True)).to_be_visible()


def test_the_link_of_a_clause_waits_until_its_heading_is_read(page: Page) -> None:
    page.goto(english(NEXTCLOUD.address))
    heading = page.locator(f"section#{NEXTCLOUD.clause_id} > .terms-heading")
    link = heading.get_by_role("link", name="French text of")
    expect(link).to_have_css("opacity", "0")
    heading.get_by_role("heading").hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(link).to_have_css("opacity", "0")
    heading.get_by_role("link", name="Link to").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")


def read(page: Page, clause: str) -> None:
    """Scroll to a clause, as a reader does who follows no link, until the page has seen it."""
    page.locator(f"section#{clause}").evaluate("section => section.scrollIntoView()")
    line = page.locator(f"[data-module='terms-toc'] a[href='#{clause}']")
    expect(line).to_have_attribute("aria-current", "location")


@pytest.mark.parametrize(
    "translation",
    TRANSLATIONS,
    ids=str,
)
def test_the_switch_finds_the_clause_that_is_read(page: Page, translation: Translation) -> None:
    contract = translation.contract
    page.goto(contract.address)
    read(page, contract.clause_id)
    expect(page).to_have_url(contract.address)
    switch(page, "English").dispatch_event("click")
    expect(page).to_have_url(f"{translation.address}#{contract.clause_id}")
    expect(page.locator("section:target")).to_have_id(contract.clause_id)
    expect(page.get_by_role("heading", name=translation.clause, exact=True)).to_be_in_viewport()


def test_the_switch_finds_the_clause_that_the_reader_scrolled_on_to(page: Page) -> None:
    page.goto(f"{NEXTCLOUD.address}#definitions")
    read(page, NEXTCLOUD.clause_id)
    switch(page, "English").dispatch_event("click")
    expect(page).to_have_url(f"{english(NEXTCLOUD.address)}#{NEXTCLOUD.clause_id}")


def test_a_pointer_reaches_the_switch_from_the_clause_that_is_read(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    read(page, NEXTCLOUD.clause_id)
    switch(page, "English").click()
    expect(page).to_have_url(re.compile(f"^[^#]+{english(NEXTCLOUD.address)}"))
    expect(page).to_have_url(f"{english(NEXTCLOUD.address)}#{NEXTCLOUD.clause_id}")


def test_the_keyboard_reaches_the_switch_from_the_clause_that_is_read(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    read(page, NEXTCLOUD.clause_id)
    switch(page, "English").press("Enter")
    expect(page).to_have_url(re.compile(f"^[^#]+{english(NEXTCLOUD.address)}"))
    expect(page).to_have_url(f"{english(NEXTCLOUD.address)}#{NEXTCLOUD.clause_id}")


def test_the_switch_leads_to_the_top_where_no_clause_is_read_yet(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    switch(page, "English").click()
    expect(page).to_have_url(english(NEXTCLOUD.address))
    expect(standing(page).get_by_text(NOTICE)).to_be_in_viewport()


def test_the_switch_keeps_the_day_that_was_asked_for(page: Page) -> None:
    page.goto(f"{NEXTCLOUD.address}changes/?on=2026-11-22")
    switch(page, "English").click()
    expect(page).to_have_url(f"{english(NEXTCLOUD.address)}changes/?on=2026-11-22")
    expect(page.get_by_role("status")).to_contain_text("22 November 2026")


def test_on_paper_the_notice_stays_and_the_links_of_the_clauses_do_not(page: Page) -> None:
    page.goto(english(NEXTCLOUD.address))
    page.emulate_media(media="print")
    expect(standing(page).get_by_text(NOTICE)).to_be_visible()
    expect(page.locator(".terms-prevailing").first).to_be_hidden()
    expect(page.locator(".terms-prevailing:visible")).to_have_count(0)


def test_axe_finds_no_violation_in_a_translation(page: Page) -> None:
    page.goto(english(WESEND.address))
    assert violations(page) == []


@each_translation
def test_no_translation_is_wider_than_a_phone(page: Page, translation: Translation) -> None:
    beyond = {}
    page.goto(translation.address)
    for width in (360, 820, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        beyond[width] = page.evaluate(BEYOND)
    assert {width: found for width, found in beyond.items() if found} == {}


def test_every_contract_is_translated() -> None:
    assert [translation.contract for translation in TRANSLATIONS] == list(CONTRACTS)
