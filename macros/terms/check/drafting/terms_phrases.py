"""Phrases that are written like defined terms and name none: “les Documents de Facturation”, “the Support Desk”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.terms.check.drafting.terms_lists import SEATS
from macros.terms.check.drafting.terms_names import is_name
from macros.terms.check.drafting.terms_runs import before, core, is_told, runs
from macros.terms.check.drafting.terms_used import SPEAKING, Terms
from macros.terms.check.drafting.terms_words import POINTER, QUOTED, Word, is_shouted
from macros.terms.check.drafting.wording import Wording
from macros.terms.paragraphs import Paragraph

# What may follow the capitals of a term in French: Responsable de traitement, Personnes concernées, Données techniques.
ADJECTIVE = r"[a-zà-ÿ]{2,}(?:elle?s?|els|iques?|ives?|ifs?|ale?s?|aux|ibles?|ables?|aires?)"
QUALITY = re.compile(rf"\s+{ADJECTIVE}(?![\w'’])")
COUNTING = r"(?:tou(?:s|te?s?)|cette|leurs?|notre|votre|chaque|aucune?|quelques?|plusieurs|certaine?s|divers(?:es)?)"
TAIL = re.compile(rf"\s+(?:(?:de|des|d['’])\s*(?!{COUNTING}\b)[a-zà-ÿ]{{4,}}|{ADJECTIVE})(?![\w'’])")
DONE = re.compile(r"\s+[a-zà-ÿ]{2,}(?:ées?|és?)(?![\w'’]|\s+(?:à|aux?)\b)")
# Content Delivery Network (CDN), Centre de médiation et d’arbitrage de Paris (CMAP).
ACRONYM = re.compile(r"(?P<rest>[^.;:,()«»“”\"]{0,120})\((?P<letters>[A-Z]{2,10})\)")
INITIAL = re.compile(r"[^\W\d_]+")
# “à Rennes”, “35000 Rennes”, “le tribunal de commerce de Rennes”.
PLACED = re.compile(rf"(?:\b[àÀ]|\b\d{{5}}|\b(?:{SEATS})\b[^.;:,()]{{0,50}}\s(?:de|d['’]|of|in|à))\s*$", re.IGNORECASE)
# “Personal Data, as defined in the GDPR”, “le Client (telle que la notion est définie ci-après)”.
DIRECTLY = re.compile(
    r"\s*[,(]?\s*(?:(?:as|au|tel\w*|la|que|notion|est|terme|term|is|further|such|or|and|ou|et|[A-Z][\w-]*,?)\s+){0,6}"
    rf"(?i:{POINTER.pattern})"
)
# How many characters before a phrase may say that it is a town.
REACH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Capitals that name no term. at: the place of their paragraph; text: its words.

    core: the words that no definition covers, with the capitals that touch them; whole: all that belongs together.
    before: the article before it in small letters, "" if there is none.
    """

    at: int
    text: str
    core: tuple[Word, ...]
    whole: tuple[Word, ...]
    before: str

    @property
    def roots(self) -> tuple[str, ...]:
        """What the phrase is compared by."""
        return tuple(word.root for word in self.core)

    @property
    def start(self) -> int:
        """Where it begins in its paragraph."""
        return self.core[0].start

    @property
    def said(self) -> str:
        """The whole as it stands, on one line."""
        return " ".join(self.text[self.whole[0].start : self.whole[-1].end].split())

    @property
    def tail(self) -> str:
        """What completes it in small letters, "" if nothing does."""
        end = self.whole[-1].end
        match = TAIL.match(self.text, end) or (DONE.match(self.text, end) if len(self.whole) == 1 else None)
        return " ".join(match[0].split()) if match else ""

    @property
    def is_qualified(self) -> bool:
        """Whether an adjective follows, which makes it another thing."""
        return bool(QUALITY.match(self.text, self.whole[-1].end))

    @property
    def is_spelt_out(self) -> bool:
        """Whether its initials follow in brackets, after other words of a name or at once."""
        match = ACRONYM.match(self.text, self.whole[-1].end)
        if not match:
            return False
        said = INITIAL.findall(self.text[self.whole[0].start : match.end("rest")])
        initials = iter(word[0].upper() for word in said)
        return not match["rest"].strip() or all(letter in initials for letter in match["letters"])

    @property
    def is_placed(self) -> bool:
        """Whether it stands where a town is named."""
        return len(self.whole) == 1 and bool(PLACED.search(self.text[max(0, self.start - REACH) : self.start]))

    @property
    def is_pointed(self) -> bool:
        """Whether it says where it is defined."""
        return bool(DIRECTLY.match(self.text, self.whole[-1].end))


def phrases(terms: Terms) -> Iterator[Phrase]:
    """Every phrase with the capitals of a term that is none, proper names left out."""
    covered: dict[int, set[int]] = {}
    for each in terms.mentions:
        if each.is_capital:
            covered.setdefault(each.at, set()).update(word.start for word in each.words)
    small = {word.root for found in terms.words for word in found if word.text.islower()}
    small.update("".join(one).replace("-", "") for one in terms.by_key)
    values, language = _values(terms.wording), terms.wording.language
    for at, paragraph in enumerate(terms.paragraphs):
        if paragraph.kind in SPEAKING and not is_shouted(paragraph):
            closed = _closed(paragraph, values)
            found = terms.words[at]
            for first, end in runs(paragraph.text, found):
                own = core(found[first:end], covered.get(at, set()))
                is_open = not any(closed[found[first].start : found[end - 1].end])
                if own and is_open and not is_name(own, found[first:end], small, language):
                    said = before(paragraph.text, found, (first, end), language)
                    if is_told(paragraph.text, found, (first, end), said):
                        whole = tuple(found[first:end])
                        yield Phrase(at=at, text=paragraph.text, core=own, whole=whole, before=said)


def shown(found: Sequence[Phrase]) -> str:
    """The commonest way in which phrases with one core are written, with the small words that always follow them."""
    said = Counter(each.said for each in found).most_common(1)[0][0]
    tails = {each.tail for each in found if each.said == said}
    return f"{said} {tails.pop()}".strip() if len(tails) == 1 else said


def _values(wording: Wording) -> re.Pattern[str] | None:
    """What finds the values that the text prints, none of which is a term."""
    found = sorted((value for value in wording.values if any(map(str.isupper, value))), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found))) if found else None


def _closed(paragraph: Paragraph, values: re.Pattern[str] | None) -> bytearray:
    """A mark for each character whose capital says nothing: in quotations, links, values of variables."""
    spans = [match.span() for each in (QUOTED, values) if each for match in each.finditer(paragraph.text)]
    marks = bytearray(len(paragraph.text))
    for start, end in [*spans, *((link.start, link.end) for link in paragraph.links)]:
        marks[start:end] = b"\1" * (end - start)
    return marks
