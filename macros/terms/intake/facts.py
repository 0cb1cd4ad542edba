"""A file to the facts of its publisher that it states, and to the file of variables that holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.terms.intake.model import Block, plain
from macros.terms.intake.proposal import quoted
from macros.terms.intake.writing import clean
from macros.terms.variables import IDENTIFIERS

GAP = r"[ .\u00a0\u202f]?"
SIREN = re.compile(rf"(?<!\d)\d{{3}}{GAP}\d{{3}}{GAP}\d{{3}}(?!{GAP}\d)")
SIRET = re.compile(rf"(?<!\d)\d{{3}}{GAP}\d{{3}}{GAP}\d{{3}}{GAP}\d{{5}}(?!\d)")
VAT = re.compile(rf"\bFR[ -]?[0-9A-Z]{{2}}{GAP}\d{{3}}{GAP}\d{{3}}{GAP}\d{{3}}(?!\d)")
PHONE = re.compile(r"(?<![\d.])0[1-9](?:[ .\u00a0]?\d{2}){4}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEBSITE = re.compile(r"(?:https?://)?www\.[\w-]+(?:\.[\w-]+)+")
CAPITAL = re.compile(
    r"capital(?: social)? (?:de |d[’'])(?P<amount>\d[\d .,\u00a0\u202f]*\d|\d) ?(?:€|euros?\b|EUR\b)", re.IGNORECASE
)
FORMS = {
    "société par actions simplifiée": "", "société à responsabilité limitée": "", "société anonyme": "",
    "entreprise unipersonnelle à responsabilité limitée": "", "société civile": "",
    "S.A.S.": "short", "SASU": "short", "SAS": "short", "SARL": "short", "EURL": "short", "S.A.": "short",
    "SA": "short",
}  # fmt: skip
FORM = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, FORMS))})(?=s?(?!\w))", re.IGNORECASE)
CITY = r"[A-ZÀ-Ý][\w’'-]*(?:[ -][A-ZÀ-Ý][\w’'-]*)*"
COMPANY = rf"{CITY}(?: & {CITY})*"
REGISTRY = re.compile(
    r"(?i:registre du commerce(?: et des sociétés)?|R\.?C\.?S\.?)(?: de | du | d[’']| )" rf"(?P<city>{CITY})"
)
OFFICE = r"(?:siège social|siège)(?: social)?[^,.;\d]{0,40}?(?: au | à | est | situé | sis |: ?| )"
STREET = r"(?P<street>\d{1,4}(?: ?(?:bis|ter))?,? [^,;()\n]{4,60}?)"
ADDRESSES = (
    re.compile(rf"{OFFICE}{STREET},? (?:[–-] ?)?(?P<postcode>\d{{5}}) (?P<city>{CITY})"),
    re.compile(rf"{OFFICE}{STREET},? à (?P<city>{CITY}) \((?P<postcode>\d{{5}})\)"),
)
NAMED = (
    re.compile(rf"(?:[Ll]a société|[Ll]’entreprise)[ \u00a0](?P<name>{COMPANY})(?=[ ,])"),
    re.compile(rf"(?:^|\s)(?P<name>{COMPANY}), ?(?=(?i:{FORM.pattern}))"),
    re.compile(rf"(?:\bSAS|\bSARL|\bSA) (?P<name>{COMPANY})(?= au capital)"),
)
IDENTITY = re.compile(r"\bcapital\b|registre du commerce|R\.?C\.?S|SIREN|SIRET|siège social", re.IGNORECASE)
HEAD = "# Found in {}: check each fact against the company's own papers."


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A new publisher's facts by group, as variables/<publisher>.yml holds them; unsure says what to look at."""

    groups: Mapping[str, Mapping[str, object]]
    unsure: tuple[str, ...]


def found_facts(blocks: Sequence[Block], publisher: str) -> Facts:
    """The facts that the blocks of a file state; the name is that of the publisher's folder where none is found."""
    paragraphs = [" ".join(clean(each).split()) for each in _said(blocks)]
    identity = next((each for each in paragraphs if len(IDENTITY.findall(each)) > 1), "")
    whole = "\n".join(paragraphs)
    named = next(_names(identity), "")
    company: dict[str, object] = {"name": named or publisher.replace("-", " ").title()}
    company |= {key: value for key, find in FINDERS.items() if (value := find(identity))}
    for key, pattern, kept in (("vat", VAT, _vat), ("website", WEBSITE, _website), ("email", EMAIL, str)):
        if key not in company and (values := _agreed(pattern, whole, kept)):
            company[key] = values
    unsure = () if named else (f"company.name: no name was found, {company['name']} was put; correct it",)
    return Facts(groups={"company": company}, unsure=unsure)


def _said(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield plain(block).replace("\n", " ")
        yield from _said(block.blocks)


def _agreed(pattern: re.Pattern[str], words: str, kept: Callable[[str], str]) -> str:
    """What a pattern finds, where all of it is one value: two addresses may be two companies'."""
    values = {kept(match[0].rstrip(".")) for match in pattern.finditer(words)} - {""}
    return values.pop() if len(values) == 1 else ""


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _valid(kind: str, pattern: re.Pattern[str]) -> Callable[[str], str]:
    """The first identifier of a kind whose check digit holds."""

    def find(words: str) -> str:
        values = map(_digits, pattern.findall(words))
        return next((each for each in values if IDENTIFIERS[kind](each)), "")

    return find


def _vat(words: str) -> str:
    value = re.sub(r"[\s.-]", "", words)
    return value if IDENTIFIERS["vat"](value) else ""


def _website(words: str) -> str:
    return words if "://" in words else f"https://{words}"


def _phone(words: str) -> str:
    match = PHONE.search(words)
    value = f"+33{_digits(match[0])[1:]}" if match else ""
    return value if value and IDENTIFIERS["phone"](value) else ""


def _capital(words: str) -> dict[str, object] | None:
    match = CAPITAL.search(words)
    if match is None:
        return None
    whole = re.sub(r"[.,]\d{2}$", "", match["amount"])
    return {"amount": int(_digits(whole)), "currency": "EUR"}


def _address(words: str) -> dict[str, str] | None:
    found = next(filter(None, (pattern.search(words) for pattern in ADDRESSES)), None)
    if found is None:
        return None
    return {**{key: found[key].strip() for key in ("street", "postcode", "city")}, "country": "FR"}


def _form(kind: str) -> Callable[[str], str]:
    """The first legal form that is written out, or short."""

    def find(words: str) -> str:
        known = {name.casefold(): how for name, how in FORMS.items()}
        return next((each[0] for each in FORM.finditer(words) if known[each[0].casefold()] == kind), "")

    return find


def _registry(words: str) -> str:
    match = REGISTRY.search(words)
    return match["city"] if match else ""


def _names(words: str) -> Iterator[str]:
    for pattern in NAMED:
        if match := pattern.search(words):
            yield match["name"]


def file_of(facts: Facts, origin: str) -> str:
    """The file of variables with the facts that were found in a file of that name."""
    lines = [HEAD.format(origin)]
    for group, values in facts.groups.items():
        lines += [f"{group}:", *(f"  {key}: {_value(each)}" for key, each in values.items())]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    """A value on one line: words in quotation marks, so that digits stay words."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_value(each)}' for key, each in value.items())}}}"
    return quoted(value) if isinstance(value, str) else str(value)


FINDERS: Mapping[str, Callable[[str], object]] = {
    "legal_form": _form(""),
    "legal_form_short": _form("short"),
    "capital": _capital,
    "address": _address,
    "registry_city": _registry,
    "siren": _valid("siren", SIREN),
    "siret": _valid("siret", SIRET),
    "phone": _phone,
}
