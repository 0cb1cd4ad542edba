"""Capitals that promise a definition which the text does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.terms.check.drafting.terms_lists import THIS
from macros.terms.check.drafting.terms_phrases import Phrase, shown
from macros.terms.check.drafting.terms_used import Terms, terms_of
from macros.terms.check.drafting.terms_variants import undefined
from macros.terms.check.drafting.terms_words import content, key
from macros.terms.check.drafting.wording import Wording
from macros.terms.definitions import words_of
from macros.terms.model import Fault

# The text says that what it does not define is defined in another one.
ELSEWHERE = re.compile(
    r"(?:non|not)\s+(?:\w+\s+)?d[ée]fin\w+[^.]{0,200}(?:sens|meaning|signification|d[ée]fin)"
    r"|d[ée]finitions?\s+(?:figurant|contenues|prévues|des|du)\s[^.]{0,60}(?:s['’]appliquent|applicables)",
    re.IGNORECASE,
)
NEAR = 0.78
# How often one or several words with capitals and no article have to stand in a text before they pass for a term.
OFTEN = {1: 3, 2: 2}


def undefined_term(wording: Wording) -> Iterator[Fault]:
    """A phrase with the capitals of a defined term is defined."""
    terms = terms_of(wording)
    if any(ELSEWHERE.search(each.text) for each in terms.paragraphs):
        return
    for found in undefined(terms).values():
        if _is_term(found) and not _is_title(terms, found[0]):
            first = terms.paragraphs[found[0].at]
            yield Fault(line=first.line_at(found[0].start), message=_undefined(terms, found))


def _is_term(found: list[Phrase]) -> bool:
    """Whether phrases are written like a term: with an article, or again and again; "this contract" needs none."""
    if all(each.before in THIS for each in found) or (len(found) == 1 and found[0].is_spelt_out):
        return False
    return any(each.before for each in found) or len(found) >= OFTEN[min(2, len(found[0].core))]


def _is_title(terms: Terms, phrase: Phrase) -> bool:
    """Whether a phrase of several words is what the text calls itself."""
    said = " ".join(word.root for word in phrase.whole)
    titles = [words_of(title) for title in terms.wording.reading.tree.titles]
    return len(phrase.whole) > 1 and any(said in " ".join(key(title)) for title in titles)


def _undefined(terms: Terms, found: list[Phrase]) -> str:
    said = shown(found)
    often = f" ({len(found)} times, first here)" if len(found) > 1 else ""
    near = _nearest(terms, found[0])
    instead = f", or write “{near}” if that is meant" if near else ""
    norm = f"expected a definition of “{said}”, written with capitals like a defined term{often}, found none"
    return f"{norm}; define it, write it in small letters{instead}"


def _nearest(terms: Terms, phrase: Phrase) -> str:
    """The defined term that is spelt most like a phrase, or shares a word with it; "" if none does."""
    names = {" ".join(key(name)): name for it in terms.defined if it.firm for name in it.names}
    alike = get_close_matches(" ".join(phrase.roots), names, n=1, cutoff=NEAR)
    if alike:
        return names[alike[0]]
    said = content(phrase.roots)
    return next(
        (name for roots, name in names.items() if len(said & (of := content(roots.split()))) * 2 > len(said | of)), ""
    )
