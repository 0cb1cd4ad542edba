"""The words of all clauses, the most common first: the nearest of them is offered for one that none has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from macros.terms.search.folding import WORD, fold
from macros.terms.search.model import IndexPage

SHORTEST = 3
# "sous-traitant" is a word beside its parts: it is typed in one too.
HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


def vocabulary(pages: Iterable[IndexPage]) -> list[str]:
    """Every word, in small letters, as it is mostly written."""
    tokens = Counter(token for page in pages for token in f"{page.title} {page.text}".lower().split())
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for token, times in tokens.items():
        for word in (*WORD.findall(token), *HYPHENED.findall(token)):
            if len(word) >= SHORTEST and not any(map(str.isdigit, word)):
                written[fold(word).replace("-", "")][word] += times
    common = sorted(written, key=lambda word: (-written[word].total(), word))
    return [min(written[word].items(), key=_by_use)[0] for word in common]


def _by_use(written: tuple[str, int]) -> tuple[int, str]:
    """The most used spelling first, in one order everywhere."""
    word, times = written
    return -times, word
