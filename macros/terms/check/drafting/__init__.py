"""A contract's texts to what their drafting lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from macros.terms.check.drafting.rules import RULES
from macros.terms.check.drafting.wording import Wording
from macros.terms.comments import Allowance, allowances
from macros.terms.model import Document, Fault, Library, Problem, Publisher, Reading, Version
from macros.terms.names import did_you_mean
from macros.terms.paragraphs import paragraphs
from macros.terms.reading import day_of

# The name under which a comment that silences a rule is judged itself.
ALLOWING = "allow"


def warnings(library: Library, readings: Mapping[str, Reading], today: date) -> Iterator[Problem]:
    """What the rules of drafting find in every draft: errors and warnings."""
    for publisher, document in library.documents():
        if document.draft:
            yield from judged(library, publisher, document, _latest(document.draft, readings), today)


def remarks(library: Library, readings: Mapping[str, Reading], today: date) -> Iterator[Problem]:
    """What they find in published texts, as notes: what was published cannot change."""
    for publisher, document in library.documents():
        for version in document.versions:
            for problem in judged(library, publisher, document, _latest(version, readings), today):
                if problem.rule != ALLOWING:
                    yield replace(problem, severity="note")


def _latest(version: Version, readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """The texts of a version by language, of a translation its latest revision."""
    return {text.language: readings[text.path] for text in version.texts}


def judged(
    library: Library, publisher: Publisher, document: Document, readings: Mapping[str, Reading], today: date
) -> Iterator[Problem]:
    """What the rules find in the texts of one version, by language; a text that cannot be read has other problems."""
    for reading in readings.values():
        if not (reading.faults or reading.filled.faults):
            yield from _judged(
                Wording(
                    publisher=publisher,
                    document=document,
                    reading=reading,
                    binding=readings.get(document.binding, reading),
                    day=day_of(reading.text.front) or today,
                    today=today,
                    paragraphs=paragraphs(reading),
                    words=library.words.get(reading.text.language, frozenset()),
                )
            )


def _judged(wording: Wording) -> Iterator[Problem]:
    """What is found in one text and not allowed there, and what allows without need."""
    text = wording.reading.text
    allowed = list(allowances(text.body))
    used: set[Allowance] = set()
    for name, rule in RULES.items():
        for fault in dict.fromkeys(rule.find(wording)) if rule.speaks(wording.language) else ():
            silencing = {each for each in allowed if each.reason and (each.rule, each.line) == (name, fault.line)}
            used |= silencing
            if not silencing:
                yield _problem(text.path, fault, name, rule.severity)
    for each in allowed:
        for fault in _needless(each, used):
            yield _problem(text.path, fault, ALLOWING, "error")


def _problem(path: str, fault: Fault, rule: str, severity: str) -> Problem:
    return Problem(path=path, line=fault.line, message=fault.message, rule=rule, severity=severity)


def _needless(each: Allowance, used: set[Allowance]) -> Iterator[Fault]:
    """A comment that allows names a rule that finds something there, and says why that is right."""
    if each.rule not in RULES:
        hint = did_you_mean(each.rule, RULES, f"the rules are {', '.join(RULES)}")
        message = f"expected a comment to allow by the name of a rule, found {each.rule or 'none'}; {hint}"
        yield Fault(line=each.at, message=message)
    elif not each.reason:
        norm = f"expected a reason why {each.rule} is allowed here, found none"
        yield Fault(line=each.at, message=f"{norm}; write <!--# allow {each.rule}: the reason #-->")
    elif each not in used:
        norm = f"expected something to allow, found nothing that {each.rule} would say of line {each.line}"
        yield Fault(line=each.at, message=f"{norm}; take the comment out")
