"""Capital, head office and mail addresses that a text gives as the publisher's, where its variables hold others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.terms.check.drafting.identifiers import NAMED
from macros.terms.check.drafting.known import fact, leaves, names_of
from macros.terms.check.drafting.numbers import CAPITAL, DIGIT, values
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph
from macros.terms.reading import facts_on
from macros.terms.search.folding import fold

OFFICE = re.compile(
    r"\b(?:siège(?:\ssocial)?|registered\soffice|head\soffice|principal\splace\sof\sbusiness)\b[^.;\d«“]{0,60}?"
    r"(?P<street>\d{1,4}(?:\s?(?:bis|ter|quater|[A-C])\b)?,?\s[^,;.()\d\n]{4,60}?)"
    r"(?:\s?[,–—-]|\s(?:à|in|at)(?=\s[A-ZÀ-Ý])|(?=\s\(?\d{5}\b))\s\(?(?P<postcode>\d{5}\b)?",
    re.IGNORECASE,
)
# After these, words may be of another company than the one named before: "et", "filiale de", "ci-après".
ANOTHER = re.compile(
    r"[«“\"]|\.\s+[A-ZÀ-Ý]|\b(?:et(?!\sdes\ssociétés)|and(?!\scompan)|filiale|subsidiary|(?:co-)?contractant|part|société\s[A-ZÀ-Ý]|"
    r"ci-après|hereinafter|client|customer|controller|partenaire|partner|auprès|chez|through|via|héberg\w+|host\w*|between|entre|par(?!\sactions)|by)\b|"
    rf"(?<!\ba\s)(?<!\ban\s)(?<!\bune\s)(?:{NAMED.pattern})"
)
MAIL = re.compile(r"([\w.+-]{1,64})@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}", re.IGNORECASE)
# Addresses that are no more alike are those of others.
NEAR = 0.9
# Words of one company stand no further apart.
REACH = 400


def misstated(wording: Wording) -> Iterator[Fault]:
    """The publisher's capital, head office and mail addresses are those of its variables."""
    yield from _mail(wording)
    names = names_of(wording)
    for paragraph in wording.paragraphs if names else ():
        if DIGIT.search(paragraph.text) and (spans := _said_of(paragraph, names)):
            yield from _capital(wording, paragraph, spans)
            yield from _office(wording, paragraph, spans)


def _said_of(paragraph: Paragraph, names: dict[str, str]) -> list[tuple[int, int]]:
    """The half-open spans of a paragraph that speak of the publisher, from the end of its name on."""
    named = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in sorted(names, key=len, reverse=True)))
    spans = []
    for match in named.finditer(paragraph.text):
        another = ANOTHER.search(paragraph.text, match.end(), match.end() + REACH)
        spans.append((match.end(), another.start() if another else match.end() + REACH))
    return spans


def _capital(wording: Wording, paragraph: Paragraph, spans: list[tuple[int, int]]) -> Iterator[Fault]:
    own = values(fact(wording, "company.capital.amount"))
    for match in (each for span in spans for each in CAPITAL.finditer(paragraph.text, *span)):
        if own and own.isdisjoint(values(match[1])):
            yield _fault(paragraph, match.start(1), "capital", match[1], "{{ company.capital.amount | number }}")


def _office(wording: Wording, paragraph: Paragraph, spans: list[tuple[int, int]]) -> Iterator[Fault]:
    street, postcode = _plain(fact(wording, "company.address.street")), fact(wording, "company.address.postcode")
    for match in (each for span in spans for each in OFFICE.finditer(paragraph.text, *span)):
        typed = _plain(match["street"])
        if street and not (street.startswith(typed) or typed.startswith(street)):
            words = "{{ company.address.street }}"
            yield _fault(paragraph, match.start("street"), "street", match["street"], words)
        elif match["postcode"] and postcode.isdecimal() and match["postcode"] != postcode:
            words = "{{ company.address.postcode }}"
            yield _fault(paragraph, match.start("postcode"), "postcode", match["postcode"], words)


def _mail(wording: Wording) -> Iterator[Fault]:
    """Addresses that have the name of a known one, at a machine that is spelt nearly as its own."""
    facts = facts_on(wording.publisher.variables, wording.day, wording.language)
    known = {str(value): path for path, value in leaves(facts) if MAIL.fullmatch(str(value))}
    for paragraph in wording.paragraphs if known else ():
        for match in MAIL.finditer(paragraph.text):
            near = get_close_matches(match[0], [each for each in known if each.startswith(f"{match[1]}@")], 1, NEAR)
            if near and match[0] not in known:
                yield _fault(paragraph, match.start(), "address", match[0], f"{{{{ {known[near[0]]} | link }}}}")


def _plain(words: str) -> str:
    return re.sub(r"\W", "", fold(words))


def _fault(paragraph: Paragraph, at: int, what: str, found: str, write: str) -> Fault:
    norm = f"expected the publisher's {what} as its variables hold it, found “{' '.join(found.split())}”"
    return Fault(line=paragraph.line_at(at), message=f"{norm}; write {write}, or correct the variable")
