"""The site's own words in each language; English stands in the source, the others in catalogues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from macros.terms.names import RIGHT_TO_LEFT

SOURCE_LANGUAGE = "en"
# In languages written from right to left, a name or date filled in is isolated, so that 2027-01-01 keeps its order.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """English words to those of the language; empty for English itself."""
    if language == SOURCE_LANGUAGE:
        return {}
    path = Path(__file__).parent / language / "LC_MESSAGES" / "terms.po"
    with path.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id and message.string}


def translator(language: str) -> Callable[..., str]:
    """A function from English words, with {names} to fill in, to those of the language."""
    words = catalogue(language)
    before, after = (FIRST_STRONG_ISOLATE, POP_ISOLATE) if language in RIGHT_TO_LEFT else ("", "")

    def translate(message: str, **names: object) -> str:
        filled = {name: f"{before}{value}{after}" for name, value in names.items()}
        return words.get(message, message).format(**filled)

    return translate
