"""Clauses without words, without a title, and lists of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.terms.check.drafting.numbering import LISTS
from macros.terms.check.drafting.typed import beginning
from macros.terms.check.drafting.wording import Wording
from macros.terms.clauses import every
from macros.terms.definitions import words_of
from macros.terms.model import Clause, Fault, Node
from macros.terms.search.folding import fold

# A number that is kept free, and the formulas between the parts of a contract.
KEPT = re.compile(
    r"\b(?:reserve|supprime|abroge|sans objet|neant|non applicable|reserved|deleted|omitted|removed"
    r"|not (?:used|applicable)|intentionally|n/a)",
)
FORMULA = re.compile(
    r"\b(?:soussigne|entre|convenu|arrete|expose|attendu|preambule|agreed|whereas|between|recitals?|witness|undersigned)"
)
# A sub-clause may be a sentence that is typed as its heading.
SENTENCE = 10


def empty_clauses(wording: Wording) -> Iterator[Fault]:
    """A clause has words or sub-clauses; one that is kept free says so."""
    for clause, _ in every(wording.reading.tree):
        title = words_of(clause.title).strip()
        if clause.id and not clause.clauses and not any(_has_words(each) for each in clause.blocks):
            if _speaks(title) or (not clause.label and FORMULA.search(fold(title))):
                continue
            name = " ".join(filter(None, (clause.label, f"“{title}”" if title else ""))) or clause.id
            norm = f"expected words or sub-clauses under {name}, found nothing"
            yield Fault(line=clause.line, message=f"{norm}; write it, take it out, or title it “Réservé” / “Reserved”")


def _has_words(block: Node) -> bool:
    return bool(block.text.strip() or any(_has_words(each) for each in block.children))


def _speaks(title: str) -> bool:
    """Whether a heading says all that there is to say."""
    return title.endswith((".", ";", ":")) or len(title.split()) > SENTENCE or bool(KEPT.search(fold(title)))


def empty_headings(wording: Wording) -> Iterator[Fault]:
    """A clause has a title where those beside it have one."""
    tree = wording.reading.tree
    for siblings in (tree.clauses, *(clause.clauses for clause, _ in every(tree))):
        untitled = [each for each in siblings if not words_of(each.title).strip()]
        titled = len(siblings) - len(untitled)
        for clause in untitled if titled >= len(untitled) else ():
            norm = f"expected a title for {clause.label or clause.id}, as {_others(titled)} one"
            yield Fault(line=clause.line, message=f"{norm}, found none; write one before the braces")


def _others(titled: int) -> str:
    return "the clause beside it has" if titled == 1 else f"the {titled} clauses beside it have"


def single_items(wording: Wording) -> Iterator[Fault]:
    """A list has two items or more."""
    for clause, _ in every(wording.reading.tree):
        yield from _single(clause, clause.blocks)


def _single(clause: Clause, blocks: Sequence[Node]) -> Iterator[Fault]:
    lists = [each for each in blocks if each.kind in {"bullets", *LISTS}]
    for block in blocks:
        if block in lists and len(block.children) == 1 and not _is_continued(block, lists):
            item = block.children[0]
            norm = f"expected a list of two items or more, found one ({item.mark} {beginning(words_of([item]))})"
            yield Fault(line=item.line, message=f"{norm}; make a sentence of it, or add the other items")
        # "1. a)" is one mark in two parts.
        is_marked = block.kind == "item" and len(block.children) == 1
        yield from _single(clause, block.children if not is_marked else block.children[0].children)


def _is_continued(block: Node, lists: Sequence[Node]) -> bool:
    """Whether words between the items of one list make several of it, of which this is one."""
    beside = [each for each in lists if each is not block]
    if block.kind == "bullets":
        return any(each.kind == "bullets" and len(each.children) == 1 for each in beside)
    return any(each.kind == block.kind for each in beside)
