"""Paragraphs that define a term to definitions: in the clause of definitions, no word lost, the separator kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.intake.model import Block, cut, plain, trimmed

CLAUSE = re.compile(r"d[ée]finition|glossa|interpretation|lexique|terminolog", re.IGNORECASE)
FRENCH = r"d[ée]signe(?:nt)?|signifie(?:nt)?|s[’']entend(?:ent)?|correspond(?:ent)?"
VERB = rf"{FRENCH}|means?|shall mean|refers? to|has the meaning"
QUOTE = r"[«“\"][^»”\"]{1,80}[»”\"]"
QUOTED = rf"{QUOTE}(?:[ \u00a0]?(?:/|ou|or|et|and)[ \u00a0]?{QUOTE})*(?:[ \u00a0]?\([^)]{{1,80}}\))?"
# « Client » : désigne…   “Client” means…   Client : toute personne…   Client désigne…
DEFINING = re.compile(
    rf"(?P<term>(?:{QUOTED})[ \u00a0]?:|(?:{QUOTED})(?=[ \u00a0,]+(?:{VERB})\b)"
    rf"|[^\W\d_][^.:;\n]{{0,70}}?[ \u00a0]?:"
    r"|[^\W\d_][^.:;,\n]{0,60}?(?=[ \u00a0]+(?:d[ée]signe(?:nt)?|signifie(?:nt)?|means)\b))"
    r"\s*(?P<meaning>\S.*)",
    re.DOTALL,
)
BEGINS = re.compile(rf"(?:{VERB})\b", re.IGNORECASE)
TERM = 80


def with_terms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those of the clause of definitions that define a term made definitions."""
    found: list[Block] = []
    parts: list[Block] = []
    within = 0
    for block, following in zip(blocks, [*blocks[1:], Block(kind="end")], strict=True):
        if block.kind == "heading":
            within = 0 if within and block.level <= within else within
            within = within or (block.level if CLAUSE.search(plain(block)) else 0)
        made = tuple(_parts(block, following, parts)) if within else ()
        if not made:
            found += _definitions(parts)
            parts = []
            found.append(block)
        parts += made
    return (*found, *_definitions(parts))


def _definitions(parts: Sequence[Block]) -> Iterator[Block]:
    if parts:
        yield Block(kind="definitions", blocks=tuple(parts))


def _parts(block: Block, following: Block, parts: Sequence[Block]) -> Iterator[Block]:
    """What a block is among definitions: a term, a term with what it means, the meaning of the term before."""
    if parts and parts[-1].kind == "term":
        yield Block(kind="definition", blocks=(block,))
    elif block.kind == "paragraph" and (match := _defining(block)):
        yield Block(kind="term", runs=trimmed(cut(block.runs, 0, match.end("term"))), remarks=block.remarks)
        yield Block(
            kind="definition", blocks=(Block(kind="paragraph", runs=trimmed(cut(block.runs, match.start("meaning")))),)
        )
    elif block.kind == "paragraph" and _is_term(block, following):
        yield Block(kind="term", runs=block.runs, remarks=block.remarks)


def _defining(block: Block) -> re.Match[str] | None:
    """The term and its meaning: quoted, bold, or with a verb that defines; others only look like one."""
    match = DEFINING.fullmatch(plain(block))
    if match is None:
        return None
    told = match["term"].startswith(("«", "“", '"')) or block.runs[0].strong or BEGINS.match(match["meaning"])
    return match if told else None


def _is_term(block: Block, following: Block) -> bool:
    """Whether a short line is a term, the next paragraph what it means."""
    words, meaning = plain(block), plain(following)
    if following.kind != "paragraph" or len(words) > TERM or words.endswith((".", ";", ",")):
        return False
    return bool(BEGINS.match(meaning)) or (
        bool(re.fullmatch(rf"(?:{QUOTED})[ \u00a0]?:?", words)) and following.indent >= block.indent
    )
