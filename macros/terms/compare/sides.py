"""What is compared: a text with its blocks and clauses, and what a reading knows of its variables and references."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.terms.model import ClauseHeading
from macros.terms.parse.outline import Block, outline, slices

ID = re.compile(r"[ \t]*\{#(?P<id>[^\s{}]+)[^{}\n]*\}\s*$")
NOUN = (
    r"(?:article|art\.|section|clause|annexe|annex|appendix|schedule|exhibit|chapitre|chapter|titre|partie|part"
    r"|paragraphe|§|المادة|البند|الملحق)"
)
NUMBER = r"(?:\d{1,3}(?:\s?\.\s?\d{1,3})*|[IVXLC]{1,6}|[A-Z])"
# "Article 13. ", "13.2 ", "Annexe A — ", "IV - "; in a paragraph only what cannot be the beginning of a sentence.
IN_HEADING = re.compile(
    rf"[*_]*(?:{NOUN}\s*{NUMBER}(?:er)?(?![^\W\d_])\s*[*_]*[.):–—-]*|\d{{1,3}}(?:\s?\.\s?\d{{1,3}})*(?![\d\w])\s*[*_]*[.):–—-]*"
    rf"|(?:[IVXLC]{{1,6}}|[A-Z])\s*[*_]*[.):–—-]+)[*_]*(?:\s+|$)",
    re.IGNORECASE,
)
IN_PARAGRAPH = re.compile(
    rf"[*_]*(?:{NOUN}\s*{NUMBER}\s*[.):–—-]+|\d{{1,3}}(?:\.\d{{1,3}})+[.)]?|\d{{1,3}}[.)])[*_]*\s+(?=[*_«“\"(]*[^\W\d_])",
    re.IGNORECASE,
)
MARKUP = re.compile(r"[*_`\\]+|\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)")
SLUG = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that counts as one token: what a variable printed, or a reference to a clause."""

    start: int
    end: int
    key: str
    facts: tuple[str, ...] = ()

    @property
    def own_date(self) -> bool:
        """Whether it prints the dates of the version itself, which differ in every version."""
        return bool(self.facts) and all(each.startswith("version.") for each in self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A text to compare. owner: the clause of each block, by its place in clauses, None in sealed front matter.

    numbers: where the number of a block stands, by block. named: whether clauses have ids of their own;
    declared: whether the text is one of ours, whose variables are known.
    """

    text: str
    blocks: Sequence[Block]
    ends: Sequence[int]
    clauses: Sequence[ClauseHeading]
    owner: Sequence[int | None]
    numbers: Mapping[int, tuple[int, int]]
    named: bool
    declared: bool
    spans: Sequence[Span] = field(default=())


def markdown(text: str) -> Side:
    """Any Markdown text, also one that names no clause: every heading begins one, and numbers are guessed."""
    return _side(text, None, ())


def contract(text: str, labels: Mapping[str, str], spans: Sequence[Span]) -> Side:
    """A canonical text of ours: the label of each clause by id, and what its variables and references print."""
    return _side(text, labels, spans)


def _side(text: str, labels: Mapping[str, str] | None, spans: Sequence[Span]) -> Side:
    ends, blocks = [], []
    for block, end in slices(text, outline(text)):
        blocks.append(block)
        ends.append(end)
    made = _Clauses(text, labels)
    owner = [made.owner(block) for block in blocks]
    return Side(
        text=text,
        blocks=blocks,
        ends=ends,
        clauses=made.found,
        owner=owner,
        numbers=dict(_numbers(text, blocks, labels is None)) | made.numbers(blocks),
        declared=labels is not None,
        named=len(made.found) > 1 and all(each.own for each in made.found),
        spans=spans,
    )


class _Clauses:
    """The clauses of a text as its blocks go by."""

    def __init__(self, text: str, labels: Mapping[str, str] | None) -> None:
        self.text, self.labels = text, labels
        self.found = [ClauseHeading(id="")]
        self.taken: dict[str, int] = {}
        self.labelled: dict[int, tuple[int, int]] = {}

    def owner(self, block: Block) -> int | None:
        """The clause of the next block; a heading begins one, and loses label and id from its words."""
        if block.kind == "heading" and not block.path:
            self._heading(block)
        return None if block.kind == "front" and self.labels is not None else len(self.found) - 1

    def _heading(self, block: Block) -> None:
        words = self.text[block.words : block.end]
        match = ID.search(words)
        if match:
            words = words[: match.start()]
            block.end = block.words + len(words)
        if self.labels is None:
            found = IN_HEADING.match(words)
            label = found[0] if found and len(found[0]) < len(words) else ""
        else:
            if match is None:
                return
            label = self.labels.get(match["id"], "")
            label = words[: len(words) - len(words[len(label) :].lstrip())] if label and words.startswith(label) else ""
        if label:
            self.labelled[block.start] = (block.words, block.words + len(label.rstrip()))
            block.words += len(label)
        title = " ".join(MARKUP.sub("", words[len(label) :]).split())
        plain = MARKUP.sub("", label).strip()
        own = match["id"] if match and match["id"] not in self.taken else ""
        id_ = own or self._made(match["id"] if match else f"{plain} {title}")
        self.taken.setdefault(id_, 1)
        self.found.append(ClauseHeading(id=id_, label=plain, title=title, level=block.level, own=bool(own)))

    def _made(self, heading: str) -> str:
        """An id for a heading without one: its words, and a number where another has them too."""
        plain = heading.casefold()
        if not plain.isascii():
            plain = "".join(each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
        slug = made = SLUG.sub("-", plain).strip("-")[:80] or "clause"
        while made in self.taken:
            self.taken[slug] = self.taken.get(slug, 1) + 1
            made = f"{slug}-{self.taken[slug]}"
        return made

    def numbers(self, blocks: Sequence[Block]) -> dict[int, tuple[int, int]]:
        """Where the labels of the headings stand, by block."""
        return {index: self.labelled[each.start] for index, each in enumerate(blocks) if each.start in self.labelled}


def _numbers(text: str, blocks: Sequence[Block], guess: bool) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where items have their marks and, if guessed, paragraphs their numbers, by block; these leave the words."""
    for index, block in enumerate(blocks):
        if block.path and block.path[-1].kind == "item":
            lead = text[block.start : block.words].rstrip()
            mark = MARK_AT_END.search(lead)
            if mark:
                yield index, (block.start + mark.start(), block.start + mark.end())
                continue
        if guess and block.kind == "paragraph" and (match := IN_PARAGRAPH.match(text, block.words, block.end)):
            yield index, (block.words, block.words + len(match[0].rstrip()))
            block.words = match.end()


MARK_AT_END = re.compile(r"(?:[-+*]|\(?\w{1,6}[.)])$")
