"""Numbers of clauses and identifiers to the clauses that print them, however they are spaced."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from macros.terms.search.folding import fold
from macros.terms.search.model import IndexPage

# "Article 13." is the noun article and the number 13; "11 .1" is 11.1; "TITRE III" is the noun titre and iii.
LABEL = re.compile(r"(?:(?P<noun>[^\W\d_]{2,})[\s.:°–-]*)?(?P<number>[^\W_]+(?:\s*\.\s*[^\W_]+)*)?")
# A country's two letters, then digits with whatever stands between them: FR31794223461, 794 223 461, 2016/679.
PRINTED = re.compile(r"(?<!\w)(?:[A-Z]{2}\s?)?\d(?:[\s.,/-]?\d)+(?!\w)")
BETWEEN = re.compile(r"[\W_]+")
# Shorter numbers are days, percentages and the like: words among others.
SHORTEST = 4
# Signs of a clause's text that a look-up shows.
SHOWN = 160

Row = dict[str, str]
"""A clause that a key leads to: key, noun, document, version, clause, label, title and some of its text."""


def shards(pages: Iterable[IndexPage]) -> dict[str, list[Row]]:
    """The clauses by key, in small parts: a question reads the part that its key belongs to."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for page in pages:
        for key, noun, said in dict.fromkeys(_keys(page)):
            found[shard(key)].append(
                {
                    "key": key,
                    "noun": noun,
                    "document": page.filed.document,
                    "version": page.filed.version,
                    "clause": page.clause,
                    "term": page.term,
                    "label": page.label,
                    "title": page.title,
                    "text": said,
                }
            )
    return dict(found)


def shard(key: str) -> str:
    """The name of the part in which a key is looked up: the first two signs of a number, of 13.2 those of 13."""
    return key.partition(".")[0][:2]


def compact(printed: str) -> str:
    """An identifier without what stands between its digits."""
    return BETWEEN.sub("", fold(printed))


def _keys(page: IndexPage) -> Iterator[tuple[str, str, str]]:
    """The number of a clause with its noun, and every identifier in its text, each with the words to show."""
    if page.label and not page.term:
        match = LABEL.match(fold(page.label).strip())
        noun, number = (match["noun"] or "", re.sub(r"\s", "", match["number"] or "")) if match else ("", "")
        if noun or number:
            yield number or noun, noun if number else "", _around(page.text, 0)
    for match in PRINTED.finditer(page.text):
        key = compact(match[0])
        if sum(map(str.isdigit, key)) >= SHORTEST:
            yield key, "", _around(page.text, match.start())


def _around(text: str, at: int) -> str:
    """Some words before a place in a text, and some after it."""
    start = text.rfind(" ", 0, max(at - SHOWN // 2, 0)) + 1
    end = text.find(" ", start + SHOWN)
    return f"{'… ' if start else ''}{text[start:end]} …" if end > 0 else f"{'… ' if start else ''}{text[start:]}"
