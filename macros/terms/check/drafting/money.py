"""How a contract writes its amounts of money."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from macros.terms.check.drafting.amounts import Amount, amounts, currencies
from macros.terms.check.drafting.numbers import DIGIT, NUMBER
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault

# What is counted in money, and what leads from it to the amount.
NOUNS = (
    r"prix|montants?|capital|indemnités?|redevances?|honoraires|tarifs?|frais|pénalités?|acomptes?|cautions?|sommes?|"
    r"coûts?|loyers?|franchises?|forfaits?|dommages[- ]intérêts|responsabilité|rémunération|commissions?|"
    r"plafonds?\sde\s(?:responsabilité|garantie|dépenses|remboursement|couverture)|"
    r"prices?|fees?|amounts?|charges?|sums?|penalt(?:y|ies)|deposits?|compensation|indemnity|rent|liability|damages|"
    r"costs?|payments?|commissions?|retainer|refunds?|remuneration|cap\son\sliability"
)
LEADS = (
    r"de|à|est|sont|sera|seront|excéder|excédant|dépasser|dépassant|maximum|minimum|moins|"
    r"of|is|are|at|be|(?:limited|capped|equal|amount|amounts|amounting|up|set|fixed)\sto|exceed|exceeds|exceeding|than|maximum|minimum"
)
# Between both stand a few words of the same part of the sentence.
LED = rf"\b(?:{NOUNS})\b(?:[ \u00a0\u202f\n][^\s,;:.()\d]+){{0,9}}?[ \u00a0\u202f\n](?:{LEADS})[ \u00a0\u202f\n]"
LABELLED = rf"\b(?:{NOUNS})\b(?:[ \u00a0\u202f\n](?:HT|TTC))?[ \u00a0\u202f]?:[ \u00a0\u202f\n]"
# "quarante (40)": the figure stands between brackets.
FIGURE = (
    rf"(?:[^\W\d_][^\s,;:.()]*[\s-]{{0,2}}){{0,8}}\((?P<again>{NUMBER})\)|(?P<number>{NUMBER})(?:\s\([^()]{{1,60}}\))?"
)
# What follows a bare amount; a noun would say what is counted.
END = (
    r"(?=\s*(?:[;)»]|[.,:](?!\d)|$)|\s+(?:HT|TTC|H\.T|T\.T\.C|hors|toutes|net|nets|par|per|each|excluding|plus|majorée?s?|"
    r"immatriculée?|dont|est|sont|sera|seront|shall|will|is|are|ayant|having|registered|whose|payables?|due?s?|"
    r"for\seach|for\sany|pour\s(?!cent\b|mille\b|\d)|in(?!\snumber)|en|dans|if|when|where|si|lorsqu\w*|during|within)\b)"
)
YEAR = re.compile(r"(?:19|20)\d\d")
REFERRING = re.compile(r"\b(?:articles?|clauses?|sections?|annexes?|paragraphes?|points?|n°|no\.?)\s$", re.IGNORECASE)


def currency(wording: Wording) -> Iterator[Fault]:
    """An amount of money says in which currency it is."""
    stated = re.compile(rf"\b(?:en|in)\s(?:{currencies(wording.language)})", re.IGNORECASE)
    for paragraph in wording.paragraphs:
        if not DIGIT.search(paragraph.text) or stated.search(paragraph.text):
            continue
        for match in _bare().finditer(paragraph.text):
            group = "again" if match["again"] else "number"
            if _is_money(match[group]):
                found = " ".join(match[0].split())
                message = f"expected an amount with its currency, found “{found}”; say which currency it is"
                yield Fault(line=paragraph.line_at(match.start(group)), message=message)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?:{LED}|{LABELLED})(?:{FIGURE}){END}", re.IGNORECASE)


def _is_money(number: str) -> bool:
    """Whether a figure can be an amount: no year, no number of a clause or of a thing."""
    return len(re.sub(r"\D", "", number)) > 1 and not YEAR.fullmatch(number)


def amount_format(wording: Wording) -> Iterator[Fault]:
    """A contract writes all its amounts of money in one way."""
    found = list(amounts(wording))
    reported: set[tuple[str, str]] = set()
    aspects = dict.fromkeys(aspect for each in found for aspect in each.ways)
    usual = {aspect: _usual(found, aspect) for aspect in aspects}
    for each in found:
        odd = [(aspect, way) for aspect, way in each.ways.items() if way != usual[aspect].ways[aspect]]
        new = [pair for pair in odd if pair not in reported]
        reported.update(odd)
        if new:
            other = usual[new[0][0]]
            norm = f"expected amounts written in one way, found “{each.words}” and on line {other.line} “{other.words}”"
            yield Fault(line=each.line, message=f"{norm}; write both alike ({_reasons(other, new)})")


def _usual(found: Sequence[Amount], aspect: str) -> Amount:
    """The first amount that is written as most are."""
    ways = Counter(each.ways[aspect] for each in found if aspect in each.ways)
    most = max(ways.values())
    return next(each for each in found if aspect in each.ways and ways[each.ways[aspect]] == most)


def _reasons(other: Amount, odd: Sequence[tuple[str, str]]) -> str:
    """What distinguishes an amount from the usual one."""
    return ", ".join(f"here {way}, there {other.ways[aspect]}" for aspect, way in odd if aspect in other.ways)
