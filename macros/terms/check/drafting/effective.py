"""The day of a version, as the text itself gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.terms.check.drafting.days import Day, days
from macros.terms.check.drafting.wording import Wording
from macros.terms.formats import written_date
from macros.terms.model import Fault

THIS_TEXT = (
    r"(?:\b(?:les?s?\s)?présent(?:e?s)?\s(?:[^\W\d_]+\s){1,5}|\bces\s(?:conditions|CGU|CGV|CGS|termes)\s|"
    r"\b(?:these|this|the\spresent)\s(?:[^\W\d_]+\s){1,5})"
)
IN_FORCE = (
    r"(?:en\svigueur|prend(?:ra)?\seffet|prennent\seffet|prendront\seffet|entr(?:e|ent|era|eront|ée?s?)\sen\svigueur|"
    r"s['’]appliquent|applicables?|effective|in\s(?:force|effect)|(?:come|enter|go)s?\sinto\s(?:force|effect)|"
    r"takes?\seffect|appl(?:y|ies))"
)
SINCE = r"(?:\s(?:le|au|du|depuis\sle|à\scompter\sdu|à\spartir\sdu|dès\sle|on|from|as\s(?:of|from)|since|at|the)){0,2}"
LABEL = (
    r"(?:date\sd['’](?:entrée\sen\svigueur|effet|application)(?:\sdes\sprésentes(?:\s[^\W\d_]+){0,3})?|"
    r"entrée\sen\svigueur|effective(?:\sdate)?|date\sof\seffect|entry\sinto\sforce|in\s(?:force|effect)|en\svigueur|"
    r"version(?:\s(?:en\svigueur|applicable|in\sforce|effective|dated|of))?|"
    r"(?:conditions\s(?:[^\W\d_]+\s){0,5}|CG[USV]V?\s|terms\s(?:[^\W\d_]+\s){0,5})(?:en\svigueur|applicables|effective))"
)
UPDATED = (
    r"(?:(?:date\sde\s)?(?:la\s)?(?:dernière\s)?(?:mise\sà\sjour|modification|révision)|mis(?:es?)?\sà\sjour|"
    r"(?:date\sof\s)?(?:the\s)?last\s(?:update|updated|modified|revised|revision|modification|amended))"
)
# What the text says of another text.
OTHER = re.compile(
    r"\b(?:remplac|annul|abrog|celles?\b|ceux\b|soumis|conform|RGPD|GDPR|lois?\b|règlement|décret|directive|précéd|"
    r"replac|supersed|compl|subject|acts?\b|laws?\b|regulation|previous|those\b|version\s(?:précéd|antéri))",
    re.IGNORECASE,
)
# No label is longer.
REACH = 160
OPENING = r"(?:^|\n|[(–—|])\s?"
COLON = r"\s?:?\s$"
OF_THE_TEXT = re.compile(
    rf"{OPENING}(?:{LABEL}){SINCE}{COLON}|{THIS_TEXT}(?:[^.;]{{0,60}}\s)?{IN_FORCE}{SINCE}{COLON}", re.IGNORECASE
)
OF_LAST_CHANGE = re.compile(rf"(?:{OPENING}|{THIS_TEXT}[^.;]{{0,60}})(?:{UPDATED}){SINCE}{COLON}", re.IGNORECASE)


def effective_date(wording: Wording) -> Iterator[Fault]:
    """The day that a text gives as its own is the one in its front matter."""
    front = wording.reading.text.front
    stated = front.effective or front.recorded
    for each in days(wording):
        before = "…" * (each.start > REACH) + each.paragraph.text[max(0, each.start - REACH) : each.start]
        changed, own = OF_LAST_CHANGE.search(before), OF_THE_TEXT.search(before)
        said = changed or own
        right = _may_be_last_change(wording, each.day) if changed else each.day == stated
        if said and not right and not OTHER.search(said[0]):
            yield _fault(each, stated)


def _may_be_last_change(wording: Wording, day: date) -> bool:
    """Whether a text can have been changed last on a day: after the version before it, and not after its own."""
    front = wording.reading.text.front
    before = max((each.day for each in wording.document.versions if each.day < wording.day), default=wording.day)
    return day in {front.effective, front.recorded} or before < day <= wording.day


def _fault(each: Day, stated: date | None) -> Fault:
    """What is wrong with a day that a text gives as its own."""
    write = "write {{ version.effective | date }}, which is always right"
    if stated is None:
        norm = "expected no typed day in a draft whose effective day is not set"
    else:
        norm = f"expected {written_date(stated, language='en')}, the day in the front matter"
    return Fault(line=each.line, message=f"{norm}, found “{each.words}”; {write}")
