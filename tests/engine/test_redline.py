"""A redline tells the truth: nothing that changed stays unmarked, and nothing is called new that only moved."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.model import Dated, FrontMatter, Group, Numbering, Passage, Redline, Text
from macros.terms.reading import read
from macros.terms.render.marked import marked
from tests.engine.redline_texts import (
    ENDINGS,
    faults,
    kinds,
    lines,
    of_class_text,
    pairs,
    real_texts,
    redline,
    runs,
    strip_ids,
)

REAL = settings(max_examples=120)
ARTICLES: dict[str, str] = {
    "Objet": "Le Prestataire fournit au Client un accès au Service pendant la durée du contrat.",
    "Prix": "Le Client paie le prix dans les trente (30) jours de la facture, par virement bancaire.",
    "Résiliation": "Chaque partie peut résilier le contrat avec un préavis de trois mois, par lettre recommandée.",
    "Secret": "Les parties gardent secrètes les informations échangées, pendant cinq ans après la fin du contrat.",
    "Loi applicable": "Le contrat est soumis au droit français, et les tribunaux de Paris sont compétents.",
}


def contract(
    articles: Mapping[str, str] = ARTICLES, *, first: int = 1, order: Sequence[str] = (), level: int = 2
) -> str:
    """A contract of articles that are numbered but have no ids."""
    titles = order or tuple(articles)
    return "\n\n".join(
        f"{'#' * level} Article {number}. {title}\n\n{articles[title]}" for number, title in enumerate(titles, first)
    )


def differing(found: Redline) -> list[str]:
    """The words of the passages that differ, number and space apart."""
    return [
        marked(passage.words)
        for passage in found.passages
        if any(run.op != "equal" and run.kind not in {"renumbered", "typography"} for run in passage.words)
    ]


def body(old: str, new: str) -> list[str]:
    """What differs in the words of two short texts."""
    return differing(redline(old, new))


# Properties of the changes that contracts see, on real contracts.


@REAL
@given(pairs())
def test_what_changed_in_a_real_contract_is_told_in_full_and_only_once(pair: tuple[str, str]) -> None:
    old, new = pair
    assert faults(old, new) == []
    assert faults(new, old) == []


@settings(max_examples=60)
@given(st.text(max_size=40), st.text(max_size=40))
@example("\ufeff", "")
@example("\r", "\n")
@example("\n\n", "")
@example("# ", "#")
@example("---\na: b\n---\n", "---\na: c\n---")
def test_any_two_texts_can_be_spelt_again_from_their_redline(old: str, new: str) -> None:
    found = redline(old, new)
    assert "".join(each.text for each in found.ops if each.op != "insert") == old
    assert "".join(each.text for each in found.ops if each.op != "delete") == new


@pytest.mark.parametrize("ending", ENDINGS)
def test_equal_real_contracts_have_no_mark(ending: str) -> None:
    for text in map(ENDINGS[ending], real_texts()):
        found = redline(text, text)
        assert "".join(each.text for each in found.ops) == text
        assert {each.op for each in found.ops} == {"equal"}
        assert (found.changes, found.groups) == ((), ())


@pytest.mark.parametrize("ending", ["lines end with CR LF", "a byte order mark", "no final newline"])
@pytest.mark.parametrize("named", [True, False], ids=["ids", "no ids"])
def test_how_lines_and_files_end_never_counts_as_words(ending: str, named: bool) -> None:
    for text in real_texts()[:6]:
        old = text if named else "\n".join(strip_ids(text.split("\n"), Random(0)))
        assert of_class_text(redline(old, ENDINGS[ending](old))) == []


def test_empty_lines_at_both_ends_never_count_as_words() -> None:
    for text in real_texts()[:6]:
        old = text[text.index("\n---\n") + 5 :]
        assert of_class_text(redline(old, ENDINGS["empty lines at both ends"](old))) == []


# What is no change of wording.


def test_renumbering_alone_marks_no_word() -> None:
    found = redline(contract(), contract(first=4))
    assert of_class_text(found) == []
    assert kinds(found) == dict.fromkeys(ARTICLES, "renumbered")


NUMBERINGS = {
    "articles": [f"## Article {n}. Titre {w}\n\nLes mots de {w}." for n, w in enumerate("abcd", 1)],
    "decimals": [f"### 2.{n} Titre {w}\n\nLes mots de {w}." for n, w in enumerate("abcd", 1)],
    "roman": [f"## {n}. Titre {w}\n\nLes mots de {w}." for n, w in zip(["I", "II", "III", "IV"], "abcd", strict=True)],
    "letters": [f"## {n}. Titre {w}\n\nLes mots de {w}." for n, w in zip("ABCD", "abcd", strict=True)],
    "paragraphs": [f"2.{n}. Les mots du paragraphe {w} que voici." for n, w in enumerate("abcd", 1)],
    "list": [f"{n}. les mots du point {w} que voici" for n, w in enumerate("abcd", 1)],
    "lettered list": [f"({n}) les mots du point {w} que voici" for n, w in zip("abcd", "wxyz", strict=True)],
}


@pytest.mark.parametrize("numbered", NUMBERINGS.values(), ids=NUMBERINGS)
def test_one_number_less_marks_only_what_had_it(numbered: list[str]) -> None:
    join = "\n" if numbered[0][0] in "1(" and not numbered[0].startswith("#") else "\n\n"
    numbers = [re.match(r"[#\s]*(?:Article )?[\w.()]+", each) for each in numbered]
    shifted = [
        str(number and number[0]) + each[len(str(before and before[0])) :]
        for number, before, each in zip(numbers, numbers[1:], numbered[1:], strict=False)
    ]
    found = redline(join.join(numbered), join.join(shifted))
    assert {op for op, _ in of_class_text(found)} == {"delete"}
    assert [passage.state for passage in found.passages if passage.state != "kept"] == ["removed"] * (
        1 + ("#" in numbered[0])
    )


MARKUP = {
    "bold": ("Le Client paie le prix sans délai.", "Le **Client** paie *le prix* sans délai."),
    "bold, gone": ("Le __Client__ paie _le_ prix.", "Le Client paie le prix."),
    "code": ("Le fichier robots.txt est lu.", "Le fichier `robots.txt` est lu."),
    "escapes": ("Le prix est dû (voir ci-dessous).", "Le prix est dû \\(voir ci\\-dessous\\)\\."),
    "a link": ("Voir le site de la société.", "Voir [le site](https://a.example) de la société."),
    "levels of headings": (contract(), contract(level=3)),
    "marks of a list": ("- un premier point\n- un deuxième point", "* un premier point\n* un deuxième point"),
    "a rule": ("Le Client paie.\n\nLe prix est dû.", "Le Client paie.\n\n---\n\nLe prix est dû."),
    "a heading underlined": ("## Titre\n\nMots.", "Titre\n-----\n\nMots."),
    "a hard break": ("Première ligne\nseconde ligne", "Première ligne\\\nseconde ligne"),
    "a table's rule": ("| a | b |\n| --- | --- |\n| c | d |", "| a | b |\n|:-:|---:|\n| c | d |"),
    "a quote": ("Le Client paie le prix sans délai.", "> Le Client paie le prix sans délai."),
    "lines of a quote": ("> Le Client paie\n> le prix sans\n> délai.", "> Le Client paie le prix\n> sans délai."),
    "a quote no longer": ("> - Le Client paie\n>   le prix.", "- Le Client paie le prix."),
    "bold as a tag": ("Le **Client** paie *le prix*.", "Le <strong>Client</strong> paie <i>le prix</i>."),
    "a line's end as a tag": ("Première ligne  \nseconde ligne", "Première ligne<br/>seconde ligne"),
    "tags on lines of their own": (
        "<table>\n<tr><td>Prix</td><td>9 €</td></tr>\n</table>",
        "<table>\n  <tr>\n    <td>Prix</td>\n    <td\n      class='sum'>9 €</td>\n  </tr>\n</table>",
    ),
}


@pytest.mark.parametrize(("old", "new"), MARKUP.values(), ids=MARKUP)
def test_markup_alone_marks_no_word(old: str, new: str) -> None:
    assert of_class_text(redline(old, new)) == []
    assert of_class_text(redline(new, old)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fee is not payable.", "The fee is ~~not~~ payable."),
        ("Within ~5 days.", "Within 5 days."),
        (r"The prices\* of the list.", "The prices of the list."),
        (r"\* Save where the law says otherwise.", "Save where the law says otherwise."),
        (r"Plan A \| B.", "Plan A B."),
        ("Paid <del>not</del> at once.", "Paid not at once."),
        ("The <name of the client> pays.", "The <name of the provider> pays."),
        ("The <address of the client> applies.", "The <address of the provider> applies."),
    ],
    ids=[
        "a word struck out",
        "about",
        "a star that calls a note",
        "the star of a note",
        "a bar",
        "a word struck out by a tag",
        "words to fill in",
        "words to fill in, begun as a tag is",
    ],
)
def test_signs_that_a_text_prints_are_no_markup(old: str, new: str) -> None:
    assert of_class_text(redline(old, new))
    assert of_class_text(redline(new, old))


SPACES = {
    "kinds": ("Le prix : 12 € ; dû.", "Le prix\u00a0: 12\u202f€\u2009; dû."),
    "kinds, by their names": ("Le prix : 12 000 € ; dû.", "Le&nbsp;prix&nbsp;: 12&nbsp;000&#160;€ ; dû."),
    "number": ("Le Client  paie   le prix.", "Le Client paie le prix."),
    "lines": ("Le Client paie le prix sans délai.", "Le Client paie\nle prix\nsans délai."),
    "a line in the words of a link": (
        "Voir [le site](https://a.example) du Client.",
        "Voir [le\nsite](https://a.example) du Client.",
    ),
    "lines after a heading with an id": ("## Titre {#titre}\nMots.", "## Titre {#titre}\n\nMots."),
    "a byte order mark": ("Le Client paie.", "\ufeffLe Client paie."),
    "a byte order mark before front matter": ("---\ntitle: x\n---\n\nMots.", "\ufeff---\ntitle: x\n---\n\nMots."),
    "ends of lines": ("Le Client paie  \nle prix.", "Le Client paie\nle prix."),
    "empty lines": ("Le Client paie.\n\nLe prix.", "\n\nLe Client paie.\n\n\n\n \nLe prix.\n\n\n"),
    "indents": ("- un\n- deux", "  -  un\n  -  deux"),
    "quotes, dashes": ("L'accès « simple » - ou non...", "L’accès “simple” – ou non…"),
    "line separators": ("Le Client paie le prix.", "Le Client paie\u2028le prix."),
    "composed letters": ("Le délai est passé.", "Le de\u0301lai est passe\u0301."),
    "what prints nothing": (
        "Le contrat est conclu pour un an, et renouvelé.",
        "\u200b\n\nLe con\u00adtrat est conclu\u200b pour un an, et re\u00adnou\u00advelé\u2060.\n\n&nbsp;\n",
    ),
    "cells": ("| a | b |\n| --- | --- |\n| c | d |", "| a    |   b|\n|----|-----|\n|c|d|"),
}


@pytest.mark.parametrize(("old", "new"), SPACES.values(), ids=SPACES)
def test_spaces_and_typography_alone_mark_no_word(old: str, new: str) -> None:
    assert of_class_text(redline(old, new)) == []
    assert of_class_text(redline(new, old)) == []


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("text", [real_texts()[0], real_texts()[-1]], ids=["real", "invented"])
def test_lines_wrapped_otherwise_mark_no_word(text: str, columns: int) -> None:
    blocks = text.split("\n\n")
    wrapped = [
        textwrap.fill(each, columns, break_long_words=False, break_on_hyphens=False)
        if re.match(r"[A-ZÀ-Ý](?!\S*[.)])", each) and "\n" not in each
        else each
        for each in blocks
    ]
    assert wrapped != blocks
    assert of_class_text(redline(text, "\n\n".join(wrapped))) == []


SENTENCES = "Le Client paie le prix. Les taxes s'y ajoutent. Les retards portent intérêt. Aucun escompte n'est accordé."


@pytest.mark.parametrize("places", [(1,), (2,), (3,), (1, 2), (1, 2, 3)], ids=str)
def test_paragraphs_split_or_merged_mark_no_word(places: tuple[int, ...]) -> None:
    parts = re.split(r"(?<=\.) ", SENTENCES)
    split = "".join(("\n\n" if at in places else " " if at else "") + part for at, part in enumerate(parts))
    for old, new in ((SENTENCES, split), (split, SENTENCES)):
        found = redline(f"{contract()}\n\n{old}\n", f"{contract()}\n\n{new}\n")
        assert of_class_text(found) == []
        assert kinds(found) == {"Loi applicable": "typography"}


def test_a_paragraph_split_and_edited_marks_the_word_alone() -> None:
    new = SENTENCES.replace("ajoutent. ", "ajoutent.\n\n").replace("intérêt", "pénalités")
    assert of_class_text(redline(SENTENCES, new)) == [("delete", "intérêt"), ("insert", "pénalités")]


def test_what_a_split_paragraph_lost_is_marked_where_its_new_words_are() -> None:
    new = SENTENCES.replace("ajoutent. Les", "ajoutent.\n\nTous les")
    found = [marked(each.words) for each in redline(SENTENCES, new).passages]
    assert found == [
        "Le Client paie le prix. Les taxes s'y ajoutent.[- -]",
        "[-Les-]{+Tous les+} retards portent intérêt. Aucun escompte n'est accordé.",
    ]


@pytest.mark.parametrize("mark", ["{}) ", "- {}) "])
def test_a_paragraph_split_into_a_list_marks_neither_its_numbers_nor_its_short_items(mark: str) -> None:
    items = [
        "Objet :",
        "a) la vente ;",
        "b) le conseil aux clients qui le demandent ;",
        "Prix :",
        "c) net",
        "d) ferme.",
    ]
    listed = [mark.format(each[0]) + each[3:] if each[1:3] == ") " else each for each in items]
    old, new = " ".join(items), "\n\n".join(listed).replace("le demandent", "l'ont demandé")
    found = redline(f"{contract()}\n\n{old}\n", f"{contract()}\n\n{new}\n")
    assert {text for _, text in of_class_text(found)} <= {"le demandent", "l'ont demandé", "- "}


@pytest.mark.parametrize(
    ("old", "new"),
    [("L'Etat", "L’État"), ("A défaut", "À défaut"), ("OEUVRE SALARIEE", "ŒUVRE SALARIÉE"), ("Oeuvre", "Œuvre"),
     ("le coeur", "le cœur"), ("la ﬁn", "la fin")],
)  # fmt: skip
def test_letters_set_otherwise_mark_no_word(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        found = redline(f"## Un\n\n{before} de l'accord reste.\n", f"## Un\n\n{after} de l'accord reste.\n")
        assert (of_class_text(found), kinds(found)) == ([], {"Un": "typography"})


@pytest.mark.parametrize(("old", "new"), [("employé", "employe"), ("OU", "OÙ"), ("client", "Client")])
def test_an_accent_or_a_capital_that_says_something_marks_the_word(old: str, new: str) -> None:
    assert of_class_text(redline(f"Le {old} paie.", f"Le {new} paie.")) == [("delete", old), ("insert", new)]


def test_a_space_that_came_with_a_sign_stands_before_it() -> None:
    assert lines("Un relevé sur demande.", "Un relevé sur demande ;") == ["kept: Un relevé sur demande[-.-]{+ ;+}"]


def test_a_paragraph_no_longer_set_in_capitals_marks_what_else_changed_alone() -> None:
    old = "LE PRESTATAIRE NE RÉPOND PAS DES DOMMAGES INDIRECTS, DANS LA LIMITE DE 500 €, SAUF FAUTE LOURDE."
    new = "Le Prestataire ne répond pas des dommages indirects, dans la limite de 400 €, sauf faute lourde."
    for before, after, gone, come in ((old, new, "500 €", "400 €"), (new, old, "400 €", "500 €")):
        assert of_class_text(redline(before, after)) == [("delete", gone), ("insert", come)]
        assert kinds(redline(f"## Un\n\n{before}", f"## Un\n\n{after}".replace(come, gone))) == {"Un": "typography"}
    assert lines(old, new.replace("400", "500")) == [f"kept: [-{old}-]{{+{new.replace('400', '500')}+}}"]


@pytest.mark.parametrize("title", ["DURÉE DU CONTRAT", "DUREE DU CONTRAT", "Duree du contrat"])
def test_a_heading_set_otherwise_marks_no_word(title: str) -> None:
    found = redline("## Durée du contrat\n\nUn an.\n", f"## {title}\n\nUn an.\n")
    assert (of_class_text(found), [each.kind for each in found.changes]) == ([], ["typography"])


def test_what_a_tag_sets_is_typography_where_it_leads_is_not() -> None:
    old = 'Voir <a href="https://a.example">le site</a> du Client.'
    assert of_class_text(redline(old, old.replace("<a ", '<a target="_blank" rel="noopener" '))) == []
    assert of_class_text(redline(old, old.replace("a.example", "b.example"))) != []


# What was moved.


def test_short_lines_said_often_move_with_their_clause() -> None:
    works = ["Terrassement", "Maçonnerie", "Forage"]
    points = [f"Sont visées :\n\n- les entreprises de {each.lower()} pour le bâtiment ;\n\nFin." for each in works]
    scope = "## Champ\n\nLes activités visées sont celles qui suivent.\n\n" + "\n\n".join(points) + "\n\n"
    notice = "## Durée\n\n" + "".join(
        f"Après {n} ans, le préavis des employés est de {n} mois entiers.\n\n" for n in range(20)
    )
    found = redline(scope + notice, notice + scope)
    assert of_class_text(found) == []
    assert {passage.state for passage in found.passages} == {"kept", "moved-from", "moved-to"}


def test_a_clause_with_a_number_alone_is_not_taken_for_another_one() -> None:
    old = "## 1 {#a}\n\nLe Client paie le prix.\n\n## 2 {#b}\n\nLe contrat prend fin à la date convenue.\n"
    new = "## 1 {#c}\n\nTout litige est porté devant un juge.\n\n## 2 {#a}\n\nLe Client paie le prix.\n"
    found = redline(old, new)
    assert {each.clause.id: each.kind for each in found.changes} == {"c": "added", "a": "renumbered", "b": "removed"}


@pytest.mark.parametrize("title", ARTICLES)
@pytest.mark.parametrize("to", range(5))
def test_a_section_moved_is_one_move_and_no_word(title: str, to: int) -> None:
    order = [each for each in ARTICLES if each != title]
    order.insert(to, title)
    found = redline(contract(), contract(order=order))
    assert of_class_text(found) == []
    told = [*kinds(found).values()]
    assert told.count("moved") == (order != [*ARTICLES])
    assert set(told) <= {"moved", "renumbered", "reference"}


def test_a_section_moved_that_names_ids_is_one_move() -> None:
    old = "\n\n".join(f"## {title} {{#c{at}}}\n\n{words}" for at, (title, words) in enumerate(ARTICLES.items()))
    parts = old.split("\n\n")
    found = redline(old, "\n\n".join([*parts[6:8], *parts[:6], *parts[8:]]))
    assert of_class_text(found) == []
    assert kinds(found) == {"Secret": "moved"}


def test_a_section_moved_in_which_a_word_changed_is_one_move_and_that_word() -> None:
    new = ARTICLES | {"Secret": ARTICLES["Secret"].replace("cinq", "dix")}
    found = redline(contract(), contract(new, order=["Objet", "Secret", "Prix", "Résiliation", "Loi applicable"]))
    assert sorted(of_class_text(found)) == [("delete", "cinq"), ("insert", "dix")]
    assert kinds(found) == {"Secret": "moved-edited", "Prix": "renumbered", "Résiliation": "renumbered"}
    assert [(each.deleted, each.inserted) for each in found.changes if each.kind == "moved-edited"] == [(1, 1)]


def test_what_moved_is_shown_where_it_was_and_where_it_is() -> None:
    found = redline(contract(), contract(order=["Objet", "Secret", "Prix", "Résiliation", "Loi applicable"]))
    states = [each.state for each in found.passages]
    assert (states.count("moved-from"), states.count("moved-to")) == (2, 2)


# Clauses.


@given(
    st.lists(st.sampled_from(sorted(ARTICLES.values())), max_size=3),
    st.lists(st.sampled_from(sorted(ARTICLES.values())), max_size=3),
)
def test_clauses_of_one_id_are_one_however_rewritten(before: list[str], after: list[str]) -> None:
    old, new = (
        f"## Un {{#un}}\n\nToujours.\n\n## {title} {{#deux}}\n\n{words}\n\n## Trois {{#trois}}\n\nJamais."
        for title, words in (("Deux", "\n\n".join(before)), ("Encore", "\n\n".join(after)))
    )
    (change,) = redline(old, new).changes
    assert (change.old and change.old.id, change.new and change.new.id, change.kind) == ("deux", "deux", "edited")


# Variables.

OLD, NEW = date(2026, 1, 1), date(2026, 6, 1)
PARIS, LYON = "12 rue de la Paix, 75002 Paris", "4 avenue Foch, 69006 Lyon"
FIRST, SECOND = "aide@acme.example", "contact@acme.example"
FACTS = {
    "company": {
        "address": (Dated(value=PARIS, since=date(2020, 1, 1)), Dated(value=LYON, since=NEW)),
        "email": (Dated(value=FIRST, since=date(2020, 1, 1)), Dated(value=SECOND, since=NEW)),
        "name": "ACME",
    }
}  # fmt: skip
BODY = """\
## Parties {#parties}

La société {{ company.name }} a son siège au {{ company.address }}.

## Avis {#avis}

Les avis vont au {{ company.address }}, ou par courriel à {{ company.email }}.

## Plaintes {#plaintes}

Les plaintes vont au {{ company.address }} dans les huit jours.
"""


def of_days(old: str, new: str) -> Redline:
    """The comparison of two texts of ours, read on either side of a change of facts."""
    readings = []
    for body_, day in ((old, OLD), (new, NEW)):
        front = FrontMatter(
            title="Titre", effective=day, recorded=day, binding="fr", numbering=Numbering(clauses=("Article {n}.",))
        )
        text = Text(
            path="fr.md",
            language="fr",
            revision=1,
            front=front,
            head=f"title: Titre\neffective: {day}",
            body="\n" * 4 + body_,
        )
        readings.append(read(text, FACTS, day))
    assert not [each.faults for each in readings if each.faults]
    return compare(*map(side, readings))


def words(found: Redline) -> list[tuple[str, str]]:
    """What was deleted or inserted as wording, front matter apart."""
    return [(each.op, each.text) for each in found.ops if each.op != "equal" and each.kind == "text" and each.clause]


def test_a_variable_that_changed_is_told_once_with_all_its_places() -> None:
    found = of_days(BODY, BODY)
    assert words(found) == []
    assert found.groups == (
        Group(facts=("company.address",), old=PARIS, new=LYON,
            clauses=("parties", "avis", "plaintes"), places=3),
        Group(facts=("company.email",), old=FIRST, new=SECOND, clauses=("avis",), places=1),
    )  # fmt: skip
    assert {each.clause.id: (each.kind, each.facts) for each in found.changes} == {
        "parties": ("variable", ("company.address",)),
        "avis": ("variable", ("company.address", "company.email")),
        "plaintes": ("variable", ("company.address",)),
    }


def test_a_word_changed_beside_a_variable_is_told_as_a_word() -> None:
    found = of_days(BODY, BODY.replace("huit jours", "quinze jours"))
    assert words(found) == [("delete", "huit"), ("insert", "quinze")]
    assert {each.clause.id: each.kind for each in found.changes} == {
        "parties": "variable",
        "avis": "variable",
        "plaintes": "edited",
    }


def test_the_same_substitution_in_a_text_without_variables_is_told_once() -> None:
    old = (
        "# Un\n\nLa société a son siège au 12 rue de la Paix, 75002 Paris, France.\n\n"
        "# Deux\n\nLes avis sont envoyés au 12 rue de la Paix, 75002 Paris, par lettre.\n\n"
        "# Trois\n\nLes plaintes vont au 12 rue de la Paix, 75002 Paris, sous pli fermé."
    )
    found = redline(old, old.replace("12 rue de la Paix, 75002 Paris", "4 avenue Foch, 69006 Lyon"))
    assert of_class_text(found) == []
    assert kinds(found) == dict.fromkeys(("Un", "Deux", "Trois"), "variable")
    assert found.groups == (
        Group(facts=(), old=PARIS, new=LYON, clauses=("un", "deux", "trois"), places=3),
    )  # fmt: skip


def test_a_name_is_replaced_only_where_the_old_one_is_gone_and_the_new_one_is_new() -> None:
    old = (
        "# Un\n\nLes frais sont à la charge du Client.\n\n# Deux\n\nLes pertes sont à la charge du Client.\n\n"
        "# Trois\n\nLe Prestataire informe le Client de tout incident."
    )
    new = old.replace("charge du Client", "charge du Prestataire")
    for before, after in ((old, new), (new, old)):
        found = redline(before, after)
        assert (kinds(found), found.groups) == ({"Un": "edited", "Deux": "edited"}, ())


def test_a_name_is_not_replaced_throughout_where_most_of_its_places_went() -> None:
    kept = "# Un\n\nIl rend le Code initial à sa demande.\n\n# Deux\n\nIl garde le Code initial en lieu sûr.\n"
    gone = "\n# Trois\n\nLe Code initial, ou une part du Code initial, ne se vend pas.\n"
    found = redline(kept + gone, kept.replace("Code initial", "Logiciel couvert"))
    assert kinds(found) == {"Un": "edited", "Deux": "edited", "Trois": "removed"}


def test_a_substitution_seen_once_is_a_change_of_wording() -> None:
    found = redline("Le siège de la société est au 12 rue Neuve.", "Le siège de la société est au 14 rue Neuve.")
    assert (found.groups, of_class_text(found)) == ((), [("delete", "12"), ("insert", "14")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Neither party", "Either party"),
        ("A key is found, so Clausier blocks it", "A key is found. Clausier blocks this"),
        ("The price is 40 €", "The price is 60 €"),
        ("It lasts 30 days", "It lasts 60 days"),
        ("The PROVIDER SHALL NOT", "The PROVIDER MAY"),
        ("The price of the Service", "The price of the Services"),
        ("What the Client owes", "What the Provider shall not owe"),
        ("dans le Pays ; par avis", "en tout Lieu sauf ; sur avis"),
    ],
)
def test_what_is_no_name_is_a_change_of_wording_however_often_it_is_made(old: str, new: str) -> None:
    text = "{0} in the first clause.\n\nIn between. {0} in the second clause."
    found = redline(text.format(old), text.format(new))
    assert (found.groups, [each.kind for each in found.changes]) == ((), ["edited"])


def test_a_sentence_begins_behind_a_mark_too() -> None:
    old = "**Neither** party pays for it\n\n**Neither** side may leave it\n"
    assert redline(old, old.replace("Neither", "Either")).groups == ()


@pytest.mark.parametrize("words", ["<https://a.example/1>", "<un@a.example>"])
def test_an_address_between_angle_brackets_is_a_word(words: str) -> None:
    found = redline(f"Voir {words}.\n", f"Voir {words.replace('a.', 'b.')}.\n")
    assert [each.kind for each in found.changes] == ["edited"]


def test_a_number_before_a_word_in_quotes_is_a_number() -> None:
    found = redline("1.1. 'Client' signifie l'acheteur.\n", '1.1. "Client" signifie l\'acheteur.\n')
    assert "1.1" not in "".join(each.text for each in found.ops if each.op != "equal")


SHIFTED = "Le Client paie {0} prix convenu.{1}DURÉE{2}Le contrat dure {3} ans, et se renouvelle.\n"


def test_words_that_went_over_the_end_of_a_paragraph_are_not_new() -> None:
    for one, other in (("\n\n", "\n"), ("\n", "\n\n")):
        found = redline(SHIFTED.format("le", one, other, "deux"), SHIFTED.format("tout", other, one, "trois"))
        assert of_class_text(found) == [
            ("delete", "le"),
            ("insert", "tout"),
            ("delete", "deux"),
            ("insert", "trois"),
        ]
        both = [(each.op, each.text) for each in found.ops]
        assert "".join(text for op, text in both if op != "insert") == SHIFTED.format("le", one, other, "deux")
        assert "".join(text for op, text in both if op != "delete") == SHIFTED.format("tout", other, one, "trois")


def test_words_that_two_paragraphs_exchange_are_edits_of_both() -> None:
    old = "Les frais sont payés par le Client\n\nPrestataire unique, il répond de tout.\n"
    found = redline(old, old.replace("Client", "P").replace("Prestataire", "Client").replace("P\n", "Prestataire\n"))
    assert of_class_text(found) == [
        ("delete", "Client"),
        ("insert", "Prestataire"),
        ("delete", "Prestataire"),
        ("insert", "Client"),
    ]


def test_a_paragraph_typed_as_a_heading_is_the_heading_of_its_number() -> None:
    old = "# T\n\n**Article 3. Prix et paiement**\n\nLe Client paie.\n"
    new = "# T\n\n## Article 3. Prix et modalités de paiement\n\nLe Client paie.\n"
    for before, after, op in ((old, new, "insert"), (new, old, "delete")):
        assert of_class_text(redline(before, after)) == [(op, "modalités de ")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.5 millions d'euros sont dus.\n", "3.5 millions d'euros sont dus.\n"),
        ("## 30 jours de préavis\n\nIl prévient.\n", "## 60 jours de préavis\n\nIl prévient.\n"),
        ("## Article 5 du règlement\n\nIl vaut.\n", "## Article 6 du règlement\n\nIl vaut.\n"),
    ],
)
def test_an_amount_that_begins_a_line_is_no_number_of_the_text(old: str, new: str) -> None:
    assert [each.kind for each in redline(old, new).changes] == ["edited"]


def test_numbers_that_count_on_are_those_of_the_text() -> None:
    old = "## 1 objet\n\n1.1 le Client paie.\n\n1.2 le Client garde.\n\n## 2 prix\n\nDix euros.\n"
    new = old.replace("## 2", "## 3").replace("## 1", "## 2").replace("1.", "2.")
    assert of_class_text(redline(old, new)) == []


def test_a_heading_that_is_a_number_alone_is_renumbered() -> None:
    old = "## 4.1\n\nLe Client paie le prix.\n\n## 4.2\n\nIl le paie d'avance.\n"
    found = redline(old, old.replace("4.", "5."))
    assert [each.kind for each in found.changes] == ["renumbered", "renumbered"]


def test_a_year_that_begins_a_line_is_a_word() -> None:
    found = redline("2024. Année de référence.\n", "2025. Année de référence.\n")
    assert of_class_text(found) == [("delete", "2024"), ("insert", "2025")]


def test_an_escaped_end_of_line_is_typography_however_lines_end() -> None:
    found = redline("un\\\ndeux\n", "un\\\r\ndeux\r\n")
    assert [each.kind for each in found.changes] == ["typography"]


# Lists, tables, definitions.

ITEMS = (
    "envoyer des messages non sollicités",
    "vendre le service à des tiers",
    "copier le logiciel",
    "lire les données d'un autre",
)


def listed(*items: str, mark: str = "-") -> str:
    return "\n".join(f"{mark} {each}" for each in items)


@pytest.mark.parametrize("place", range(4))
def test_lists_are_compared_item_by_item(place: int) -> None:
    less = [each for at, each in enumerate(ITEMS) if at != place]
    assert body(listed(*ITEMS), listed(*less)) == [f"[-{ITEMS[place]}-]"]
    assert body(listed(*less), listed(*ITEMS)) == [f"{{+{ITEMS[place]}+}}"]
    other = [each if at != place else each.replace(" ", " aussi ", 1) for at, each in enumerate(ITEMS)]
    verb, rest = ITEMS[place].split(" ", 1)
    assert body(listed(*ITEMS), listed(*other)) == [f"{verb} {{+aussi +}}{rest}"]


HEAD = ("Pays", "Délai", "Prix")
ROWS = (
    ("France", "2 jours", "5 €"),
    ("Espagne", "4 jours", "9 €"),
    ("Italie", "5 jours", "12 €"),
    ("Malte", "8 jours", "20 €"),
)


def table(*rows: Sequence[str], head: Sequence[str] = HEAD) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(each)} |" for each in (head, ["---"] * len(head), *rows))


@pytest.mark.parametrize("around", ["> ", "> > ", "1. ", "- > ", "(a) "])
def test_what_a_quotation_or_a_list_prints_before_a_row_is_no_cell(around: str) -> None:
    further = "".join(each if each == ">" else " " for each in around)
    old = around + table(*ROWS).replace("\n", f"\n{further}")
    found = [each for each in redline(old, old).passages if each.kind == "cell"]
    said = ["".join(run.text for run in each.words).strip() for each in found]
    assert said == [each for row in (HEAD, *ROWS) for each in row]


@pytest.mark.parametrize("place", range(4))
def test_tables_are_compared_row_by_row(place: int) -> None:
    less = [each for at, each in enumerate(ROWS) if at != place]
    assert body(table(*ROWS), table(*less)) == [f"[-{each}-]" for each in ROWS[place]]
    assert body(table(*less), table(*ROWS)) == [f"{{+{each}+}}" for each in ROWS[place]]


@pytest.mark.parametrize("place", range(4))
def test_rows_are_compared_cell_by_cell(place: int) -> None:
    other = [(name, "7 jours" if at == place else days, price) for at, (name, days, price) in enumerate(ROWS)]
    assert body(table(*ROWS), table(*other)) == [f"[-{ROWS[place][1][0]}-]{{+7+}} jours"]


@pytest.mark.parametrize("place", range(4))
def test_a_column_that_comes_or_goes_is_marked_alone(place: int) -> None:
    def wide(row: Sequence[str], cell: str) -> list[str]:
        return [*row[:place], cell, *row[place:]]

    more = table(*(wide(row, f"{at} %") for at, row in enumerate(ROWS)), head=wide(HEAD, "TVA"))
    cells = ["TVA", "0 %", "1 %", "2 %", "3 %"]
    assert body(table(*ROWS), more) == [f"{{+{each}+}}" for each in cells]
    assert body(more, table(*ROWS)) == [f"[-{each}-]" for each in cells]


def test_a_cell_edited_beside_a_new_column_is_compared_with_itself() -> None:
    more = table(
        *((name, days, "20 %", "6 €" if price == "5 €" else price) for name, days, price in ROWS),
        head=("Pays", "Délai", "TVA", "Prix"),
    )
    assert body(table(*ROWS), more) == ["{+TVA+}", "{+20 %+}", "[-5 €-]{+6 €+}", "{+20 %+}", "{+20 %+}", "{+20 %+}"]


TERMS: dict[str, str] = {
    "Client": "personne qui signe le contrat en son nom",
    "Service": "logiciel que le Prestataire met en ligne",
    "Données": "fichiers que le Client dépose sur le Service",
    "Avis": "message envoyé par écrit à l'autre partie",
}


def defined(terms: Mapping[str, str]) -> str:
    return "\n\n".join(f"{term}\n: {words}" for term, words in terms.items())


@pytest.mark.parametrize("term", TERMS)
def test_definitions_are_compared_term_by_term(term: str) -> None:
    less = {each: words for each, words in TERMS.items() if each != term}
    assert body(defined(TERMS), defined(less)) == [f"[-{term}-]", f"[-{TERMS[term]}-]"]
    verb, rest = TERMS[term].split(" ", 1)
    other = TERMS | {term: f"{verb} seul {rest}"}
    assert body(defined(TERMS), defined(other)) == [f"{verb} {{+seul +}}{rest}"]


@given(st.permutations(sorted(TERMS)))
def test_definitions_in_another_order_are_moved_and_no_word_is_new(order: list[str]) -> None:
    found = redline(defined(TERMS), defined({each: TERMS[each] for each in order}))
    assert of_class_text(found) == []
    assert {each.kind for each in found.changes} == (set() if order == [*TERMS] else {"moved"})


def test_a_definition_that_moved_and_was_edited_marks_its_word_alone() -> None:
    new = {each: TERMS[each] for each in sorted(TERMS)} | {"Données": TERMS["Données"].replace("fichiers", "documents")}
    assert sorted(of_class_text(redline(defined(TERMS), defined(new)))) == [
        ("delete", "fichiers"),
        ("insert", "documents"),
    ]


# Words.

WHOLE = {
    "an amount": ("1 234,56 €", "1 324,56 €"),
    "an amount with narrow spaces": ("12\u202f000\u00a0€", "15\u202f000\u00a0€"),
    "a rate": ("3,5 %", "4,5 %"),
    "a number": ("1,234.50", "1,234.75"),
    "a French date": ("1er janvier 2026", "1er février 2026"),
    "an English date": ("5 January 2026", "15 January 2026"),
    "an American date": ("January 5, 2026", "January 15, 2026"),
    "an Arabic date": ("5 يناير 2026", "15 يناير 2026"),
    "a date in figures": ("31/12/2026", "30/12/2026"),
    "an ISO date": ("2026-12-31", "2026-12-30"),
    "a URL": ("https://acme.example/cgu?v=1", "https://acme.example/cgu?v=2"),
    "an e-mail address": ("aide@acme.example", "aide@acme-2.example"),
    "a reference": ("[3.2](#prix)", "[4.2](#objet)"),
    "a number of clause": ("3.2.1", "3.2.2"),
    "a word with an accent": ("délégué", "délégués"),
    "a word with a combining accent": ("de\u0301le\u0301gue\u0301", "de\u0301le\u0301gue\u0301s"),
    "an Arabic word": ("ثلاثين", "ستين"),
    "a flag": ("🇫🇷", "🇫🇮"),
    "a family": ("👩‍👩‍👧", "👩‍👩‍👦"),
}


@pytest.mark.parametrize(("old", "new"), WHOLE.values(), ids=WHOLE)
def test_an_amount_a_date_an_address_or_a_word_is_never_cut(old: str, new: str) -> None:
    text = "Le Client convient avec le Prestataire que {} vaut pour toute la durée du contrat."
    assert of_class_text(redline(text.format(old), text.format(new))) == [("delete", old), ("insert", new)]


def test_only_the_characters_that_changed_are_marked_in_chinese() -> None:
    assert body("本合同自双方签字之日起生效，有效期三年。", "本合同自双方盖章之日起生效，有效期五年。") == [
        "本合同自双方[-签字-]{+盖章+}之日起生效，有效期[-三-]{+五+}年。"
    ]


def test_only_the_words_that_changed_are_marked_in_arabic() -> None:
    assert body(
        "يدفع العميل الثمن خلال ثلاثين يوما من تاريخ الفاتورة.", "يدفع العميل الثمن خلال ستين يوما من تاريخ الفاتورة."
    ) == ["يدفع العميل الثمن خلال [-ثلاثين-]{+ستين+} يوما من تاريخ الفاتورة."]


def test_the_target_of_a_link_that_is_defined_apart_is_told() -> None:
    found = redline(
        "Voir [le site][a].\n\n[a]: https://a.example/un\n\nFin.",
        "Voir [le site][a].\n\n[a]: https://b.example/deux\n\nFin.",
    )
    assert of_class_text(found)
    assert [each.kind for each in found.changes] == ["edited"]


def test_a_cell_to_which_the_head_of_the_table_has_no_column_is_told() -> None:
    found = redline("| a | b |\n| --- | --- |\n| c | d | 5 € |", "| a | b |\n| --- | --- |\n| c | d | 9 € |")
    assert of_class_text(found)
    assert [each.kind for each in found.changes] == ["edited"]


def test_words_lost_where_a_paragraph_was_split_are_counted() -> None:
    new = SENTENCES.replace("ajoutent. Les retards", "ajoutent.\n\nEn cas de défaut, les sommes")
    (change,) = redline(SENTENCES, new).changes
    assert (change.deleted, change.inserted) == (2, 6)


def test_every_passage_that_stays_has_its_clause_on_both_sides() -> None:
    def sides(passage: Passage) -> tuple[bool, bool]:
        return passage.old is not None, passage.new is not None

    found = redline(contract(), contract(order=["Prix", "Objet", "Secret", "Loi applicable"]))
    expected = {
        "kept": (True, True),
        "moved-to": (True, True),
        "moved-from": (True, False),
        "removed": (True, False),
        "added": (False, True),
    }
    assert all(sides(each) == expected[each.state] for each in found.passages)
    assert all(runs(each) for each in found.passages)
