"""Text to tokens: words, amounts, dates, addresses… with where they stand and what counts as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate, chain

MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
# Scripts that set no spaces between words: each character is a token.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
# What ends a word: spaces, signs, pictures. Everything else is a letter, marks that combine with one included.
SIGNS = (
    r"\s\x00-/:-@\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965"
    rf"\u2000-\u200b\u200e-\u206f\u20a0-\u20cf\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ufffd{PICTURES}{UNSPACED}"
)
SPACE = "[ \u00a0\u202f]"
WORD = rf"[^{SIGNS}]+"
FIGURES = "|".join(
    (
        rf"\d{{4}}-\d\d-\d\d(?!\d)|\d\d?(?:er)?{SPACE}(?:{MONTHS}){SPACE}\d{{4}}|\d\d?[/.]\d\d?[/.]\d{{4}}(?!\d)",
        # Telephone numbers by pairs or after a +, then amounts, then numbers such as 13.2 or 121-1.
        r"0\d(?:[ .\u00a0\u202f]\d\d){4}(?!\d)|\+\d{1,3}(?:[ .\u00a0\u202f]\d{1,4}){2,6}(?!\d)",
        rf"(?:[€$£]{SPACE}?)?\d{{1,3}}(?:{SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)(?:{SPACE}?[€$£%])?",
        rf"(?:[€$£]{SPACE}?)?\d+(?:[.,-]\d+)*(?![\w@])(?:{SPACE}?[€$£%])?",
    )
)
# A reference that reads as a number counts as one token, with where it leads.
REFERENCE = r"\[[\dA-Z.]{1,12}\]\(\#[^\s()]{0,300}\)"
# A bracket, backslash… that is none of the marks below is content like any sign.
MARK = (
    rf"[*_~`|]+|\\(?=[!-/:-@\[-`{{-~\n])|(?!{REFERENCE})\[(?=[^\[\]]{{0,300}}\]\()|&(?:nbsp|\#160);|"
    r"</?[a-zA-Z][^<>\n]{0,300}>|\{\#[^{}\n]{0,300}\}"
)
NUMBERS = rf"(?=[\d+€$£])(?:{FIGURES})|(?=[JFMASOND])(?:{MONTHS}){SPACE}\d\d?,{SPACE}\d{{4}}"
CONTENT = "|".join(
    (
        NUMBERS,
        r"https?://[^\s<>()\[\]]{0,2000}[\w/#=&-]",
        rf"{WORD}(?:[.+\w-]{{0,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}})?",
        REFERENCE,
        r"\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)",
        r"\.{3}",
        rf"[\U0001f1e6-\U0001f1ff]{{2}}|[{PICTURES}][\ufe0f\u200d{PICTURES}]*",
        rf"(?=[\\\[<{{&])(?!{MARK})(?:&\#?\w{{1,12}};|.)",
        r"[^\s*_~`|\\\[<{&]",
    )
)
TOKEN = re.compile(rf"({CONTENT})?((?:\s+|{MARK})*)")
# Most text is plain: without these signs fewer kinds of tokens have to be tried.
SPECIAL = re.compile(rf"[*_~`|\\\[\]<{{&@{PICTURES}]|://|\.{{3}}")
PLAIN = re.compile(rf"({NUMBERS}|{WORD}|\S)?(\s*)")
TYPOGRAPHY = str.maketrans(
    {**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("«»“”„", '"'), **dict.fromkeys("–—‑−", "-"), "…": "..."}
)
SPACES = re.compile(r"\s+")
WORDED = re.compile(r"[^\W_]")
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
            self.wordy.append(WORDED.search(key) is not None)
            self.folded.append(found)
            small = key.casefold()
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
    """What a token counts as: kinds of quotes, dashes and spaces, composed or not, are the same."""
    if word.isascii() and not SPACES.search(word) and word[0] != "&":
        return word
    plain = unescape(word) if word[0] == "&" else word
    return SPACES.sub(" ", unicodedata.normalize("NFC", plain).translate(TYPOGRAPHY))
