"""Numbers that are written by hand: they neither jump nor repeat, and agree with those that the pattern prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import every
from macros.terms.compare.labels import figure
from macros.terms.definitions import words_of
from macros.terms.marks import breaks, series
from macros.terms.model import Clause, Fault, Node
from macros.terms.paragraphs import Paragraph, grouped
from macros.terms.parse.headings import ATTRIBUTES, PAIR
from macros.terms.parse.numbering import is_inserted, printed

LISTS = frozenset({"numbered", "lettered"})
# A number that a title or a paragraph begins with: "4.1 Prix", "IV – Prix", "Article 4 : Prix"; not "30 jours".
NOUN = r"(?:(?:article|clause|section|chapitre|chapter)\s+|§\s*)"
TYPED = re.compile(
    rf"(?:{NOUN}(?P<named>\d{{1,3}}(?:\s?\.\s?\d{{1,3}})*|[IVXLC]+)(?!\w)\s*[.):–—-]*\s+(?=[^\W\d_])"
    r"|(?P<plain>\d{1,3}(?:\s?\.\s?\d{1,3})+\.?|\d{1,3}\s?[.)°]|\d{1,3}(?=\s+[–—-]\s)|[IVX]{1,5}(?=\s?[.)–—]|\s-\s)|\((?:[a-z]|[ivx]+|\d+)\)|[a-zA-Z]\))"
    r"\s*[.):–—-]*\s+(?=[«“\"(]?[^\W\d_]))",
    re.IGNORECASE,
)
# Marks inside a sentence; "points (a) and (b)" only speak of them, "(c) 2024" is a sign of copyright.
INLINE = re.compile(r"(?:(?<=\s)|^)\((?P<mark>[a-z]|[ivx]{1,5})\)(?=\s)(?!\s(?:19|20)\d\d)")
# "trois points : 1° le prix ; 2° la durée"; "l'article 5, 1° et 3°" only speaks of them.
COUNTED = re.compile(
    r"(?:^|(?<=[:;,]\s)|(?<=\s(?:et|ou)\s)|(?<=\sand\s)|(?<=\sor\s))(?P<mark>\(?\d{1,2}[°)])(?=\s+[^\W\d_])"
    r"(?!\s+(?:et|ou|à|and|or|to)\s+(?:au\s+)?\d)(?!\s[CF]\b)"
)
SPOKEN = re.compile(
    r"(?:paragraph\w*|paragraphes?|alinéas?|points?|items?|clauses?|articles?|sections?|lettres?|\d)\s*(?:\([a-z\d]+\)[\s,;]*(?:et|ou|and|or|to|à|&)?\s*)+",
    re.IGNORECASE,
)
YEAR = re.compile(r"\d{4,}[.)]$")
TYPED_LIST = re.compile(r"[ \t>]*(?:[-+*][ \t]+)?(?P<mark>\d+[.)])")


def jumping_numbers(wording: Wording) -> Iterator[Fault]:
    """Numbers written by hand neither jump nor repeat, and are those that the numbering pattern gives."""
    yield from _of_clauses(wording)
    paragraphs = grouped(wording.paragraphs)
    lines = wording.reading.filled.text.split("\n")
    for clause, _ in every(wording.reading.tree):
        yield from _of_lists(clause.blocks, lines, [])
        yield from _of_paragraphs(clause, paragraphs.get(clause.id, ()))


def _of_clauses(wording: Wording) -> Iterator[Fault]:
    lines = wording.reading.filled.text.split("\n")
    before: dict[tuple[str, str], int] = {}
    place: dict[str, tuple[str, str]] = {}
    for clause, parent in every(wording.reading.tree):
        typed = _attributes(lines, clause)
        group = (parent, typed.get("series", "clauses") if clause.level == 2 else "")
        place[clause.id] = group
        if clause.counts:
            last = clause.counts[-1]
            again = last == before.get(group, 0) and is_inserted(typed.get("label", ""))
            if "number" in typed and last != before.get(group, 0) + 1 and not again:
                yield _forced(clause, last, before.get(group, 0))
            before[group] = last
        is_annex = _root(group, place)[1] == "annexes"
        yield from _label(wording, clause, typed.get("label", ""), is_annex=is_annex)
        yield from _title(clause)


def _attributes(lines: Sequence[str], clause: Clause) -> dict[str, str]:
    """What the braces of a heading say."""
    line = lines[clause.line - 1] if clause.id and clause.line <= len(lines) else ""
    match = ATTRIBUTES.search(line) if line.startswith("#") else None
    return {each["key"]: each["quoted"] or each["bare"] or "" for each in PAIR.finditer(match["rest"])} if match else {}


def _root(group: tuple[str, str], place: dict[str, tuple[str, str]]) -> tuple[str, str]:
    while group[0]:
        group = place[group[0]]
    return group


def _forced(clause: Clause, found: int, before: int) -> Fault:
    norm = (
        f"expected number {before + 1} after {before}" if before else "expected number 1 for the first of its clauses"
    )
    advice = f"take number={found} out, and check the references to it"
    return Fault(line=clause.line, message=f"{norm}, found {found} (“{words_of(clause.title)}”); {advice}")


def _label(wording: Wording, clause: Clause, typed: str, *, is_annex: bool) -> Iterator[Fault]:
    """A label that is typed in place of the one that the pattern prints."""
    numbering = wording.reading.text.front.numbering
    patterns = numbering.annexes if is_annex else numbering.clauses
    if not typed or not figure(typed) or is_inserted(typed) or not 0 < len(clause.counts) <= len(patterns):
        return
    expected = printed(clause.counts, patterns[len(clause.counts) - 1])
    if typed != expected:
        norm = f"expected “{expected}”, as the other clauses are numbered, found “{typed}”"
        yield Fault(line=clause.line, message=f'{norm}; take label="{typed}" out, the number is then printed by itself')


def _title(clause: Clause) -> Iterator[Fault]:
    """A number that is typed although one is printed."""
    match = TYPED.match(words_of(clause.title))
    if clause.label and match:
        norm = f"expected a title without a number, since “{clause.label}” is printed before it"
        yield Fault(line=clause.line, message=f"{norm}, found “{match[0].strip()}”; take it out of the title")


def _of_lists(blocks: Sequence[Node], lines: Sequence[str], ended: list[str]) -> Iterator[Fault]:
    """Lists that do not begin at the beginning, where none before them in the clause ended there, or that jump."""
    for block in blocks:
        if block.kind in LISTS:
            marks = [_typed_mark(item, lines) for item in block.children]
            if _is_lazy(marks):
                marks = [item.mark for item in block.children]
            if years := [(item, mark) for item, mark in zip(block.children, marks, strict=True) if YEAR.match(mark)]:
                yield from (_year(item, mark) for item, mark in years)
                continue
            for at, expected in _list_breaks(marks, ended):
                yield _jump(block.children[at].line, expected, marks[at], "in the list" if at else "")
            ended.append(marks[-1])
        yield from _of_lists(block.children, lines, ended)


def _year(item: Node, mark: str) -> Fault:
    """A line that begins with a year, which Markdown counts as an item."""
    norm = f"expected a list to count from 1, found {mark} at the beginning of a line, printed as {item.mark}"
    return Fault(line=item.line, message=f"{norm}; where a year is meant, type {mark[:-1]}\\{mark[-1]}")


def _list_breaks(marks: list[str], ended: Sequence[str]) -> list[tuple[int, str]]:
    """The breaks in a list, which may go on where one before it in the clause ended."""
    alone = list(breaks(marks))
    return min((alone, *(list(breaks(marks, each)) for each in ended[-6:])), key=len)


def _typed_mark(item: Node, lines: Sequence[str]) -> str:
    """The mark as typed: a list prints its own numbers, whatever is typed after the first."""
    match = TYPED_LIST.match(lines[item.line - 1]) if item.mark[:1].isdigit() and item.line <= len(lines) else None
    return match["mark"] if match else item.mark


def _is_lazy(marks: Sequence[str]) -> bool:
    """Whether every item has the same mark, as many type lists that are numbered by themselves."""
    return len(marks) > 2 and len(set(marks)) == 1 and marks[0][:1] in {"0", "1"}


def _jump(line: int, expected: str, found: str, where: str) -> Fault:
    norm = f"expected {expected} {where}".rstrip() if where else f"expected the list to begin with {expected}"
    return Fault(line=line, message=f"{norm}, found {found}; correct the number, or add what is missing")


def _of_paragraphs(clause: Clause, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """Numbers that paragraphs begin with, one after the other, and those inside a sentence."""
    typed: list[tuple[Paragraph, str]] = []
    for paragraph in paragraphs:
        if paragraph.kind == "paragraph":
            match = TYPED.match(paragraph.text)
            if match and not paragraph.within:
                typed.append((paragraph, (match["named"] or match["plain"]).replace(" ", "").rstrip(".")))
            yield from _of_sentence(paragraph)
    marks = [mark for _, mark in typed]
    dotted = bool(clause.number and marks and marks[0].count(".") > clause.number.count("."))
    if dotted and len(marks) > 1 and not marks[0].startswith(f"{clause.number}."):
        yield _jump(typed[0][0].line, f"{clause.number}.1", marks[0], f"under clause {clause.number}")
    elif len(marks) > 1 or (dotted and marks[0].startswith(f"{clause.number}.")):
        for at, expected in breaks(marks, f"{clause.number}.0" if dotted else ""):
            paragraph, found = typed[at]
            yield _jump(paragraph.line, expected, found, f"after {marks[at - 1]}" if at else "at the first paragraph")


def _of_sentence(paragraph: Paragraph) -> Iterator[Fault]:
    text = SPOKEN.sub(lambda match: "_" * len(match[0]), paragraph.text)
    found = list(INLINE.finditer(text))
    marks = [f"({match['mark']})" for match in found]
    if len(marks) > 1 and any(each.value == 1 for each in series(marks[0])):
        for at, expected in breaks(marks):
            yield _jump(paragraph.line_at(found[at].start()), expected, marks[at], f"after {marks[at - 1]}")
    for run in _counted(paragraph.text):
        for at, expected in breaks([match["mark"] for match in run]):
            yield _jump(paragraph.line_at(run[at].start()), expected, run[at]["mark"], f"after {run[at - 1]['mark']}")


def _counted(text: str) -> list[list[re.Match[str]]]:
    """The numbers that a sentence counts with, from each first one after a colon or at the beginning."""
    runs: list[list[re.Match[str]]] = []
    for match in COUNTED.finditer(text):
        if re.sub(r"\D", "", match["mark"]) == "1" and text[: match.start()].rstrip()[-1:] in {"", ":"}:
            runs.append([])
        if runs:
            runs[-1].append(match)
    return runs
