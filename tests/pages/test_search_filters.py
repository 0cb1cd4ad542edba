"""Proves that a search is narrowed by publisher, contract and kind, and widened to the other language, with counts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.places import CONTRACTS, JITSI, NEXTCLOUD
from tests.pages.test_search import ask, box, count, every, panel, said, settled

pytestmark = pytest.mark.reads

FACETS = {"fr": ("Éditeur", "Contrat", "Type de contrat"), "en": ("Publisher", "Contract", "Kind of contract")}
COUNTED = re.compile(r"(?P<name>.*) \((?P<count>\d+)\)")
PUBLISHERS = {"Boost My Mail", "DropCloud", "OPTIMA DSI", "RézoSocial"}
KINDS = {"Conditions de service", "Conditions de vente", "Conditions particulières", "Conditions d'utilisation"}


def facet(page: Page, name: str) -> Locator:
    """The field that narrows the search to one publisher, contract or kind."""
    return panel(page).get_by_role("combobox", name=name, exact=True)


def counts(page: Page, name: str) -> dict[str, int]:
    """What a field offers, with the number of results of each."""
    offered = facet(page, name).locator("option[value]:not([value=''])").all_inner_texts()
    matches = [match for each in offered if (match := COUNTED.fullmatch(each))]
    assert len(matches) == len(offered), offered
    return {match["name"]: int(match["count"]) for match in matches}


def unfold(page: Page, language: str = "fr") -> None:
    """Open the filters and wait until they are counted."""
    panel(page).get_by_text("Affiner la recherche" if language == "fr" else "Narrow the search").click()
    expect(facet(page, FACETS[language][0]).locator("option")).not_to_have_count(0)
    settled(page)


def test_the_counts_of_each_filter_add_up_to_the_results(page: Page) -> None:
    page.goto("/fr/")
    ask(page, "résiliation")
    unfold(page)
    found = every(page)
    for name in FACETS["fr"]:
        assert sum(counts(page, name).values()) == len(found), name
    assert set(counts(page, "Éditeur")) == PUBLISHERS
    assert set(counts(page, "Type de contrat")) == KINDS
    documents = [each["document"] for each in found]
    assert sorted(counts(page, "Contrat").values()) == sorted(documents.count(each.document) for each in CONTRACTS)
    ask(page, "article 13")
    for name in FACETS["fr"]:
        assert sum(counts(page, name).values()) == count(page) == len(CONTRACTS)


def test_a_choice_narrows_the_results_and_the_counts_of_the_others_follow(page: Page) -> None:
    page.goto("/fr/")
    ask(page, "résiliation")
    unfold(page)
    before = {name: counts(page, name) for name in FACETS["fr"]}
    total = count(page)
    facet(page, "Éditeur").select_option("rezosocial")
    assert {each["document"].split("/")[0] for each in settled(page)} == {"rezosocial"}
    assert count(page) == before["Éditeur"]["RézoSocial"] < total
    assert counts(page, "Éditeur") == before["Éditeur"]
    assert len(counts(page, "Contrat")) == 2
    assert counts(page, "Type de contrat") == {"Conditions d'utilisation": count(page)}
    facet(page, "Contrat").select_option(JITSI.document)
    assert {each["document"] for each in settled(page)} == {JITSI.document}
    assert counts(page, "Éditeur") == {"RézoSocial": count(page)}
    assert sum(counts(page, "Contrat").values()) == before["Éditeur"]["RézoSocial"]
    ask(page, "794 223 461")
    assert count(page) == 1
    for name in FACETS["fr"]:
        facet(page, name).select_option("")
        settled(page)
    ask(page, "résiliation")
    assert {name: counts(page, name) for name in FACETS["fr"]} == before
    expect(page).to_have_url(re.compile(r"/fr/\?q=r%C3%A9siliation$"))


def test_a_choice_that_leaves_nothing_is_said_and_can_be_taken_back(page: Page) -> None:
    page.goto("/fr/")
    ask(page, "résiliation")
    unfold(page)
    facet(page, "Éditeur").select_option("rezosocial")
    settled(page)
    ask(page, "machine virtuelle")
    expect(said(page)).to_have_text("Rien n'a été trouvé pour « machine virtuelle ».")
    assert counts(page, "Éditeur")["RézoSocial"] == 0
    facet(page, "Éditeur").select_option("")
    assert "optima-dsi/cloud-azure" in {each["document"] for each in settled(page)}


def test_the_texts_of_the_other_language_are_searched_too_when_asked(page: Page) -> None:
    page.goto(NEXTCLOUD.address)
    assert {each["lang"] for each in ask(page, "confidentialité")} == {"fr"}
    french = count(page)
    english = page.get_by_role("checkbox", name="Chercher aussi dans les textes en anglais")
    english.check()
    settled(page)
    ask(page, "maintenance")
    both = every(page)
    told = re.search(r"\((\d+)\)", panel(page).get_by_text("Chercher aussi dans les textes en anglais").inner_text())
    assert told
    in_english = [each for each in both if each["lang"] == "en"]
    assert len(in_english) == int(told[1]) > 0
    assert all(each["address"].startswith("/en/") for each in in_english)
    assert {each["lang"] for each in both[:2]} == {"fr", "en"}
    unfold(page)
    for name in FACETS["fr"]:
        assert sum(counts(page, name).values()) == len(both), name
    english.uncheck()
    assert {each["lang"] for each in settled(page)} == {"fr"}
    assert ask(page, "confidentialité")
    assert count(page) == french


def test_an_english_page_searches_the_english_texts_in_english_words(page: Page) -> None:
    page.goto("/en/")
    found = ask(page, "terminated", "en")
    assert {(each["lang"], each["status"]) for each in found} == {("en", "in-force")}
    assert found[0]["titled"][0].lower() == "termination"
    assert ask(page, "GDPR", "en")
    ask(page, "warrenty", "en")
    expect(panel(page)).to_contain_text("No clause has “warrenty”. Searched for “warranty” instead.")
    assert {each["title"].split()[0].rstrip(".") for each in ask(page, "13.2", "en")} == {"13.2"}
    ask(page, "termination", "en")
    unfold(page, "en")
    assert set(counts(page, "Publisher")) == PUBLISHERS
    assert "Terms of use" in counts(page, "Kind of contract")
    for name in FACETS["en"]:
        assert sum(counts(page, name).values()) == count(page)
    page.get_by_role("checkbox", name="Also search the texts in French").check()
    settled(page)
    assert {each["lang"] for each in ask(page, "maintenance", "en")} == {"en", "fr"}
    expect(box(page, "en")).to_have_value("maintenance")
