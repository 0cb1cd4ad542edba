"""Labels to numbering patterns, and to what a heading says where its pattern would print another label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros.terms.intake.labels import Label, label, pattern
from macros.terms.intake.model import Block
from macros.terms.model import Numbering
from macros.terms.parse.numbering import LEVELS, printed


def numbered(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Numbering]:
    """The blocks with attributes on their headings, and the patterns that print most labels."""
    numbering = _numbering(blocks)
    given = iter(_attributes([each for each in blocks if each.kind == "heading"], numbering))
    return tuple(next(given) if block.kind == "heading" else block for block in blocks), numbering


def _series(found: Sequence[Block]) -> Iterator[tuple[Block, Label | None, str]]:
    """Each heading with its label and its series: what stands under an annex counts with it."""
    series = "clauses"
    for block in found:
        each = label(block.mark) if block.mark else None
        if block.level == 2:
            series = each.series if each else "clauses"
        yield block, each, series


def _numbering(blocks: Sequence[Block]) -> Numbering:
    seen: Mapping[str, Mapping[int, Counter[str]]] = {"clauses": defaultdict(Counter), "annexes": defaultdict(Counter)}
    for block, each, series in _series([block for block in blocks if block.kind == "heading"]):
        depth = block.level - 2
        style = each.style if each and each.style != "first" else ""
        written = pattern(each.shape, each.numbers, style, depth) if each else None
        if written and depth >= 0:
            seen[series][depth][written] += 1
    return Numbering(clauses=_patterns(seen["clauses"]), annexes=_patterns(seen["annexes"]))


def _patterns(seen: Mapping[int, Counter[str]]) -> tuple[str, ...]:
    """The most frequent pattern of each level; one that nothing uses where only a deeper level has one."""
    deepest = max(seen, default=-1)
    return tuple(
        seen[depth].most_common(1)[0][0] if depth in seen else f"{{{LEVELS[depth]}}}." for depth in range(deepest + 1)
    )


def _attributes(found: Sequence[Block], numbering: Numbering) -> Iterator[Block]:
    counters: Mapping[str, list[int]] = {"clauses": [], "annexes": []}
    unnumbered = 0
    for block, each, series in _series(found):
        unnumbered = 0 if block.level <= unnumbered else unnumbered
        if block.level == 1:
            yield block
        elif unnumbered or each is None:
            said = f'label="{block.mark}"' if block.mark else "" if unnumbered else "number=none"
            unnumbered = unnumbered or block.level
            yield replace(block, attributes=said)
        else:
            patterns = numbering.annexes if series == "annexes" else numbering.clauses
            said = _said(block, each, counters[series], patterns)
            opening = "series=annexes" if series == "annexes" and block.level == 2 else ""
            yield replace(block, attributes=" ".join(filter(None, (opening, said))))


def _said(block: Block, each: Label, counts: list[int], patterns: Sequence[str]) -> str:
    """What a heading must say of its number, counters moved on; empty where the pattern prints its label."""
    depth = block.level - 1
    del counts[depth:]
    counts += [0] * (depth - len(counts))
    counts[-1] += 1
    if _printed(counts, patterns) == block.mark:
        return ""
    own = each.numbers[-1] or counts[-1]
    jumps = f"number={own}" if own != counts[-1] else ""
    counts[-1] = own
    return (
        jumps if _printed(counts, patterns) == block.mark else " ".join(filter(None, (jumps, f'label="{block.mark}"')))
    )


def _printed(counts: Sequence[int], patterns: Sequence[str]) -> str:
    """The label that the pattern of the level prints."""
    return printed(counts, patterns[len(counts) - 1]) if len(counts) <= len(patterns) else ""
