"""Numbers under which companies are registered, as a text prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.terms.check.drafting.numbers import DIGIT, SPACE
from macros.terms.paragraphs import Paragraph
from macros.terms.variables import IDENTIFIERS

GAP = rf"(?:{SPACE}|[.-])?"
# How many digits there should be is for the rule to judge.
DIGITS = rf"(?P<{{}}>\d(?:{GAP}\d){{{{6,17}}}})(?!\d)"
# Between the name of a number and its figures: "n°", "sous le numéro", "de Paris (France) : ".
BETWEEN = r"(?:[^\d.;]|\b[Nn]o?\.){0,70}?"
REGISTER = (
    r"(?:\bR\.?C\.?S\b\.?|\bregistre\sdu\scommerce|\btrade(?:\sand\scompan(?:y|ies))?\sregist(?:er|ry)|"
    r"\bcompan(?:y|ies)\sand\strade\sregist(?:er|ry))"
)
PRINTED = re.compile(
    rf"\bSIRET\b{BETWEEN}{DIGITS.format('siret')}|\bSIREN\b{BETWEEN}{DIGITS.format('siren')}"
    r"|(?<!\w)(?P<vat>FR[ \u00a0\u202f-]?[0-9A-HJ-NP-Z]{2}(?:[ \u00a0\u202f.-]?\d){7,12})(?![ \u00a0\u202f]?\d)"
    rf"|\b(?:TVA|VAT)\b{BETWEEN}(?P<other_vat>(?!FR)\b[A-Z]{{2}}{GAP}(?=[^\s]*\d)[0-9A-Z]{{7,12}}\b)"
    rf"|\bIBAN\b[^\dA-Z]{{0,30}}(?P<iban>(?-i:[A-Z]{{2}}\d\d(?:{GAP}[0-9A-Z]{{4}}){{2,7}}(?:{GAP}[0-9A-Z]{{1,3}}\b)?))"
    rf"|(?P<before>\d{{3}}{GAP}\d{{3}}{GAP}\d{{3}})\s{REGISTER}|{REGISTER}{BETWEEN}{DIGITS.format('register')}",
    re.IGNORECASE,
)
LENGTHS = {"siren": (9,), "siret": (14,), "register": (9, 14), "before": (9,)}
# The kinds of which letters are a part, by what checks them.
CHECKED = {"vat": "vat", "other_vat": "eu_vat", "iban": "iban"}
NAMES = {
    "siren": "a SIREN (nine digits)",
    "siret": "a SIRET (fourteen digits)",
    "vat": "a French VAT number (FR, two signs and a SIREN)",
    "other_vat": "a VAT number",
    "register": "a number of the trade register (a SIREN)",
    "before": "a number of the trade register (a SIREN)",
    "iban": "an IBAN",
}
# The countries of the Union whose VAT numbers can be checked.
COUNTRIES = "AT BE BG CY CZ DE DK EE EL ES FI HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
UNION = frozenset(COUNTRIES.split())
ABROAD = re.compile(
    r"luxemb|lëtzeb|belg|monaco|suisse|swiss|switzerl|genève|german|allemagne|ireland|irlande", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A number in a text, at a half-open span of a paragraph; at is the place of that paragraph among all.

    root: the SIREN that it is or holds, "" where it has none.
    """

    at: int
    paragraph: Paragraph
    start: int
    end: int
    kind: str
    words: str
    root: str
    valid: bool

    @property
    def line(self) -> int:
        """The line of the file on which it stands."""
        return self.paragraph.line_at(self.start)


def registered(at: int, paragraph: Paragraph) -> Iterator[Registered]:
    """Every number under which a company is registered, in order; at is the place of the paragraph in its text."""
    for match in PRINTED.finditer(paragraph.text) if DIGIT.search(paragraph.text) else ():
        kind = str(match.lastgroup)
        found = match[kind]
        foreign = kind == "other_vat" and found[:2].upper() not in UNION
        if foreign or (kind == "register" and ABROAD.search(match[0])):
            continue
        words = _own(found, kind)
        digits = re.sub(r"[^0-9A-Z]", "", words.upper())
        if kind == "register" and abs(len(digits) - 9) > 1 and len(digits) != 14:
            continue
        yield Registered(
            at=at,
            paragraph=paragraph,
            start=match.start(kind),
            end=match.start(kind) + len(words),
            kind=kind,
            words=" ".join(words.split()),
            root="" if kind in {"iban", "other_vat"} else digits[4:] if kind == "vat" else digits[:9],
            valid=_is_valid(digits, kind),
        )


def _own(found: str, kind: str) -> str:
    """The figures that are the number's own: a postcode may follow with no more than a space between."""
    for end in (match.end() for match in re.finditer(r"[0-9A-Z](?![0-9A-Z])", found)):
        digits = re.sub(r"[^0-9A-Z]", "", found[:end])
        if (kind == "iban" or len(digits) in LENGTHS.get(kind, ())) and _is_valid(digits, kind):
            return found[:end]
    return found


def _is_valid(digits: str, kind: str) -> bool:
    if kind in CHECKED:
        return IDENTIFIERS[CHECKED[kind]](digits)
    if len(digits) not in LENGTHS[kind]:
        return False
    return IDENTIFIERS["siren" if len(digits) == 9 else "siret"](digits)
