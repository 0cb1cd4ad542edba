"""What the rules of defined terms look at: the definitions of a text, every mention of them, and other capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from macros.terms.check.drafting.terms_defined import Defined, listed
from macros.terms.check.drafting.terms_inline import inline
from macros.terms.check.drafting.terms_words import Word, bare, key, touches, words
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import heading
from macros.terms.paragraphs import Paragraph

# The kinds of paragraphs that speak: a title's capitals mean nothing.
SPEAKING = frozenset({"paragraph", "cell"})


# More definitions than any contract has: the rest of such a text is left alone.
MOST = 500


class Mention(NamedTuple):
    """A term as a paragraph writes it: the place of the paragraph, its words from first to last, what it names."""

    at: int
    words: tuple[Word, ...]
    key: tuple[str, ...]
    defined: tuple[Defined, ...]

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a term is."""
        return self.words[0].is_capital

    def said(self, paragraph: Paragraph) -> str:
        """The words as they stand, on one line."""
        return " ".join(paragraph.text[self.words[0].start : self.words[-1].end].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a text. words: those of each paragraph. aliases: the keys of other names for what is defined.

    by_key: the definitions of each name.
    """

    wording: Wording
    paragraphs: tuple[Paragraph, ...]
    words: tuple[tuple[Word, ...], ...]
    defined: tuple[Defined, ...]
    mentions: tuple[Mention, ...]
    aliases: frozenset[tuple[str, ...]]
    by_key: Mapping[tuple[str, ...], tuple[Defined, ...]]

    def where(self, found: Defined) -> int:
        """The line of the file on which a definition begins."""
        return self.paragraphs[found.at].line_at(found.start)

    def place(self, found: Defined) -> str:
        """Where a definition begins, as messages say it: its line, and the heading of its clause."""
        clause = heading(self.paragraphs[found.at].clause)
        return f"line {self.where(found)}" + (f" (“{clause}”)" if clause else "")

    def is_own(self, mention: Mention) -> bool:
        """Whether a mention stands in the definition of what it names."""
        return any(
            mention.at in each.body
            or (mention.at == each.at and any(start <= mention.words[0].start < end for start, end in each.spans))
            for each in mention.defined
        )


@lru_cache(maxsize=2)
def terms_of(wording: Wording) -> Terms:
    """The terms of a text; the rules ask for them one after the other."""
    paragraphs = wording.paragraphs
    found = _definitions(paragraphs)
    spoken = tuple(tuple(words(each.text)) for each in paragraphs)
    by_key = _by_key(found)
    return Terms(
        wording=wording,
        paragraphs=paragraphs,
        words=spoken,
        defined=found,
        mentions=tuple(_mentions(paragraphs, spoken, by_key)),
        aliases=frozenset(key(bare(each)) for it in found for each in it.aliases),
        by_key=by_key,
    )


def _definitions(paragraphs: Sequence[Paragraph]) -> tuple[Defined, ...]:
    """Every definition of a text, in order."""
    apart = listed(paragraphs)
    heads = {each.meant_at[0]: each.meant_at[1] for each in apart}
    spoken = [at for at, each in enumerate(paragraphs) if each.kind in SPEAKING]
    by_the_way = [each for at in spoken for each in inline(paragraphs[at].text, at, heads.get(at, 0))]
    return tuple(sorted((*apart, *by_the_way), key=lambda each: (each.at, each.start))[:MOST])


def _by_key(found: Sequence[Defined]) -> dict[tuple[str, ...], tuple[Defined, ...]]:
    by_key: dict[tuple[str, ...], list[Defined]] = {}
    for each in found:
        for one in each.keys:
            by_key.setdefault(one, []).append(each)
    return {one: tuple(each) for one, each in by_key.items()}


def _mentions(
    paragraphs: Sequence[Paragraph],
    spoken: Sequence[Sequence[Word]],
    by_key: Mapping[tuple[str, ...], tuple[Defined, ...]],
) -> Iterator[Mention]:
    """Every mention of a term, the longest name at each place."""
    first: dict[str, list[tuple[str, ...]]] = {}
    for one in sorted(by_key, key=len, reverse=True):
        first.setdefault(one[0], []).append(one)
    for at, found in enumerate(spoken):
        place = 0
        while place < len(found):
            name = next(
                (one for one in first.get(found[place].root, ()) if _stands(paragraphs[at].text, found, place, one)),
                None,
            )
            if name:
                yield Mention(at, tuple(found[place : place + len(name)]), name, by_key[name])
            place += len(name) if name else 1


def _stands(text: str, found: Sequence[Word], place: int, name: tuple[str, ...]) -> bool:
    part = found[place : place + len(name)]
    return (
        len(part) == len(name)
        and all(word.root == one for word, one in zip(part, name, strict=True))
        and all(touches(text, left, right) for left, right in pairwise(part))
    )
