"""Rule of spelling: words that no dictionary has and that are near to one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from macros.terms.check.drafting.cuts import cuts
from macros.terms.check.drafting.typed import Spot
from macros.terms.check.drafting.wording import Wording
from macros.terms.check.drafting.words import Vocabulary, vocabulary
from macros.terms.meant import lacks, nearest, suggestions
from macros.terms.model import Fault
from macros.terms.slugs import unaccented
from macros.terms.spelling import AMERICAN, LATIN, LONGEST, american, bare, british, has

NAMES = {"en": "English", "fr": "French"}
# Looking a word up in a whole dictionary takes a tenth of a second: a text in no language is not looked up for ever.
MOST_LOOKED_UP = 30
# A shorter word is an abbreviation, shorter capitals an acronym.
SHORTEST, SHORTEST_CAPITALS, SHORTEST_FOREIGN, SHORTEST_OPENING = 4, 8, 6, 7
OPENS = re.compile(r"(?:^|[.!?]\s+)[\s«“\"(–—-]*$")
QUOTED = re.compile(r"«[^«»]{0,200}»|“[^“”]{0,200}”|\"[^\"]{0,200}\"|\([^()]{0,200}\)")
NEIGHBOUR = re.compile(r"[^\W\d_]+")
PARTS = re.compile(r"[-’']")
# Behind the name of a company, whatever its words: "Norrmail AB", "Ticketly Software Inc."
COMPANY = re.compile(
    r"(?:\s[A-ZÀ-Þ][\w&-]*)?,?\s(?:SASU?|SARL|SA|SCOP|SCI|SNC|EURL|SE|AB|AS|A/S|AG|KG|GmbH|UG|BV|B\.V\.|NV|N\.V\.|Oy|SpA|"
    r"S\.p\.A\.|Srl|S\.r\.l\.|S\.L\.|S\.A\.S\.?|S\.A\.|Inc|LLC|LLP|Ltd|Limited|PLC|plc|Corp|Corporation|Pty)(?!\w)"
)


def spelling(wording: Wording) -> Iterator[Fault]:
    """Every word is spelt as a dictionary of the language, or the project's list of words, has it."""
    words = vocabulary(wording)
    cut = {(id(spot.paragraph), at) for spot, _ in cuts(wording) for at in range(spot.start, spot.end)}
    left = MOST_LOOKED_UP
    for word, places in words.places.items():
        if words.knows(word) or not _is_judged(word, wording.language):
            continue
        uncut = [each for each in places if (id(each.paragraph), each.start) not in cut and not _is_company(each)]
        if not uncut:
            continue
        if wording.language == "en" and (twin := british(word)):
            if _is_british(words):
                yield _fault(wording, word, uncut, f"this text is British: write “{twin}”.")
            continue
        meant, looked_up = _meant(words, word, uncut, may_look_up=left > 0)
        left -= looked_up
        if meant:
            yield _fault(wording, word, uncut, f"did you mean “{meant}”?")


def _fault(wording: Wording, word: str, places: list[Spot], hint: str) -> Fault:
    times = f" ({len(places)} times)" if len(places) > 1 else ""
    norm = f"expected a word of the {NAMES[wording.language]} dictionary, found “{word}”{times}"
    message = f"{norm}; {hint} If the word is right, add it to variables/words.yml"
    return Fault(line=places[0].line, message=message)


def _is_judged(word: str, language: str) -> bool:
    """Whether a word is one to look for: no acronym, no name for machines, of letters that the dictionaries know."""
    alone = bare(word, language)
    if not SHORTEST <= len(alone) <= LONGEST or not LATIN.fullmatch(word):
        return False
    if alone.isupper():
        return len(alone) >= SHORTEST_CAPITALS
    return all(part[1:].islower() for part in PARTS.split(alone) if len(part) > 1)


def _meant(words: Vocabulary, word: str, places: list[Spot], *, may_look_up: bool) -> tuple[str, bool]:
    """The word that was meant, "" where none is near or the word may well be right; whether it was looked up."""
    language = words.wording.language
    alone = bare(word, language)
    if words.is_foreign(word):
        return (_unforeign(alone, words) if all(_is_alone(words, each) for each in places) else ""), False
    if language == "en" and has(alone, AMERICAN):
        return "", False
    if alone.isupper():
        folded = {unaccented(each): each for each in words.own}
        return folded.get(nearest(unaccented(alone.lower()), folded), "").upper(), False
    if meant := nearest(alone.lower(), words.own):
        return _as_typed(meant, alone), False
    opens = len(alone) >= SHORTEST_OPENING and len(places) == 1 and _opens(places[0])
    if may_look_up and (alone.islower() or opens):
        return _as_typed(next(iter(suggestions(alone.lower(), language)), ""), alone), True
    return "", False


def _as_typed(meant: str, word: str) -> str:
    return meant.capitalize() if word[:1].isupper() else meant


def _unforeign(word: str, words: Vocabulary) -> str:
    """The word of the text's language that a word of another is a slip of: one letter or the accents away."""
    if not (word.islower() and word.isascii() and len(word) >= SHORTEST_FOREIGN):
        return ""
    own = (each for each in words.own if abs(len(each) - len(word)) <= 1 and nearest(word, [each], reach=1))
    offered = suggestions(word, words.wording.language)
    spelt = (each for each in offered if unaccented(each) == word or (lacks(each, word) and len(word) - len(each) == 1))
    return next(chain(spelt, own), "")


def _opens(spot: Spot) -> bool:
    """Whether a word begins a sentence, where any word has a capital."""
    return bool(OPENS.search(spot.paragraph.text[max(0, spot.start - 40) : spot.start]))


def _is_company(spot: Spot) -> bool:
    """Whether a word begins the name of a company."""
    text = spot.paragraph.text
    return text[spot.start].isupper() and bool(COMPANY.match(text, spot.end))


def _is_alone(words: Vocabulary, spot: Spot) -> bool:
    """Whether a word stands among words of the text's language, not quoted and not in brackets."""
    text = spot.paragraph.text
    if any(match.start() < spot.start < match.end() for match in QUOTED.finditer(text)):
        return False
    around = [
        *NEIGHBOUR.findall(text[max(0, spot.start - 30) : spot.start])[-1:],
        *NEIGHBOUR.findall(text[spot.end : spot.end + 30])[:1],
    ]
    return not any(words.is_foreign(each) for each in around)


@lru_cache(maxsize=2)
def _is_british(words: Vocabulary) -> bool:
    """Whether a text has more words that only the British spell so than words that only Americans do."""
    return sum(bool(american(word)) for word in words.places) >= sum(bool(british(word)) for word in words.places)
