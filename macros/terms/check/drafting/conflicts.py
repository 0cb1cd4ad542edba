"""Periods and percentages that a contract gives twice, and not alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from macros.terms.check.drafting.figured import ROOT, WORD, Stated, stated
from macros.terms.check.drafting.recalled import recalled
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import heading
from macros.terms.model import Fault
from macros.terms.search.folding import fold

# Whose right or duty it is: the roots of what contracts call their parties.
NAMED = """client presta fourni editeu utilis abonne partie vendeu achete licenc heberg titula custom provid suppli
vendor user users party subscr licens buyer seller compan member
baille preneu locata employ salari landlo tenant lender borrow mandan mandat distri affili franch contro proces"""
PARTIES = frozenset(NAMED.split())
# What is done on notice, by its roots: a figure for one says nothing of another.
DONE = "termin resili amend amende modifi modify change renewe renew renouv suspen assign cessio ceder transf audit"
ACTS = frozenset(DONE.split())
DIGITS = re.compile(r"\d+")
# No contract says so often what one thing is.
MOST_COMPARED = 5000
NEGATING = re.compile(r"\b(?:non|hors|sans|not|without|outside)\b", re.IGNORECASE)
# Words that set a case apart from others.
OTHERWISE = (
    r"pour\s(?:les?|la|l['’]|une?|tout\w*|chaque)|sauf|except\w*|toutefois|cependant|"
    r"ramenée?|portée?\sà|réduit\w*|prolong\w*|supplémentaire|autre|formule|offre|option|premi[eè]re?|ensuite|nouve\w*|"
    r"for\s(?:the|an?|any|each|all)|unless|however|otherwise|plan|"
    r"reduced|extended|additional|further|another|other|first|then|new|initial\w*|renew\w*|reconduction"
)
CONDITION = r"en\scas|si|s['’]il|lorsqu\w*|quand|in\s(?:the\s)?(?:event|case)|if|when|where"
SETTING_APART = re.compile(rf"\b(?:{OTHERWISE}|{CONDITION})\b", re.IGNORECASE)
IS_OTHERWISE, IS_CONDITION = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (OTHERWISE, CONDITION))
# A figure that another place or a law gives.
GIVEN = re.compile(
    r"\b(?:prévue?s?|visée?s?|mentionnée?s?|indiquée?s?|stipulée?s?|légale?s?|referred|provided\sfor|set\sout|specified|statutory)\b",
    re.IGNORECASE,
)


def conflicting_figures(wording: Wording) -> Iterator[Fault]:
    """A period or percentage that stands twice for the same thing is the same each time."""
    alike: dict[tuple[str, frozenset[str]], list[Stated]] = defaultdict(list)
    for each in stated(wording):
        alike[each.kind, each.of].append(each)
    for group in alike.values():
        reported: set[int] = set()
        for one, other in islice(combinations(group, 2), MOST_COMPARED):
            if id(other) not in reported and one.value != other.value and _is_same_thing(one, other):
                reported.add(id(other))
                yield _fault(one, other)
    yield from recalled(wording)


def _fault(one: Stated, other: Stated) -> Fault:
    place = heading(one.paragraph.clause)
    where = f"on line {one.line}" + (f" ({place})" if place and one.paragraph.clause.id else "")
    norm = f"expected one figure for the same thing, found “{other.words}” and {where} “{one.words}”"
    return Fault(line=other.line, message=f"{norm}; say which holds, or how the two cases differ")


def _is_same_thing(one: Stated, other: Stated) -> bool:
    """Whether two figures of the same name stand in sentences that speak of the same case."""
    if _are_alternatives(one, other):
        return False
    back = other.definite and not _are_apart(one.about & PARTIES, other.about & PARTIES) and _returns(one, other)
    if back or _is_of_term(one, other):
        return True
    if _are_of_others(one, other) or _negates(one) != _negates(other):
        return False
    if _returns(one, other):
        return True
    common, least = len(one.about & other.about), min(len(one.about), len(other.about))
    if (common == len(one.about | other.about) or least > 2) and common >= 0.6 * least and common > one.vague:
        nearly_all = common >= 0.8 * max(len(one.about), len(other.about))
        return not _sets_apart(one, other) or (nearly_all and _others(one) == _others(other))
    return not one.vague and not other.vague and common >= 0.5 * least - 1 and not _sets_apart(one, other)


def _is_of_term(one: Stated, other: Stated) -> bool:
    """Whether both are of one defined term, of which a contract has one figure, whatever else their sentences say."""
    if not (one.titled and other.titled):
        return False
    return all(
        not IS_OTHERWISE.search(_said(each)) and (each.attached or not IS_CONDITION.search(_said(each)))
        for each in (one, other)
    )


def _returns(one: Stated, other: Stated) -> bool:
    """Whether a figure is of what its clause spoke of before: "le préavis de deux mois"."""
    said = _said(other)
    if one.paragraph.clause.id != other.paragraph.clause.id or SETTING_APART.search(said) or GIVEN.search(said):
        return False
    least = min(len(one.about), len(other.about))
    alike = len(one.about & other.about) == least
    if other.definite:
        return (other.telling and len(other.of) == 1) or (alike and (bool(least) or one.about == other.about))
    return alike and least > 1 and not SETTING_APART.search(_said(one))


def _are_alternatives(one: Stated, other: Stated) -> bool:
    """Whether figures stand in one sentence, table or list, where each is of a case of its own."""
    if one.paragraph is other.paragraph and one.sentence == other.sentence:
        return True
    listed = {"item", "row", "cell"} & {*one.paragraph.within, one.paragraph.kind}
    return bool(listed) and one.paragraph.clause.id == other.paragraph.clause.id


def _sets_apart(one: Stated, other: Stated) -> bool:
    return any(SETTING_APART.search(_said(each)) for each in (one, other))


def _are_of_others(one: Stated, other: Stated) -> bool:
    """Whether two sentences are of other parties, or of other acts."""
    ours, theirs = one.about & PARTIES, other.about & PARTIES
    parties = ours and theirs and (ours != theirs or _first_party(one) != _first_party(other))
    return bool(parties) or _are_apart(one.about & ACTS, other.about & ACTS)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _first_party(each: Stated) -> str:
    """Who is named first in the sentence of a figure, by the root of the name."""
    roots = (fold(word)[:ROOT] for word in WORD.findall(_said(each)))
    return next((root for root in roots if root in PARTIES), "")


def _others(each: Stated) -> list[str]:
    """The other figures of the sentence: tiers that are told alike differ in them."""
    return DIGITS.findall(_said(each).replace(each.words, "", 1))


def _negates(each: Stated) -> bool:
    return bool(NEGATING.search(_said(each)))


def _said(each: Stated) -> str:
    """The sentence in which a figure stands."""
    return each.paragraph.text[slice(*each.sentence)]
