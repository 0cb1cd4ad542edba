"""Where the lines of a text end says nothing: a translation typed in other lines is neither stale nor different."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.terms.load import load
from macros.terms.model import Library, Reading
from macros.terms.reading import read, read_all
from macros.terms.translate.courtesy import Courtesy, courtesies, courtesy
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
# Lines that Markdown would read otherwise if they were wrapped.
WHOLE = re.compile(r"\s*(?:[#|:>«“]|\d+[.)]|[-*+] |\(?\w{1,5}[.)] )")
# What stands on one line, and what would begin a list or a quotation at the beginning of one.
TOGETHER = re.compile(r"\{\{.*?\}\}|\[[^\]]*\]\([^)]*\)")
NO_BEGINNING = re.compile(r" (?=[(\-+*#|:>\d]|\w{1,5}[.)])")


@cache
def project(root: Path) -> tuple[Library, dict[str, Reading]]:
    """A project and its texts as read."""
    library, problems = load(root)
    assert problems == []
    return library, dict(read_all(library, TODAY))


def wrapped(reading: Reading, library: Library, document: str, width: int) -> Reading:
    """The text with its paragraphs in lines of a width."""
    lines: list[str] = []
    for line in reading.text.body.split("\n"):
        if not line or WHOLE.match(line):
            lines.append(line)
            continue
        kept = TOGETHER.sub(lambda match: match[0].replace(" ", "\0"), line)
        kept = NO_BEGINNING.sub("\0", kept)
        pieces = textwrap.wrap(kept, width, break_long_words=False, break_on_hyphens=False)
        lines += [each.replace("\0", " ") for each in pieces]
    publisher = next(each for each, own in library.documents() if own.id == document)
    return read(replace(reading.text, body="\n".join(lines)), publisher.variables, TODAY)


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/sites/history"], ids=["the five contracts", "the history site"])
@settings(max_examples=25)
@given(st.integers(30, 120), st.integers(30, 120), st.integers(0, 100))
def test_lines_of_another_width_make_no_difference(root: Path, theirs: int, ours: int, which: int) -> None:
    library, readings = project(root)
    every = [each for each in courtesies(library, readings) if each.text.version == "draft" or not each.sealed]
    each = every[which % len(every)]
    made = _wrapped(each, library, theirs, ours)
    assert set(made.states.values()) == {"fresh"}
    assert list(made.differences(frozenset(made.states))) == []


def _wrapped(each: Courtesy, library: Library, theirs: int, ours: int) -> Courtesy:
    binding = wrapped(each.binding, library, each.document.id, theirs)
    return courtesy(library, each.document, binding, wrapped(each.translation, library, each.document.id, ours))
