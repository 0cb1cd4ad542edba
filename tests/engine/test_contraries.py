"""What one text says and its translation turns round is told; what other words may well say is not."""

from __future__ import annotations

import pytest

from macros.terms.translate.contraries import contraries


@pytest.mark.parametrize(
    ("french", "english", "theirs", "ours"),
    [
        ("Un préavis d'au moins soixante jours.", "At most sixty days' notice.", "au moins", "At most"),
        ("Il paie dix jours avant la livraison.", "It pays ten days after delivery.", "avant", "after"),
        ("Il dure moins de cinq jours.", "It lasts more than five days.", "moins de", "more than"),
        ("Au plus élevé des deux montants.", "The lower of the two amounts.", "plus élevé", "lower of"),
        ("Les prix sont hors taxes.", "The prices are inclusive of tax.", "hors taxes", "inclusive of tax"),
        ("La hausse est de 5 % par an.", "The increase is 5% per month.", "par an", "per month"),
        ("Deux fois par an.", "Once a year.", "Deux fois", "Once a"),
        ("L'article 3 du code de commerce.", "Article 3 of the Civil Code.", "code de commerce", "Civil Code"),
        ("Du lundi au vendredi.", "From Monday to Saturday.", "vendredi", "Saturday"),
        ("Hébergé en Suède.", "Hosted in Switzerland.", "Suède", "Switzerland"),
        ("Un droit non exclusif.", "An exclusive right.", "non exclusif", "exclusive"),
        ("Une compétence exclusive.", "A non-exclusive jurisdiction.", "exclusive", "non-exclusive"),
        ("Il paie. Il livre\navant lundi.", "It pays. It delivers after\nMonday.", "avant", "after"),
    ],
)  # fmt: skip
def test_words_that_a_translation_turns_round_are_told(french: str, english: str, theirs: str, ours: str) -> None:
    assert list(contraries(french, "fr", english, "en")) == [(theirs, ours)]
    assert list(contraries(english, "en", french, "fr")) == [(ours, theirs)]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Un préavis d'au moins un mois.", "Not less than one month's notice."),
        ("Au plus tard dix jours avant la livraison.", "No later than ten days before delivery."),
        ("Dans les dix jours suivant la livraison.", "Within ten days after delivery."),
        ("Il ne prend effet qu'après le paiement.", "It does not take effect before payment."),
        ("Un droit non\nexclusif.", "A non-exclusive\nright."),
        ("La Guinée équatoriale.", "Equatorial Guinea."),
        ("Les prix sont hors taxes.", "Taxes are added to the prices."),
        ("Le code de commerce.", "The law of commerce."),
        ("Un droit personnel et non exclusif.", "A personal and non-exclusive right."),
        ("Une fois par an.", "Annually."),
        ("Du lundi au vendredi.", "On weekdays."),
    ],
)
def test_what_other_words_say_is_not_told(french: str, english: str) -> None:
    assert not list(contraries(french, "fr", english, "en"))
    assert not list(contraries(english, "en", french, "fr"))


def test_of_other_languages_only_days_and_countries_are_read() -> None:
    assert list(contraries("Am Montag in Schweden.", "de", "On Tuesday in Sweden.", "en")) == [("Montag", "Tuesday")]
    assert not list(contraries("Mindestens zehn.", "de", "At most ten.", "en"))
