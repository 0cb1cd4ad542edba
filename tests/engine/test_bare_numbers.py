"""Clauses that a number alone begins, as those of codes and collective agreements: their words say which is which."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.engine.redline_texts import of_class_text, redline, spelt

WORDS = (
    "Le Vendeur livre les fournitures au siège du Client dans les dix jours de la commande.",
    "Le Client paie chaque facture par virement, sans escompte, à trente jours de sa date.",
    "Chaque partie garde secrets les documents de l'autre pendant toute la durée du contrat.",
    "Les tribunaux de Nantes connaissent seuls des litiges nés de l'exécution du contrat.",
    "Le Vendeur assure sa responsabilité auprès d'une compagnie notoirement solvable.",
)


def contract(words: Sequence[str], begin: str) -> str:
    return "# Contrat\n\n" + "\n".join(f"{begin.format(at)}\n\n{each}\n" for at, each in enumerate(words, 1))


@pytest.fixture(params=["## Article {}", "**Article {}**", "Article {}"])
def begin(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """The kind of each change with the number that the clause had and has, "" where it has none."""
    found = redline(old, new)
    assert (spelt(found, "insert"), spelt(found, "delete")) == (old, new)
    return [
        (each.kind, each.old.label if each.old else "", each.new.label if each.new else "") for each in found.changes
    ]


def test_a_clause_that_came_between_renumbers_those_behind_it(begin: str) -> None:
    old, new = [WORDS[0], *WORDS[2:]], list(WORDS)
    assert told(contract(old, begin), contract(new, begin)) == [
        ("added", "", "Article 2"),
        *(("renumbered", f"Article {at}", f"Article {at + 1}") for at in (2, 3, 4)),
    ]


def test_a_clause_that_stands_elsewhere_has_moved_with_its_number(begin: str) -> None:
    old, new = contract(WORDS, begin), contract([WORDS[3], *WORDS[:3], WORDS[4]], begin)
    assert told(old, new) == [
        ("moved", "Article 4", "Article 1"),
        *(("renumbered", f"Article {at}", f"Article {at + 1}") for at in (1, 2, 3)),
    ]
    assert not of_class_text(redline(old, new))


def test_paragraphs_merged_where_their_clause_has_moved_to_are_no_new_words(begin: str) -> None:
    rule, end = WORDS[1], "En cas de retard, des intérêts sont dus au taux légal, sans mise en demeure."
    old = contract([*WORDS[:1], f"{rule}\n\n{end}", *WORDS[2:]], begin)
    new = contract([f"{rule} {end}", WORDS[0], *WORDS[2:]], begin)
    assert not of_class_text(redline(old, new))
