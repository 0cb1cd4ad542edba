"""Words that mean the same: a mark in the index wherever one of them stands, which a question for another asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
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
        self.members: defaultdict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for group, members in enumerate(groups):
            for member in filter(None, map(roots, members)):
                self.members[member[0]].append((member, group))

    def marks(self, words: str) -> Iterator[str]:
        """The mark of each synonym among the words, as often as it stands there, up to a few times."""
        said = roots(words)
        found = Counter(
            group
            for place, word in enumerate(said)
            if word in self.members
            for member, group in self.members[word]
            if said[place : place + len(member)] == member
        )
        for group, times in found.items():
            yield from [mark(group)] * min(times, MOST)
