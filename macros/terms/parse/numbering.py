"""Headings to numbered headings: what is printed before each title, what references say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.terms.counting import counted
from macros.terms.model import Fault, Numbering
from macros.terms.parse.headings import WHOLE, Heading

# One letter for each level from ## to ######.
LEVELS = "nmklj"
# What stands behind the number of a clause that was put in between others: "12 bis", "3a".
INSERTED = r"(?:[ \u00a0-]?(?:bis|ter|quater|quinquies|sexies)|(?<=\d)[a-z])(?!\w)"
PLACE = re.compile(rf"\{{([{LEVELS}])(?::([AaIi]))?\}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A heading with its number, "" where it has none, its counts by level, and the label that is printed."""

    heading: Heading
    number: str
    label: str
    counts: tuple[int, ...] = ()


def number(found: Sequence[Heading], numbering: Numbering, faults: list[Fault]) -> list[Numbered]:
    """The headings with their numbers; counters are kept per series and level."""
    counters: Mapping[str, list[int]] = defaultdict(list)
    numbered: list[Numbered] = []
    series, unnumbered = "clauses", 0
    for heading in found:
        if heading.level == 2:
            series = heading.attributes.get("series", "clauses")
        if unnumbered and heading.level <= unnumbered:
            unnumbered = 0
        if heading.attributes.get("number") == "none" and not unnumbered:
            unnumbered = heading.level
        if heading.level == 1 or unnumbered:
            # What stands under a clause without a number has none either: there is nothing to count in.
            numbered.append(Numbered(heading=heading, number="", label=heading.attributes.get("label", "")))
            continue
        counts = _count(counters[series], heading)
        patterns = numbering.annexes if series == "annexes" else numbering.clauses
        numbered.append(_numbered(heading, counts, patterns, series, faults))
    return numbered


def patterns_faults(numbering: Numbering) -> list[str]:
    """What is wrong with the patterns themselves, in words."""
    return [
        f"expected a pattern that names {_level(depth)} and no deeper one, found {pattern!r}"
        for patterns in (numbering.clauses, numbering.annexes)
        for depth, pattern in enumerate(patterns)
        if not _is_pattern(pattern, depth)
    ]


def _level(depth: int) -> str:
    return f"its own level as {{{LEVELS[depth]}}}" if depth < len(LEVELS) else f"one of {len(LEVELS)} levels"


def _is_pattern(pattern: str, depth: int) -> bool:
    if depth >= len(LEVELS):
        return False
    named = {match[1] for match in PLACE.finditer(pattern)}
    allowed = set(LEVELS[: depth + 1])
    return LEVELS[depth] in named and named <= allowed and "{" not in PLACE.sub("", pattern)


def _count(counts: list[int], heading: Heading) -> tuple[int, ...]:
    """Advance the counter of the heading's level and restart those below it."""
    depth = heading.level - 1
    del counts[depth:]
    counts += [0] * (depth - len(counts))
    set_to = heading.attributes.get("number", "")
    counts[-1] = int(set_to) if WHOLE.fullmatch(set_to) else counts[-1] + 1
    return tuple(counts)


def _numbered(
    heading: Heading, counts: tuple[int, ...], patterns: Sequence[str], series: str, faults: list[Fault]
) -> Numbered:
    label = heading.attributes.get("label")
    if label is None and len(counts) > len(patterns):
        norm = f"expected a pattern for headings of {heading.level} # in numbering.{series} of the front matter"
        faults.append(Fault(line=heading.line, message=f"{norm}, found {len(patterns)}; add one, or number=none"))
        label = ""
    if label is None:
        label = printed(counts, patterns[len(counts) - 1])
    return Numbered(heading=heading, number=_bare(counts, patterns), label=label, counts=counts)


def _bare(counts: Sequence[int], patterns: Sequence[str]) -> str:
    """What references print: the count of each level, in the letters or Roman figures in which its clauses count."""
    # A pattern below may print a level in its own way: "{n:a}-{m}" under "Annexe {n:I}".
    styles = {name: style for pattern in patterns[: len(counts)] for name, style in PLACE.findall(pattern)}
    return ".".join(counted(count, styles.get(name, "")) for name, count in zip(LEVELS, counts, strict=False))


def is_inserted(label: str) -> bool:
    """Whether a label is that of a clause put in between others, which counts for nothing: "Article 12 bis."."""
    return re.search(rf"(?<=[\dIVXL]){INSERTED}", label, re.IGNORECASE) is not None


def printed(counts: Sequence[int], pattern: str) -> str:
    """What a pattern prints before the title of the clause with these numbers, from the top down."""
    levels = dict(zip(LEVELS, counts, strict=False))  # one that names a deeper level is told by its own rule
    return PLACE.sub(lambda match: counted(levels.get(match[1], 0), match[2] or ""), pattern)
