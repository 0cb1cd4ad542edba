"""Text to tokens, with where they stand and what counts as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate, chain

from macros.terms.words.markup import WORD
from macros.terms.words.patterns import INVISIBLE, PLAIN, SPECIAL, TOKEN

TYPOGRAPHY = str.maketrans(
    {**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("«»“”„", '"'), **dict.fromkeys("–—‑−", "-"), "…": "..."}
)
# Letters set as one, the accents that French capitals may go without, as in "Etat" (OÙ is not OU), what prints nothing.
LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "Oe", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
    | dict(zip("ÀÂÇÈÉÊËÎÏÔÛ", "AACEEEEIIOU", strict=True))
    | dict.fromkeys(INVISIBLE, "")
)
# What a word set in capitals does not tell from another one; OÙ and OU are two.
FOLDED = str.maketrans("àâçèéêëîïôû", "aaceeeeiiou")
SPACES = re.compile(r"\s+")
NAMED_SPACE = re.compile(r"&(?:nbsp|#160);")
ENDS = ".!?;:"


@dataclass(slots=True)
class Tokens:
    """The tokens of a stretch of text: what each counts as, and where it begins and ends in the whole text."""

    ids: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, id_: int, start: int, end: int) -> None:
        """Go on with one token."""
        self.ids.append(id_)
        self.starts.append(start)
        self.ends.append(end)

    def extend(self, other: Tokens) -> None:
        """Go on with the tokens of a later stretch."""
        self.ids += other.ids
        self.starts += other.starts
        self.ends += other.ends


@dataclass(slots=True)
class Words:
    """The words of blocks that follow each other: their text, where they begin and end in it, their tokens."""

    text: str
    start: int
    end: int
    tokens: Tokens

    def gap(self, index: int) -> str:
        """What stands before token index: spaces and marks."""
        tokens = self.tokens
        start = tokens.ends[index - 1] if index else self.start
        end = tokens.starts[index] if index < len(tokens) else self.end
        return self.text[start:end]

    def slice(self, start: int, end: int) -> str:
        """The text of tokens start to end, without what stands around them."""
        return self.text[self.tokens.starts[start] : self.tokens.ends[end - 1]] if start < end else ""


class _Texts(dict[str, int]):
    """The numbers of tokens by their text, each learnt when it is first asked for."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self.number = number

    def __missing__(self, word: str) -> int:
        found = self[word] = self.number(key(word))
        return found


class Vocabulary:
    """The tokens of the texts that are compared, by number: what typography alone tells apart has one number."""

    def __init__(self) -> None:
        self.by_text = _Texts(self.number)
        self.by_key: dict[str, int] = {}
        self.keys: list[str] = []
        self.folded: list[int] = []
        self.wordy: list[bool] = []

    def number(self, key: str) -> int:
        """The number of a key, a new one where it is unknown."""
        found = self.by_key.get(key)
        if found is None:
            found = self.by_key[key] = len(self.keys)
            self.keys.append(key)
            self.wordy.append(WORD.search(key) is not None)
            self.folded.append(found)
            small = fold(key)
            if small != key:
                self.folded[found] = self.number(small)
        return found

    def tokens(self, text: str, start: int, end: int) -> Tokens:
        """The tokens of text[start:end]."""
        piece = text[start:end]
        pairs = (TOKEN if SPECIAL.search(piece) else PLAIN).findall(piece)
        pairs.pop()  # the empty match at the end
        known = self.by_text
        places = list(accumulate(map(len, chain.from_iterable(pairs)), initial=start))
        # Only the first pair may be without a word: marks at the beginning.
        first = 1 if pairs and not pairs[0][0] else 0
        ids = [known[word] for word, _ in pairs[first:]]
        return Tokens(ids, places[2 * first : -1 : 2], places[2 * first + 1 :: 2])

    def words(self, ids: Iterable[int]) -> int:
        """How many of these tokens are words, not signs."""
        wordy = self.wordy
        return sum([wordy[each] for each in ids])

    def content(self, ids: Sequence[int]) -> tuple[int, ...]:
        """What a block counts as when it is looked for in another text: its words, capitals and signs apart."""
        folded, wordy = self.folded, self.wordy
        return tuple([folded[each] for each in ids if wordy[each]])

    def is_end(self, id_: int) -> bool:
        """Whether a sentence or a part of it ends with this token."""
        return self.keys[id_] in ENDS


def key(word: str) -> str:
    """What a token counts as: kinds of quotes, dashes, spaces and letters are the same, what prints nothing is none."""
    if word.isascii() and "&" not in word and not SPACES.search(word):
        return word
    found = plain(NAMED_SPACE.sub(" ", word))
    letters = found.translate(LETTERS)
    return letters.upper() if found.isupper() else letters


def fold(key: str) -> str:
    """What a token counts as where capitals say nothing: in a heading, and where a text is looked for."""
    small = key.casefold()
    return small if small.isascii() else small.translate(FOLDED)


def plain(word: str) -> str:
    """A word with plain quotes, dashes and spaces. Digests are made of it, so it stays as it is."""
    named = unescape(word) if word[0] == "&" else word
    return SPACES.sub(" ", unicodedata.normalize("NFC", named).translate(TYPOGRAPHY))
