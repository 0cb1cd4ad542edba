"""The words of a text as a speller sees them: which ones it knows, and which an author typed that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from macros.terms.check.drafting.typed import Spot, typed
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Dated, Translated
from macros.terms.spelling import KEPT, PREFIX, bare, has, is_word

LETTER = r"[^\W\d_]"
# What is joined to other signs is a name for machines, or a word with a variable end: "client(e)", "v1beta", "a_b".
WORD = re.compile(
    rf"(?<![\w@/\\#=·’'-])(?<!\w[.()])(?:{LETTER})++(?:['’-](?:{LETTER})++)*+(?![\w@/\\=·]|[(.]\w|['’-]\w)"
)
SHORTEST_CUT, SAMPLE = 6, 100


@dataclass(frozen=True, kw_only=True, eq=False)
class Vocabulary:
    """The words of a wording, each with its places."""

    wording: Wording

    @cached_property
    def places(self) -> Mapping[str, list[Spot]]:
        """Where each word stands, as typed."""
        found: dict[str, list[Spot]] = {}
        for paragraph, text in typed(self.wording):
            for match in WORD.finditer(text):
                found.setdefault(match[0], []).append(Spot(paragraph, *match.span()))
        return found if self._is_spoken(found) else {}

    def _is_spoken(self, found: Iterable[str]) -> bool:
        """Whether a text is in its language, as far as its first words tell."""
        sample = list(islice(found, SAMPLE))
        return len(sample) < SAMPLE or sum(is_word(word, self.wording.language) for word in sample) * 2 >= SAMPLE

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The words that the text uses and the dictionary has, in small letters, without what is elided, in order."""
        language = self.wording.language
        said = {bare(word, language).lower() for word in self.places}
        return tuple(sorted(word for word in said if len(word) > 3 and is_word(word, language)))

    @cached_property
    def allowed(self) -> frozenset[str]:
        """The project's words, and those of the publisher's facts, in small letters."""
        said = (match[0].lower() for words in _said(self.wording.publisher.variables) for match in WORD.finditer(words))
        parts = (part for word in said for part in (word, *re.split(r"['’-]", word)))
        return self.wording.words | frozenset(parts)

    def knows(self, word: str) -> bool:
        """Whether a word is one of the text's language, of the project or of the publisher."""
        language = self.wording.language
        return is_word(word, language) or not {word.lower(), bare(word, language).lower()}.isdisjoint(self.allowed)

    def is_foreign(self, word: str) -> bool:
        """Whether another language has a word that the text's own has not."""
        return not self.knows(word) and any(is_word(word, other) for other in KEPT.keys() - {self.wording.language})

    def is_unknown(self, word: str) -> bool:
        """Whether no language has a word."""
        return not (self.knows(word) or self.is_foreign(word))

    def has(self, word: str) -> bool:
        """Whether the dictionary of the text's language has a word just so."""
        return has(word, self.wording.language)

    def makes(self, first: str, second: str) -> bool:
        """Whether two words, of which one is none by itself, are one of the text's language."""
        prefixed = PREFIX[self.wording.language].fullmatch(f"{first}-")
        return not prefixed and len(first + second) >= SHORTEST_CUT and self.has(first + second)


@lru_cache(maxsize=2)
def vocabulary(wording: Wording) -> Vocabulary:
    """The words of a wording; two rules ask for them one after the other."""
    return Vocabulary(wording=wording)


def _said(fact: object) -> Iterator[str]:
    """The words of a publisher's facts, of every day and language."""
    if isinstance(fact, Mapping):
        for each in fact.values():
            yield from _said(each)
    elif isinstance(fact, Translated):
        yield from fact.words.values()
    elif isinstance(fact, tuple):
        for each in fact:
            yield from _said(each.value if isinstance(each, Dated) else each)
    else:
        yield str(fact)
