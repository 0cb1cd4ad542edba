"""Whether the registered numbers in a text are right and belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from macros.terms.check.drafting.known import fact, names_of
from macros.terms.check.drafting.registered import NAMES, REGISTER, Registered, registered
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.search.folding import fold

FORM = (
    r"S\.?A\.?S\.?U?\b|S\.?A\.?R\.?L\b|S\.?A\b|SCOP\b|SCI\b|SNC\b|EURL\b|SE\b|GIE\b|GmbH\b|Ltd\b|Limited\b|Inc\b|LLC\b|PLC\b|"
    r"(?i:sociétés?|association|groupement|entreprise|company|corporation)\b"
)
# Another company may be meant after these.
ANOTHER = re.compile(rf"\b(?:{FORM})")
ELSEWHERE = re.compile(
    r"\b(?:héberg|hosted|hosting|host\b|par\b|auprès\s(?!du\s(?:R|GREFFE))|avec\b|confi|recour|sous-trait|prestataire|partenaire|filiale|cliente?\b|"
    r"by\b|(?<!registered\s)with\b|provider|through\b|subsidiary|partner|customer|processor|chez\b|via\b|assureur|insurer)",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"(?P<name>[A-ZÀ-Ý][\w&’'-]*(?:[ \u00a0][A-ZÀ-Ý][\w&’'-]*){{0,3}}),?\s(?:\(|une\s|a\s|an\s)?(?:{FORM})|"
    r"\b(?:[Ss]ociété|[Cc]ompany)\s(?P<named>[A-ZÀ-Ý][\w&’'-]*(?:[ \u00a0][A-ZÀ-Ý][\w&’'-]*){0,3})"
)
# "RCS de Rennes", "R.C.S. Rennes B", "the Rennes Trade and Companies Register".
LARGE = r"[A-ZÀ-Ý][\w’'-]+"
CITY = rf"(?P<{{}}>(?!The\b|Au\b|Le\b){LARGE}(?:[ -](?:{LARGE}|(?:sur|sous|en|la|le|les|de|du)(?=[ -][A-ZÀ-Ý])))*)"
TOWN = re.compile(
    rf"(?i:{REGISTER})(?i:\set\sdes\ssociétés)?\s(?i:de\s|d['’]|of\s)?{CITY.format('after')}"
    rf"|{CITY.format('before')}\s(?i:{REGISTER})"
)
# Words of one company stand no further apart.
REACH, NEAR = 300, 90


def identifiers(wording: Wording) -> Iterator[Fault]:
    """The SIREN, SIRET, VAT and trade register numbers in a text are valid and those of the company that it names."""
    found = [each for at, paragraph in enumerate(wording.paragraphs) for each in registered(at, paragraph)]
    for each in found:
        if not each.valid:
            message = f"expected {NAMES[each.kind]}, found “{each.words}”, which is not valid; check every digit"
            yield Fault(line=each.line, message=message)
    valid = [each for each in found if each.valid and each.root]
    yield from _apart(valid)
    yield from _not_ours(valid, wording)
    yield from _of_one_name(valid)
    yield from _of_other_towns(valid, wording)


def _apart(found: Sequence[Registered]) -> Iterator[Fault]:
    """Numbers of different kinds that stand beside each other, and are not of the same company."""
    for one, other in pairwise(found):
        if one.root != other.root and one.kind != other.kind and _are_beside(one, other):
            norm = f"expected numbers of one company, found “{other.words}” beside “{one.words}”"
            yield Fault(
                line=other.line, message=f"{norm}, of which the SIREN is another; correct the one that is wrong"
            )


def _are_beside(one: Registered, other: Registered) -> bool:
    """Whether nothing between two numbers, in one paragraph or list, can name a second company."""
    if one.at == other.at:
        between = one.paragraph.text[one.end : other.start]
    elif other.at - one.at < 3 and one.paragraph.within == other.paragraph.within and "item" in one.paragraph.within:
        between = f"{one.paragraph.text[one.end :]} {other.paragraph.text[: other.start]}"
    else:
        return False
    return len(between) < NEAR and not ANOTHER.search(between) and not ELSEWHERE.search(between)


def _not_ours(found: Sequence[Registered], wording: Wording) -> Iterator[Fault]:
    """Numbers that the text gives as the publisher's, and that are not."""
    own, names = _siren(wording), names_of(wording)
    for each in found:
        if own and each.root != own and (_is_slip(each.root, own) or _is_said_of(names, each)):
            norm = f"expected the publisher's SIREN {own}, found “{each.words}”"
            yield Fault(line=each.line, message=f"{norm}; write it with {{{{ }}}} from the publisher's variables")


def _siren(wording: Wording) -> str:
    """The publisher's SIREN, by itself or out of its SIRET or VAT number; "" where it has none."""
    starts = (("siren", 0), ("siret", 0), ("vat", 4))
    known = ((fact(wording, f"company.{name}"), start) for name, start in starts)
    return next((value[start : start + 9] for value, start in known if len(value) >= start + 9), "")


def _is_slip(root: str, own: str) -> bool:
    """Whether a number is another one but for a slip of the keys: two digits."""
    return sum(one != other for one, other in zip(root, own, strict=True)) < 3


def _is_said_of(names: Iterable[str], each: Registered) -> bool:
    """Whether the words before a number speak of the publisher and of nobody else."""
    before = each.paragraph.text[max(0, each.start - REACH) : each.start]
    at = max((before.rfind(name) + len(name) for name in names if name in before), default=-1)
    return at >= 0 and not ELSEWHERE.search(before[at:]) and "." not in re.sub(r"\b\w{1,2}\.", "", before[at:])


def _of_one_name(found: Sequence[Registered]) -> Iterator[Fault]:
    """Different numbers for the same company."""
    first: dict[str, Registered] = {}
    for each in found:
        before = each.paragraph.text[max(0, each.start - REACH) : each.start]
        named = [match["name"] or match["named"] for match in NAMED.finditer(before)]
        if named and (other := first.setdefault(named[-1].casefold(), each)).root != each.root:
            norm = f"expected one SIREN for {named[-1]}, found “{each.words}” and on line {other.line} “{other.words}”"
            yield Fault(line=each.line, message=f"{norm}; correct the one that is wrong")


def _of_other_towns(found: Sequence[Registered], wording: Wording) -> Iterator[Fault]:
    """Registers of which the town is not the publisher's, beside its own number."""
    own, town = _siren(wording), fact(wording, "company.registry_city")
    for each in found:
        if not town or each.root != own or each.kind not in {"register", "before"}:
            continue
        text = each.paragraph.text
        around = (
            text[each.end : each.end + NEAR] if each.kind == "before" else text[max(0, each.start - NEAR) : each.start]
        )
        said = [match["after"] or match["before"] for match in TOWN.finditer(around)]
        named = said[0 if each.kind == "before" else -1] if said else ""
        if named and fold(town) not in fold(named) and fold(named) not in fold(town):
            norm = f"expected the register of {town}, as the publisher's variables say, found “{named}”"
            yield Fault(line=each.line, message=f"{norm}; write {{{{ company.registry_city }}}}")
