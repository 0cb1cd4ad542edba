"""The Word file of a redline gives either text, as its changes are accepted or rejected one by one."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from macros.terms.model import Passage, Run
from macros.terms.render.docx_pieces import pieces
from macros.terms.render.text import text
from tests.engine.docx_files import A, B, by_pandoc, of_readings, sides, tracked, versions
from tests.engine.docx_reader import W, looks, paragraphs, part, styled, words
from tests.engine.redline_texts import pairs


def test_accepting_every_change_gives_the_new_text_and_rejecting_every_one_the_old_text() -> None:
    for old, new in versions("tests/sites/history"):
        file = of_readings(old, new)
        assert styled(file, "accept") == styled(of_readings(new, new), "accept"), new.text.path
        assert styled(file, "reject") == styled(of_readings(old, old), "accept"), (old.text.path, new.text.path)


def test_pandoc_reads_either_text_too(tmp_path: Path) -> None:
    for old, new in pairwise(each for pair in versions("tests/sites/history")[:3] for each in pair):
        file = of_readings(old, new)
        assert Counter(by_pandoc(file, "accept", tmp_path)) == Counter(words([text(new.tree)]))
        assert Counter(by_pandoc(file, "reject", tmp_path)) == Counter(words([text(old.tree)]))


@settings(max_examples=40)
@given(pairs())
def test_either_text_is_there_whatever_changed(pair: tuple[str, str]) -> None:
    accepted, now, rejected, was = sides(*pair)
    assert accepted == now
    assert rejected == was


def test_the_end_of_a_page_is_a_space_on_both_sides() -> None:
    accepted, now, rejected, was = sides("Le prix est fixe.\n", "Le prix \f est fixe.\n")
    assert accepted == now == rejected == was
    assert [said for _, said in now] == ["Le prix est fixe."]


def test_paragraphs_items_and_rows_come_and_go_whole() -> None:
    file = tracked(A, B)
    assert paragraphs(file, "accept") == paragraphs(tracked(B, B), "accept")
    assert paragraphs(file, "reject") == paragraphs(tracked(A, A), "accept")
    back = tracked(B, A)
    assert paragraphs(back, "accept") == paragraphs(tracked(A, A), "accept")
    assert paragraphs(back, "reject") == paragraphs(tracked(B, B), "accept")


def test_a_clause_that_moved_is_a_move_with_both_its_places() -> None:
    root = part(tracked(A, B))
    starts = {kind: root.findall(f".//{W}{kind}RangeStart") for kind in ("moveFrom", "moveTo")}
    names = {kind: [each.get(f"{W}name") for each in found] for kind, found in starts.items()}
    assert names["moveFrom"] == names["moveTo"] == ["move1"]
    ends = [each.get(f"{W}id") for kind in starts for each in root.findall(f".//{W}{kind}RangeEnd")]
    assert ends == [each.get(f"{W}id") for found in starts.values() for each in found]
    said = ["".join(each.itertext()) for each in root.iter(f"{W}moveTo")]
    assert "Secret" in said
    assert any(each.startswith("Les parties gardent") for each in said)


def test_every_change_has_its_own_number_the_author_and_the_day_of_the_version() -> None:
    changes = [each for each in part(tracked(A, B)).iter() if each.get(f"{W}author")]
    assert {(each.get(f"{W}author"), each.get(f"{W}date", "")[:10]) for each in changes} == {
        ("ACME & Fils", "2026-05-19")
    }
    numbers = [each.get(f"{W}id") for each in changes]
    assert len(numbers) == len(set(numbers)) > 10


def test_what_stays_is_no_change() -> None:
    root = part(tracked(A, B))
    said = {"".join(each.itertext()).strip() for tag in ("ins", "del") for each in root.iter(f"{W}{tag}")}
    assert {"trente", "quinze", "(b)", "(c)"} <= said
    assert not [each for each in said if "virement" in each]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Il paie en vigueur.\n", "Il paie en&nbsp; vigueur.\n"),
        ("Voir [le site](https://a.example/x) ici.\n", "Voir [le site](https://b.example/y) ici.\n"),
        ("Voir le site ici.\n", "Voir [le site](https://b.example/y) ici.\n"),
        ("Un **mot gras** ici.\n", "Un mot **gras ici**.\n"),
        ("Des tiers non-autorisés.\n", "Des tiers non autorisés.\n"),
        ("Une sous-traitance, un porte-à-faux.\n", "Une soustraitance, un porte à faux.\n"),
        ("Un \\* astérisque.\n", "Un * astérisque et &amp; autre.\n"),
        ("Voir [le site](https://b.example/y) ici.\n", "~~~\nVoir [le site](https://b.example/y) ici.\n~~~\n"),
        ("Un mot.\n\nUn **mot gras** ici, là.\n\nUn.\n", "Un mot.\n\n<div>\nUn **mot gras** ici, là.\n</div>\n\nUn.\n"),
    ],
)
def test_a_change_within_marks_of_markdown_gives_either_text_too(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        file = tracked(before, after)
        assert paragraphs(file, "accept") == paragraphs(tracked(after, after), "accept")
        assert paragraphs(file, "reject") == paragraphs(tracked(before, before), "accept")


YEARLY = "Le contrat dure deux ans, et se renouvelle ensuite d'année en année, sans autre avis des parties."
SHAPES = {
    "a level up": ("# T\n\n### A\n\nUn mot.", "# T\n\n## A\n\nUn mot."),
    "a paragraph that became a heading": ("Durée du contrat\n\nUn an.", "## Durée du contrat\n\nUn an."),
    "one title less": ("# T\n\n# U\n\nUn mot.", "# U\n\nUn mot."),
    "a quotation": ("> Le Client paie le prix convenu.", "Le Client paie le prix convenu."),
    "an item that came up": ("- un\n  - deux mots\n- trois", "- un\n- deux mots\n- trois"),
    "an item that goes on": ("- un mot\n\n  et un autre", "- un mot\n- et un autre"),
    "bullets that became letters": ("- le prix\n- le délai", "(a) le prix\n(b) le délai"),
    "items that became one paragraph": (
        "Soit :\n\n- le prix convenu,\n- le délai.",
        "Soit : le prix convenu, le délai.",
    ),
    "a table that became a list": (
        "| Offre | Prix |\n| --- | --- |\n| Offre de base | 5 € par mois |\n| Autre offre | 7 € par an |\n\nFin.",
        "- Offre de base : 5 € par mois\n- Autre offre : 7 € par an\n\nFin.",
    ),
    "terms that became a table": (
        "Client\n: celui qui signe le contrat\n\nPrix\n: ce que le Client paie",
        "| Terme | Sens |\n| --- | --- |\n| Client | celui qui signe le contrat |\n| Prix | ce que le Client paie |",
    ),
    "new words at the end, then new items": ("Un mot ici\n\nFin.", "Un mot là :\n\n- le premier\n- le second\n\nFin."),
    "a heading that went over the end of a paragraph": (
        "Le Client paie le prix convenu.\nDURÉE\n\nLe contrat dure deux ans, et se renouvelle.",
        "Le Client paie le prix convenu.\n\nDURÉE\nLe contrat dure trois ans, et se renouvelle.",
    ),
    "paragraphs that were merged elsewhere": (
        f"Un mot.\n\nLe Client garde ses clés\n\net ne les donne à personne d'autre.\n\n{YEARLY}",
        f"Un mot.\n\n{YEARLY}\n\nLe Client garde ses clés et ne les donne à personne d'autre.",
    ),
    "a sentence that became an item": (
        "Le Client paie. Il garde ses clés.",
        "Le Client paie.\n\n(a) Il garde ses clés.",
    ),
}


@pytest.mark.parametrize(("old", "new"), SHAPES.values(), ids=SHAPES)
def test_what_a_paragraph_was_is_taken_back_too(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        accepted, now, rejected, was = sides(before, after)
        assert (accepted, rejected) == (now, was)


def test_words_in_another_kind_of_paragraph_are_no_change_of_words() -> None:
    root = part(tracked("# T\n\n### A\n\nUn mot.", "# T\n\n## A\n\nUn mot."))
    assert not [each for tag in ("ins", "del") for each in root.iter(f"{W}{tag}")]
    assert len(list(root.iter(f"{W}pPrChange"))) == 1


def test_new_words_on_both_sides_of_an_old_end_are_two_insertions() -> None:
    old, new = "Un mot\n\nfin du texte.", "Un mot de plus\n\nVoici la fin du texte."
    dates = [each.get(f"{W}date") for each in part(tracked(old, new)).iter(f"{W}ins")]
    assert dates == ["2026-05-19T00:00:00Z", "2026-05-19T00:02:00Z"]


def test_paragraphs_that_came_together_are_one_insertion() -> None:
    file = tracked("Un mot ici.\n\nFin.", "Un mot ici.\n\nUn de plus.\n\nUn encore.\n\nFin.")
    assert len({each.get(f"{W}date") for each in part(file).iter(f"{W}ins")}) == 1


def test_words_that_are_new_may_end_in_a_space_that_went() -> None:
    runs = (Run("insert", "to Distribute and Publicly Perform Adaptations."), Run("delete", "\n", "typography"))
    said = pieces(Passage("paragraph", 0, (), "kept", 0, 0, (), runs, ()))
    assert [each.text for each in said] == ["to Distribute and Publicly Perform Adaptations.", " "]


LOOKS = {
    "bold comes": ("Le Client paie sous deux jours.", "Le Client paie sous **deux jours**."),
    "bold goes": ("Le **Client** paie sous deux jours.", "Le Client paie sous deux jours."),
    "another look": ("Le *Client* paie sous deux jours.", "Le **Client** paie sous deux jours."),
    "a part of what is bold": ("Le **Client paie sous deux jours**.", "Le **Client** paie **sous** trois jours."),
    "bold words that go": ("Le Client paie **sans aucun délai** le prix convenu.", "Le Client paie le prix convenu."),
    "a link leads elsewhere": ("Voir [la grille](https://a.example/1).", "Voir [la grille](https://a.example/2)."),
    "a link goes": ("Voir [la grille](https://a.example/1) du site.", "Voir la grille du site."),
    "a reference": ("Selon l'article [2](#a), rien.", "Selon l'article [3](#b), rien."),
}


@pytest.mark.parametrize(("old", "new"), LOOKS.values(), ids=LOOKS)
def test_how_words_are_set_and_where_they_lead_is_taken_back_too(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        file = tracked(before, after)
        assert looks(file, "accept") == looks(tracked(after, after), "accept")
        assert looks(file, "reject") == looks(tracked(before, before), "accept")
