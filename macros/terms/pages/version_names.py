"""What pages call a version."""

from __future__ import annotations

from macros.locales import translator
from macros.terms.names import DRAFT


def version_name(name: str, *, language: str) -> str:
    """The name of a version: its date, or the word for a draft in the language."""
    return translator(language)("draft") if name == DRAFT else name
