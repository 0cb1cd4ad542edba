"""The facts of a company to the rows of its identity card, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from macros.terms.formats import country, money, phone, siren
from macros.terms.pages.views import Row
from macros.terms.variables import Facts

# Rows whose values are words of a language, not names or numbers.
IN_WORDS = frozenset({"Legal form", "Represented by"})


def identity(facts: Facts, language: str, own_language: str) -> tuple[Row, ...]:
    """The rows that the publisher's variables give, in the order of a letterhead; its own words stay its own."""
    company = facts["company"]
    if not isinstance(company, Facts):
        return ()
    rows = _rows(company, language)
    return tuple(replace(row, language=own_language) if row.label in IN_WORDS else row for row in rows)


def fact_name(fact: str, translate: Callable[[str], str]) -> str:
    """What readers call a fact such as company.address.street: the row of the identity card, else its own name."""
    group, _, rest = fact.partition(".")
    key = rest.split(".")[0]
    label = next((label for label, keys, _ in ROWS if key in keys), "") if group == "company" else ""
    return translate(label) if label else fact


def _rows(company: Facts, language: str) -> Iterator[Row]:
    for label, keys, write in ROWS:
        values = [company[key] for key in keys if key in company.group]
        if values:
            yield write(label, values, language)


def _plain(label: str, values: list[object], _: str) -> Row:
    return Row(label=label, value=", ".join(map(str, values)))


def _grouped(label: str, values: list[object], _: str) -> Row:
    return Row(label=label, value=siren(str(values[0])))


def _money(label: str, values: list[object], language: str) -> Row:
    return Row(label=label, value=money(_mapping(values[0]), language=language))


def _address(label: str, values: list[object], language: str) -> Row:
    parts = _mapping(values[0])
    place = f"{parts['postcode']} {parts['city']}"
    return Row(
        label=label, value=", ".join((str(parts["street"]), place, country(str(parts["country"]), language=language)))
    )


def _phone(label: str, values: list[object], _: str) -> Row:
    return Row(label=label, value=phone(str(values[0])), href=f"tel:{values[0]}")


def _email(label: str, values: list[object], _: str) -> Row:
    return Row(label=label, value=str(values[0]), href=f"mailto:{values[0]}")


def _website(label: str, values: list[object], _: str) -> Row:
    return Row(label=label, value=str(values[0]), href=str(values[0]))


def _mapping(value: object) -> Mapping[str, object]:
    """The parts of an amount or address."""
    return value.group if isinstance(value, Facts) else {}


ROWS: tuple[tuple[str, tuple[str, ...], Callable[[str, list[object], str], Row]], ...] = (
    ("Registered name", ("legal_name",), _plain),
    ("Brand", ("brand",), _plain),
    ("Legal form", ("legal_form", "legal_form_short"), _plain),
    ("Share capital", ("capital",), _money),
    ("Head office", ("address",), _address),
    ("Trade register", ("registry_city",), _plain),
    ("SIREN", ("siren",), _grouped),
    ("SIRET", ("siret",), _grouped),
    ("VAT number", ("vat",), _plain),
    ("Represented by", ("representative",), _plain),
    ("Telephone", ("phone",), _phone),
    ("E-mail", ("email",), _email),
    ("Web site", ("website",), _website),
)
