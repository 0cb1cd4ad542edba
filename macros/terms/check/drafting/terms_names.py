"""Which capitals are those of a name: a person, a law, an authority, a product, a place, an acronym, a clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from macros.terms.check.drafting import terms_lists
from macros.terms.check.drafting.terms_words import Word, root, touches
from macros.terms.spelling import KEPT, folder, has

NAMES = frozenset(map(root, terms_lists.NAMES))
BEARERS = NAMES | frozenset(map(root, terms_lists.BEARERS))
STREETS = frozenset(map(root, terms_lists.STREETS))
CONNECTING, ARTICLES, JOINING = terms_lists.CONNECTING, frozenset({"le", "la", "les", "the"}), frozenset({"et", "and"})
START = attrgetter("start")
# What the law defines, and what is no noun.
LEGAL = frozenset({("force", "majeure"), ("general",), ("data", "protection", "officer")})
LONGEST_ACRONYM = 5
REFERRING = re.compile(
    r"(?:annexe|article|clause|appendix|schedule|exhibit|section|chapitre)s?\s*+(?:(?:de|d['’]|of)\s*+)?(?:n°\s*+)?[\d.]*+\s*+[:–-]?\s*+$",
    re.IGNORECASE,
)
# Half of a pair, the name of a clause, a word that has a capital by habit.
OTHERWISE = re.compile(r"/|\s+(?:clause|cent(?:re|er)s?)\b")
LONG = re.compile(
    r"(?:\s+(?:et\s+)?(?:de\s+la\s|de\s+l['’]|de\s|du\s|des\s|d['’])\s*[a-zà-ÿ-]{3,}){1,4}"
    r"\s+(?:de\s+la\s|de\s+l['’]|de\s|du\s|d['’])\s*(?P<last>[A-ZÀ-Þ][\w-]+)"
)
# Espace économique européen, Comité européen de la protection des données, Institut national de la propriété.
OFFICIAL = re.compile(r"(?:\s+[a-zà-ÿ]{3,})?\s+(?:européen(?:ne)?s?|national(?:e|es)?|nationaux)\b")
# How many words on either side can make a phrase part of a longer name.
REACH = 8


def stands_in_name(text: str, found: Sequence[Word], first: int, last: int) -> bool:
    """Whether what stands around the words from first to last makes them part of a name, address or reference."""
    start, end = found[first].start, found[last].end
    if (
        OTHERWISE.match(text, end)
        or text[start - 1 : start] == "/"
        or REFERRING.search(text[max(0, start - 30) : start])
    ):
        return True
    left = [*_chain(text, found, first, -1)]
    right = [*_chain(text, found, last, 1)]
    if found[first].case == "upper" and any(each[:1] and each[0].text.isupper() for each in (left, right)):
        return True
    if any(word.root in NAMES and word.is_capital for word in (*left, *right)):
        return True
    return first > len(left) and _bears(text, found, first - 1 - len(left), left)


def _chain(text: str, found: Sequence[Word], place: int, step: int) -> Iterator[Word]:
    """The words with capitals, and those that connect them, that stand side by side with a place, nearest first."""
    for _ in range(REACH):
        here, place = place, place + step
        if not 0 <= place < len(found) or not touches(text, *sorted((found[here], found[place]), key=START)):
            return
        if not (found[place].is_capital or found[place].text in CONNECTING):
            return
        if found[place].text in ARTICLES and (not place or found[place - 1].text in JOINING):
            return
        yield found[place]


def _bears(text: str, found: Sequence[Word], place: int, chain: Sequence[Word]) -> bool:
    """Whether the word before a chain takes a name: logiciel Nextcloud, loi Informatique et Libertés."""
    word = found[place]
    if not touches(text, word, found[place + 1]):
        return False
    if word.root in STREETS:
        return not (place and found[place - 1].text == "en")
    return word.root in BEARERS and not (chain and chain[-1].text in CONNECTING)


def begins_name(text: str, end: int) -> bool:
    """Whether a name goes on in small letters behind a capital: Centre de médiation et d’arbitrage de Paris."""
    match = LONG.match(text, end)
    return bool(OFFICIAL.match(text, end)) or bool(match and root(match["last"]) in NAMES)


def is_name(core: Sequence[Word], whole: Sequence[Word], small: Collection[str], language: str) -> bool:
    """Whether words with capitals are a name by themselves; small: the roots that the text has in small letters too."""
    capitals = [word for word in core if word.is_capital]
    if any(word.root in NAMES for word in whole) or tuple(word.root for word in core) in LEGAL:
        return True
    # "CREST-accredited" is written like the acronym that it begins with.
    is_upper = all(word.case == "upper" or word.text.partition("-")[0].isupper() for word in capitals)
    if is_upper and all(len(word.text.partition("-")[0]) <= LONGEST_ACRONYM for word in capitals):
        return True
    known = [_is_noun(word, small, language) for word in capitals]
    if is_upper and not all(known):
        return True
    return sum(known) * 2 < len(known) or not (known[0] or known[-1])


def _is_noun(word: Word, small: Collection[str], language: str) -> bool:
    """Whether a word is one of the language too, as the text itself or a dictionary tells."""
    return word.root in small or (language in KEPT and bool(folder(language)) and has(word.text.lower(), language))
