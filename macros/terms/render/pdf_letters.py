"""The letters that no font of the PDF files has: found, and spelled as what they are, never shown as boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from macros.terms.render.pdf_file import can_set
from macros.terms.render.pdf_fonts import letters

# What directs letters and lines instead of being seen, and spaces, of which a font has as many as it needs.
UNSEEN, BREAKS = frozenset({"Cf", "Zl", "Zp", "Zs"}), frozenset("\t\n\r")


def unprintable(words: str) -> list[str]:
    """The letters that no font has, each once, in order."""
    return sorted(each for each in set(words) if not _is_printable(each))


def spelled(value: object) -> object:
    """The data with each such letter as "[U+4E2D]", wherever it stands."""
    if isinstance(value, str):
        return "".join(each if _is_printable(each) else code(each) for each in value)
    if isinstance(value, Mapping):
        return {key: spelled(each) for key, each in value.items()}
    return [spelled(each) for each in value] if isinstance(value, Sequence) else value


def code(letter: str) -> str:
    """What stands for a letter on paper."""
    return f"[U+{ord(letter):04X}]"


@cache
def _is_printable(letter: str) -> bool:
    if ord(letter) in letters() or letter in BREAKS or unicodedata.category(letter) in UNSEEN:
        return True
    return can_set(letter)
