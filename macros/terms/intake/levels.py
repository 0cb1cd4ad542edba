"""Headings to headings with their levels: 1 for printed title lines, 2 for clauses, 3 and more for those under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from macros.terms.intake.headings import TITLE, Setting, setting
from macros.terms.intake.labels import FIRST, Label, label
from macros.terms.intake.model import Block, plain

# What stands between the title and the first numbered clause, and is no second line of the title.
OPENING = re.compile(
    r"pr[ée]ambule|entre les|soussign|parties|objet|d[ée]finition|preamble|recital|between|whereas|purpose",
    re.IGNORECASE,
)
DEEPEST = 6


def levelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the level of every heading; none is more than one below the heading before it."""
    found = [block for block in blocks if block.kind == "heading"]
    titles = _titles(blocks, found)
    rest = found[titles:]
    wanted = iter([*[1] * titles, *(_styled(rest) if _styles_tell(rest) else _labelled(rest))])
    levels: list[Block] = []
    before = 1
    for block in blocks:
        if block.kind == "heading":
            before = min(next(wanted), before + 1, DEEPEST)
            levels.append(replace(block, level=before))
        else:
            levels.append(block)
    return tuple(levels)


def _label(block: Block) -> Label | None:
    return label(block.mark) if block.mark else None


def _titles(blocks: Sequence[Block], found: Sequence[Block]) -> int:
    """How many headings at the very beginning are title lines."""
    if len(found) == 1:
        return int(blocks[0].kind == "heading" and not found[0].mark)
    clauses = [each for each in found if each.mark]
    first = Counter(_rank(each) for each in clauses or found[1:]).most_common(1)
    highest = min((_rank(each) for each in clauses), default=first[0][0] if first else (1, 0.0))
    lines = [plain(each) for each in takewhile(lambda each: each.kind == "heading" and not each.mark, blocks)]
    # A cover names the publisher, then says what the contract is.
    cover = list(takewhile(lambda line: TITLE.search(line) or not OPENING.search(line), lines))
    count = max((at + 1 for at, line in enumerate(cover) if TITLE.search(line)), default=0)
    for block in blocks[count:]:
        if block.kind != "heading" or block.mark:
            break
        second = count > 0 and clauses and not OPENING.search(plain(block))
        if _rank(block) >= highest and not (_rank(block) == highest and (second or TITLE.search(plain(block)))):
            break
        count += 1
    return count


def _rank(block: Block) -> tuple[int, float]:
    """Where a heading stands by its style, then by its size: less is higher."""
    return (block.level or DEEPEST + 1, -block.size)


def _styles_tell(found: Sequence[Block]) -> bool:
    """Whether the styles of headings tell their levels: all have one, and one alone does not hold several depths."""
    depths = {len(each.numbers) for block in found if (each := _label(block))}
    return all(block.level for block in found) and (len({block.level for block in found}) > 1 or len(depths) < 2)


def _styled(found: Sequence[Block]) -> list[int]:
    highest = min((block.level for block in found), default=1)
    return [block.level - highest + 2 for block in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The levels that kinds of labels, and ways of setting, have had so far."""

    labels: dict[str, int] = field(default_factory=dict)
    settings: dict[Setting, Counter[int]] = field(default_factory=dict)


def _labelled(found: Sequence[Block]) -> list[int]:
    """The levels that labels tell: each new kind of label stands under the heading before it."""
    kinds = Kinds()
    levels: list[int | None] = []
    before, base, annexed = 1, 2, False
    for block in found:
        each = _label(block)
        level = _level(each, kinds, before, base, annexed=annexed) if each else None
        if each and level:
            kinds.settings.setdefault(setting(block), Counter())[level] += 1
            annexed = each.series == "annexes" or (annexed and level > 2)
            base = level if len(each.numbers) == 1 and not each.style else base
            before = level
        levels.append(level)
    return [level or _unlabelled(block, kinds) for level, block in zip(levels, found, strict=True)]


def _level(each: Label, kinds: Kinds, before: int, base: int, *, annexed: bool) -> int:
    if each.series == "annexes":
        return 2
    if len(each.numbers) > 1:
        return base + len(each.numbers) - 1
    # "Article premier" and "Article 2" are of one kind.
    shape, style = (re.sub(FIRST, "{}", each.shape), "") if each.style == "first" else (each.shape, each.style)
    kind = shape.casefold() + style
    known = kinds.labels.get(kind) or kinds.labels.get(shape.casefold() + "first")
    if each.style == "first":
        kinds.labels.setdefault(f"{kind}first", before + 1)
    if known == 2 and annexed and each.numbers == (1,):
        kind = f"annexed {kind}"
        known = 3
    return kinds.labels.setdefault(kind, known or before + 1)


def _unlabelled(block: Block, kinds: Kinds) -> int:
    """The level of headings that are set alike; the first one where none are."""
    alike = kinds.settings.get(setting(block))
    return alike.most_common(1)[0][0] if alike else 2
