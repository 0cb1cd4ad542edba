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
    label = next((label for label, keys, *_ in ROWS if key in keys), "") if group == "company" else ""
    return translate(label) if label else fact


def _rows(company: Facts, language: str) -> Iterator[Row]:
    for label, keys, write, scheme in ROWS:
        values = [company[key] for key in keys if key in company.group]
        if values:
            href = "" if scheme is None else f"{scheme}{values[0]}"
            yield Row(label=label, value=", ".join(write(each, language) for each in values), href=href)


def _address(value: object, language: str) -> str:
    parts = _mapping(value)
    place = f"{parts['postcode']} {parts['city']}"
    return ", ".join((str(parts["street"]), place, country(str(parts["country"]), language=language)))


def _mapping(value: object) -> Mapping[str, object]:
    """The parts of an amount or address."""
    return value.group if isinstance(value, Facts) else {}


def _plain(value: object, _: str) -> str:
    return str(value)


def _grouped(value: object, _: str) -> str:
    return siren(str(value))


# Each row: its label, the facts that it says, how one of them is written, what stands before it where it is a link.
ROWS: tuple[tuple[str, tuple[str, ...], Callable[[object, str], str], str | None], ...] = (
    ("Registered name", ("legal_name",), _plain, None),
    ("Brand", ("brand",), _plain, None),
    ("Legal form", ("legal_form", "legal_form_short"), _plain, None),
    ("Share capital", ("capital",), lambda value, language: money(_mapping(value), language=language), None),
    ("Head office", ("address",), _address, None),
    ("Trade register", ("registry_city",), _plain, None),
    ("SIREN", ("siren",), _grouped, None),
    ("SIRET", ("siret",), _grouped, None),
    ("VAT number", ("vat",), _plain, None),
    ("Represented by", ("representative",), _plain, None),
    ("Telephone", ("phone",), lambda value, _: phone(str(value)), "tel:"),
    ("E-mail", ("email",), _plain, "mailto:"),
    ("Web site", ("website",), _plain, ""),
)
