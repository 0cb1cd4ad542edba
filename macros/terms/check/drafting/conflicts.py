"""Periods and percentages that a contract gives twice, and not alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from macros.terms.check.drafting.figured import Stated, stated
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import heading
from macros.terms.model import Fault

# Whose right or duty it is: the roots of what contracts call their parties.
NAMED = """client presta fourni editeu utilis abonne partie vendeu achete licenc heberg titula custom provid suppli
vendor user users party subscr licens buyer seller compan member"""
PARTIES = frozenset(NAMED.split())
NEGATING = re.compile(r"\b(?:non|hors|sans|not|without|outside)\b", re.IGNORECASE)
# Words that set a case apart from others.
SETTING_APART = re.compile(
    r"\b(?:pour\s(?:les?|la|l['’]|une?|tout\w*|chaque)|en\scas|si|s['’]il|lorsqu\w*|quand|sauf|except\w*|toutefois|cependant|"
    r"ramenée?|portée?\sà|réduit\w*|prolong\w*|supplémentaire|autre|formule|offre|option|premi[eè]re?|ensuite|nouve\w*|"
    r"for\s(?:the|an?|any|each|all)|in\s(?:the\s)?(?:event|case)|if|when|where|unless|except|however|otherwise|plan|"
    r"reduced|extended|additional|further|another|other|first|then|new|initial\w*|renew\w*|reconduction)\b",
    re.IGNORECASE,
)


def conflicting_figures(wording: Wording) -> Iterator[Fault]:
    """A period or percentage that stands twice for the same thing is the same each time."""
    alike: dict[tuple[str, frozenset[str]], list[Stated]] = defaultdict(list)
    for each in stated(wording):
        alike[each.kind, each.of].append(each)
    for group in alike.values():
        reported: set[int] = set()
        for one, other in combinations(group, 2):
            if id(other) not in reported and one.value != other.value and _is_same_thing(one, other):
                reported.add(id(other))
                yield _fault(one, other)


def _fault(one: Stated, other: Stated) -> Fault:
    place = heading(one.paragraph.clause)
    where = f"on line {one.line}" + (f" ({place})" if place and one.paragraph.clause.id else "")
    norm = f"expected one figure for the same thing, found “{other.words}” and {where} “{one.words}”"
    return Fault(line=other.line, message=f"{norm}; say which holds, or how the two cases differ")


def _is_same_thing(one: Stated, other: Stated) -> bool:
    """Whether two figures of the same name stand in sentences that speak of the same case."""
    if _are_alternatives(one, other):
        return False
    ours, theirs = one.about & PARTIES, other.about & PARTIES
    if (ours and theirs and ours != theirs) or _negates(one) != _negates(other):
        return False
    common, least = len(one.about & other.about), min(len(one.about), len(other.about))
    if (common == len(one.about | other.about) or least > 2) and common >= 0.6 * least and common > one.vague:
        return not _sets_apart(one, other) or common >= 0.8 * max(len(one.about), len(other.about))
    return not one.vague and not other.vague and common >= 0.5 * least - 1 and not _sets_apart(one, other)


def _are_alternatives(one: Stated, other: Stated) -> bool:
    """Whether figures stand in one sentence, table or list, where each is of a case of its own."""
    if one.paragraph is other.paragraph and one.sentence == other.sentence:
        return True
    listed = {"item", "row", "cell"} & {*one.paragraph.within, one.paragraph.kind}
    return bool(listed) and one.paragraph.clause.id == other.paragraph.clause.id


def _sets_apart(one: Stated, other: Stated) -> bool:
    return any(SETTING_APART.search(_said(each)) for each in (one, other))


def _negates(each: Stated) -> bool:
    return bool(NEGATING.search(_said(each)))


def _said(each: Stated) -> str:
    """The sentence in which a figure stands."""
    return each.paragraph.text[slice(*each.sentence)]
