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
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        said = f"{page.title} {page.text}".lower()
        for word in (*WORD.findall(said), *HYPHENED.findall(said)):
            if len(word) >= SHORTEST and not any(map(str.isdigit, word)):
                written[fold(word).replace("-", "")][word] += 1
    common = sorted(written, key=lambda word: (-written[word].total(), word))
    return [written[word].most_common(1)[0][0] for word in common]
