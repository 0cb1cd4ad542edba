"""Titles to clause ids, kept from the version before where a clause is still the same."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import count

from macros.terms.clauses import every
from macros.terms.intake.kept import kept, number
from macros.terms.intake.model import Block, plain
from macros.terms.model import Tree
from macros.terms.parse.headings import ID
from macros.terms.slugs import slug

LONGEST = 40
# Words of titles that carry no meaning.
FRENCH = "a au aux avec ce ces d dans de des du en et l la le les leur leurs ou par pour qu que sa ses son sur un une"
ENGLISH = "an and any by for from in its of on or the their to with"
SMALL = frozenset([*FRENCH.split(), *ENGLISH.split()])
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The text whose ids the clauses keep; beside says that it is the same version in another language."""

    tree: Tree
    beside: bool = False


def identified(blocks: Sequence[Block], before: Before | None) -> tuple[Block, ...]:
    """The blocks with the id of every clause; before is the text whose ids they keep."""
    if before and before.beside and (same := _in_step(blocks, before.tree)):
        return same
    known = {} if before is None else kept(blocks, before.tree)
    theirs = set() if before is None else {clause.id for clause, _ in every(before.tree)}
    used: set[str] = set()
    path: list[str] = []
    found: list[Block] = []
    for place, block in enumerate(blocks):
        if block.kind != "heading" or block.level < 2:
            found.append(block)
            continue
        del path[block.level - 2 :]
        own = next((each for each in (block.id, known.get(place, "")) if ID.fullmatch(each) and each not in used), "")
        # An id leads to one clause for good: none is given that of another one, be it gone.
        name = own or _made(block, path, used | theirs)
        used.add(name)
        path.append(name)
        found.append(replace(block, id=name))
    return tuple(found)


def _in_step(blocks: Sequence[Block], tree: Tree) -> tuple[Block, ...] | None:
    """The blocks of a translation with the ids of the text that it translates, None where their clauses differ."""
    ids = [(clause.level, clause.id) for clause, _ in every(tree) if clause.id]
    clauses = [block.level for block in blocks if block.kind == "heading" and block.level > 1]
    if clauses != [level for level, _ in ids]:
        return None
    names = iter(name for _, name in ids)
    return tuple(
        replace(block, id=next(names)) if block.kind == "heading" and block.level > 1 else block for block in blocks
    )


def _made(block: Block, path: Sequence[str], taken: Container[str]) -> str:
    """An id made of the title of a clause, or of its number, that nothing has yet."""
    under = path[-1] if path else "clause"
    title = short(plain(block))
    annex = "" if title or "series=annexes" not in block.attributes else slug(block.mark)
    made = title or annex or "-".join(filter(None, (under, number(block).split(".")[-1])))
    wanted = (made, f"{under}-{title}") if title else (made,)
    usable = (each for each in wanted if ID.fullmatch(each) and each not in taken)
    return next(usable, "") or next(name for at in count(2) if (name := f"{made}-{at}") not in taken)


def short(title: str) -> str:
    """A title as an id: its words that carry meaning, as many as fit."""
    plain_words = slug(title.translate(LIGATURES)).encode("ascii", "ignore").decode()
    kept = [each for each in plain_words.split("-") if each and each not in SMALL] or plain_words.split("-")
    made = kept[0]
    for each in kept[1:]:
        if len(made) + len(each) + 1 > LONGEST:
            break
        made += f"-{each}"
    return re.sub(r"^(?=\d)", "n", made)
