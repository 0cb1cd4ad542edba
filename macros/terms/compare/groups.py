"""Passages to the substitutions that were made in them, each with its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from macros.terms.model import ClauseHeading, Group, Passage, Run


def groups(
    passages: Iterable[Passage], old: Sequence[ClauseHeading], new: Sequence[ClauseHeading]
) -> tuple[Group, ...]:
    """Each substitution of a variable's value, or of the same words seen several times."""
    found: defaultdict[tuple[tuple[str, ...], str, str], list[str]] = defaultdict(list)
    for passage in passages:
        for gone, come in _substitutions(passage.words):
            clause = new[passage.new] if passage.new is not None else old[passage.old or 0]
            found[come.facts, _unwrapped(gone.text), _unwrapped(come.text)].append(clause.id)
    return tuple(
        Group(facts=facts, old=before, new=after, clauses=tuple(dict.fromkeys(clauses)), places=len(clauses))
        for (facts, before, after), clauses in found.items()
    )


def _substitutions(words: Iterable[Run]) -> Iterator[tuple[Run, Run]]:
    """What a variable printed and what it prints now; not the dates of the version itself."""
    gone: Run | None = None
    for run in words:
        if run.kind == "variable" and not run.own_date:
            if run.op == "delete":
                gone = run
            elif gone:
                yield gone, run
                gone = None


def _unwrapped(words: str) -> str:
    """The words on one line, wherever the text ends its lines."""
    return " ".join(words.split()) if "\n" in words else words
