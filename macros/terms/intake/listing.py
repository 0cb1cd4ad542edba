"""The lines of what is set off from the left, as plain text has its paragraphs, to the paragraphs that they make."""

from __future__ import annotations

from collections.abc import Iterator

from macros.terms.intake.lists import MARK

# A line goes on where it is nearly as long as the longest one, and that is as long as lines are wrapped.
FULL, WRAPPED = 0.75, 50


def paragraphs(listing: str) -> Iterator[str]:
    """The words of each paragraph: a line alone, or those that were wrapped."""
    lines = [each.strip() for each in listing.split("\n")]
    longest = max(map(len, lines))
    found: list[str] = []
    full = False
    for line in lines:
        if full and line and not MARK.match(line):
            found[-1] += f" {line}"
        elif line:
            found.append(line)
        full = longest >= WRAPPED and len(line) >= FULL * longest
    yield from found
