"""Spaces at which no line of French may end: before its signs, inside its quotation marks, within a number."""

from __future__ import annotations

import re

FRENCH_SPACES = re.compile(r"(?<=«) | (?=[:;?!»%€])|(?<=\d) (?=\d{3}(?!\d))|(?<=\b1er) ")


def unbroken(words: str) -> str:
    """French words, such spaces held together."""
    return FRENCH_SPACES.sub("\u00a0", words)
