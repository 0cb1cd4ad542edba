"""What stands between the words of two texts to runs: spaces, marks, and words that only one of them has there."""

from __future__ import annotations

from collections.abc import Iterator

from macros.terms.model import Run
from macros.terms.words.markup import bare, has_words, met


def differing(old: str, new: str, kind: str = "typography") -> Iterator[Run]:
    """Two texts without words, as one where they are equal; words among them count as words."""
    if old == new:
        if new:
            yield Run("equal", new)
        return
    before, after = met(old), met(new)
    worded = kind == "typography" and before.split() != after.split()
    for op, text, read in (("delete", old, before), ("insert", new, after)):
        if text:
            yield Run(op, text, "text" if worded and has_words(read) else kind)


def alone(op: str, words: str, before: str, after: str, other: str) -> Iterator[Run]:
    """Words that came or went, with the space or mark on that side which the other text has not."""
    # A star behind a backslash is printed, and so no mark.
    escape = before[-1:] if before.endswith("\\") else ""
    kind = "text" if bare(escape + words).strip() else "typography"
    if before == other:
        yield from differing(other, before)
        yield Run(op, words + after, kind)
    elif after == other:
        yield Run(op, before + words, kind)
        yield from differing(other, after)
    else:
        yield from differing(other, before) if op == "insert" else differing(before, other)
        yield Run(op, words + after, kind)
