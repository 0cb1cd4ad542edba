"""Lists as Google Docs saves them: each level beside the one above, with marks that only the page's style counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.terms.counting import counted
from macros.terms.intake.docx_numbers import CLOSE, OPEN

TAG = re.compile(r"<(?P<end>/?)(?P<tag>[ou]l|li)\b(?P<rest>[^>]*)>", re.IGNORECASE)
LEVEL = re.compile(r"lst-kix_(?P<name>\w+)-(?P<level>\d)(?P<begins>[^\"]*\bstart\b)?")
START = re.compile(r"start=\"(?P<number>\d{1,6})\"")
# .lst-kix_x-1>li:before{content:"(" counter(lst-ctn-kix_x-1,lower-latin) ") "}
MARK = re.compile(
    r"lst-(?P<list>kix_\w+-\d)\s*>\s*li:before\s*\{\s*content:\s*\"(?P<before>[^\"]*)\"\s*"
    r"counter\([\w-]+,\s*(?P<kind>[\w-]+)\)\s*\"(?P<after>[^\"]*)\"\s*\}"
)
KINDS = {"lower-latin": "a", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}


def listed(source: str) -> str:
    """The page with its lists one in the other, and with the marks that its style prints before the items."""
    return "".join(Lists(source).nested()) if "lst-kix_" in source else source


class Lists:
    """The lists of a page: those that are open, by their level, and how far each has counted."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.marks = {each["list"]: each for each in MARK.finditer(source)}
        self.open: list[tuple[int, str, str]] = []
        self.counts: Counter[str] = Counter()

    def nested(self) -> Iterator[str]:
        """The source; what ends a list or an item is written where nothing goes on with it."""
        done = 0
        ended = False
        for found in TAG.finditer(self.source):
            between = self.source[done : found.start()]
            done = found.end()
            if ended and between.strip():
                yield from self._close(0)
            yield between
            if found["end"]:
                ended = ended or found["tag"] != "li"
                continue
            ended = False
            yield from self._item(found) if found["tag"] == "li" else self._list(found)
        yield from self._close(0)
        yield self.source[done:]

    def _list(self, found: re.Match[str]) -> Iterator[str]:
        named = LEVEL.search(found["rest"])
        level, name = (int(named["level"]), f"kix_{named['name']}-{named['level']}") if named else (0, "")
        yield from self._close(level + 1)
        goes_on = self.open and self.open[-1][:2] == (level, name) and named and not named["begins"]
        if not goes_on:
            yield from self._close(level)
            start = START.search(found["rest"])
            self.counts[name] = int(start["number"]) - 1 if start else 0
            self.open.append((level, name, found["tag"]))
            yield found[0]

    def _item(self, found: re.Match[str]) -> Iterator[str]:
        name = self.open[-1][1] if self.open else ""
        self.counts[name] += 1
        mark = self.marks.get(name)
        number = counted(self.counts[name], KINDS.get(mark["kind"], "")) if mark else ""
        yield found[0] + (f"{OPEN}{mark['before']}{number}{mark['after'].rstrip()}{CLOSE} " if mark else "")

    def _close(self, level: int) -> Iterator[str]:
        while self.open and self.open[-1][0] >= level:
            yield f"</li></{self.open.pop()[2]}>"
