"""Mutations of whole clauses: one goes, comes, moves or is written anew, and the later numbers follow."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.bench.mutate.outline import Clauses, prose, renumbered, split
from tests.bench.mutate.wording import LONG_WORD, SENTENCES, other_words


def delete_clause(lines: Sequence[str], rng: Random) -> list[str]:
    """One clause less."""
    before, clauses, after = split(lines)
    del clauses[rng.randrange(len(clauses))]
    return renumbered(_together(before, clauses, after))


def insert_clause(lines: Sequence[str], rng: Random) -> list[str]:
    """One clause more, in the first half, so that most headings get another number."""
    before, clauses, after = split(lines)
    said = rng.sample(SENTENCES, 4)
    head = clauses[0][0].split(" {#")[0]
    title = f"{head[: head.index('.') + 1]} Disposition nouvelle {{#disposition-nouvelle}}"
    clauses.insert(rng.randint(1, len(clauses) // 2), [title, "", " ".join(said[:2]), "", " ".join(said[2:]), ""])
    return renumbered(_together(before, clauses, after))


def move_clause(lines: Sequence[str], rng: Random) -> list[str]:
    """One clause elsewhere, at least three places away."""
    before, clauses, after = split(lines)
    _move(clauses, rng)
    return renumbered(_together(before, clauses, after))


def move_and_edit(lines: Sequence[str], rng: Random) -> list[str]:
    """One clause elsewhere, and one of its words another."""
    before, clauses, after = split(lines)
    moved = _move(clauses, rng)
    place = max(range(1, len(moved)), key=lambda each: len(moved[each]))
    moved[place] = other_words(moved[place], LONG_WORD.findall("\n".join(lines)), 1, rng)
    return renumbered(_together(before, clauses, after))


def renumber(lines: Sequence[str], rng: Random) -> list[str]:
    """Every number of a clause is higher, and no word changes."""
    return renumbered(lines, first=rng.randint(2, 4))


def rewrite_clause(lines: Sequence[str], rng: Random, *, donor: Sequence[str]) -> list[str]:
    """One clause keeps its heading, with its id, and has the paragraphs of a clause of another contract."""
    before, clauses, after = split(lines)
    written = rng.choice(clauses)
    others = [place for place in split(donor)[1] if len(prose(place)) > 1]
    written[1:] = [line for line in rng.choice(others)[1:] if not line.startswith("#")]
    return _together(before, clauses, after)


def _move(clauses: Clauses, rng: Random) -> list[str]:
    """The clause that was moved."""
    source = rng.randrange(len(clauses))
    target = rng.choice([place for place in range(len(clauses)) if abs(place - source) >= 3])
    clauses.insert(target, clauses.pop(source))
    return clauses[target]


def _together(before: Sequence[str], clauses: Clauses, after: Sequence[str]) -> list[str]:
    """The lines of a text, one blank line between clauses, also where the last one ended the text."""
    result = list(before)
    for clause in clauses:
        result += clause if clause[-1] == "" else [*clause, ""]
    return result + list(after)
