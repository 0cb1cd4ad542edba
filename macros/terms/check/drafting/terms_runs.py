"""Words with capitals that belong together, and what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.numbers import spelt_before
from macros.terms.check.drafting.terms_lists import ARTICLES, LEADING, LINKS, OPENERS, SMALL
from macros.terms.check.drafting.terms_names import begins_name, stands_in_name
from macros.terms.check.drafting.terms_words import Word, opens_sentence, touches

# “within twenty (20) Working Days”: a number is as good as an article before a noun in the plural.
COUNTED = re.compile(r"[a-zà-ÿ]{2,}\s+(?P<number>(?:\d[\d\s]*)?(?:\(\d+\)\s*)?)$")
NO_NOUNS = SMALL | OPENERS
# Two small words tie at most: Sécurité de l’Information.
MOST_TIES = 2
PUT = frozenset({"mise", "remise", "entree", "prise"})
# How many characters before a run may count it.
REACH = 80


def runs(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The half-open places of words with capitals that belong together, and of the small words that tie them."""
    place = 0
    while place < len(found):
        at = end = place
        while at < len(found) and (at == place or touches(text, found[at - 1], found[at])):
            if _may_name(found[at]) and not (at == place and _leads(text, found, at)):
                end = at + 1
            elif end == place or not _ties(found, at) or at - end >= MOST_TIES:
                break
            at += 1
        if end > place:
            yield place, end
        place = max(end, place + 1)


def _may_name(word: Word) -> bool:
    """Whether a word may be one of a term's; an article or another small word with a capital opens a sentence."""
    if not word.is_capital or len(word.text) == 1:
        return False
    return word.text.lower() not in NO_NOUNS or word.case == "upper"


def _leads(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether a word only opens a sentence: Conformément à la Politique de Sécurité."""
    goes_on = found[at + 1 : at + 2] and found[at + 1].text in {"à", "de", "d"}
    return bool(goes_on and found[at].text.lower() in LEADING and opens_sentence(text, found[at].start))


def _ties(found: Sequence[Word], at: int) -> bool:
    """Whether a small word ties two capitals: "and" only in Terms and Conditions, "en" in Mise en Service."""
    if found[at].text == "and":
        return found[at - 1].root == "term" and at + 1 < len(found) and found[at + 1].root == "condition"
    if found[at].text == "en":
        return found[at - 1].root in PUT
    # An article ties only behind a preposition: Droit à l’Image, but “Notwithstanding the Fees”.
    return found[at].text in LINKS and not (found[at].text in {"la", "l", "the"} and found[at - 1].is_capital)


def before(text: str, found: Sequence[Word], run: tuple[int, int], language: str) -> str:
    """The article or number before a run of capitals in small letters, "" if there is none."""
    first, end = run
    word = found[first - 1].text.lower() if first and touches(text, found[first - 1], found[first]) else ""
    return word if word in ARTICLES else _count(text, found[first:end], language)


def is_told(text: str, found: Sequence[Word], run: tuple[int, int], said: str) -> bool:
    """Whether the capitals of a run are those of a term: neither of a sentence's start, nor part of a name."""
    first, end = run
    return bool(said or not opens_sentence(text, found[first].start)) and not (
        stands_in_name(text, found, first, end - 1) or (end == first + 1 and begins_name(text, found[first].end))
    )


def _count(text: str, run: Sequence[Word], language: str) -> str:
    """The number before a noun in the plural, "" if there is none: a number does what an article does."""
    if not any(word.text.endswith(("s", "x")) for word in run if word.is_capital):
        return ""
    start = run[0].start
    match = COUNTED.search(text[max(0, start - REACH) : start])
    return (match["number"].strip() or spelt_before(text, start, language)[0]) if match else ""


def core(run: tuple[Word, ...], covered: set[int]) -> tuple[Word, ...]:
    """The words from the first to the last that no definition covers, with the capitals that touch them."""
    bare = [place for place, word in enumerate(run) if word.is_capital and word.start not in covered]
    if not bare:
        return ()
    first, last = bare[0], bare[-1] + 1
    while first and run[first - 1].is_capital:
        first -= 1
    while last < len(run) and run[last].is_capital:
        last += 1
    return run[first:last]
