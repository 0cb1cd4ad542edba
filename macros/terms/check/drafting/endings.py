"""Paragraphs that end in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph

# A letter or a comma: after figures a formula or a date may end, after other signs most anything.
OPEN = re.compile(r"(?:[^\W\d_]|,)\s*$")
# Fewer words are a line of an address, or a title.
SENTENCE = 6
# A text of which one paragraph in ten is left open has a manner of its own.
RARE = 0.1
SHOWN = 50


def sentence_end(wording: Wording) -> Iterator[Fault]:
    """A paragraph ends as a sentence does, where the others of the text do."""
    every = wording.paragraphs
    said = [(each, after) for each, after in zip_longest(every, every[1:]) if _is_sentence(each)]
    left = [each for each, after in said if OPEN.search(each.text) and not _goes_on(each, after)]
    for each in left if len(left) <= max(1, RARE * len(said)) else ():
        words = " ".join(each.text.split())
        shown = words if len(words) <= SHOWN else f"… {words[-SHOWN:].partition(' ')[2]}"
        norm = f"expected a sign that ends the sentence, found “{shown}”"
        yield Fault(
            line=each.line_at(len(each.text.rstrip()) - 1), message=f"{norm}; write a full stop, or what is missing"
        )


def _is_sentence(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a clause speaks in sentences: no item, no cell, and not in capitals."""
    is_plain = paragraph.kind == "paragraph" and not paragraph.within and bool(paragraph.clause.label)
    return is_plain and len(paragraph.text.split()) >= SENTENCE and not paragraph.text.isupper()


def _goes_on(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a sentence goes on in the list, table or paragraph that follows."""
    if after is None or after.clause is not paragraph.clause:
        return False
    return bool(after.within) or after.kind != "paragraph" or after.text[:1].islower()
