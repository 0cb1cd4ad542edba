"""Proves that the search is reached by keys, loads only when it is turned to, and lands on the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypedDict
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.pages.places import BOOST_MY_MAIL, CLOUD_AZURE, CONTRACTS, JITSI, NEXTCLOUD, WESEND
from tests.pages.test_accessibility import violations
from tests.pages.test_widths import BEYOND

LABELS = {"fr": "Rechercher dans les contrats", "en": "Search the contracts", "ar": "البحث في العقود"}
# How many results are shown at once.
SHOWN = 8
# So many of the first results stand in the order of where their words are: title, definition, text.
RANKED = 16
COUNT = re.compile(r"(\d+) clauses?")
READ = """options => options.filter((each) => each.href).map((each) => {
    const of = (part) => each.querySelector(`.terms-hit-${part}`);
    const marks = (element) => [...element?.querySelectorAll("mark") ?? []].map((mark) => mark.textContent);
    return {
        document: each.dataset.document, version: each.dataset.version, clause: each.dataset.clause,
        status: each.dataset.status, lang: each.lang, address: new URL(each.href).pathname + new URL(each.href).hash,
        title: of("title").textContent, where: of("where").textContent, text: of("text")?.textContent ?? "",
        standing: of("standing")?.textContent ?? "", marks: marks(each), titled: marks(of("title")),
    };
})"""


class Hit(TypedDict):
    """A result as it stands in the list."""

    document: str
    version: str
    clause: str
    status: str
    lang: str
    address: str
    title: str
    where: str
    text: str
    standing: str
    marks: Sequence[str]
    titled: Sequence[str]


def box(page: Page, language: str = "fr") -> Locator:
    """The search box, whether the search is there already or not."""
    return page.get_by_label(LABELS[language], exact=True)


def panel(page: Page) -> Locator:
    """What opens below the box."""
    return page.locator(".terms-search-panel")


def hits(page: Page) -> Locator:
    """The results that show."""
    return page.get_by_role("listbox").get_by_role("option")


def said(page: Page) -> Locator:
    """How many were found, or why none."""
    return page.get_by_role("search").get_by_role("status")


def button(page: Page, name: str) -> Locator:
    """A button of the search: a way on, or the rest of the results."""
    return page.get_by_role("search").get_by_role("button", name=name, exact=True)


def settled(page: Page) -> list[Hit]:
    """The results that show once the search has answered."""
    expect(page.locator("#page--hits")).to_have_attribute("aria-busy", "false")
    found: list[Hit] = hits(page).evaluate_all(READ)
    return found


def ask(page: Page, words: str, language: str = "fr") -> list[Hit]:
    """Type a question in the place of the last one; the results that show for it."""
    box(page, language).fill(words)
    return settled(page)


def count(page: Page) -> int:
    """The number of clauses that the search says it found."""
    match = COUNT.fullmatch(said(page).inner_text())
    assert match, said(page).inner_text()
    return int(match[1])


def names(found: Sequence[Hit]) -> list[str]:
    """Each result as the questions name it: document#clause."""
    return [f"{each['document']}#{each['clause']}" for each in found]


def every(page: Page) -> list[Hit]:
    """All results, as many as the search says there are."""
    total = count(page)
    for shown in range(hits(page).count(), total, SHOWN):
        expect(hits(page)).to_have_count(shown)
        button(page, "Afficher la suite").click()
    expect(hits(page)).to_have_count(total)
    return settled(page)


def test_nothing_of_the_search_is_fetched_before_a_reader_turns_to_it_and_nothing_twice(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    response = page.goto(NEXTCLOUD.address, wait_until="networkidle")
    assert response
    assert [path for path in fetched if "search" in path] == []
    policy = response.header_value("content-security-policy") or ""
    assert "'wasm-unsafe-eval'" in policy
    assert "'unsafe-eval'" not in policy
    assert "'unsafe-inline'" not in policy
    fetched.clear()
    box(page).focus()
    for words in ("résiliation", "13.2", "résilliation", "résiliation"):
        assert ask(page, words)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    assert settled(page)
    assert any(path.startswith("/assets/search.") for path in fetched)
    assert any(path.endswith(".pagefind") for path in fetched)
    assert sorted(fetched) == sorted(set(fetched))


def test_a_slash_and_ctrl_k_lead_to_the_box_and_a_slash_in_it_is_typed(page: Page) -> None:
    page.goto(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")
    for key in ("/", "Control+k"):
        page.get_by_role("button", name=re.compile("^Apparence")).focus()
        page.keyboard.press(key)
        expect(box(page)).to_be_focused()
        expect(page.get_by_role("combobox", name=LABELS["fr"])).to_have_value("")
    page.keyboard.type("24/24")
    expect(box(page)).to_have_value("24/24")
    page.get_by_role("main").get_by_role("link").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("r")
    expect(box(page)).to_have_value("r")  # the words were selected, so that what is typed takes their place


def test_the_arrows_choose_and_enter_opens_the_clause(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    box(page).focus()
    field = page.get_by_role("combobox", name=LABELS["fr"])
    expect(field).to_have_attribute("aria-controls", "page--hits")
    found = ask(page, "13.2")
    assert len(found) == 4
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Clauses trouvées")).to_be_visible()

    def chosen(place: int) -> None:
        expect(page.get_by_role("option", selected=True)).to_have_count(1)
        expect(hits(page).nth(place)).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute(
            "aria-activedescendant", hits(page).nth(place).get_attribute("id") or "the option has no id"
        )
        expect(hits(page).nth(place)).to_be_in_viewport()
        expect(field).to_be_focused()

    chosen(0)
    for key, place in (("Down", 1), ("Down", 2), ("Down", 3), ("Down", 0), ("Up", 3), ("Up", 2)):
        page.keyboard.press(f"Arrow{key}")
        chosen(place)
    page.keyboard.press("Enter")
    expect(page).to_have_url(found[2]["address"])
    expect(page.locator("section:target")).to_have_id(found[2]["clause"])
    expect(page.locator("section:target").get_by_role("heading").first).to_be_in_viewport()


def test_enter_opens_the_clause_on_the_page_that_is_read(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    ask(page, "13.2")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")
    expect(page.locator("section:target")).to_have_id(NEXTCLOUD.clause_id)
    expect(page.get_by_role("heading", name=NEXTCLOUD.clause)).to_be_in_viewport()
    expect(panel(page)).to_be_hidden()


@pytest.mark.parametrize("awaited", ["assets/search.*.js", "texts.json"])
def test_enter_before_the_results_are_there_still_opens_the_first(page: Page, awaited: str) -> None:
    held: list[Route] = []
    page.route(f"**/{awaited}", lambda route: held.append(route))  # noqa: PLW0108  # Playwright asks a function for its signature
    page.goto(NEXTCLOUD.address)
    with page.expect_request(f"**/{awaited}"):
        box(page).focus()
    page.keyboard.type("13.2")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("#"))
    expect(hits(page)).to_have_count(0)
    for route in held:
        route.continue_()
    expect(page).to_have_url(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")


def test_escape_closes_and_keeps_the_words_and_once_more_clears_them(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    ask(page, "résiliation")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("résiliation")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile(""))
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.get_by_role("main").get_by_role("paragraph").last.click()
    expect(panel(page)).to_be_hidden()
    box(page).focus()
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()
    expect(panel(page)).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_hidden()


def test_escape_in_a_control_closes_and_leads_back_to_the_box(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    ask(page, "résiliation")
    page.get_by_role("checkbox", name="Ce contrat seulement").focus()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_ctrl_k_once_more_keeps_to_the_contract_on_the_page_and_once_more_does_not(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    page.keyboard.press("Control+k")
    everywhere = ask(page, "résiliation")
    total = count(page)
    assert {each["document"] for each in everywhere} > {NEXTCLOUD.document}
    narrow = page.get_by_role("checkbox", name="Ce contrat seulement")
    page.keyboard.press("Control+k")
    expect(narrow).to_be_checked()
    assert {each["document"] for each in settled(page)} == {NEXTCLOUD.document}
    assert 0 < count(page) < total
    expect(box(page)).to_be_focused()
    page.keyboard.press("Control+k")
    expect(narrow).not_to_be_checked()
    assert settled(page) == everywhere
    narrow.check()
    assert {each["document"] for each in settled(page)} == {NEXTCLOUD.document}


def test_tab_leads_through_the_controls_to_the_index_and_out_which_closes(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    ask(page, "résiliation")
    search = page.get_by_role("search")
    for target in (
        search.get_by_role("button", name="Rechercher", exact=True),
        search.get_by_role("checkbox", name="Ce contrat seulement"),
        search.get_by_role("checkbox", name="Chercher aussi dans les textes en anglais"),
        search.get_by_text("Affiner la recherche"),
        button(page, "Afficher la suite"),
        search.get_by_role("link", name="Index alphabétique des termes et des clauses"),
    ):
        page.keyboard.press("Tab")
        expect(target).to_be_focused()
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel(page)).to_be_hidden()
    expect(search.locator(":focus")).to_have_count(0)


def test_a_result_names_the_clause_and_its_contract_in_the_words_that_were_typed(page: Page) -> None:
    page.goto("/fr/")
    found = ask(page, "résiliation manquement")
    [hit] = [each for each in found if names([each]) == [f"{NEXTCLOUD.document}#{NEXTCLOUD.clause_id}"]]
    assert hit["title"] == NEXTCLOUD.clause
    assert "Conditions Générales d'Utilisation, Service Nextcloud B2B · RézoSocial" in hit["where"]
    assert hit["titled"] == ["Résiliation", "manquement"]
    assert "manquement" in hit["text"]
    assert (hit["version"], hit["status"], hit["lang"]) == (NEXTCLOUD.version, "in-force", "fr")
    for name, contracts in (("fr", "/fr/"), ("en", "/en/")):
        page.goto(contracts)
        found = ask(page, "confidential" if name == "en" else "confidentialité", name)
        assert {each["lang"] for each in found} == {name}
        assert {each["status"] for each in found} == {"in-force"}
        assert all(each["address"].startswith(f"/{name}/{each['document']}/#") for each in found)


def test_a_title_comes_before_a_definition_before_a_text_and_more_are_shown_when_asked(page: Page) -> None:
    page.goto("/fr/")
    found = ask(page, "sauvegarde")
    total = count(page)
    assert len(found) == SHOWN
    assert total > RANKED
    button(page, "Afficher la suite").click()
    expect(hits(page)).to_have_count(2 * SHOWN)
    expect(hits(page).nth(SHOWN)).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_be_focused()
    order = [
        1 if each["where"].startswith("Définition") else 0 if each["titled"] else 2 for each in settled(page)[:RANKED]
    ]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}
    expect(said(page)).to_have_text(f"{total} clauses")
    button(page, "Afficher la suite").click()
    expect(hits(page)).to_have_count(min(total, 3 * SHOWN))
    assert len(set(map(str, every(page)))) == total


def test_it_works_by_touch_on_a_narrow_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(NEXTCLOUD.address)
    box(page).click()
    ask(page, "résiliation manquement")
    page.get_by_text("Affiner la recherche").click()
    expect(page.get_by_role("combobox", name="Éditeur")).to_be_visible()
    assert page.evaluate(BEYOND) == []
    assert panel(page).evaluate("each => each.scrollWidth <= each.clientWidth")
    page.get_by_text("Ce contrat seulement").click()
    settled(page)
    hits(page).filter(has_text=NEXTCLOUD.clause).click()
    expect(page).to_have_url(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")
    expect(page.get_by_role("heading", name=NEXTCLOUD.clause)).to_be_in_viewport()
    expect(panel(page)).to_be_hidden()
    assert page.evaluate(BEYOND) == []


def test_words_are_found_however_they_are_written(page: Page) -> None:
    page.goto("/fr/")
    hosting = names(ask(page, "hébergement"))
    total = count(page)
    for words in ("l'hébergement", "l’hébergement", "d'Hébergement"):
        assert names(ask(page, words)) == hosting, words
    assert "Hébergement" in ask(page, "hebergement")[0]["titled"]
    assert count(page) == total
    for words in ("sous-traitant", "sous traitant", "Sous-Traitants", "soustraitant"):
        assert "sous-traitant" in ask(page, words)[0]["title"].lower(), words
    begun = ask(page, "confid")
    assert all(each["titled"][0].lower().startswith("confid") for each in begun[:3])
    expect(panel(page)).not_to_contain_text("Recherché à la place")


def test_a_word_that_is_misspelt_or_in_no_clause_is_told(page: Page) -> None:
    page.goto("/fr/")
    right = names(ask(page, "résiliation"))
    expect(panel(page)).not_to_contain_text("Aucune clause")
    assert names(ask(page, "resilliation")) == right
    expect(panel(page)).to_contain_text(
        "Aucune clause ne contient « resilliation ». Recherché à la place : « résiliation »."
    )
    assert names(ask(page, "résiliation xylophone")) == right
    expect(panel(page)).to_contain_text("Aucune clause ne contient tous ces mots. Laissé de côté : xylophone")
    assert ask(page, "casser le contrat")[0]["titled"][0].lower() in {"résiliation", "resiliation"}
    ask(page, "RGPD")
    marked = {mark.lower() for each in every(page) for mark in each["marks"]}
    assert {"rgpd", "données", "personnelles"} <= marked
    assert not [mark for mark in marked if "zzsyn" in mark]
    expect(panel(page)).not_to_contain_text("zzsyn")
    expect(panel(page)).not_to_contain_text("Aucune clause")


def test_a_word_that_is_far_from_what_was_typed_does_not_take_the_place_of_one_that_is_there(page: Page) -> None:
    page.goto("/fr/")
    right = names(ask(page, "préavis"))
    assert names(ask(page, "préavis montagne")) == right
    expect(panel(page)).to_contain_text("Laissé de côté : montagne")


def test_synonyms_that_no_clause_says_find_no_other_synonyms(page: Page) -> None:
    page.goto("/fr/")
    assert ask(page, "2FA") == []
    expect(panel(page)).to_contain_text("Rien n'a été trouvé pour « 2FA ».")


@pytest.mark.parametrize("phrase", ['"obligation de moyens"', "« obligation de moyens »", "“Obligation de Moyens”"])
def test_a_phrase_between_quotation_marks_finds_only_clauses_that_print_it(page: Page, phrase: str) -> None:
    page.goto("/fr/")
    ask(page, phrase)
    found = every(page)
    assert {each["document"] for each in found} == {
        WESEND.document, JITSI.document, NEXTCLOUD.document, CLOUD_AZURE.document
    }  # fmt: skip
    for each in found:
        assert "obligation de moyens" in each["text"], each["text"]
        assert {mark.lower() for mark in each["marks"]} >= {"obligation", "moyens"}


def test_only_words_of_the_question_are_marked(page: Page) -> None:
    page.goto("/fr/")
    ask(page, '"obligation de moyens"')
    marked = {mark.lower() for each in every(page) for mark in each["marks"]}
    assert [mark for mark in marked if not mark.startswith(("obligation", "moyen")) and mark not in {"de", "d"}] == []


def test_the_number_of_a_clause_leads_to_it(page: Page) -> None:
    page.goto("/fr/")
    for words in ("13.2", "Art. 13.2", "article 13.2", "§ 13.2", "13.2."):
        found = ask(page, words)
        assert all(each["title"].startswith("13.2") for each in found), words
        assert sorted(each["document"] for each in found) == sorted(
            contract.document for contract in (NEXTCLOUD, JITSI, BOOST_MY_MAIL, WESEND)
        )
    for words in ("Art. 13", "article 13", "13"):
        found = ask(page, words)
        assert sorted(each["document"] for each in found) == sorted(contract.document for contract in CONTRACTS)
        assert all(re.match(r"(article )?13\b(?!\.\d)", each["title"], re.IGNORECASE) for each in found)
    page.goto(NEXTCLOUD.address)
    for words, clause in (("13.2", NEXTCLOUD.clause_id), ("Art. 13", "duree-resiliation"), ("1", "definitions")):
        assert names(ask(page, words))[0] == f"{NEXTCLOUD.document}#{clause}"
    page.goto(CLOUD_AZURE.address)
    for words in ("Annexe 1", "annexe 1", "ANNEXE 1."):
        assert names(ask(page, words)) == [f"{CLOUD_AZURE.document}#charte-bonne-conduite"]


def test_a_number_with_a_name_leads_to_the_clause_once(page: Page) -> None:
    page.goto("/fr/")
    found = names(ask(page, "13.2 nextcloud"))
    assert found[0] == f"{NEXTCLOUD.document}#{NEXTCLOUD.clause_id}"
    assert sorted(found) == sorted(set(found))


def test_an_identifier_finds_only_the_clauses_that_print_it(page: Page) -> None:
    page.goto("/fr/")
    printed = [f"{contract.document}#parties" for contract in (JITSI, NEXTCLOUD)]
    for words in ("794 223 461", "794223461", "794.223.461", "FR31794223461", "FR 31 794 223 461", "fr31794223461"):
        found = ask(page, words)
        assert sorted(names(found)) == sorted(printed), words
        assert all("461" in each["text"] for each in found)
    for words in ("794 223 462", "FR99999999999"):
        ask(page, words)
        expect(said(page)).to_have_text(f"Rien n'a été trouvé pour « {words} ».")


def test_what_is_searched_stands_in_the_address_while_the_search_is_open(page: Page) -> None:
    page.goto(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")
    ask(page, "résiliation")
    expect(page).to_have_url(re.compile(r"\?q=r%C3%A9siliation#"))
    page.get_by_role("checkbox", name="Ce contrat seulement").check()
    page.get_by_role("checkbox", name="Chercher aussi dans les textes en anglais").check()
    page.get_by_text("Affiner la recherche").click()
    settled(page)
    page.get_by_role("combobox", name="Éditeur").select_option("rezosocial")
    page.get_by_role("combobox", name="Type de contrat").select_option("terms-of-use")
    found = settled(page)
    assert found
    sent = page.url
    assert dict(re.findall(r"([a-z]+)=([^&#]+)", sent)) == {
        "q": "r%C3%A9siliation", "publisher": "rezosocial", "kind": "terms-of-use", "only": "1", "also": "en"
    }  # fmt: skip
    other = page.context.new_page()
    other.goto(sent)
    assert settled(other) == found
    expect(other).to_have_url(sent)
    expect(box(other)).to_have_value("résiliation")
    expect(other.get_by_role("checkbox", name="Ce contrat seulement")).to_be_checked()
    expect(other.get_by_role("checkbox", name="Chercher aussi dans les textes en anglais")).to_be_checked()
    expect(other.get_by_role("combobox", name="Éditeur")).to_have_value("rezosocial")
    expect(other.get_by_role("combobox", name="Type de contrat")).to_have_value("terms-of-use")
    other.close()
    box(page).focus()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}")


def test_an_address_with_anything_in_it_does_no_harm(page: Page) -> None:
    many = "&".join(f"filter{number}=value{number}" for number in range(200))
    unknown = "publisher=nobody&document=no/thing&kind=constructor&only=yes&earlier=2&also=xx,,en,en,fr,__proto__"
    page.goto(f"/fr/?q=r%C3%A9siliation&{many}&{unknown}")
    settled(page)
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « résiliation ».")
    expect(panel(page)).not_to_contain_text("function")
    for facet in ("Éditeur", "Contrat", "Type de contrat"):
        page.get_by_role("combobox", name=facet, exact=True).select_option("")
    assert settled(page)
    expect(page.get_by_role("checkbox", name="Chercher aussi dans les textes en anglais")).to_be_checked()
    expect(page).to_have_url(re.compile("filter0=value0&.*filter199=value199"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("filter199=value199"))
    page.goto(f"/fr/?{many}")
    expect(panel(page)).to_have_count(0)


def test_axe_finds_no_violation_with_results_and_filters_open(page: Page) -> None:
    page.goto("/fr/")
    assert ask(page, "résiliation")
    assert violations(page) == []
    page.goto(NEXTCLOUD.address)
    assert ask(page, "resilliation")
    page.get_by_text("Affiner la recherche").click()
    settled(page)
    page.keyboard.press("Tab")
    assert violations(page, "header") == []
