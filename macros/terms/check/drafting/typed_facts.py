"""Facts of the publisher that are typed by hand in a text, where a variable holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from macros.terms.check.drafting.known import leaves, value_of
from macros.terms.check.drafting.misstated import misstated
from macros.terms.check.drafting.numbers import CAPITAL, SPACE, values
from macros.terms.check.drafting.wording import Wording
from macros.terms.comments import uncommented
from macros.terms.fill import EXPRESSION
from macros.terms.formats import is_phone
from macros.terms.model import Fault
from macros.terms.reading import facts_on
from macros.terms.variables import Facts

# What names the company; typed in one place, it stays when the name changes.
NAMES = frozenset({"company.name", "company.legal_name", "company.brand"})
# Where a name is no name: within a web or e-mail address, and in the ids of clauses.
ADDRESS = re.compile(
    r"[^\s@]{1,64}@\S{1,255}|\b(?:https?://|www\.)\S{1,500}|\{#[^}]{0,99}\}|\]\([^)\s]{0,500}\)|`[^`]{0,200}`"
)
# A name with another behind it is that of a product, which may well outlive the company's.
NO_PRODUCT = r"(?!\s[A-ZÀ-Þ][a-zà-ÿ]{2,})"
NINE_DIGITS = re.compile(r"\d{9}(?:\d{5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A fact in the forms in which a person types it, and the expression to write instead."""

    path: str
    pattern: re.Pattern[str]
    write: str


def typed_facts(wording: Wording) -> Iterator[Fault]:
    """A fact that the publisher's variables hold is written with {{ }}, not typed by hand."""
    facts = facts_on(wording.publisher.variables, wording.day, wording.language)
    body = EXPRESSION.sub(lambda match: " " * len(match[0]), uncommented(wording.reading.text.body))
    sought = [each for each in _all_sought(wording, facts) if each.pattern.search(body)]
    capital = value_of(facts, "company.capital.amount")
    for number, line in enumerate(body.split("\n"), 1):
        for found, each in _found(line, sought):
            yield _fault(number, found, each.write)
        for match in CAPITAL.finditer(line) if capital else ():
            if any(Decimal(each) == Decimal(str(capital)) for each in values(match[1])):
                yield _fault(number, match[1], "{{ company.capital.amount | number }}")
    yield from misstated(wording)


def _all_sought(wording: Wording, facts: Facts) -> list[Sought]:
    """What to look for, longer facts first: they may hold others, as a VAT number does a SIREN."""
    printed = {path for each in wording.reading.filled.expressions for path in each.facts}
    # A name that is typed throughout is the author's choice; typed here and printed there, it was forgotten.
    paths = ((path, value) for path, value in leaves(facts) if path not in NAMES or path in printed)
    found = [each for path, value in paths for each in _sought(path, value)]
    return sorted(found, key=lambda each: -len(each.pattern.pattern))


def _found(line: str, sought: list[Sought]) -> Iterator[tuple[str, Sought]]:
    """What a line has of what is sought, each thing once and not within another."""
    done: list[tuple[int, int]] = []
    for each in sought:
        for match in each.pattern.finditer(line):
            own = [address.span() for address in ADDRESS.finditer(line)] if each.path in NAMES else []
            if not any(start < match.end() and match.start() < end for start, end in (*done, *own)):
                done.append(match.span())
                yield match[0], each
                break


def _fault(line: int, found: str, write: str) -> Fault:
    norm = f"expected a fact of the publisher to come from its variables, found “{found}” typed by hand"
    return Fault(line=line, message=f"{norm}; write {write}")


def _sought(path: str, value: object) -> Iterator[Sought]:
    """What to look for, where a fact is one that nobody types by chance."""
    if not isinstance(value, str):
        return
    plain = f"{{{{ {path} }}}}"
    if path in NAMES and len(value) > 3:
        yield Sought(path=path, pattern=re.compile(_exactly(value).pattern + NO_PRODUCT), write=plain)
    elif "@" in value or "://" in value:
        words = re.sub(r"^https?://|/$", "", value)
        yield Sought(path=path, pattern=_exactly(words), write=f"{{{{ {path} | link }}}}")
    elif is_phone(value):
        yield Sought(path=path, pattern=_phone(value), write=f"{{{{ {path} | phone }}}}")
    elif NINE_DIGITS.fullmatch(value):
        yield Sought(path=path, pattern=_spaced(value), write=f"{{{{ {path} | siren }}}}")
    elif path.rpartition(".")[2] in FORMS:
        yield Sought(path=path, pattern=FORMS[path.rpartition(".")[2]](value), write=plain)


def _exactly(value: str) -> re.Pattern[str]:
    """The words, whatever the space or apostrophe between them."""
    return re.compile(rf"(?<![\w@.-]){_loosely(value)}(?![\w@])")


def _street(value: str) -> re.Pattern[str]:
    """A street, in any capitals, with or without a comma after its number."""
    number, _, name = value.partition(" ")
    return re.compile(rf"(?<!\w){re.escape(number)},?\s{_loosely(name)}(?!\w)", re.IGNORECASE)


def _loosely(words: str) -> str:
    return re.escape(words.replace("’", "'")).replace("'", "['’]").replace(r"\ ", r"\s+").replace(r"\-", "[-‑ ]")


def _spaced(value: str) -> re.Pattern[str]:
    """The signs, whatever the spaces, points and hyphens between them."""
    return re.compile(rf"(?<!\w){f'(?:{SPACE}|[.-])?'.join(value)}(?!\w)", re.IGNORECASE)


def _phone(value: str) -> re.Pattern[str]:
    """A number as at home and as from abroad: "+33 1 46 08 83 70", "01.46.08.83.70"."""
    digits = f"(?:{SPACE}|[.-])?".join(value[3:]) if value.startswith("+33") else ""
    return re.compile(rf"(?:(?<!\d)0|\+33{SPACE}?(?:\(0\))?{SPACE}?){digits}(?!\d)") if digits else _spaced(value)


FORMS: Mapping[str, Callable[[str], re.Pattern[str]]] = {"street": _street, "vat": _spaced}
