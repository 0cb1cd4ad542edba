"""Proves that a redline shows every word of both texts, says what changed, and is read from change to change."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import IN_FORCE, LANGUAGES, UNTRANSLATED, UPCOMING, VERSIONS, address, beyond

pytestmark = pytest.mark.reads

DRAFT = "draft"
NAMES = (*VERSIONS, DRAFT)
WITHOUT_JAVASCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)
# The words of an element, in the order of reading; those of different blocks are different words.
WORDS = """([root, left_out, seen]) => {
    const blocks = "p, h1, h2, h3, h4, h5, h6, li, dt, dd, td, th, div, pre, section, .terms-mark, .terms-label";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = "", last = null;
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (left_out && element.closest(left_out)) continue;
        if (seen && !element.checkVisibility({ visibilityProperty: true })) continue;
        const block = element.closest(blocks);
        const named = left_out && walker.currentNode.nextSibling?.classList?.contains("terms-fact");
        text += (block === last ? "" : " ") + (named ? walker.currentNode.data.trimEnd() : walker.currentNode.data);
        last = block;
    }
    return text.split(/\\s+/).filter(Boolean);
}"""
PARSED_WORDS = f"""([html, selector, left_out]) => {{
    const root = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
    return ({WORDS})([root, left_out, false]);
}}"""
SHOWN_WORDS = f"""(elements, left_out) => elements.flatMap((element) => ({WORDS})([element, left_out, true]))"""
# What the page adds to the words of the text.
ADDED = ".terms-what, .terms-fact"
# What stands beside and below the headings of a text.
BESIDE = ".terms-history, .terms-permalink, .terms-current, .terms-prevailing, .terms-propose"
# Blocks in a mark, or a mark where no words may stand.
ASTRAY = """(html) => {
    const article = new DOMParser().parseFromString(html, "text/html").querySelector("article");
    const block = "p, div, section, ul, ol, li, dl, dt, dd, table, tbody, tr, td, th, pre, blockquote, h3, h4, h5, h6";
    const inside = [...article.querySelectorAll("ins, del")].filter((each) => each.querySelector(`${block}, ins, del`));
    const astray = article.querySelectorAll(":is(article, section, ul, ol, dl, table, tbody, tr) > :is(ins, del)");
    return [...inside, ...astray].map((each) => each.outerHTML);
}"""


def redline(old: str, new: str, language: str = "fr") -> str:
    """The page of what a version changes in another."""
    return address(f"changes/{old}--{new}", language)


MOVED = redline("2024-10-15", "2025-03-30")
RENAMED = redline("2024-02-29", "2024-10-01")
NEXT = redline(IN_FORCE, UPCOMING)
FARTHEST = redline(VERSIONS[0], DRAFT)


def html(page: Page, where: str) -> str:
    """A page as it is sent."""
    answer = page.request.get(where)
    assert answer.ok, where
    return answer.text()


def article(page: Page) -> Locator:
    """The whole text, with what was deleted and inserted."""
    return page.get_by_role("article")


def tools(page: Page) -> Locator:
    """The toolbar."""
    return page.get_by_role("group", name="Lecture des modifications")


def button(page: Page, name: str) -> Locator:
    """A button of the toolbar."""
    return tools(page).get_by_role("button", name=name)


def at(page: Page) -> Locator:
    """Which change is shown."""
    return tools(page).get_by_role("status")


def table(page: Page) -> Locator:
    """The table of changes."""
    return page.get_by_role("region", name="Ce qui a changé").get_by_role("table")


def row(page: Page, name: str) -> Locator:
    """A row of the table of changes."""
    return table(page).get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))


def sections(page: Page) -> list[str]:
    """The parts of the article as they stand now."""
    found: list[str] = article(page).evaluate("(element) => [...element.children].map((each) => each.outerHTML)")
    return found


def test_any_two_versions_have_a_redline_and_each_names_all(page: Page) -> None:
    page.goto(NEXT)
    others = page.get_by_role("list").filter(has=page.get_by_text("→", exact=False)).get_by_role("link")
    page.get_by_text("Comparer d'autres versions").click()
    names = [f"{old} → {new}".replace(DRAFT, "projet") for old, new in combinations(NAMES, 2)]
    expect(others).to_have_text(names)
    expect(page.locator("[aria-current=page]").filter(has_text="→")).to_have_text(f"{IN_FORCE} → {UPCOMING}")
    others.filter(has_text=f"{UPCOMING} → projet").click()
    expect(page).to_have_url(redline(UPCOMING, DRAFT))


def test_both_ends_are_named_with_date_and_status(page: Page) -> None:
    page.goto(NEXT)
    before, after = page.get_by_role("region", name="Avant"), page.get_by_role("region", name="Après")
    expect(before).to_have_text(f"Avant · {IN_FORCE} effet au 1er juin 2026 En vigueur depuis le 1er juin 2026")
    expect(after).to_contain_text(f"Après · {UPCOMING} effet au 1er janvier 2027")
    expect(after).to_contain_text("Pas encore en vigueur : s'applique à compter du 1er janvier 2027")
    after.get_by_role("link", name=UPCOMING).click()
    expect(page).to_have_url(address(UPCOMING))
    page.goto(FARTHEST)
    expect(after).to_have_text("Après · projet Projet : non publié")
    expect(before).to_contain_text("N'est plus en vigueur")


@WITHOUT_JAVASCRIPT
def test_the_summary_is_given_only_where_the_new_version_replaces_the_old_one(page: Page) -> None:
    summary = page.get_by_role("region", name="Dans les mots de l'auteur")
    for where, count in ((NEXT, 1), (redline("2025-03-30", IN_FORCE), 1), (redline("2025-11-15", IN_FORCE), 0)):
        page.goto(where)
        expect(summary).to_have_count(count)
    page.goto(NEXT)
    expect(summary).to_contain_text("Le préavis de résiliation passe de deux mois à un mois.")


def test_the_table_says_in_words_what_was_deleted_and_inserted(page: Page) -> None:
    page.goto(NEXT)
    expect(table(page).get_by_role("rowheader")).to_have_text(
        [
            "5.2. Maintenance",
            "8.3. Intelligence artificielle",
            "12.2. Résiliation pour convenance",
            "Annexe C. Sous-traitants ultérieurs",
        ]
    )
    cells = row(page, "12.2. Résiliation pour convenance").get_by_role("cell")
    expect(cells.nth(0)).to_have_text("modifié −3 +3 mots", use_inner_text=True)
    expect(cells.nth(1).get_by_role("paragraph")).to_have_text(
        ["supprimé de deux ajouté d'un dans le texte", "supprimé 2 ajouté 1 dans le texte"]
    )
    cells.nth(1).get_by_role("link").first.click()
    expect(page).to_have_url(f"{NEXT}#change--3")
    expect(page.locator("#change--3")).to_be_in_viewport()


def test_a_shared_fact_is_told_once_by_its_name(page: Page) -> None:
    page.goto(MOVED)
    expect(table(page).get_by_role("rowheader")).to_have_text(
        ["Siège social", "Registre du commerce", "Article 9. Sauvegardes", "Article 15. Confidentialité"]
    )
    expect(row(page, "Registre du commerce")).to_contain_text("donnée partagée modifiée")
    expect(row(page, "Registre du commerce")).to_contain_text("supprimé Nantes ajouté Lyon")
    row(page, "Registre du commerce").get_by_role("link").click()
    expect(page.locator("section:target")).to_contain_text("Registre du commerce")


def test_clauses_that_only_follow_are_apart(page: Page) -> None:
    page.goto(MOVED)
    clause = page.get_by_role("listitem").filter(has_text="renuméroté (anciennement Article 8)")
    expect(clause).to_be_hidden()
    page.get_by_text("Seulement renumérotées, ou dont un renvoi a suivi : 21").click()
    expect(clause).to_be_visible()
    clause.get_by_role("link").click()
    expect(page.locator("section:target").get_by_role("heading").locator("del, ins")).to_have_text(
        ["Article 8.", "Article 7."]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_what_was_inserted_it_is_the_old_text_and_without_what_was_deleted_the_new_one(
    page: Page, language: str
) -> None:
    page.goto(address("changes", language))
    names = [each for each in NAMES if language == "fr" or each != UNTRANSLATED]
    texts = {}
    for name in names:
        sent = html(page, address(name, language))
        title = page.evaluate(PARSED_WORDS, [sent, "article h1", ""])
        text = page.evaluate(PARSED_WORDS, [sent, ".terms-text", BESIDE])
        texts[name] = [*title, *text]
    every = language == "fr"
    for old, new in combinations(names, 2) if every else (*pairwise(names), (names[0], names[-1])):
        sent = html(page, redline(old, new, language))
        for name, gone in ((old, "ins"), (new, "del")):
            found = page.evaluate(PARSED_WORDS, [sent, "article", f"{ADDED}, {gone}"])
            assert found == texts[name], f"{old} to {new} without {gone}"
        assert page.evaluate(ASTRAY, sent) == [], f"{old} to {new}"


@WITHOUT_JAVASCRIPT
def test_without_javascript_everything_is_read_in_line_and_no_tool_is_offered(page: Page) -> None:
    page.goto(f"{NEXT}?show=changed&view=sides#change--2")
    expect(tools(page)).to_be_hidden()
    expect(page.get_by_role("button")).to_have_text(["Rechercher"])
    for section in ("parties", "maintenance", "intelligence-artificielle", "annexe-sous-traitants"):
        expect(page.locator(f"section#{section}")).to_be_visible()
    changed = page.locator("section#resiliation-convenance")
    expect(changed.locator("del")).to_have_text(["de deux", "2"])
    expect(changed.locator("ins")).to_have_text(["d'un", "1"])
    expect(changed.locator("del").first).to_be_visible()
    expect(page.locator("section#intelligence-artificielle")).to_be_in_viewport()


def test_each_changed_clause_says_what_became_of_it(page: Page) -> None:
    page.goto(FARTHEST)
    for section in article(page).locator("section[data-change][id]").all():
        expect(section.locator(".terms-what")).to_have_attribute("data-kind", re.compile("^[a-z-]+$"))
        expect(section.locator(".terms-what")).not_to_be_empty()
    for clause, says in (("sous-traitance", "supprimé"), ("intelligence-artificielle", "ajouté")):
        expect(page.locator(f"section#{clause} .terms-what")).to_have_text(says)


def test_a_moved_clause_leads_to_its_other_place_and_back(page: Page) -> None:
    page.goto(MOVED)
    new, old = page.locator("section#confidentialite"), page.locator("section#confidentialite--old")
    expect(new.get_by_role("heading").locator("ins")).to_have_text(["Article 15.", "Confidentialité"])
    expect(old.get_by_role("heading").locator("del")).to_have_text(["Article 10.", "Confidentialité"])
    for moved in (new.locator("ins"), old.locator("del")):
        expect(moved.first).to_have_css("text-decoration-style", "double")
    new.get_by_role("link", name="voir son ancien emplacement").click()
    expect(old).to_be_in_viewport()
    old.get_by_role("link", name="voir son nouvel emplacement").click()
    expect(new).to_be_in_viewport()
    expect(page).to_have_url(f"{MOVED}#confidentialite")


def test_the_buttons_walk_through_every_change_in_order(page: Page) -> None:
    page.goto(MOVED)
    expect(at(page)).to_have_text("Modifications : 6")
    places = []
    for number in (1, 2, 3, 4, 5, 6, 6):
        button(page, "Modification suivante").click()
        expect(at(page)).to_have_text(f"Modification {number} sur 6")
        expect(page).to_have_url(f"{MOVED}#change--{number}")
        expect(page.locator(".terms-at-stop")).to_be_in_viewport()
        expect(page.locator(".terms-at-stop")).to_be_focused()
        places.append(page.locator(".terms-at-stop").evaluate("(it) => it.getBoundingClientRect().top + scrollY"))
    assert places == sorted(places)
    button(page, "Modification précédente").click()
    expect(at(page)).to_have_text("Modification 5 sur 6")


def test_the_keys_work_in_the_text_and_nowhere_else(page: Page) -> None:
    page.goto(MOVED)
    page.keyboard.press("n")
    button(page, "Seulement").focus()
    page.keyboard.press("n")
    expect(at(page)).to_have_text("Modifications : 6")
    article(page).focus()
    for key, number in (("n", 1), ("n", 2), ("n", 3), ("p", 2), ("Control+n", 2), ("x", 2)):
        page.keyboard.press(key)
        expect(at(page)).to_have_text(f"Modification {number} sur 6")


def test_a_key_held_down_ends_at_the_address_of_the_change_it_ends_at(page: Page) -> None:
    """Browsers take a hundred addresses in ten seconds, then refuse them."""
    page.goto(MOVED)
    held = "for (const key of 'npn'.repeat(100)) it.dispatchEvent(new KeyboardEvent('keydown', { key }))"
    article(page).evaluate(f"(it) => {{ {held} }}")
    expect(at(page)).to_have_text("Modification 6 sur 6")
    expect(page).to_have_url(f"{MOVED}#change--6")


def test_a_link_followed_right_after_a_key_is_not_taken_back(page: Page) -> None:
    page.goto(MOVED)
    hurry = "window.setTimeout = (due) => { window.due = due; }"
    press = "it.dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }))"
    article(page).evaluate(f"(it) => {{ {hurry}; {press}; location.hash = '#change--5'; window.due(); }}")
    expect(at(page)).to_have_text("Modification 5 sur 6")
    expect(page).to_have_url(f"{MOVED}#change--5")


def test_an_address_with_a_change_lands_there(page: Page) -> None:
    page.goto(f"{MOVED}#change--3")
    expect(at(page)).to_have_text("Modification 3 sur 6")
    expect(page.locator(".terms-at-stop")).to_be_in_viewport()
    page.get_by_role("link", name="dans le texte").first.click()
    expect(at(page)).to_have_text("Modification 5 sur 6")
    page.goto(f"{NEXT}#change--99")
    expect(at(page)).to_have_text("Modifications : 4")


def test_only_changed_clauses_are_shown_and_a_link_shows_the_same(page: Page) -> None:
    page.goto(NEXT)
    pressed = button(page, "Seulement les clauses modifiées")
    expect(pressed).to_have_attribute("aria-pressed", "false")
    pressed.click()
    expect(page).to_have_url(f"{NEXT}?show=changed")
    for _ in range(2):
        expect(pressed).to_have_attribute("aria-pressed", "true")
        expect(page.locator("section#maintenance")).to_be_visible()
        expect(page.locator("section#parties")).to_be_hidden()
        page.reload()
    pressed.click()
    expect(page).to_have_url(NEXT)
    expect(page.locator("section#parties")).to_be_visible()


@pytest.mark.parametrize("view", ["", "&view=sides"])
def test_a_changed_clause_is_shown_under_the_heading_of_the_clause_above_it(page: Page, view: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{NEXT}?show=changed{view}")
    expect(page.locator("section#niveaux-service").get_by_role("heading")).to_be_visible()
    expect(page.locator("section#parties").get_by_role("heading")).to_be_hidden()


@pytest.mark.parametrize("where", [NEXT, MOVED, redline("2025-03-30", "2026-06-01")])
def test_side_by_side_every_change_is_seen(page: Page, where: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{where}?view=sides")
    for number in range(1, int(article(page).get_attribute("data-stops") or "0") + 1):
        button(page, "Modification suivante").click()
        expect(at(page)).to_contain_text(f"Modification {number} sur")
        expect(page.locator(".terms-at-stop")).to_be_in_viewport()
        expect(page.locator(".terms-at-stop")).to_be_visible()


@pytest.mark.parametrize("where", [NEXT, MOVED, redline("2025-03-30", "2026-06-01"), FARTHEST])
def test_among_changed_clauses_every_change_is_seen(page: Page, where: str) -> None:
    page.goto(f"{where}?show=changed")
    for number in range(1, int(article(page).get_attribute("data-stops") or "0") + 1):
        button(page, "Modification suivante").click()
        expect(at(page)).to_contain_text(f"Modification {number} sur")
        expect(page.locator(".terms-at-stop")).to_be_in_viewport()


def test_side_by_side_one_column_says_the_old_text_and_the_other_the_new(page: Page) -> None:
    where = FARTHEST
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(where)
    before = sections(page)
    words = {
        gone: page.evaluate(PARSED_WORDS, [html(page, where), "article", f"{ADDED}, {gone}"]) for gone in ("ins", "del")
    }
    button(page, "Côte à côte").click()
    expect(page).to_have_url(f"{where}?view=sides")
    for _ in range(2):
        expect(button(page, "Côte à côte")).to_have_attribute("aria-pressed", "true")
        for side, gone in (("old", "ins"), ("new", "del")):
            column = page.locator(f".terms-side-{side}")
            expect(column.locator(f"{gone}:visible")).to_have_count(0)
            assert column.evaluate_all(SHOWN_WORDS, ADDED) == words[gone]
        ids = page.locator("[id]").evaluate_all("(elements) => elements.map((element) => element.id)")
        assert len(ids) == len(set(ids))
        assert beyond(page, 1440) == 0
        page.reload()
    button(page, "Côte à côte").click()
    assert sections(page) == before
    expect(page).to_have_url(where)


def test_side_by_side_a_full_stop_follows_what_was_deleted(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{NEXT}?view=sides")
    deleted = page.locator(".terms-side-old del", has_text="1er juin 2026")
    gap = """each => {
        const range = document.createRange();
        const after = document.createTreeWalker(each.parentElement, NodeFilter.SHOW_TEXT);
        while (after.nextNode()) if (after.currentNode.data === ".") range.selectNodeContents(after.currentNode);
        return range.getBoundingClientRect().left - each.getBoundingClientRect().right;
    }"""
    assert deleted.evaluate(gap) < 1


def test_what_became_of_a_clause_has_room_for_its_words_in_every_browser(page: Page) -> None:
    page.goto(MOVED)
    shares = page.locator(".terms-redline-table thead th").evaluate_all(
        "(cells) => cells.map((each) => each.offsetWidth / each.parentElement.offsetWidth)"
    )
    assert shares == pytest.approx([0.3, 0.28, 0.42], abs=0.01)


def test_a_narrow_window_shows_one_column_even_where_the_link_asks_for_two(page: Page) -> None:
    page.set_viewport_size({"width": 820, "height": 900})
    page.goto(f"{NEXT}?view=sides")
    expect(button(page, "Côte à côte")).to_be_hidden()
    expect(page.locator(".terms-side-old")).to_have_count(0)
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".terms-side-old").first).to_be_visible()
    page.set_viewport_size({"width": 820, "height": 900})
    expect(page.locator(".terms-side-old")).to_have_count(0)


def test_a_link_to_a_change_among_changed_clauses_side_by_side_lands_there(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{NEXT}?show=changed&view=sides#change--2")
    expect(at(page)).to_have_text("Modification 2 sur 4")
    expect(page.locator(".terms-side-new#intelligence-artificielle")).to_be_in_viewport()
    expect(page.locator(".terms-side-old").filter(has_text="siège social")).to_be_hidden()


def test_no_redline_scrolls_sideways(page: Page) -> None:
    for where in (NEXT, MOVED, FARTHEST):
        page.goto(where)
        found = {width: beyond(page, width) for width in (320, 360, 820, 1440)}
        assert {width: pixels for width, pixels in found.items() if pixels} == {}, where


def test_on_paper_words_are_underlined_and_struck_through_and_no_tool_is_seen(page: Page) -> None:
    page.goto(NEXT)
    expect(tools(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(tools(page)).to_be_hidden()
    clause = page.locator("section#resiliation-convenance")
    expect(clause.locator("ins").first).to_have_css("text-decoration-line", "underline")
    expect(clause.locator("del").first).to_have_css("text-decoration-line", "line-through")
    expect(clause.locator("del").first).to_be_visible()
    expect(page.get_by_role("banner")).to_be_hidden()


def test_on_paper_no_word_is_broken_in_what_became_of_a_clause(page: Page) -> None:
    page.set_viewport_size({"width": 627, "height": 900})
    page.goto("/en/exemple/services/review/2025-11-15/")
    page.emulate_media(media="print")
    said = page.locator(".terms-redline-table td:nth-child(2)", has_text="typography only")
    word = """each => {
        const range = document.createRange();
        range.setStart(each.firstChild, 0);
        range.setEnd(each.firstChild, "typography".length);
        return [range.toString(), range.getClientRects().length];
    }"""
    assert said.evaluate(word) == ["typography", 1]
    page.emulate_media(media="screen")


def test_in_arabic_the_toolbar_and_the_table_are_in_arabic(page: Page) -> None:
    page.goto(redline(IN_FORCE, UPCOMING, "ar"))
    expect(article(page)).to_have_attribute("lang", "ar")
    bar = page.get_by_role("group")
    for words in [*bar.get_by_role("button").all_inner_texts(), *page.get_by_role("columnheader").all_inner_texts()]:
        assert re.search("[\u0600-\u06ff]", words)
        assert not re.search("[A-Za-z]{2}", words)
    bar.get_by_role("button").nth(1).click()
    expect(page).to_have_url(re.compile("#change--1$"))


def test_a_version_without_a_text_in_a_language_has_no_redline_in_it(page: Page) -> None:
    for old, new in (("2024-10-01", UNTRANSLATED), (UNTRANSLATED, "2025-03-30")):
        assert page.request.get(redline(old, new, "ar")).status == 404
        assert page.request.get(redline(old, new)).ok
