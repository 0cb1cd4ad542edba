"""Pandoc's tree to blocks: what DOCX, HTML and Markdown files have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from macros.terms.counting import counted
from macros.terms.intake.docx_numbers import OPEN
from macros.terms.intake.listing import paragraphs
from macros.terms.intake.model import Block, Run, Taken, cut, plain, said, trimmed, words
from macros.terms.intake.pandoc_runs import Content, Node, Notes, runs

TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
# Two ends of lines, as pages have them that are written without paragraphs.
EMPTY_LINE = re.compile(r"[ \v]*\n[ \v\u00a0]*(?:\n[ \v\u00a0]*)+")
STYLES = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
LISTS = frozenset({"BulletList", "OrderedList"})
AROUND = {"OneParen": "{})", "TwoParens": "({})"}
MET = {
    "Strikeout": "words that are struck through in the file were kept as words; take out those that no longer count",
    "Image": "a picture was left out, only the words that describe it were kept; type what it says if it counts",
    "RawInline": "markup of another format was left out; compare with the file",
    "RawBlock": "HTML inside the file was left out, its words were kept; compare with the file",
    "spans": "a table has cells that span others; the cells they span were left empty",
    "footnotes": "footnotes were written as paragraphs under the block that calls them",
}


def taken(tree: Mapping[str, object]) -> Taken:
    """The blocks of a whole tree, and what was met in it that a person should look at."""
    notes = Notes()
    found = list(_blocks(_nodes(tree["blocks"]), notes))
    if notes.notes:
        notes.met.add("footnotes")
    remarks = tuple(MET[kind] for kind in sorted(notes.met) if kind in MET)
    return Taken(blocks=tuple(found), remarks=remarks, title=_title(tree.get("meta"), notes))


def _title(meta: object, notes: Notes) -> str:
    title = meta.get("title") if isinstance(meta, Mapping) else None
    if not isinstance(title, Mapping) or title.get("t") != "MetaInlines":
        return ""
    return " ".join(said(runs(_nodes(title["c"]), notes)).split())


def _nodes(value: object) -> Sequence[Node]:
    return value if isinstance(value, list) else []


def _blocks(nodes: Sequence[Node], notes: Notes) -> Iterator[Block]:
    """The blocks of nodes; footnotes follow the outermost block that calls them."""
    for node in nodes:
        before = len(notes.notes)
        yield from BLOCKS[node["t"]](node.get("c"), notes) if node["t"] in BLOCKS else ()
        for number in range(before, len(notes.notes)):
            yield from _note(number, notes)


def _note(number: int, notes: Notes) -> Iterator[Block]:
    first, *rest = _blocks(notes.notes[number], notes) or [Block(kind="paragraph")]
    yield replace(first, runs=(*words(f"[{number + 1}] "), *first.runs))
    yield from rest


def _paragraph(content: Content, notes: Notes) -> Iterator[Block]:
    found = runs(content, notes)
    done = 0
    for empty in EMPTY_LINE.finditer(said(found)):
        yield from _parted(cut(found, done, empty.start()))
        done = empty.end()
    yield from _parted(cut(found, done))


def _parted(found: Sequence[Run]) -> Iterator[Block]:
    if runs := trimmed(found):
        yield Block(kind="paragraph", runs=runs)


def _heading(content: Content, notes: Notes) -> Iterator[Block]:
    level, (name, _, _), inlines = content
    found = trimmed(runs(inlines, notes))
    if found:
        yield Block(kind="heading", runs=found, level=level, id=name)


def _bullets(content: Content, notes: Notes) -> Iterator[Block]:
    yield from _list(["-"] * len(content), content, notes)


def _ordered(content: Content, notes: Notes) -> Iterator[Block]:
    (start, style, delimiter), items = content
    around = AROUND.get(delimiter["t"], "{}.")
    marks = [around.format(counted(start + index, STYLES.get(style["t"], ""))) for index in range(len(items))]
    yield from _list(marks, items, notes)


def _list(marks: Sequence[str], content: Sequence[Sequence[Node]], notes: Notes) -> Iterator[Block]:
    """A list; or what a program writes as one: other lists and nothing else, or headings that it counts."""
    if all(node["t"] in LISTS for nodes in content for node in nodes):
        # So goes a list on behind another paragraph; Pandoc reads a line of "* * *" as lists without words.
        yield from (block for nodes in content for block in _blocks(nodes, notes))
        return
    items = [
        Block(kind="item", mark=mark, blocks=tuple(_blocks(nodes, notes)))
        for mark, nodes in zip(marks, content, strict=True)
    ]
    if any(block.kind == "heading" for item in items for block in item.blocks):
        yield from (block for item in items for block in _taken_out(item))
    else:
        yield Block(kind="list", blocks=tuple(items))


def _taken_out(item: Block) -> Iterator[Block]:
    """What stands in an item, its number before its first words; the mark of a bullet is left out."""
    first, *rest = item.blocks or (Block(kind="paragraph"),)
    is_marked = item.mark == "-" or plain(first).startswith(OPEN) or first.blocks
    yield first if is_marked else replace(first, runs=(*words(f"{item.mark} "), *first.runs))
    yield from rest


def _definitions(content: Content, notes: Notes) -> Iterator[Block]:
    parts: list[Block] = []
    for term, meanings in content:
        parts.append(Block(kind="term", runs=trimmed(runs(term, notes))))
        parts += (Block(kind="definition", blocks=tuple(_blocks(each, notes))) for each in meanings)
    yield Block(kind="definitions", blocks=tuple(parts))


def _table(content: Content, notes: Notes) -> Iterator[Block]:
    _, caption, _, head, bodies, foot = content
    yield from _blocks(caption[1] or [], notes)
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
    held: dict[int, int] = {}
    made = [tuple(_cells(row[1], notes, held)) for row in rows]
    width = max((len(row) for row in made), default=0)
    if width < 2:
        yield from (Block(kind="paragraph", runs=cell.runs) for row in made for cell in row if plain(cell).strip())
    else:
        padded = (row + (Block(kind="cell"),) * (width - len(row)) for row in made)
        yield Block(kind="table", blocks=tuple(Block(kind="row", blocks=row) for row in padded))


def _cells(cells: Content, notes: Notes, held: dict[int, int]) -> Iterator[Block]:
    """The cells of a row: paragraphs, items… in one line each; cells that another one spans are empty.

    held is for how many more rows each column belongs to a cell above.
    """
    at = 0
    for _, _, high, wide, nodes in cells:
        while held.get(at):
            yield _held(at, held)
            at += 1
        found: list[Run] = []
        for block in _blocks(_nodes(nodes), notes):
            found += (*words(" " if found else ""), *flat(block))
        yield Block(kind="cell", runs=tuple(found))
        yield from [Block(kind="cell")] * (wide - 1)
        if wide > 1 or high > 1:
            notes.met.add("spans")
        held.update((column, high - 1) for column in range(at, at + wide))
        at += wide
    while held.get(at):
        yield _held(at, held)
        at += 1


def _held(at: int, held: dict[int, int]) -> Block:
    held[at] -= 1
    return Block(kind="cell")


def flat(block: Block) -> tuple[Run, ...]:
    """The runs of a block and of all in it, with the marks of its items, on one line."""
    found = [*words(f"{block.mark} " if block.kind == "item" else ""), *block.runs]
    for index, each in enumerate(block.blocks):
        found += (*words(" " if index else ""), *flat(each))
    return tuple(replace(run, text=run.text.replace("\n", " ")) for run in found)


def _quote(content: Content, notes: Notes) -> Iterator[Block]:
    yield Block(kind="quote", blocks=tuple(_blocks(content, notes)))


def _lines(content: Content, notes: Notes) -> Iterator[Block]:
    for each in content:
        yield from _paragraph(each, notes)


def _listing(content: Content, _: Notes) -> Iterator[Block]:
    yield from (Block(kind="paragraph", runs=words(each)) for each in paragraphs(content[1]))


def _raw(content: Content, notes: Notes) -> Iterator[Block]:
    notes.met.add("RawBlock")
    if left := TAG.sub(" ", content[1]).split():
        yield Block(kind="paragraph", runs=words(" ".join(left)))


def _inside(content: Content, notes: Notes) -> Iterator[Block]:
    yield from _blocks(content[-1], notes)


BLOCKS: Mapping[str, Callable[..., Iterator[Block]]] = {
    "BlockQuote": _quote,
    "BulletList": _bullets,
    "CodeBlock": _listing,
    "DefinitionList": _definitions,
    "Div": _inside,
    "Figure": _inside,
    "Header": _heading,
    "LineBlock": _lines,
    "OrderedList": _ordered,
    "Para": _paragraph,
    "Plain": _paragraph,
    "RawBlock": _raw,
    "Table": _table,
}
