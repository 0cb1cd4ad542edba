"""Capitals that promise a definition which the text does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.terms.check.drafting import terms_lists
from macros.terms.check.drafting.terms_phrases import Phrase, shown
from macros.terms.check.drafting.terms_used import Terms, terms_of
from macros.terms.check.drafting.terms_variants import head, undefined
from macros.terms.check.drafting.terms_words import content, key, root
from macros.terms.check.drafting.wording import Wording
from macros.terms.definitions import words_of
from macros.terms.model import Fault

# The text says that what it does not define is defined in another one.
ELSEWHERE = re.compile(
    r"(?:non|not)\s+(?:\w+\s+)?d[ée]fin\w+[^.]{0,200}(?:sens|meaning|signification|d[ée]fin)"
    r"|\b(?:words|terms|expressions|termes|mots)\b[^.]{0,80}d[ée]fin[^.]{0,200}\b(?:same\s+meanings?|même\s+(?:sens|signification))"
    r"|d[ée]finitions?\s+(?:figurant|contenues|prévues|des|du)\s[^.]{0,60}(?:s['’]appliquent|applicables)",
    re.IGNORECASE,
)
OTHERWISE = "define it, or write it in small letters"
# The Receiving Party is never the Disclosing Party.
OPPOSED = frozenset({"party"})
NEAR, HALF = 0.78, 0.5
KIN = {root(word): str(at) for at, group in enumerate(terms_lists.KIN) for word in group}
# How often one or several words with capitals and no article have to stand in a text before they pass for a term.
OFTEN = {1: 3, 2: 2}


def undefined_term(wording: Wording) -> Iterator[Fault]:
    """A phrase with the capitals of a defined term is defined."""
    terms = terms_of(wording)
    if any(ELSEWHERE.search(each.text) for each in terms.paragraphs):
        return
    for found in undefined(terms).values():
        if _is_term(terms, found) and not _is_title(terms, found[0]):
            first = terms.paragraphs[found[0].at]
            yield Fault(line=first.line_at(found[0].start), message=_undefined(terms, found))


def _is_term(terms: Terms, found: list[Phrase]) -> bool:
    """Whether phrases are written like a term: with an article, again and again, or nearly as one that is defined."""
    if all(each.before in terms_lists.THIS for each in found) or any(each.is_placed for each in found):
        return False
    if len(found) == 1 and found[0].is_spelt_out:
        return False
    if any(each.before for each in found):
        return True
    several = min(2, len(found[0].core))
    return len(found) >= OFTEN[several] or (several > 1 and bool(_nearest(terms, found[0])))


def _is_title(terms: Terms, phrase: Phrase) -> bool:
    """Whether a phrase of several words is what the text calls itself."""
    said = " ".join(word.root for word in phrase.whole)
    titles = [words_of(title) for title in terms.wording.reading.tree.titles]
    return len(phrase.whole) > 1 and any(said in " ".join(key(title)) for title in titles)


def _undefined(terms: Terms, found: list[Phrase]) -> str:
    said = shown(found)
    often = f" ({len(found)} times, first here)" if len(found) > 1 else ""
    near = _nearest(terms, found[0])
    advice = f"define it, write it in small letters, or write “{near}” if that is meant" if near else OTHERWISE
    norm = f"expected a definition of “{said}”, written with capitals like a defined term{often}, found none"
    return f"{norm}; {advice}"


def _nearest(terms: Terms, phrase: Phrase) -> str:
    """The defined term that is spelt most like a phrase, or else shares most of its words; "" if none is near."""
    names = {key(name): name for it in terms.defined if it.firm for name in it.names}
    alike = {" ".join(one): name for one, name in names.items() if len(one) == len(phrase.roots)}
    if spelt := get_close_matches(" ".join(phrase.roots), alike, n=1, cutoff=NEAR):
        return alike[spelt[0]]
    near = {name: _nearness(phrase.said, name, terms.wording.language) for name in names.values()}
    return max(near, key=lambda name: near[name], default="") if any(near.values()) else ""


def _nearness(said: str, name: str, language: str) -> float:
    """How near two phrases are: by words that they share, or that mean the same; 0 if not even the main one is."""
    one, two = _meaning(said), _meaning(name)
    shared = len(one & two) / len(one | two) if one and two else 0
    main = _meaning(head(name, language))
    is_kin = len(one) == len(two) > 1 and _meaning(head(said, language)) == main and not main & OPPOSED
    return shared if shared > HALF or is_kin else 0


def _meaning(words: str) -> frozenset[str]:
    """The roots of words that carry a meaning, one for all that mean the same."""
    return frozenset(KIN.get(one, one) for one in content(key(words)))
