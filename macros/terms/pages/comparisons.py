"""Which redlines of a document exist, and the comparison behind each: made once, used on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.compare.sides import Side
from macros.terms.model import Reading, Redline, Text, Version

# Every pair of so many versions has its redline; of more, neighbours, and each with those in force and to come and
# with the draft.
ALL_PAIRS = 12


class Comparisons:
    """The redlines of a document's texts, each made when it is first asked for."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.readings = readings
        self.sides: dict[str, Side] = {}
        self.redlines: dict[tuple[str, str], Redline] = {}

    def over(self, readings: Mapping[str, Reading]) -> Comparisons:
        """The same, which looks into other readings of the same texts: so it can be told what was read."""
        found = Comparisons(readings)
        found.sides, found.redlines = self.sides, self.redlines
        return found

    def redline(self, old: Text, new: Text) -> Redline:
        """What one text changes in another; both are read, also where they were compared before."""
        key = (old.path, new.path)
        _ = self.readings[old.path], self.readings[new.path]
        if key not in self.redlines:
            self.redlines[key] = compare(self._side(old), self._side(new))
        return self.redlines[key]

    def _side(self, text: Text) -> Side:
        if text.path not in self.sides:
            self.sides[text.path] = side(self.readings[text.path])
        return self.sides[text.path]


def pairs(
    versions: Sequence[Version],
    draft: Version | None,
    standing: Sequence[Version],
    replaced: Sequence[tuple[Version, Version]],
) -> Iterator[tuple[Version, Version]]:
    """The pairs of versions, older first, that have a redline; replaced are those that the changelog tells of.

    standing are the versions that readers compare with: those in force and to come.
    """
    every = [*versions, draft] if draft else versions
    if len(versions) <= ALL_PAIRS:
        yield from combinations(every, 2)
        return
    order = {each.name: place for place, each in enumerate(every)}
    chosen = {(a.name, b.name): (a, b) for a, b in (*pairwise(every), *replaced)}
    for each in versions:
        for other in (*standing, *filter(None, [draft])):
            if other.name != each.name:
                a, b = sorted((each, other), key=lambda one: order[one.name])
                chosen[a.name, b.name] = (a, b)
    yield from sorted(chosen.values(), key=lambda pair: (order[pair[0].name], order[pair[1].name]))


def is_complete(versions: Sequence[Version]) -> bool:
    """Whether every pair of versions has a redline."""
    return len(versions) <= ALL_PAIRS
