"""Dates that cannot be right on the day of a version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.days import Day, days
from macros.terms.check.drafting.wording import Wording
from macros.terms.formats import written_date
from macros.terms.model import Fault

BY = r"au\splus\stard\s(?:le|au|avant\sle)|(?:no|not)\slater\sthan|at\sthe\slatest\s(?:on|by)|latest\sby"
LATEST = re.compile(rf"(?:{BY})\s$", re.IGNORECASE)
# What leads to a day on which, until which or from which something is the case.
LED = re.compile(
    rf"(?:à\scompter\sdu|à\spartir\sdu|dès\sle|jusqu['’]au|avant\sle|d['’]ici(?:\sau|\sle)?|pour\sle|au|le|{BY}|"
    r"starting|beginning|commencing|effective|from|as\s(?:of|from)|until|till|through|before|prior\sto|by|on)"
    r"(?:\s(?:and\sincluding|on|from|as\sof|the))?\s$",
    re.IGNORECASE,
)
FROM = re.compile(
    r"(?:^|[,(:«]\s?)(?:à\scompter\sdu|à\spartir\sdu|dès\sle|from|as\s(?:of|from)|starting(?:\son)?|effective)\s$",
    re.IGNORECASE,
)
# Verbs in the future; in French by their endings.
WILL = (
    r"(?:(?!(?:caméra|opéra|contra)\b)[^\W\d_]+(?:[eidtvrl]ra|[eidtvrl]ront)|sera|seront|aura|auront|fera|feront|"
    r"(?:doit|doivent)\s(?:être|avoir)|will|shall|must|is\sto|are\sto|terminates|expires|ends)"
)
WILL_BEFORE = re.compile(rf"\b{WILL}\b[^,:()]{{0,70}}$", re.IGNORECASE)
WILL_AFTER = re.compile(rf"^[^.]{{0,80}}?\b{WILL}\b", re.IGNORECASE)
# The day of something else: of a law, or of what was done.
DONE = re.compile(
    r"\b(?:adopt|sign|conclu|publi|dat|enact|promulgu|pass|amend|modifi|appli|abrog|repeal|entrée?s?\sen|intervenu|reçu|"
    r"created?|issued|délivr|effectué|(?<!entrera\s)(?<!entreront\s)en\svigueur|in\sforce)[^\s]*\s(?:\S+\s){0,2}$",
    re.IGNORECASE,
)
# "disputes filed before", "commandes passées à compter du", unlike "will be filed before".
PARTICIPLE = re.compile(r"[^\W\d_](?:ée?s?|ise?s?|ite?s?|u[es]?s?|ed|arisen|made)\s$")
TO_BE = re.compile(r"\b(?:be|sera|seront|être)\s(?:\S+\s){0,2}\S+\s$")
PAST = re.compile(r"\b(?:a|ont|avait|avaient|fut|était|étaient|was|were|had|has|have)\s\S+", re.IGNORECASE)


def past_date(wording: Wording) -> Iterator[Fault]:
    """A day that the text speaks of as still to come is not past on the day of the version."""
    for each in days(wording):
        if each.day < wording.day and _to_come(each):
            day = written_date(wording.day, language="en")
            norm = f"expected a day still to come on {day}, the day of this version, found “{each.words}”"
            yield Fault(line=each.line, message=f"{norm} of which the text speaks in the future; set another day")


def _to_come(each: Day) -> bool:
    """Whether the sentence says of a day what will be then."""
    lead = LED.search(each.before)
    if not lead or _is_of_a_certificate(each):
        return False
    before = each.before[: lead.start()]
    if DONE.search(before) or (PARTICIPLE.search(before) and not TO_BE.search(before)):
        return False
    if LATEST.search(each.before):
        return not PAST.search(before)
    if WILL_BEFORE.search(before):
        return True
    return bool(FROM.search(each.before) and WILL_AFTER.search(each.after))


CERTIFICATE = re.compile(
    r"\b(?:certificats?|certifications?|certifiée?s?|accréditations?|accréditée?s?|agréments?|agréée?s?|labels?|"
    r"labellis\w+|habilitations?|homologations?|qualifications?|assurances?|attestations?|licences?|polices?|"
    r"certificates?|certified|accreditations?|accredited|insurances?|insured|polic(?:y|ies)|licen[cs]es?|approvals?|"
    r"ISO[ \u00a0/]?(?:IEC\s)?\d{4,5}|HDS|HIPAA|SOC\s?2|PCI[- ]DSS|SecNumCloud)\b",
    re.IGNORECASE,
)
VALID = re.compile(
    r"(?:jusqu['’]au|jusqu['’]à\sla\sdate\sdu|\bexpir\w*(?:\s(?:le|au|à\sla\sdate\sdu|on))?|\béchéance(?:\s(?:le|au|du))?|"
    r"\bdu\s\d[^.;]{6,24}\sau|\bfrom\s[^.;]{6,24}\sto|\bà\séchoir\sle|valid(?:ité|ity)\s?:?|\buntil|\btill|\bthrough|\bvalid\sto|\bup\sto|\bends?\son|"
    r"expir\w+\s(?:date|day)(?:\sof)?|date\sd['’](?:expiration|échéance)|fin\sde\svalidité)(?:\s?:)?\s(?:le\s|the\s)?$",
    re.IGNORECASE,
)
NO_LONGER = re.compile(
    r"\b(?:n['’]est\splus|ne\ssont\splus|no\slonger|anciennement|formerly|previously)\b", re.IGNORECASE
)


def expired_certificate(wording: Wording) -> Iterator[Fault]:
    """A certificate, an accreditation or an insurance that the text relies on is valid on the day of the version."""
    for each in days(wording):
        if each.day < wording.day and _is_of_a_certificate(each) and not NO_LONGER.search(each.before):
            day = written_date(wording.day, language="en")
            norm = f"expected a certificate or cover valid on {day}, the day of this version"
            yield Fault(
                line=each.line, message=f"{norm}, found one until “{each.words}”; give the one that is in force"
            )


def _is_of_a_certificate(each: Day) -> bool:
    """Whether a day is the last on which a certificate is valid."""
    return bool(VALID.search(each.before) and CERTIFICATE.search(each.before))
