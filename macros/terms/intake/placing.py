"""Variables into a body: only where the filled text is, byte for byte, what stood there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from macros.terms.fill import fill
from macros.terms.model import FrontMatter
from macros.terms.reading import facts_on
from macros.terms.variables import Facts

# A city or a country says nothing of the company by itself: it is placed beside what stands around it in an address.
ALONE = re.compile(r"(?:^|[._])(?:city|country|region|postcode|amount|currency|legal_form_short|days|hours|time_zone)$")
SHORT = 4
TARGET = re.compile(r"\]\([^)]*\)|\{#[^}]*\}")
GROUPS = ("' '", "'.'", "''", "'\u00a0'", "'\u202f'", "','")
# The version's own date is placed only where a line says that it begins to count then.
BEGINS = re.compile(r"vigueur|effective|prend effet|effect|force|version", re.IGNORECASE)
OWN_DATE = "{{ version.effective | date }}"


def placed(body: str, variables: Mapping[str, object], front: FrontMatter, language: str) -> str:
    """The body with expressions of the facts in place of the words that they print."""
    day = front.effective or front.recorded or date.max
    facts = facts_on({**variables, "version": {"effective": front.effective} if front.effective else {}}, day, language)
    found = _printed(_candidates(variables), facts, language)
    return "\n".join(_line(line, found, facts, language) for line in body.split("\n"))


def _line(line: str, found: Sequence[tuple[str, str]], facts: Facts, language: str) -> str:
    """A line with every expression that fits in it; one that would change a byte of it stays out."""
    for words, expression in found:
        if words in line and (expression != OWN_DATE or BEGINS.search(line)):
            tried = _replaced(line, words, expression)
            filled = fill(tried, facts, language=language)
            if not filled.faults and filled.text == fill(line, facts, language=language).text:
                line = tried
    return line


def _replaced(line: str, words: str, expression: str) -> str:
    """The line with an expression for whole words, expressions, addresses of links and ids aside."""
    closed = re.compile(rf"\{{\{{.*?\}}\}}|{TARGET.pattern}|(?<![\w@.-]){re.escape(words)}(?![\w@]|-\w|\.\w)")
    return closed.sub(lambda match: expression if match[0] == words else match[0], line)


def _printed(candidates: Sequence[str], facts: Facts, language: str) -> list[tuple[str, str]]:
    """Each expression with the words that it prints, the longest words first."""
    found: dict[str, str] = {}
    for expression in candidates:
        filled = fill(f"x {expression}", facts, language=language)
        if not filled.faults:
            found.setdefault(filled.text.removeprefix("x "), expression)
    return sorted(found.items(), key=lambda each: -len(each[0]))


def _candidates(variables: Mapping[str, object]) -> list[str]:
    """The expressions that might print words of a text, the plainest of those that print the same words first."""
    found = [each for path, value in _leaves(variables, "") for each in _forms(path, value)]
    return [*found, *_together()]


def _leaves(group: Mapping[str, object], path: str) -> Iterator[tuple[str, object]]:
    for key, value in group.items():
        name = f"{path}.{key}".lstrip(".")
        # A dated value stands for all of its days: the words that it prints are those of the text's day.
        plain = value[-1].value if isinstance(value, tuple) else value
        if isinstance(plain, Mapping):
            yield from _leaves(plain, name)
        else:
            yield name, plain


def _forms(path: str, value: object) -> Iterator[str]:
    """The expressions of one fact, by what its name says it is."""
    words = str(value)
    if path.endswith(("siren", "siret")):
        yield from (f"{{{{ {path} | siren }}}}", f"{{{{ {path} }}}}")
    elif path.endswith("phone"):
        yield from (f"{{{{ {path} | phone }}}}", f"{{{{ {path} | phone('.') }}}}")
    elif path.endswith(("url", "website", "email")):
        yield from (f"{{{{ {path} | link }}}}", f"{{{{ {path} | link(bare=true) }}}}", f"{{{{ {path} }}}}")
    elif not ALONE.search(path) and isinstance(value, str) and len(words) >= SHORT and not words.isdigit():
        yield f"{{{{ {path} }}}}"


def _together() -> Iterator[str]:
    """Expressions with the words around them that make them sure."""
    yield "{{ company.legal_form }}s"
    form = "{{ company.legal_form_short }}"
    city = "{{ company.registry_city }}"
    yield from (
        f"({form})",
        f", {form} au",
        f"la {form} {{{{ company.name }}}}",
        f"la {form} {{{{ company.legal_name }}}}",
    )
    yield from (f"Sociétés de {city}", f"sociétés de {city}", f"commerce de {city}", f"RCS de {city}", f"RCS {city}")
    place = "{{ company.address.postcode }} {{ company.address.city }}"
    yield from (f"{place}, {{{{ company.address.country | country }}}}", place)
    yield "{{ company.address.city }} ({{ company.address.postcode }})"
    for decimals in ("", "decimals=2, "):
        for group in GROUPS:
            amount = f"{{{{ company.capital.amount | number({decimals}group={group}) }}}}"
            yield from (f"{amount} €", f"{amount} euros", f"{amount} Euro", f"{amount} EUR")
    yield OWN_DATE
