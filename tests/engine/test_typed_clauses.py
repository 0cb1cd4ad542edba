"""Texts that set no headings apart: changes stand under the clause whose number a paragraph or an item types."""

from __future__ import annotations

import pytest

from macros.terms.render.redline_document import redline_document
from macros.terms.render.terminal import terminal
from tests.engine.redline_texts import redline, spelt

OBJECT = "Le présent contrat a pour objet la vente de fournitures de bureau au Client."
PRICE = "Le Client paie cent euros par mois, à trente jours de la facture du Vendeur."
TERM = "Le contrat dure un an, et se renouvelle chaque année pour la même durée."
END = "Fait à Nantes, en deux exemplaires."


def told(old: str, new: str) -> list[str]:
    """What is said of each clause that changed."""
    found = redline(old, new)
    assert (spelt(found, "insert"), spelt(found, "delete")) == (old, new)
    return [" ".join(each.split()) for each in terminal(found) if not each.startswith(" ")]


def contract(first: str, second: str, third: str) -> str:
    """A contract of three clauses, each begun by words that number and name it."""
    return f"CONTRAT\n\n{first}{OBJECT}\n\n{second}{PRICE}\n\n{third}{TERM}\n\n{END}\n"


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (("1. Objet\n\n", "2. Prix\n\n", "3. Durée\n\n"), "2. Prix"),
        (("1. Objet. ", "2. Prix. ", "3. Durée. "), "2. Prix"),
        (("**1. Objet**\n\n", "**2. Prix**\n\n", "**3. Durée**\n\n"), "2. Prix"),
        (("ARTICLE 1 - OBJET\n\n", "ARTICLE 2 - PRIX\n\n", "ARTICLE 3 - DURÉE\n\n"), "ARTICLE 2 - PRIX"),
        (("**Article 1er : Objet**\n\n", "**Article 2 : Prix**\n\n", "**Article 3 : Durée**\n\n"), "Article 2 : Prix"),
        (("Article I. Objet\n\n", "Article II. Prix\n\n", "Article III. Durée\n\n"), "Article II. Prix"),
        (("1. OBJET\n", "2. PRIX :\n", "3. DURÉE\n"), "2. PRIX"),
        (("1) ", "2) ", "3) "), "2)"),
    ],
)
def test_a_change_stands_under_the_clause_that_its_number_begins(typed: tuple[str, str, str], named: str) -> None:
    old = contract(*typed)
    assert told(old, old.replace("trente", "soixante")) == [f"edited {named} -1 +1 words"]


def test_a_clause_moved_renumbers_the_others_and_what_refers_to_them() -> None:
    old = contract("1. Objet\n\n", "2. Prix\n\n", "3. Durée\n\n").replace(END, f"L'article 3 prime. {END}")
    new = f"CONTRAT\n\n1. Objet\n\n{OBJECT}\n\n2. Durée\n\n{TERM}\n\nL'article 2 prime. {END}\n\n3. Prix\n\n{PRICE}\n"
    assert told(old, new) == ["reference 2. Durée (was 3.)", "moved 3. Prix (was 2.)"]


def test_points_of_a_clause_and_a_list_in_a_letter_are_no_clauses() -> None:
    points = "".join(f"{number}. point {number} de la commande ;\n" for number in range(1, 4))
    old = contract("ARTICLE 1 - OBJET\n\n", "ARTICLE 2 - PRIX\n\n" + points + "\n", "ARTICLE 3 - DURÉE\n\n")
    assert told(old, old.replace("point 3", "poste 3")) == ["edited ARTICLE 2 - PRIX -1 +1 words"]
    letter = f"Bonjour,\n\n1. OBJET\n2. PRIX\n3. DURÉE\n\n{OBJECT}\n\n{PRICE}\n\n{TERM}\n\n{END}\n"
    assert told(letter, letter.replace("trente", "soixante")) == ["edited before the first clause -1 +1 words"]


def test_clauses_neither_come_nor_go_where_one_text_alone_numbers_them() -> None:
    typed, plain = contract("1. Objet. ", "2. Prix. ", "3. Durée. "), contract("Objet. ", "Prix. ", "Durée. ")
    for old, new in ((typed, plain), (plain, typed)):
        assert [(each.kind, each.clause.id) for each in redline(old, new).changes] == [("typography", "")]


def test_the_page_of_such_a_redline_has_a_section_for_each_clause() -> None:
    old = contract("1. Objet\n\n", "2. Prix\n\n", "3. Durée\n\n")
    page = redline_document(redline(old, old.replace("trente", "soixante")), "old.md", "new.md", "fr")
    assert '<section class="terms-clause" id="2-prix" data-change="edited">' in page
