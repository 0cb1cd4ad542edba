"""What pages call a version, and from when they say that it applies."""

from __future__ import annotations

from macros.locales import translator
from macros.terms.formats import written_date
from macros.terms.model import FrontMatter
from macros.terms.names import DRAFT


def version_name(name: str, *, language: str) -> str:
    """The name of a version: its date, or the word for a draft in the language."""
    return translator(language)("draft") if name == DRAFT else name


def applies(front: FrontMatter, *, language: str) -> str:
    """From when a text applies, else when it was recorded; "" for a draft that proposes no day."""
    say, day = translator(language), front.effective or front.recorded
    if day is None:
        return ""
    written = written_date(day, language=language)
    if front.effective:
        return say("Version that applies from {date}.", date=written)
    return say("Effective date not stated; text recorded on {date}.", date=written)
