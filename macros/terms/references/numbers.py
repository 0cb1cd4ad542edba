"""What the numbers of a text name: its clauses, its annexes, the points of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.clauses import every, heading
from macros.terms.compare.labels import figure
from macros.terms.marks import series, written
from macros.terms.model import Clause, Node, Reading
from macros.terms.paragraphs import Paragraph
from macros.terms.references.citations import passages

# A number that a paragraph or a title begins with; "Clause 2.3 applies" is a sentence.
TYPED = re.compile(
    r"(?i:(?:article|clause|section|chapitre|chapter|§)\s*)?(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}(?=\s?[.)–—-]))"
    r"(?![\w%€])(?=\s*(?:[.:)–—-]|$)|\s+[A-ZÀ-Ý«“\"])"
)
IS_ANNEX = re.compile(
    r"\W*(?P<noun>annexe?|appendi(?:x|ce)|schedule|exhibit|attachment)\b[\s:–—-]*(?P<number>\d{1,2}|[A-Z]\b|[IVX]+\b)?",
    re.IGNORECASE,
)
# A paragraph that is the heading of an annex: "EXHIBIT A", "Annexe 1 – Tarifs".
ANNEX_HEADING = re.compile(rf"{IS_ANNEX.pattern[:-1]}\s*(?:$|[:–—-].{{0,80}}$)", re.IGNORECASE)
MARK = re.compile(r"(?<![\w)])\(?(\w{1,4})\)")


class Numbers:
    """The clauses of a text by their numbers, as printed or typed; a number that is typed alone names no clause."""

    def __init__(self, reading: Reading, paragraphs: tuple[Paragraph, ...]) -> None:
        self.reading = reading
        self.paragraphs = paragraphs
        self.clauses: dict[str, Clause | None] = {}
        self.annexes: dict[tuple[str, str], Clause] = {}
        self.top: dict[str, Clause] = {}
        self._marks: dict[str, frozenset[str]] = {}
        for clause, _ in every(reading.tree):
            self._add(clause)
        for paragraph in paragraphs:
            if (annex := ANNEX_HEADING.match(paragraph.text)) and paragraph.kind == "paragraph":
                self.annexes.setdefault(_called(annex["noun"], annex["number"]), paragraph.clause)
            if match := TYPED.match(paragraph.text):
                self.clauses.setdefault(match["number"].casefold(), None)

    def _add(self, clause: Clause) -> None:
        self.top[clause.id] = clause if clause.level <= 2 else self.top[_above(clause, self.top)]
        shown = figure(re.sub(r"(?<=\d)\s*\.\s*(?=\d)", ".", clause.label))
        match = IS_ANNEX.match(heading(clause))
        if match and clause.level == 2:
            self.annexes[_called(match["noun"], match["number"] or shown or clause.number)] = clause
            return
        if match and match["number"]:
            self.annexes.setdefault(_called(match["noun"], match["number"]), clause)
        for number in filter(None, (clause.number, shown)):
            self.clauses.setdefault(number.casefold(), clause)

    def annex_of(self, number: str) -> Clause | None:
        """The first annex of a number, whatever the text calls it."""
        return next((each for (_, it), each in self.annexes.items() if it == number.casefold()), None)

    def marks(self, clause: Clause) -> frozenset[str]:
        """The letters and numbers that mark items, sub-clauses and passages of sentences under a clause."""
        if clause.id not in self._marks:
            self._marks[clause.id] = frozenset(_marks(clause))
        return self._marks[clause.id]

    def named(self, number: str) -> Clause | None:
        """The clause of a number: "article II" is the second one."""
        return self.clauses.get(number.casefold()) or self.clauses.get(_other(number))

    def annex(self, noun: str, number: str) -> Clause | None:
        """The annex of a number that the text calls by this word: Schedule 2 is no Appendix 2."""
        return self.annexes.get(_called(noun, number)) or self.annexes.get(_called(noun, _other(number)))


def _called(noun: str, number: str) -> tuple[str, str]:
    """What an annex is called, whatever the ending: annexe and annex are one, appendix and appendices."""
    return noun.casefold()[: len("annex")], number.casefold()


def _other(number: str) -> str:
    """A number in figures for one in Roman letters, and the other way round."""
    found = next((each.value for each in series(number) if each.kind in {"I", "1"}), 0)
    return str(found) if number.isalpha() else written("I", "I", found).casefold()


def _above(clause: Clause, tops: dict[str, Clause]) -> str:
    """The last clause that was begun: what is not at the top stands under it."""
    return next(reversed(tops), clause.id)


def _marks(clause: Clause) -> Iterator[str]:
    for block in clause.blocks:
        yield from _marks_of(block)
    for each in clause.clauses:
        yield from re.findall(r"\w+", f"{each.label} {each.number}".casefold())
        yield from _marks(each)


def _marks_of(node: Node) -> Iterator[str]:
    if node.kind == "item":
        yield node.mark.strip("().").casefold()
    for match in MARK.finditer(node.text):
        # "the point (b)" speaks of a mark that stands elsewhere.
        if not any(each.start <= match.start() < each.end for passage in passages(node.text) for each in passage):
            yield match[1].casefold()
    for child in node.children:
        yield from _marks_of(child)
