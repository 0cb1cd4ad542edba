"""Defined terms: each is defined once, before it is used, in other words than its own, and is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.terms_defined import Defined
from macros.terms.check.drafting.terms_lists import ARTICLES, THAT
from macros.terms.check.drafting.terms_used import SPEAKING, Mention, Terms, terms_of
from macros.terms.check.drafting.terms_variants import variants
from macros.terms.check.drafting.terms_words import POINTER, key, touches
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import heading
from macros.terms.model import Fault
from macros.terms.search.folding import fold

POINTS_WITHIN = 60
LOCALLY = re.compile(
    r"(?:aux\s+fins|pour\s+les\s+besoins|au\s+sens)\s+d[eu]\s*(?:la\s+|cette\s+|l['’]|cet\s+)?(?:présente?\s+)?(?:article|annexe|clause|section)"
    r"|(?:dans|for\s+the\s+purposes?\s+of|in)\s+(?:la|le|this|the\s+present)\s+(?:présente?\s+)?(?:article|annexe|annex|clause|section|schedule|appendix|exhibit)",
    re.IGNORECASE,
)
# Clauses that only present what the contract is about.
OPENING = re.compile(r"\b(?:preamb|recital|expose|parties\b|introduc|entre\b|between\b|background|whereas)")
# Where a definition has said what it says: the rest comments on it.
FULL_STOP = re.compile(r"[.;!?](?=\s|$)|,?\s(?:étant (?:entendu|précisé)|it being)\b")
# How many characters on either side of a term show where it stands.
AROUND = 20


def unused_term(wording: Wording) -> Iterator[Fault]:
    """A term that is defined is used, written as it is defined."""
    terms = terms_of(wording)
    used = {one for each in terms.mentions if _is_use(terms, each) for it in each.defined for one in it.keys}
    # Of these another rule says that the text uses a variant.
    used |= variants(terms)
    told: set[tuple[str, ...]] = set()
    for each in terms.defined:
        if each.firm and not each.keys & (used | told):
            told |= each.keys
            yield Fault(line=terms.where(each), message=_unused(terms, each))


def _is_use(terms: Terms, mention: Mention) -> bool:
    is_term = mention.is_capital or not any(name[:1].isupper() for it in mention.defined for name in it.names)
    return is_term and terms.paragraphs[mention.at].kind in SPEAKING and not terms.is_own(mention)


def _unused(terms: Terms, each: Defined) -> str:
    norm = f"expected the defined term “{each.names[0]}” to be used, found it"
    small = next((it for it in terms.mentions if each in it.defined and _is_small(terms, it, each)), None)
    if not small:
        return f"{norm} nowhere but in its definition; use it, or take the definition out"
    paragraph = terms.paragraphs[small.at]
    seen = f"“{small.said(paragraph)}” on line {paragraph.line_at(small.words[0].start)}"
    return f"{norm} only in small letters ({seen}); write it as it is defined, or take the definition out"


def _is_small(terms: Terms, mention: Mention, each: Defined) -> bool:
    """Whether a mention is in small letters, and not what a definition stands behind: un acompte (l’« Acompte »)."""
    return not mention.is_capital and mention.at != each.at and not terms.is_own(mention)


def term_defined_twice(wording: Wording) -> Iterator[Fault]:
    """A term is defined in one place."""
    terms = terms_of(wording)
    told: set[tuple[int, int]] = set()
    for found in terms.by_key.values():
        firm = [each for each in found if each.firm and not _points(terms, each)]
        for other in firm[1:]:
            # A definition may name the thing itself once more: Partie : le Prestataire ou le Client, les « Parties ».
            if other.at not in {firm[0].at, *firm[0].body} and (other.at, other.start) not in told:
                told.add((other.at, other.start))
                yield Fault(line=terms.where(other), message=_twice(terms, firm[0], other))


def _points(terms: Terms, each: Defined) -> bool:
    """Whether a definition only refers to another one, or holds in one article or annex only."""
    return bool(POINTER.search(each.meaning[:POINTS_WITHIN]) or LOCALLY.search(terms.paragraphs[each.at].text))


def _twice(terms: Terms, first: Defined, other: Defined) -> str:
    name = next(name for name in other.names if key(name) in first.keys)
    norm = f"expected one definition of “{name}”, found a second one: it is defined on {terms.place(first)} too"
    return f"{norm}; keep one of them"


def term_before_definition(wording: Wording) -> Iterator[Fault]:
    """A term that is defined in the middle of a text is not used before without a pointer to its definition."""
    terms = terms_of(wording)
    opening = _opening(terms)
    for each in terms.defined:
        if (
            not each.firm
            or each.body
            or each.at < opening
            or any(terms.by_key[one][0] is not each for one in each.keys)
        ):
            continue
        early = next((it for it in terms.mentions if each in it.defined and _is_early(terms, it, each)), None)
        if early:
            paragraph = terms.paragraphs[early.at]
            yield Fault(line=paragraph.line_at(early.words[0].start), message=_early(terms, early, each))


def _opening(terms: Terms) -> int:
    """The place where the first numbered clause begins: before it, parties and recitals introduce each other."""
    return next((at for at, each in enumerate(terms.paragraphs) if each.clause.number), 0)


def _is_early(terms: Terms, mention: Mention, each: Defined) -> bool:
    """Whether a mention stands in an earlier clause and does not say where the definition is."""
    there, here = terms.paragraphs[mention.at], terms.paragraphs[each.at]
    return (
        mention.at < each.at
        and there.clause.id != here.clause.id
        and not OPENING.search(fold(heading(there.clause)))
        and _is_use(terms, mention)
        and not there.is_linked(mention.words[0].start, mention.words[-1].end)
        and not POINTER.search(there.text)
    )


def _early(terms: Terms, mention: Mention, each: Defined) -> str:
    said = mention.said(terms.paragraphs[mention.at])
    norm = f"expected “{said}” to be defined before it is used, found its definition only on {terms.place(each)}"
    return f"{norm}; move the definition up, or say here where it is"


def circular_definition(wording: Wording) -> Iterator[Fault]:
    """A definition does not use the term that it defines."""
    terms = terms_of(wording)
    for each in terms.defined:
        if not each.meaning or not each.firm:
            continue
        end = FULL_STOP.search(each.meaning)
        limit = each.meant_at[1] + (end.start() if end else len(each.meaning))
        found = next((it for it in terms.mentions if each in it.defined and _turns(terms, it, each, limit)), None)
        if found:
            paragraph = terms.paragraphs[found.at]
            yield Fault(line=paragraph.line_at(found.words[0].start), message=_circular(each, found, paragraph.text))


def _turns(terms: Terms, mention: Mention, each: Defined, limit: int) -> bool:
    """Whether a mention in a definition's first sentence is the term itself, no part of a longer one."""
    at, start = each.meant_at
    if mention.at != at or not start <= mention.words[0].start < limit or not mention.is_capital:
        return False
    text, spoken = terms.paragraphs[at].text, terms.words[at]
    place = spoken.index(mention.words[0])
    before, after = spoken[:place][-1:], spoken[place + len(mention.words) :][:1]
    if text[mention.words[0].start - 1 : mention.words[0].start] == "(" and text[mention.words[-1].end :][:1] == ")":
        return False
    if before and (before[0].text.lower() in THAT or before[0].text.lower() in {"société", "company"}):
        return False
    longer = [it for it in before if touches(text, it, mention.words[0]) and it.text.lower() not in ARTICLES]
    longer += [it for it in after if touches(text, mention.words[-1], it)]
    return not any(it.is_capital for it in longer)


def _circular(each: Defined, mention: Mention, text: str) -> str:
    first, last = mention.words[0].start, mention.words[-1].end
    start = max(each.meant_at[1], text.rfind(" ", 0, max(0, first - AROUND)))
    end = text.find(" ", min(len(text), last + AROUND))
    said = " ".join(text[start : end if end > 0 else len(text)].split())
    norm = f"expected a definition of “{each.names[0]}” in other words, found the term itself in it: “…{said}…”"
    return f"{norm}; say what it is without using it"
