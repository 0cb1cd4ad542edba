"""References that say of a clause what it is not about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.likeness import shares, significant
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import by_id, family, heading
from macros.terms.definitions import words_of
from macros.terms.model import Clause, Fault
from macros.terms.paragraphs import grouped
from macros.terms.references import Said, said_references
from macros.terms.references.numbers import Numbers
from macros.terms.search.folding import roots

HERE = (
    r"(?:\s+(?:ci-(?:dessus|dessous|après|avant)|above|below|hereof|des\s+présentes|du\s+(?:présent\s+)?contrat"
    r"|of\s+th(?:is|ese)\s+\w+|of\s+the\s+agreement))?"
)
THE = r"(?:la\s+|le\s+|les\s+|l['’]\s*|the\s+|our\s+|your\s+)?"
# What a title is quoted by: it says that the clause bears it.
QUOTING = re.compile(
    rf"{HERE}(?:\s*\(\s*(?:intitulée?\s+)?[«“\"]?\s*(?P<bracket>[A-ZÀ-Ý][^()«»“”\"]{{2,90}}?)\s*[»”\"]?\s*\)"
    rf"|\s*[,:–—-]?\s*(?:(?:intitulée?s?|dénommée?s?|entitled|titled|headed)\s*)?[«“\"]\s*(?P<quote>[^«»“”\"]{{3,90}}?)\s*[»”\"]"
    r"|,?\s*(?:intitulée?s?|dénommée?s?|entitled|titled|headed)\s+(?P<named>[^,.;:()«»“”\"\n]{3,60})"
    r"|\s+[–—-]\s+(?P<dash>[A-ZÀ-Ý][^\W\d_]+[^,.;:()\n]{0,50}))",
    re.IGNORECASE,
)
# What a clause is said to be about, in the order of how surely the words speak of the clause.
ABOUT = re.compile(
    rf"{HERE}\s*[,(]?\s*(?:(?P<surely>relati(?:f|ve)s?\s+(?:à\s+la\s|à\s+l['’]|aux?\s|à\s)|portant\s+sur\s|traitant\s+d\w+\s"
    r"|régissant\s|relating\s+to\s|dealing\s+with\s|governing\s|which\s+deals\s+with\s)"
    rf"|concernant\s|sur\s|concerning\s|regarding\s|about\s|on\s)\s*{THE}(?P<said>[^,.;:()«»“”\"\n]{{3,60}})",
    re.IGNORECASE,
)
# A clause that was put in or taken out moves numbers by so many; words so near a reference may be about it.
NEAR, AROUND = 2, 120
# Titles of these words alone stand in any sentence.
COMMON = frozenset(
    roots("service services client prix contrat objet données conditions parties prestataire durée general term")
)
# "la clause de réversibilité définie à l'article 14".
OBLIGING = r"\b(?:clause|stipulations?|obligations?|limitations?|garanties?)\s+(?:de|d['’])\s*"
SET_OUT = r"(?:définie?s?|prévue?s?|visée?s?|stipulée?s?|figurant|énoncée?s?)\s+(?:à|par|dans)\s+l['’]\s*$"
CLAUSE_OF = re.compile(rf"{OBLIGING}(?P<said>[^\W\d_][\w’' -]{{3,40}}?)\s+{SET_OUT}", re.IGNORECASE)


def foreign_titles(wording: Wording) -> Iterator[Fault]:
    """What a sentence says of a clause to which it refers is what the title of the clause says."""
    titles = _Titles(wording)
    for said in _with_links(wording, titles.numbers):
        if not said.clause:
            continue
        if words := _said_of(said):
            if titles.are_foreign_to(said.clause, *words):
                yield _fault(said, said.clause, words[0], titles.titled)
        elif meant := titles.beside(said.clause, _sentence_before(said)):
            yield _fault(said, said.clause, words_of(meant.title), [meant])


def _with_links(wording: Wording, numbers: Numbers) -> Iterator[Said]:
    """The references of a text; a link names the clause that it leads to, whatever it reads as."""
    clauses = by_id(wording.reading.tree)
    for said in said_references(numbers):
        for link in said.paragraph.links:
            if link.start <= said.reference.start < link.end:
                yield said._replace(clause=clauses.get(link.target.removeprefix("#")))
                break
        else:
            yield said


def _said_of(said: Said) -> tuple[str, str] | None:
    """What a sentence says of one clause, and how surely it is of that clause: as its title, its matter, or perhaps."""
    if len(said.citation.references) > 1 or said.citation.within:
        return None
    text, end = said.paragraph.text, said.citation.end
    after, before = text[end : end + 160], text[max(0, said.citation.start - 120) : said.citation.start]
    if match := QUOTING.match(after):
        title = next(filter(None, match.groupdict().values()))
        return (title, "title") if title[0].isupper() or match["quote"] or match["named"] else None
    if match := ABOUT.match(after):
        return match["said"], "matter" if match["surely"] else "perhaps"
    match = CLAUSE_OF.search(before)
    return (match["said"], "matter") if match else None


class _Titles:
    """The titles of a text, and the words under each."""

    def __init__(self, wording: Wording) -> None:
        self.numbers = Numbers(wording.reading, wording.paragraphs)
        self.titled = [clause for clause in by_id(wording.reading.tree).values() if words_of(clause.title)]
        self.roots = wording.reading.tree.clauses
        texts = grouped(wording.paragraphs)
        self.texts = {id_: " ".join(each.text for each in found) for id_, found in texts.items()}

    def are_foreign_to(self, clause: Clause, words: str, surely: str) -> bool:
        """Whether what is said of a clause is of another one, or as a title of none."""
        said, own = significant(words), self._own(clause)
        titles = own_titles(own)
        if not said or not titles or shares(said, titles):
            return False
        if any(shares(said, significant(words_of(each.title))) for each in self.titled if each not in own):
            under = " ".join(self.texts.get(each.id, "") for each in own)
            return surely != "perhaps" or not shares(said, significant(under))
        return surely == "title"

    def beside(self, clause: Clause, sentence: str) -> Clause | None:
        """The clause next to one, in whose place a sentence that bears its whole title may have named that one."""
        said, own = significant(sentence), self._own(clause)
        spoken = significant(" ".join([*(words_of(each.title) for each in own), self.texts.get(clause.id, "")]))
        for near in self._near(clause):
            title = significant(words_of(near.title))
            if (
                title
                and set(title) <= set(said) - COMMON
                and not shares(title, spoken)
                and not shares(said, own_titles(own))
            ):
                return near
        return None

    def _near(self, clause: Clause) -> list[Clause]:
        siblings = next((each.clauses for each in self.titled if clause in each.clauses), self.roots)
        at = siblings.index(clause) if clause in siblings else -9
        return [each for index, each in enumerate(siblings) if 0 < abs(index - at) <= NEAR]

    def _own(self, clause: Clause) -> list[Clause]:
        """The clause with those above and under it."""
        top = self.numbers.top[clause.id]
        return [*family(clause), *([] if clause is top else [top])]


def own_titles(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The roots of the titles of clauses."""
    return significant(" ".join(words_of(each.title) for each in clauses))


def _sentence_before(said: Said) -> str:
    """The end of the sentence that a reference stands in, up to it."""
    before = said.paragraph.text[max(0, said.citation.start - AROUND) : said.citation.start]
    return "" if len(said.citation.references) > 1 or said.citation.within else re.split(r"[.;:]\s", before)[-1]


def _fault(said: Said, clause: Clause, words: str, titled: list[Clause]) -> Fault:
    text = said.paragraph.text
    shown = " ".join(text[said.citation.start : said.reference.end].split())
    meant = next((each for each in titled if shares(significant(words), significant(words_of(each.title)))), None)
    advice = f"did you mean “{heading(meant)}”, [](#{meant.id})?" if meant else "correct the number or the words"
    norm = f"expected what is said of {shown} to match its title “{heading(clause)}”, found “{' '.join(words.split())}”"
    return Fault(line=said.paragraph.line_at(said.reference.start), message=f"{norm}; {advice}")
