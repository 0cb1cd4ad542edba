"""What was split or merged: several units of one side that are one of the other."""

from __future__ import annotations

from collections.abc import Container, Sequence

from macros.terms.compare.likeness import Likeness
from macros.terms.compare.units import LISTING, Unit, Units

# Share of a unit's words that must be left over in its neighbour's partner for it to be a part of that.
PART, LEAST_WORDS = 0.7, 3
# Share in common from which what is left of a gap is the same words in other blocks.
WHOLE = 0.6
# Units that are never a part of another; and those that only are where text became a table or a list of terms.
WHOLES, PARTED = frozenset({"heading", "front", LISTING}), frozenset({"row", "entry"})
# More words than these go over the end of no paragraph; no more paragraphs than these are read as one.
MOST_OVER, MOST_JOINED = 100, 8

# Units that belong together: one on either side, or several that follow each other where one was split or merged.
Couple = tuple[list[Unit], list[Unit]]


def are_one(olds: Sequence[Unit], news: Sequence[Unit], like: Likeness) -> bool:
    """Whether all that is left of a gap is the same words, in other blocks."""
    kinds = {each.kind for each in (*olds, *news)}
    if "heading" in kinds or (LISTING in kinds and len(kinds) > 1):
        return False
    before, after = like.counts(like.old, olds), like.counts(like.new, news)
    return (before & after).total() * 2 > WHOLE * (before.total() + after.total())


def join_parts(paired_old: dict[int, Couple], paired_new: dict[int, Couple], like: Likeness) -> None:
    """Add to each couple, given by the places of its units, the neighbours that were split off or merged in."""
    for side, paired in ((1, paired_new), (0, paired_old)):
        units = (like.old, like.new)[side]
        for unit in (*units.units, *reversed(units.units)):
            if unit.at in paired:
                continue
            for step in (1, -1):
                couple = paired.get(unit.at - step)
                part = _part(unit, step, paired, units) if couple else []
                if couple and part and _is_part(part, couple, side, like):
                    couple[side].extend(part)
                    couple[side].sort(key=lambda each: each.at)
                    paired.update(dict.fromkeys([each.at for each in part], couple))
                    break


def join_shifted(
    pairs: Sequence[Couple], paired_old: dict[int, Couple], paired_new: dict[int, Couple], like: Likeness
) -> list[Couple]:
    """The couples, two that follow each other as one where words went over the end of a paragraph, and stayed."""
    joined: set[int] = set()
    for couple in sorted(filter(_differs, pairs), key=lambda each: each[0][0].at):
        if id(couple) in joined:
            continue
        while (
            len(couple[0]) < MOST_JOINED
            and (following := _following(couple, paired_old, paired_new))
            and _is_shifted(couple, following, like)
        ):
            joined.add(id(following))
            for units, others, paired in zip(couple, following, (paired_old, paired_new), strict=True):
                units.extend(others)
                paired.update(dict.fromkeys([each.at for each in others], couple))
    return [each for each in pairs if id(each) not in joined] if joined else list(pairs)


def _differs(couple: Couple) -> bool:
    olds, news = couple
    return len(olds) + len(news) > 2 or olds[0].raw != news[0].raw


def _following(couple: Couple, paired_old: dict[int, Couple], paired_new: dict[int, Couple]) -> Couple | None:
    """The couple of paragraphs right after one of paragraphs on both sides, where it differs too."""
    olds, news = couple
    found = paired_old.get(olds[-1].at + 1)
    if found is None or found is not paired_new.get(news[-1].at + 1) or not _differs(found):
        return None
    follows = found[0][0].at == olds[-1].at + 1 and found[1][0].at == news[-1].at + 1
    return found if follows and {*_kinds(couple), *_kinds(found)} == {"paragraph"} else None


def _kinds(couple: Couple) -> list[str]:
    return [each.kind for units in couple for each in units]


def _is_shifted(couple: Couple, following: Couple, like: Likeness) -> bool:
    """Whether what one side has at the end of a paragraph is what the other has at the beginning of the next."""
    a, c = _words(like.old, couple[0]), _words(like.new, couple[1])
    b, d = _words(like.old, following[0]), _words(like.new, following[1])
    return _went_over(a, b, c, d) or _went_over(c, d, a, b)


def _words(units: Units, found: Sequence[Unit]) -> list[int]:
    """What units count as, numbers included: in one paragraph with others, a number is a word."""
    return [word for each in found for word in (*units.number(each), *units.content(each))]


def _went_over(first: list[int], second: list[int], longer: list[int], shorter: list[int]) -> bool:
    """Whether longer is first with some words more, and shorter is second without these, near the end between them."""
    return any(
        longer[-size:] == second[:size] and longer[:-size][-1:] == first[-1:] and second[size : size + 1] == shorter[:1]
        for size in range(1, min(len(longer), len(second), MOST_OVER))
        if longer[-1] == second[size - 1]
    )


def _part(unit: Unit, step: int, paired: Container[int], units: Units) -> list[Unit]:
    """The unit with those that follow it that way until there are words enough to tell where they belong."""
    found: list[Unit] = []
    words = 0
    for at in range(unit.at, len(units.units) if step > 0 else -1, step):
        each = units.units[at]
        if at in paired or each.kind in WHOLES or words >= LEAST_WORDS:
            break
        found.append(each)
        words += len(units.content(each))
    return found


def _is_part(part: Sequence[Unit], couple: Couple, side: int, like: Likeness) -> bool:
    """Whether the words of units are those that their neighbour's partner has and the neighbour has not."""
    own, partners = couple[side], couple[1 - side]
    kinds = {each.kind for each in (*part, *own)}
    if kinds & WHOLES or (kinds & PARTED and partners[0].kind in PARTED):
        return False
    units, others = (like.new, like.old) if side else (like.old, like.new)
    left = like.counts(others, partners) - like.counts(units, own)
    words = like.counts(units, part)
    least, shared = min(left.total(), words.total()), (left & words).total()
    # Of few words, with no more beside them, all must be there.
    return shared >= PART * least if least >= LEAST_WORDS else shared == words.total() > 0
