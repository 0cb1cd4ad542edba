"""What a file gives to a text of ours: front matter, clauses, lists, definitions, variables, and what is unsure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.terms.formats import written_date
from macros.terms.intake.headings import with_headings
from macros.terms.intake.ids import Before, identified
from macros.terms.intake.levels import levelled
from macros.terms.intake.linking import linked
from macros.terms.intake.lists import with_lists
from macros.terms.intake.model import Block, Taken, plain
from macros.terms.intake.numbers import numbered
from macros.terms.intake.placing import BEGINS, placed
from macros.terms.intake.proof import differences
from macros.terms.intake.terms import with_terms
from macros.terms.intake.writing import Written, clean, written
from macros.terms.model import FrontMatter, Numbering, Reading, Source, Text
from macros.terms.parse.numbering import is_inserted
from macros.terms.reading import read

NOTE = {"fr": "Texte importé du fichier {}.", "en": "Text imported from the file {}."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text goes: its path in the project, its language, the one that binds, its day, the file it is from."""

    path: str
    language: str
    binding: str
    day: date
    today: date
    origin: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A text to write, how it reads, and what to look at by line of its file, counted from 1."""

    content: str
    reading: Reading
    remarks: tuple[tuple[int, str], ...]


def shaped(taken: Taken, before: Before | None = None) -> tuple[tuple[Block, ...], Numbering]:
    """The blocks of a file as those of a text of ours, and how its clauses are numbered."""
    headed = with_lists(with_headings(taken.blocks))
    blocks, numbering = numbered(with_terms(levelled(headed)))
    return tuple(_looked_at(block) for block in identified(blocks, before)), numbering


def proposed(taken: Taken, place: Place, variables: Mapping[str, object], before: Before | None = None) -> Proposal:
    """The text that a file becomes; before is the text whose clause ids it keeps."""
    blocks, numbering = shaped(taken, before)
    front = _front(taken, blocks, numbering, place)
    head = _head(front)
    body = written(blocks)
    above = head.count("\n") + 4
    content = placed("\n" * above + body.text, variables, front, place.language)
    text = Text(path=place.path, language=place.language, revision=1, front=front, head=head, body=content)
    content, lines = linked(content, read(text, variables, place.today))
    reading = read(replace(text, body=content), variables, place.today)
    remarks = _remarks(taken=taken, front=front, body=body, above=above, reading=reading, place=place)
    return Proposal(
        content=f"---\n{head}\n---\n\n{content[above:]}",
        reading=reading,
        remarks=(*remarks, *_links(lines)),
    )


def _looked_at(block: Block) -> Block:
    """The block with what a person should look at in its place."""
    if block.kind == "heading" and block.level > 1 and "number=none" in block.attributes and not block.remarks:
        told = "a heading without a number; check that it is one, and that what follows stands under it"
        return replace(block, remarks=(told,))
    if is_inserted(block.mark):
        return block
    if re.search(r"\bnumber=\d", block.attributes):
        told = f"the number {block.mark} does not follow from the one before; it was kept as printed"
    elif "label=" in block.attributes:
        told = f"the label {block.mark} is written otherwise than the others; it was kept as printed"
    else:
        return block
    return replace(block, remarks=(*block.remarks, told))


def _front(taken: Taken, blocks: Sequence[Block], numbering: Numbering, place: Place) -> FrontMatter:
    titles = [" ".join(clean(plain(block)).split()) for block in blocks if block.kind == "heading" and block.level == 1]
    title = (
        ", ".join(dict.fromkeys(titles))
        or " ".join(clean(taken.title).split())
        or place.name.replace("-", " ").capitalize()
    )
    effective = place.day > place.today or _states(blocks, place)
    note = NOTE.get(place.language, NOTE["en"]).format(place.origin)
    return FrontMatter(
        title=title,
        effective=place.day if effective else None,
        recorded=place.today if effective else place.day,
        binding=place.binding,
        numbering=numbering,
        source=Source(title=title, note=note),
    )


def _states(blocks: Sequence[Block], place: Place) -> bool:
    """Whether the text itself says that it counts from the day that the version is named by."""
    days = (written_date(place.day, language=place.language), place.day.strftime("%d/%m/%Y"), place.day.isoformat())
    lines = (clean(plain(block)) for block in blocks if block.kind in {"paragraph", "heading"})
    return any(BEGINS.search(line) and any(day in line for day in days) for line in lines)


def _head(front: FrontMatter) -> str:
    """The front matter as it is typed."""
    source = front.source or Source(title=front.title)
    lines = [
        f"title: {quoted(front.title)}",
        f"effective: {front.effective or 'unstated'}",
        f"recorded: {front.recorded}",
        f"binding: {front.binding}",
        "numbering:",
        f"  clauses: {_patterns(front.numbering.clauses)}",
        *([f"  annexes: {_patterns(front.numbering.annexes)}"] if front.numbering.annexes else []),
        "source:",
        f"  title: {quoted(source.title)}",
        f"  note: {quoted(source.note)}",
    ]
    return "\n".join(lines)


def _patterns(patterns: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, patterns))}]"


def quoted(words: str) -> str:
    """Words as YAML holds them safely."""
    return json.dumps(words, ensure_ascii=False)


def _remarks(  # noqa: PLR0913  # each part of a text has its own things to look at
    *, taken: Taken, front: FrontMatter, body: Written, above: int, reading: Reading, place: Place
) -> Iterator[tuple[int, str]]:
    """What to look at, by line of the file."""
    if front.effective is None:
        norm = (
            f"effective: the text does not say from when it counts, so the version is the one recorded on {place.day}"
        )
        yield 3, f"{norm}; if it took effect that day, write effective: {place.day} and recorded: {place.today}"
    elif written_date(place.day, language=place.language) not in reading.canonical:
        yield (
            3,
            f"effective: the text does not say that it counts from {place.day}, which is still to come; check the day",
        )
    if not any(clause.label for clause in reading.tree.clauses):
        yield 6, "numbering: no numbered heading was found; check the clauses, and which are headings"
    yield from ((1, each) for each in taken.remarks)
    yield from ((line + above, each) for line, each in body.remarks)
    yield from ((fault.line, fault.message) for fault in reading.faults)
    yield from ((1, each) for each in differences(taken.blocks, reading.tree))


def _links(lines: Sequence[int]) -> Iterator[tuple[int, str]]:
    """One remark for all references that are links now."""
    if lines:
        where = ", ".join(map(str, lines))
        yield lines[0], f"numbers that name clauses of this text were made links to them, on lines {where}; check each"
