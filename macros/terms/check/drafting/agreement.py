"""Nouns that do not agree with what stands before them: “les Client”, “trente (30) jour”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.numbers import NUMBER, values
from macros.terms.check.drafting.terms_used import Mention, Terms, terms_of
from macros.terms.check.drafting.terms_words import touches
from macros.terms.check.drafting.typed import spots, told
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault

SEVERAL = frozenset(
    {"les", "des", "ces", "ses", "leurs", "nos", "vos", "aux", "plusieurs", "certains", "certaines", "quelques"}
    | {"lesdits", "lesdites", "desdits", "desdites", "auxdits", "auxdites"}
)
ONE = frozenset(
    {"le", "la", "l", "un", "une", "du", "ce", "cet", "cette", "son", "sa", "leur", "notre", "votre", "au"}
    | {"chaque", "tout", "toute", "aucun", "aucune", "ledit", "ladite", "dudit", "audit"}
)
COUNTED = "jour|semaine|année|an|heure|minute|seconde|trimestre|semestre|euro|centime|exemplaire"
COUNT = re.compile(rf"(?P<count>{NUMBER})(?P<close>\s?\))?\s(?P<noun>(?:{COUNTED})s?)(?![\w'’(-])")
# "le échéance", "de avance"; "le ou les", "le onze" and "que à" are right, and so is a name: "de Orange".
UNELIDED = re.compile(
    r"(?<![\w'’-])(?:le|la|de|que|ne|se)\s(?!(?:ou|et|onze|onzième|oui|à|un|une|est)\b)[aeiouéèêâîô][a-zà-ÿ]{2,40}"
)
# "jeudi 1 jour", "l'article 30 jour pour jour": figures that count nothing.
UNCOUNTED = re.compile(r"\b(?:articles?|annexes?|n°|version|clauses?)\s$", re.IGNORECASE)


def agreement(wording: Wording) -> Iterator[Fault]:
    """A defined term is in the plural after “les”, what is counted from two on; “le” before a vowel is elided."""
    terms = terms_of(wording)
    for mention in terms.mentions:
        before = _before(terms, mention)
        if _disagrees(terms, mention, before):
            paragraph = terms.paragraphs[mention.at]
            said, number = mention.said(paragraph), "plural" if before in SEVERAL else "singular"
            norm = f"expected “{said}” in the {number} after “{before}”, found “{before} {said}”"
            yield Fault(line=paragraph.line_at(mention.words[0].start), message=f"{norm}; correct one of the two")
    yield from told(spots(wording, UNELIDED), "expected an apostrophe before a vowel", "write l’, d’, qu’, n’ or s’")
    for spot in spots(wording, COUNT):
        match = COUNT.match(spot.paragraph.text, spot.start)
        if match and _miscounts(match):
            noun = match["noun"]
            right = noun.removesuffix("s") if noun.endswith("s") else f"{noun}s"
            norm = f"expected “{right}” after “{match['count']}”, found “{noun}”"
            yield Fault(line=spot.line, message=f"{norm}; correct the noun or the figure")


def _before(terms: Terms, mention: Mention) -> str:
    """The word before a term in small letters, "" where none touches it."""
    words = terms.words[mention.at]
    at = words.index(mention.words[0])
    beside = at and touches(terms.paragraphs[mention.at].text, words[at - 1], words[at])
    return words[at - 1].text.lower() if beside else ""


def _disagrees(terms: Terms, mention: Mention, said: str) -> bool:
    """Whether a term is not in the number of the word before it; what only begins a longer name is left alone."""
    text, words = terms.paragraphs[mention.at].text, terms.words[mention.at]
    first, end = mention.words[0].text, words.index(mention.words[-1]) + 1
    goes_on = end < len(words) and words[end].is_capital and touches(text, words[end - 1], words[end])
    if goes_on or mention.words[0].case != "title" or text.startswith(("(", "/", "-"), mention.words[-1].end):
        return False
    defined = {name.split()[0] for it in mention.defined for name in it.names if it.firm}
    if said in SEVERAL:
        return not first.endswith(("s", "x", "z")) and not defined.isdisjoint({first, f"{first}s"})
    return said in ONE and first.endswith("s") and first.removesuffix("s") in defined


def _miscounts(match: re.Match[str]) -> bool:
    """Whether a noun is in the singular after two or more, or in the plural after one."""
    if UNCOUNTED.search(match.string, max(0, match.start() - 12), match.start()):
        return False
    counts = {float(each) for each in values(match["count"])}
    return counts == {1.0} if match["noun"].endswith("s") else min(counts, default=0) >= 2
