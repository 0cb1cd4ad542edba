"""What one language denies and its translation does not is told; what is denied in other words is not."""

from __future__ import annotations

import pytest

from macros.terms.translate.negation import denied

FRENCH = "Le droit de rétractation ne s'applique pas aux Produits descellés."


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (FRENCH, "The right of withdrawal applies to opened Products."),
        ("Le Client n'est pas tenu de payer.", "The Customer has to pay."),
        ("Aucune indemnité n'est due.", "An indemnity is due."),
        ("Le Prestataire ne conserve ni copie ni extrait.", "The Provider keeps a copy and an extract."),
    ],
)
def test_a_negation_that_a_translation_lost_is_told(french: str, english: str) -> None:
    assert denied(french, "fr", english, "en")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("The Provider shall not keep any copy.", "Le Prestataire conserve une copie."),
        ("The Customer can't assign the Agreement.", "Le Client peut céder le Contrat."),
        ("No indemnity is due.", "Une indemnité est due."),
    ],
)
def test_a_negation_that_only_the_translation_has_is_told(english: str, french: str) -> None:
    assert denied(english, "en", french, "fr")


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (FRENCH, "The right of withdrawal does not apply to opened Products."),
        ("Le Client ne peut céder le Contrat sans accord.", "The Customer may assign the Agreement only with consent."),
        ("Le Service n'est pas disponible.", "The Service is unavailable."),
        ("Le Prestataire n'est pas tenu des dommages indirects.", "The Provider excludes indirect damage."),
        ("Le Client ne paie pas d'avance.", "The Customer is exempt from advance payment."),
        ("Le Client paie au plus tard le 5.", "The Customer pays no later than the 5th."),
        ("Le traitement relève de la norme n° 48.", "The processing falls under standard No. 48."),
    ],
)
def test_what_is_denied_in_other_words_is_not_told(french: str, english: str) -> None:
    assert not denied(french, "fr", english, "en")
    assert not denied(english, "en", french, "fr")


def test_languages_that_nobody_reads_here_are_left_alone() -> None:
    assert not denied("Der Kunde zahlt nicht.", "de", "The Customer pays.", "en")
    assert not denied(FRENCH, "fr", "يسري حق العدول", "ar")
