"""Dates, amounts and identifiers as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from macros.terms.formats import is_phone, link, money, number, phone, siren, written_date

NNBSP, NBSP = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("day", "style", "language", "expected"),
    [
        (date(2026, 5, 19), "long", "fr", "19 mai 2026"),
        (date(2026, 1, 1), "long", "fr", "1er janvier 2026"),
        (date(2026, 5, 1), "full", "fr", "vendredi 1er mai 2026"),
        (date(2026, 11, 1), "long", "en", "1 November 2026"),
        (date(2026, 11, 21), "long", "fr", "21 novembre 2026"),
        (date(2019, 12, 4), "dd/MM/yyyy", "fr", "04/12/2019"),
    ],
)
def test_a_date_reads_as_the_law_of_the_language_writes_it(day: date, style: str, language: str, expected: str) -> None:
    assert written_date(day, style, language=language) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "group", "expected"),
    [
        (62734, 0, ".", "62.734"),
        (100000, 2, " ", "100 000,00"),
        (61000, 0, "", "61000"),
        (100000, 0, " ", "100 000"),
        (500000, 0, ".", "500.000"),
        (1234.5, 1, None, f"1{NNBSP}234,5"),
    ],
)
def test_an_amount_comes_out_as_its_contract_printed_it(
    value: float, decimals: int, group: str | None, expected: str
) -> None:
    assert number(value, decimals, group, language="fr") == expected


def test_money_is_written_by_the_language() -> None:
    capital = {"amount": 62734, "currency": "EUR"}
    assert money(capital, language="fr") == f"62{NNBSP}734,00{NBSP}€"
    assert money(capital, language="en") == "€62,734.00"


def test_identifiers_and_telephones_are_grouped() -> None:
    assert siren("794223461") == "794 223 461"
    assert siren("48925126400045") == "489 251 264 00045"
    assert phone("+33252321111", ".") == "02.52.32.11.11"


@pytest.mark.parametrize("value", ["0252321111", "+33", "+3325232111100000", "+99912345"])
def test_what_no_network_could_route_is_no_telephone(value: str) -> None:
    assert not is_phone(value)


def test_a_link_prints_itself_with_or_without_its_scheme() -> None:
    assert link("a_b@exemple.fr") == r"[a\_b@exemple.fr](mailto:a_b@exemple.fr)"
    assert link("https://www.exemple.fr/", bare=True) == "[www.exemple.fr](https://www.exemple.fr/)"
