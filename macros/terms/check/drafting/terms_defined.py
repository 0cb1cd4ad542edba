"""Where a text defines its terms apart from its sentences: in lists, tables and articles of definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.terms.check.drafting.terms_lists import ANNOUNCING, TERM_COLUMNS
from macros.terms.check.drafting.terms_words import PERHAPS, QUOTED, WORD, bare, key
from macros.terms.definitions import TABLE_CLAUSE, terms_in, words_of
from macros.terms.paragraphs import Paragraph
from macros.terms.search.folding import fold

DEFINING = re.compile(r"\b(?:definition|glossa|lexique|terminolog)")
MEANS = (
    r"(?:désigne(?:nt|ra)?|signifie(?:nt)?|s['’]entend(?:ent)?|ont?\s+le\s+sens|(?:est|sont)\s+calculée?s?\s+comme"
    r"|(?:shall\s+|will\s+)?means?|refers?\s+to|(?:shall\s+)?ha(?:s|ve)\s+the\s+meanings?|(?:is|are)\s+calculated\s+as)\b"
)
OPENING_VERB = re.compile(rf"\W{{0,6}}{MEANS}", re.IGNORECASE)
# 3.1 Client(s) (“Customer”) : désigne… and - Logiciel – le programme…
ENTRY = re.compile(
    r"\W{0,6}(?:\d[\d.]{0,12}\s+|[a-z]\)\s*)?\W{0,6}(?P<name>(?-i:[A-ZÀ-Þ])[^:.;,()\n–—]{0,80}?)(?P<also>\s{0,3}\([^)\n]{1,60}\))?"
    rf"[»”\"’\s]{{0,6}}(?::|\s[–—-]\s|,?\s*{MEANS})\s*(?=\S)",
    re.IGNORECASE,
)
INSIDE = re.compile(r"\b[A-ZÀ-Þ][\w'’ -]*")
MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined:
    """A definition: the names it gives to one thing, where the first stands, and what it says the thing is.

    at: the place of its paragraph. body: the places of the paragraphs that are wholly its own; spans: those of its
    names in a sentence. meaning: what it says, "" in the middle of a sentence; meant_at: the paragraph and the offset
    of that. aliases: other words for the thing. firm is False where it only calls a thing by a name.
    """

    names: tuple[str, ...]
    at: int
    start: int = 0
    body: frozenset[int] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()
    meaning: str = ""
    meant_at: tuple[int, int] = (0, 0)
    aliases: tuple[str, ...] = ()
    firm: bool = True

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """What its names are compared by."""
        return frozenset(map(key, self.names))


def listed(paragraphs: Sequence[Paragraph]) -> list[Defined]:
    """The definitions that fill paragraphs of their own."""
    defining = _defining(paragraphs)
    found = [*_terms(paragraphs, defining), *_rows(paragraphs, defining), *_entries(paragraphs, defining)]
    return [each for each in found if each.names]


def may_be_term(name: str) -> bool:
    """Whether words may be a term: few of them, and none that only opens a sentence."""
    found = WORD.findall(name)
    return 0 < len(found) <= MOST_WORDS and found[0].lower() not in ANNOUNCING and "." not in name.rstrip(".")


def _defining(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The places of the paragraphs that stand in a clause of definitions, or in a clause below one."""
    found: set[int] = set()
    level = 0
    clause = ""
    for at, each in enumerate(paragraphs):
        if each.clause.id != clause:
            clause = each.clause.id
            level = level if level and each.clause.level > level else 0
            if not level and (clause == TABLE_CLAUSE or DEFINING.search(fold(words_of(each.clause.title)))):
                level = each.clause.level
        if level:
            found.add(at)
    return frozenset(found)


def _terms(paragraphs: Sequence[Paragraph], defining: frozenset[int]) -> Iterator[Defined]:
    """The terms of definition lists."""
    for at, each in enumerate(paragraphs):
        if each.kind == "term":
            body = [at]
            while body[-1] + 1 < len(paragraphs) and "definition" in paragraphs[body[-1] + 1].within:
                body.append(body[-1] + 1)
            meaning = paragraphs[body[1]].text if len(body) > 1 else ""
            firm = at in defining or bool(QUOTED.search(each.text) or OPENING_VERB.match(meaning))
            yield _apart(each.text, body, meaning, firm=firm)


def _rows(paragraphs: Sequence[Paragraph], defining: frozenset[int]) -> Iterator[Defined]:
    """The terms of tables, in a clause of definitions or under a heading that says so."""
    width = column = 0
    heads = False
    for at, each in enumerate(paragraphs):
        if each.kind == "heading-cell":
            width, column = (width + 1 if paragraphs[at - 1].kind == "heading-cell" else 1), 0
            heads = fold(each.text.strip()) in TERM_COLUMNS if width == 1 else heads
        elif each.kind == "cell" and width:
            if not column and width > 1 and (heads or at in defining):
                body = [*range(at, min(at + width, len(paragraphs)))]
                yield _apart(each.text, body, paragraphs[body[1]].text if len(body) > 1 else "")
            column = (column + 1) % width


def _apart(words: str, body: list[int], meaning: str, *, firm: bool = True) -> Defined:
    """A definition whose term stands in a paragraph of its own, what it means in the next one."""
    own, meant_at = frozenset(body), (body[0] + 1, 0)
    return Defined(names=_names(words), at=body[0], body=own, meaning=meaning, meant_at=meant_at, firm=firm)


def _entries(paragraphs: Sequence[Paragraph], defining: frozenset[int]) -> Iterator[Defined]:
    """The terms that paragraphs, items and small clauses of an article of definitions begin with."""
    for at in sorted(defining):
        text, before = paragraphs[at].text, paragraphs[at - 1]
        if paragraphs[at].kind != "paragraph" or "definition" in paragraphs[at].within:
            continue
        if before.kind == "title" and OPENING_VERB.match(text) and len(before.text.split()) <= MOST_WORDS:
            yield _apart(before.text, [at - 1, at], text)
        elif match := ENTRY.match(text):
            names = _names(match["name"] + (match["also"] or ""))
            own, end = frozenset({at}), match.end()
            start = match.start("name")
            yield Defined(names=names, at=at, start=start, body=own, meaning=text[end:], meant_at=(at, end))


def _names(words: str) -> tuple[str, ...]:
    """The names that the words before a definition give: « Abonné » / « Client », Level of Service (SLA)."""
    outside, _, inside = PERHAPS.sub("", words).partition("(")
    names = terms_in(outside) + (terms_in(inside) if QUOTED.search(inside) else INSIDE.findall(inside))
    parts = [part for name in names for part in re.split(r"\s+(?:ou|or)\s+|\s*/\s*", name)]
    found = (bare(part.strip(' «»“”"‘’:')) for part in parts)
    return tuple(dict.fromkeys(name for name in found if may_be_term(name)))
