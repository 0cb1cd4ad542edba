"""The kinds of change that a contract sees, each from lines to lines, the same for the same Random."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.bench.mutate.clauses import delete_clause, insert_clause, move_and_edit, move_clause, renumber
from tests.bench.mutate.layout import hard_wrap, markup, merge_paragraphs, split_paragraphs, typography
from tests.bench.mutate.rows import edit_rows, sort_definitions
from tests.bench.mutate.wording import change_address, delete_sentences, insert_sentences, reword

Mutation = Callable[[Sequence[str], Random], list[str]]

MUTATIONS: Mapping[str, Mutation] = {
    mutation.__name__.replace("_", "-"): mutation
    for mutation in (
        reword,
        insert_sentences,
        delete_sentences,
        delete_clause,
        insert_clause,
        move_clause,
        move_and_edit,
        renumber,
        markup,
        typography,
        hard_wrap,
        split_paragraphs,
        merge_paragraphs,
        change_address,
        edit_rows,
        sort_definitions,
    )
}


def mixture(lines: Sequence[str], rng: Random) -> list[str]:
    """Five kinds of change in one text, whichever."""
    result = list(lines)
    for mutation in rng.sample([*MUTATIONS.values()], 5):
        result = mutation(result, rng)
    return result


def everyday(lines: Sequence[str], rng: Random) -> list[str]:
    """What most new versions bring, in a fixed order, so that texts of every length have their share of each."""
    result = list(lines)
    for mutation in (reword, insert_sentences, delete_sentences, insert_clause, move_clause):
        result = mutation(result, rng)
    return result
