"""Words that mean the same: a mark in the index wherever one of them stands, which a question for another asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from macros.terms.search.folding import roots

# A word that stands more often than this in a clause says no more about it.
MOST = 3


def mark(group: int) -> str:
    """The word of the index that stands for a group of synonyms; no language has it."""
    return f"zzsyn{group:03d}"


class Marker:
    """Finds which groups of synonyms words belong to."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self.groups = {" ".join(roots(member)): group for group, members in enumerate(groups) for member in members}
        members = sorted(filter(None, self.groups), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, members))})(?!\S)") if members else None

    def marks(self, words: str) -> Iterator[str]:
        """The mark of each synonym among the words, as often as it stands there, up to a few times."""
        found = self.pattern.findall(" ".join(roots(words))) if self.pattern else ()
        for group, times in Counter(self.groups[each] for each in found).items():
            yield from [mark(group)] * min(times, MOST)
