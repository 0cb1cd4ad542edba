"""Annexes that are named and are not there, or are there and named nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.likeness import shares, significant
from macros.terms.check.drafting.numbered import IS_ANNEX, Numbers
from macros.terms.check.drafting.references import said_references
from macros.terms.check.drafting.wording import Paragraph, Wording
from macros.terms.clauses import heading
from macros.terms.definitions import words_of
from macros.terms.model import Clause, Fault

NOUN = r"(?:annexe|annex|appendix|schedule|exhibit|attachment)"
# "l'annexe « Tarifs »", "en Annexe Conditions d'utilisation"; numbers are references like others.
TITLED = re.compile(
    rf"(?<![\w-])(?i:{NOUN})\s*(?:(?i:intitulée|dénommée|entitled|titled)\s*)?(?:[«“\"]\s*(?P<quoted>[^«»“”\"]{{3,90}}?)\s*[»”\"]"
    r"|[–—-]?\s*(?P<named>(?![IVXLC]+\b)[A-ZÀ-Ý][^\W\d_]{2,}[^.,;:()«»“”\"\n]{0,80}))"
)
# What is said to be annexed to this very text.
ANNEXED = re.compile(
    r"\b(?:ci-annexée?s?|(?:annexée?s?|jointe?s?)\s+(?:au\s+présent|à\s+la\s+présente|aux\s+présente?s?|au\s+contrat|aux\s+CG[UVS])\b"
    r"|(?:jointe?s?|figur\w+|décrite?s?|définie?s?|détaillée?s?|prévue?s?|listée?s?|mentionnée?s?|fournie?s?)\s+en\s+annexe"
    r"|(?:voir|cf\.?)\s+(?:l['’]\s*)?annexe|(?:attached|annexed|appended)\s+(?:hereto|to\s+th(?:is|ese)\s+\w+)"
    r"|(?:set\s+out|described|listed|defined|contained|specified)\s+in\s+(?:the|an)\s+(?:annex|appendix|schedule|exhibit)\b"
    r"(?!\s+(?:to|of)\s+(?!this|these)))",
    re.IGNORECASE,
)
ANY = re.compile(r"(?<![\w-])(?:annexe?s?|annexes|appendi(?:x|ces)|schedules?|exhibits?|attachments?)\b", re.IGNORECASE)
ELSE = re.compile(r"\s*(?:du|de la|des|au|aux|à la|of|to)\s+(?!présent|contrat|cette|this|these)", re.IGNORECASE)
Mention = tuple[Paragraph, int, str]


def missing_annexes(wording: Wording) -> Iterator[Fault]:
    """An annex that is named is there, and one that is there is named."""
    numbers = Numbers(wording)
    annexes = {each.id: each for each in (*numbers.annexes.values(), *_listed(wording))}
    numbered = list(_numbered(wording, numbers))
    titled = list(_titled(wording, annexes))
    for paragraph, at, said in numbered + titled:
        norm = f"expected an annex to this text, found “{said}”, which is not there"
        yield Fault(line=paragraph.line_at(at), message=f"{norm}; add it, or say of which document it is")
    if not annexes:
        yield from _annexed(wording, {(each.line, each.text) for each, _, _ in numbered + titled})
    yield from _unnamed(wording, annexes)


def _listed(wording: Wording) -> Iterator[Clause]:
    """The clauses of the series of annexes, whatever they are called."""
    lines = wording.reading.filled.text.split("\n")
    for clause in wording.reading.tree.clauses:
        if IS_ANNEX.match(heading(clause)) or "series=annexes" in lines[clause.line - 1]:
            yield clause


def _numbered(wording: Wording, numbers: Numbers) -> Iterator[Mention]:
    for said in said_references(wording, numbers):
        paragraph, citation, reference, clause = said
        linked = paragraph.is_linked(reference.start, reference.end)
        head = re.split(r"[.-]|(?<=[A-Z])(?=\d)", reference.number)[0].casefold()
        if citation.kind == "annex" and clause is None and not linked and head not in numbers.annexes:
            yield paragraph, reference.start, citation.words(paragraph.text, reference)


def _titled(wording: Wording, annexes: dict[str, Clause]) -> Iterator[Mention]:
    """Mentions of an annex by a title that none has."""
    titles = significant(" ".join(words_of(each.title) for each in annexes.values()))
    for paragraph in wording.paragraphs:
        for match in TITLED.finditer(paragraph.text) if paragraph.kind != "title" else ():
            said = match["quoted"] or match["named"]
            linked = paragraph.is_linked(match.start(), match.end())
            named = significant(" ".join(said.split()[:6]))
            if not linked and named and not shares(named, titles) and not _is_of_another(paragraph.text, match.end()):
                yield paragraph, match.start(), " ".join(match[0].split())


def _is_of_another(text: str, end: int) -> bool:
    return bool(ELSE.match(text, end))


def _annexed(wording: Wording, told: set[tuple[int, str]]) -> Iterator[Fault]:
    """What is said to be annexed to a text that has no annex."""
    for paragraph in wording.paragraphs:
        match = ANNEXED.search(paragraph.text)
        if match and (paragraph.line, paragraph.text) not in told and not ELSE.match(paragraph.text, match.end()):
            norm = f"expected an annex to this text, found only the words “{match[0]}”"
            yield Fault(line=paragraph.line_at(match.start()), message=f"{norm}; add the annex, or say where it is")


def _unnamed(wording: Wording, annexes: dict[str, Clause]) -> Iterator[Fault]:
    """Annexes of which the rest of the text does not speak, though it names others."""
    inside = {id_ for clause in annexes.values() for id_ in _ids(clause)}
    outside = [each for each in wording.paragraphs if each.clause.id not in inside and each.kind != "title"]
    if not outside or any(ANY.search(each.text) for each in outside):
        return
    targets = {link.target for each in outside for link in each.links}
    for clause in annexes.values():
        if f"#{clause.id}" not in targets:
            norm = f"expected the text to mention its annex “{heading(clause)}”, found no mention"
            yield Fault(line=clause.line, message=f"{norm}; refer to it where it applies, with [](#{clause.id})")


def _ids(clause: Clause) -> Iterator[str]:
    yield clause.id
    for each in clause.clauses:
        yield from _ids(each)
