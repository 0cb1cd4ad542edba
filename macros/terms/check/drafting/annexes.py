"""Annexes that are named and are not there, or are there and named nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.likeness import shares, significant
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import family, heading
from macros.terms.definitions import words_of
from macros.terms.model import Clause, Fault
from macros.terms.paragraphs import Paragraph
from macros.terms.references import said_references
from macros.terms.references.citations import Citation
from macros.terms.references.numbers import IS_ANNEX, Numbers
from macros.terms.search.folding import roots

NOUN = r"(?:annexe|annex|appendi(?:x|ce)|schedule|exhibit|attachment)"
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
ELSE = re.compile(r"\s*(?:du|de la|des|au|aux|à la|of|to)\s+(?!présent|contrat|cette|this|these)", re.IGNORECASE)
ANY = re.compile(r"(?<![\w-])(?:annexe?s?|annexes|appendi(?:x|ces)|schedules?|exhibits?|attachments?)\b", re.IGNORECASE)
RANGE = re.compile(r"\s(?:à|to|through)\s|[–—]")
Mention = tuple[Paragraph, int, str]


def missing_annexes(wording: Wording) -> Iterator[Fault]:
    """An annex that is named is there, and one that is there is named."""
    numbers = Numbers(wording.reading, wording.paragraphs)
    annexes = {each.id: each for each in (*numbers.annexes.values(), *_listed(wording))}
    numbered = list(_numbered(numbers))
    titled = list(_titled(wording, annexes))
    for paragraph, at, said in numbered + titled:
        norm = f"expected an annex to this text, found “{said}”, which is not there"
        yield Fault(line=paragraph.line_at(at), message=f"{norm}; {_advice(numbers, said)}")
    if not annexes:
        yield from _annexed(wording, {(each.line, each.text) for each, _, _ in numbered + titled})
    yield from _unnamed(wording, [*_listed(wording)], numbers)


def _advice(numbers: Numbers, said: str) -> str:
    """What to do about a mention of an annex; one that the text calls otherwise may be meant."""
    meant = numbers.annex_of(said.rsplit(maxsplit=1)[-1])
    if meant:
        return f"add it, say of which document it is, or name “{heading(meant)}” if that is meant"
    return "add it, or say of which document it is"


def _listed(wording: Wording) -> Iterator[Clause]:
    """The clauses of the series of annexes, whatever they are called."""
    lines = wording.reading.filled.text.split("\n")
    for clause in wording.reading.tree.clauses:
        if IS_ANNEX.match(heading(clause)) or "series=annexes" in lines[clause.line - 1]:
            yield clause


def _numbered(numbers: Numbers) -> Iterator[Mention]:
    for said in said_references(numbers):
        paragraph, citation, reference, clause = said
        linked = paragraph.is_linked(reference.start, reference.end)
        head = re.split(r"[.-]|(?<=[A-Z])(?=\d)", reference.number)[0].casefold()
        if (
            citation.kind == "annex"
            and clause is None
            and not linked
            and not numbers.annex(citation.noun(paragraph.text), head)
        ):
            yield paragraph, reference.start, citation.words(paragraph.text, reference)


def _titled(wording: Wording, annexes: dict[str, Clause]) -> Iterator[Mention]:
    """Mentions of an annex by a title that none has."""
    titles = significant(" ".join(words_of(each.title) for each in annexes.values()))
    for paragraph in wording.paragraphs:
        for match in TITLED.finditer(paragraph.text) if paragraph.kind != "title" else ():
            said = match["quoted"] or match["named"]
            linked = paragraph.is_linked(match.start(), match.end())
            named = significant(" ".join(said.split()[:6]))
            if not linked and named and not shares(named, titles) and not ELSE.match(paragraph.text, match.end()):
                yield paragraph, match.start(), " ".join(match[0].split())


def _annexed(wording: Wording, told: set[tuple[int, str]]) -> Iterator[Fault]:
    """What is said to be annexed to a text that has no annex."""
    for paragraph in wording.paragraphs:
        match = ANNEXED.search(paragraph.text)
        if match and (paragraph.line, paragraph.text) not in told and not ELSE.match(paragraph.text, match.end()):
            norm = f"expected an annex to this text, found only the words “{match[0]}”"
            yield Fault(line=paragraph.line_at(match.start()), message=f"{norm}; add the annex, or say where it is")


def _unnamed(wording: Wording, annexes: Sequence[Clause], numbers: Numbers) -> Iterator[Fault]:
    """Annexes of which the rest of the text does not speak, where it speaks of others one by one or of none at all."""
    inside = {each.id: clause.id for clause in annexes for each in family(clause)}
    outside = [each for each in wording.paragraphs if each.clause.id not in inside and each.kind != "title"]
    named = set(_named(wording, annexes, inside, numbers))
    if not outside or (not named and any(ANY.search(each.text) for each in outside)):
        return
    for clause in annexes:
        if clause.id not in named:
            norm = f"expected the text to mention its annex “{heading(clause)}”, found no mention"
            yield Fault(line=clause.line, message=f"{norm}; refer to it where it applies, with [](#{clause.id})")


def _named(wording: Wording, annexes: Sequence[Clause], inside: dict[str, str], numbers: Numbers) -> Iterator[str]:
    """The ids of the annexes that paragraphs outside each of them name, by a number, a link or the title."""
    for paragraph, citation, reference, clause in said_references(numbers):
        meant = clause or (numbers.annex_of(reference.number) if citation.kind == "annex" else None)
        if citation.kind == "annex" and _is_range(paragraph.text, citation):
            yield from inside.values()
        elif meant and inside.get(meant.id) != inside.get(paragraph.clause.id):
            yield inside.get(meant.id, "")
    titles = {clause.id: _plain(words_of(clause.title)) for clause in annexes}
    for each in wording.paragraphs:
        around = inside.get(each.clause.id, "")
        yield from {inside.get(link.target.removeprefix("#"), around) for link in each.links} - {around}
        plain = _plain(each.text) if each.kind != "title" else ""
        yield from (id_ for id_, title in titles.items() if id_ != around and title in plain)


def _is_range(text: str, citation: Citation) -> bool:
    """Whether "annexes 1 à 4" names those between the first and the last too."""
    return bool(RANGE.search(text[citation.references[0].end : citation.references[-1].start]))


def _plain(words: str) -> str:
    """The roots of words in order, to find a title in a sentence."""
    return f" {' '.join(roots(words))} "
