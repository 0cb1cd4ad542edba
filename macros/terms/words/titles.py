"""Titles that no mark sets apart: a short line alone, or what a paragraph begins with."""

from __future__ import annotations

import re

# A title that stands on a line of its own is no longer.
RUN_IN = 80
# A title that its paragraph begins with: the words that carry a meaning have capitals, "License Grant. Subject to…".
LEAD = re.compile(r"(?P<title>[A-ZÀ-Ý][^.:]{1,60})(?:[.:]\s+(?=\S)|\.$)")
CARRYING = re.compile(r"[^\W\d_]{4,}")


def is_title(words: str) -> bool:
    """Whether words are a short line that ends as titles do."""
    return len(words) <= RUN_IN and words[-1:].isalpha()


def lead(words: str) -> int:
    """Where the title ends that words begin with, its full stop included; 0 for none."""
    found = LEAD.match(words)
    carrying = CARRYING.findall(found["title"]) if found else []
    return found.end() if found and carrying and all(each[0].isupper() for each in carrying) else 0
