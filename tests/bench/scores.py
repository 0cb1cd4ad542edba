"""What the measures say of an engine: pair by pair, in sum, and how it grows with the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.bench import measures, visible
from tests.bench.engines import Answer, Engine
from tests.bench.pairs import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The measures of one pair; CPU in seconds."""

    pair: str
    exact_new: bool
    exact_old: bool
    words_new: bool
    words_old: bool
    reordered: bool
    changed: int
    false_blocks: int
    confetti: int
    stitches: int
    classes: Mapping[str, int]
    cpu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The least CPU seconds for a text of some length, and the peak in kB of a process that compared it once."""

    cpu: float
    peak: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All there is on an engine: no scores where it did not answer every pair, None for a size not reached in time."""

    engine: str
    scores: Sequence[Score]
    sizes: Mapping[int, Size | None]


def score(engine: Engine, pair: Pair, answer: Answer) -> Score:
    """The measures of one answer; words are compared with the rendered text where the engine reads HTML."""
    old, new = (visible.words(text) if engine.reads_html else text for text in (pair.old, pair.new))
    return Score(
        pair=pair.name,
        exact_new=measures.exact(answer.ops, "insert", pair.new),
        exact_old=measures.exact(answer.ops, "delete", pair.old),
        words_new=measures.same_words(answer.ops, "insert", new),
        words_old=measures.same_words(answer.ops, "delete", old),
        reordered=measures.reordered(pair.old, pair.new),
        changed=measures.changed(answer.ops),
        false_blocks=measures.false_blocks(answer.ops),
        confetti=measures.confetti(answer.ops),
        stitches=measures.stitches(answer.ops),
        classes=measures.classes(answer.ops),
        cpu=answer.cpu,
    )


def size(answers: Sequence[Answer]) -> Size | None:
    """What the answers to the same pair, asked again and again, say of its cost."""
    if not answers:
        return None
    return Size(cpu=min(answer.cpu for answer in answers), peak=answers[0].peak)
