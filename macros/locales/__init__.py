"""The site's own words in each language; English stands in the source, the others in catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations

from macros.locales.po import SOURCE_LANGUAGE, compiled
from macros.terms.names import RIGHT_TO_LEFT

# In languages written from right to left, a name or date filled in is isolated, so that 2027-01-01 keeps its order.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translator:
    """The words of one language; before and after stand around each name that is filled in."""

    words: NullTranslations
    before: str = ""
    after: str = ""

    def __call__(self, message: str, /, **names: object) -> str:
        """An English message, with {names} to fill in, in the language."""
        return self._filled(self.words.gettext(message), names)

    def plural(self, singular: str, plural: str, /, *, count: int, **names: object) -> str:
        """The form that the language has for so many, with {count} and {names} filled in."""
        return self._filled(self.words.ngettext(singular, plural, count), {"count": count, **names})

    def _filled(self, message: str, names: Mapping[str, object]) -> str:
        return message.format(**{name: f"{self.before}{value}{self.after}" for name, value in names.items()})


@cache
def catalogue(language: str) -> NullTranslations:
    """The words of the language; those of English are what the source says."""
    return NullTranslations() if language == SOURCE_LANGUAGE else compiled(language)


def translator(language: str) -> Translator:
    """What says English words, with {names} to fill in, in the language."""
    if language in RIGHT_TO_LEFT:
        return Translator(words=catalogue(language), before=FIRST_STRONG_ISOLATE, after=POP_ISOLATE)
    return Translator(words=catalogue(language))
