"""Rules of what stands twice: words and signs of punctuation in a row, sentences in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from macros.terms.check.drafting.days import stops
from macros.terms.check.drafting.typed import ADDRESS, Spot, beginning, spots, told
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import CODE

DOUBLED = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_]{1,30}+)\s+(?P=word)(?![\w'’-])", re.IGNORECASE)
# "l’ l’accès", "l’accès l’accès" are as wrong; two words twice only where the first one holds a sentence together.
SMALL = (
    "de|du|des|dans|le|la|les|un|une|à|au|aux|par|pour|sur|avec|sous|est|sont|et|ou|ne|"
    "of|the|to|in|by|for|with|any|all|an|on|from|and|or|be|shall|may|is|are"
)
TWICE = re.compile(
    rf"(?<![\w'’-])(?P<words>(?:{SMALL})\s+[^\W\d_]{{2,30}})\s+(?P=words)(?![\w'’-])|"
    r"(?<![\w'’-])(?P<cut>(?:[ldnsjmtc]|qu)['’])\s*(?P=cut)|"
    r"(?<![\w'’-])(?P<whole>(?:[ldnsjmtc]|qu)['’][^\W\d_]{2,30})\s+(?P=whole)(?![\w'’-])",
    re.IGNORECASE,
)
# What a sentence may well say twice: "nous nous engageons", "the rights that he had had", "log in in".
SAID_TWICE: Mapping[str, frozenset[str]] = {
    "fr": frozenset({"nous", "vous", "en", "faire", "très", "si", "bla", "tout"}),
    "en": frozenset({"had", "that", "her", "do", "very", "so", "bye", "many"}),
}
# ... and only after the verb that the first one belongs to: "log in in", "carry on on", "what it is is".
AFTER_A_VERB = re.compile(
    r"\b(?:(?:log|sign|opt|check|com|came|go|went|carr|mov|turn|switch|plug|fill|hand|phas|kick|liv|tak|took|bring|"
    r"brought|call|put|set|pass|hold|held|later|further|early)\w*\s+(?:in|on|up|out)|(?:what|who|where|how)\s[^.;]{1,40}\sis)$",
    re.IGNORECASE,
)
# What ends with a full stop of its own, before which no sign is doubled: "etc.,", "S.A.S.,", "Inc.,", "p. ex.,".
SHORT = re.compile(r"(?:\b(?:\w\.)+|\b\w{1,4}\.|\b[A-Z]\w{0,5}\.)$")
SIGNS = re.compile(
    r"(?:(?<=[\w)»”\]])|(?<=[\w)»”\]]\s))"
    r"(?:,\s*,|;\s*;|:\s*:(?![\w:])|\.\.(?![\w./*])|\.\s\.(?!\s?\.)|[,;:]\s?\.(?![.\w])|\.\s?[,;](?![.\w])|"
    r",\s?[;:]|[;:]\s?,|;\s?:|:\s?;|!\s?!|…\.)"
)
# Fewer words may be said of several things: "Non applicable." What is further away may be said of another one.
SENTENCE, NEAR = 5, 3


def doubled_sentences(wording: Wording) -> Iterator[Fault]:
    """No sentence of a clause stands twice near by."""
    seen: dict[tuple[str, str], tuple[int, int]] = {}
    said = [each for each in wording.paragraphs if each.kind == "paragraph" and each.clause.id]
    for at, paragraph in enumerate(said):
        for start, end in pairwise(stops(paragraph.text)):
            sentence = paragraph.text[start:end]
            key = paragraph.clause.id, " ".join(sentence.split()).strip(" .;").casefold()
            before, first = seen.get(key, (-NEAR, 0))
            seen[key] = at, paragraph.line_at(start)
            if at - before < NEAR and len(key[1].split()) >= SENTENCE and not key[1].endswith((":", ")")):
                found = f"found “{beginning(sentence)}” again (first on line {first})"
                advice = "take one out, or write what was meant"
                norm = "expected every sentence of a clause once"
                yield Fault(line=paragraph.line_at(start), message=f"{norm}, {found}; {advice}")


def doubled_words(wording: Wording) -> Iterator[Fault]:
    """No word stands twice in a row."""
    allowed = SAID_TWICE[wording.language]
    places = [
        each
        for each in spots(wording, DOUBLED)
        if each.paragraph.text[each.start : each.end].split()[0].lower() not in allowed
        and not _names(each.paragraph.text[each.start : each.end])
        and not _ends_a_verb(each)
    ]
    found = sorted([*places, *spots(wording, TWICE)], key=lambda spot: spot.line)
    yield from told(found, "expected every word once", "take one out")


def _ends_a_verb(spot: Spot) -> bool:
    """Whether the first of two words belongs to the verb before it."""
    text = spot.paragraph.text
    first = spot.start + len(text[spot.start : spot.end].split(maxsplit=1)[0])
    return bool(AFTER_A_VERB.search(text[max(0, spot.start - 60) : first]))


def _names(words: str) -> bool:
    """Whether two words are letters that name something: "A A", "Annexe I I"."""
    return len(words.split(maxsplit=1)[0]) == 1 and words[0].isupper()


def doubled_punctuation(wording: Wording) -> Iterator[Fault]:
    """No two signs of punctuation stand side by side where one is meant."""
    places = [
        Spot(paragraph, *match.span())
        for paragraph in wording.paragraphs
        for match in SIGNS.finditer(ADDRESS.sub(lambda address: CODE * len(address[0]), paragraph.text))
        if not _ends_a_short_word(paragraph.text, match)
    ]
    yield from told(places, "expected one sign of punctuation", "keep the one that is meant")


def _ends_a_short_word(text: str, match: re.Match[str]) -> bool:
    """Whether the first of two signs is the full stop of an abbreviation, and the second ends more than it."""
    before = text[max(0, match.start() - 12) : match.start() + 1]
    return match[0][0] == "." and match[0][-1] != "." and bool(SHORT.search(before))
