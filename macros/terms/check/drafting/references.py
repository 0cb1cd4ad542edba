"""References in words: to what is not there, and to what could be a link."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.likeness import shares, significant
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import heading
from macros.terms.compare.labels import figure
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph
from macros.terms.references import judged_passages, said_references
from macros.terms.references.citations import Citation, Passage, Reference
from macros.terms.references.elsewhere import Elsewhere, names_law
from macros.terms.references.numbers import Numbers

CELLS = frozenset({"cell", "heading-cell"})
NUMBER = re.compile(r"\d+(?:\.\d+)*")
# What no number can follow: a noun is missing, as in "l'[](#annexe-tarifs)", which prints "l'1".
UNNAMED = re.compile(r"(?<!\w)[ld]['’]$", re.IGNORECASE)
TITLED = re.compile(
    r"(?<![\w-])(?:article|clause|section)\s+(?:intitulée?\s+|entitled\s+|headed\s+)?[«“\"]\s*(?P<title>[^«»“”\"]{3,90}?)\s*[»”\"]",
    re.IGNORECASE,
)


def unknown_references(wording: Wording) -> Iterator[Fault]:
    """A reference in words names a clause of the text, or says of what other document."""
    numbers = Numbers(wording.reading, wording.paragraphs)
    judged = list(judged_passages(numbers))
    laws = _Laws(numbers, [passage for _, passage, away in judged if away])
    for paragraph, passage in ((paragraph, passage) for paragraph, passage, away in judged if not away):
        for citation in passage:
            for reference in citation.references:
                if citation.within or citation.kind == "annex" or paragraph.is_linked(reference.start, reference.end):
                    continue
                if not _is_known(reference, paragraph, passage, numbers) and not laws.may_hold(reference, paragraph):
                    yield _unknown(paragraph, citation, reference)
    yield from _misprinted(wording, numbers)
    yield from _untitled(wording)


class _Laws:
    """What a text says of laws, to tell a reference that only goes on from one of them: "son article 28"."""

    def __init__(self, numbers: Numbers, away: Sequence[Passage]) -> None:
        said = {_article(each) for passage in away for citation in passage for each in citation.references}
        self.articles = said - numbers.clauses.keys()
        self.tables: defaultdict[str, str] = defaultdict(str)
        for paragraph in numbers.paragraphs:
            if paragraph.kind in CELLS:
                self.tables[paragraph.clause.id] += f"{paragraph.text}\n"

    def may_hold(self, reference: Reference, paragraph: Paragraph) -> bool:
        """Whether a law is named before a reference, or in its table, or one is said to have such an article."""
        before = self.tables[paragraph.clause.id] if paragraph.kind in CELLS else paragraph.text[: reference.start]
        return _article(reference) in self.articles or (reference.kind == "clause" and names_law(before))


def _article(reference: Reference) -> str:
    return reference.number.partition(".")[0]


def _is_known(reference: Reference, paragraph: Paragraph, passage: Passage, numbers: Numbers) -> bool:
    """Whether a clause has the number, and its text the points; what stands for a letter may well be a word."""
    number = reference.number.casefold()
    if reference.kind == "part":
        return _has_part(reference, paragraph, numbers) or len(passage) > 1
    if not number:
        return True
    if not number[0].isdigit() and not any(each[0] in "ivxlcabcdefgh" for each in numbers.clauses):
        return True
    if number not in numbers.clauses:
        return bool(numbers.named(number)) or _is_counted(number, numbers)
    clause, point = numbers.clauses[number], (reference.points or ("",))[0].casefold()
    return clause is None or not point.isalpha() or point in numbers.marks(clause)


def _is_counted(number: str, numbers: Numbers) -> bool:
    """Whether "4.2" is the second item of clause 4."""
    above, _, last = number.rpartition(".")
    clause = numbers.clauses.get(above)
    return bool(clause and last in numbers.marks(clause))


def _has_part(reference: Reference, paragraph: Paragraph, numbers: Numbers) -> bool:
    """Whether the clause around has such a point; a paragraph by its number is counted, or a clause's own number."""
    around = numbers.top.get(paragraph.clause.id, paragraph.clause)
    if not reference.number:
        return not around.id or reference.points[0].casefold() in numbers.marks(around)
    if "." not in reference.number:
        return True
    return reference.number in numbers.clauses or _is_counted(reference.number, numbers)


def _unknown(paragraph: Paragraph, citation: Citation, reference: Reference) -> Fault:
    line = paragraph.line_at(reference.start)
    said = citation.words(paragraph.text, reference)
    points = f" with a point ({reference.points[0]})" if reference.points and reference.kind == "clause" else ""
    what = "a point of this clause" if not reference.number else f"a clause of this text{points}"
    norm = f"expected a reference to {what}, found “{said}”, which is not there"
    return Fault(line=line, message=f"{norm}; correct it, or say of which law or document it is")


def _misprinted(wording: Wording, numbers: Numbers) -> Iterator[Fault]:
    """Links that read as another number than that of the clause they lead to, or as a number of nothing."""
    clauses = {each.id: each for each in numbers.clauses.values() if each} | {
        each.id: each for each in numbers.annexes.values()
    }
    for paragraph in wording.paragraphs:
        for link in paragraph.links:
            said = paragraph.text[link.start : link.end].strip()
            clause = clauses.get(link.target.removeprefix("#")) if link.target.startswith("#") else None
            if not clause or not NUMBER.fullmatch(said):
                continue
            line, unnamed = paragraph.line_at(link.start), UNNAMED.search(paragraph.text[: link.start])
            if said not in {clause.number, figure(clause.label)}:
                norm = (
                    f"expected “{clause.number}”, the number of the clause “{heading(clause)}” that the link leads to"
                )
                yield Fault(line=line, message=f"{norm}, found “{said}”; write [](#{clause.id})")
            elif unnamed:
                norm = f"expected a word such as article or annexe before the number of “{heading(clause)}”"
                yield Fault(line=line, message=f"{norm}, found “{unnamed[0]}{said}”; write that word before the link")


def _untitled(wording: Wording) -> Iterator[Fault]:
    """References by a title that no clause bears: "l'article « Assurance »"."""
    titles = significant(" ".join(each.text for each in wording.paragraphs if each.kind == "title"))
    elsewhere = Elsewhere(wording.reading)
    for paragraph in wording.paragraphs:
        for match in TITLED.finditer(paragraph.text):
            named = significant(match["title"])
            linked = paragraph.is_linked(match.start(), match.end())
            if (
                named
                and not linked
                and not shares(named, titles)
                and not elsewhere.leads_away(paragraph.text, *match.span())
            ):
                norm = f"expected a clause of this text with this title, found none for “{' '.join(match[0].split())}”"
                yield Fault(
                    line=paragraph.line_at(match.start()), message=f"{norm}; correct it, or say of which document it is"
                )


def unlinked_references(wording: Wording) -> Iterator[Fault]:
    """In a draft, a reference to a clause of the text is a link, so that it follows the clause."""
    if wording.reading.text.version != "draft":
        return
    for paragraph, citation, reference, clause in said_references(Numbers(wording.reading, wording.paragraphs)):
        if clause is None or paragraph.kind == "title" or paragraph.is_linked(citation.start, reference.end):
            continue
        said = citation.words(paragraph.text, reference)
        typed = "" if figure(clause.label) in {"", clause.number} else figure(clause.label)
        norm = f"expected a link to “{heading(clause)}”, found only the words “{said}”"
        advice = f"write [{typed}](#{clause.id}) in place of {reference.number}, and it keeps the right number"
        yield Fault(line=paragraph.line_at(reference.start), message=f"{norm}; {advice}")
