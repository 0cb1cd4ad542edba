"""What became of the clauses of one text in another."""

from __future__ import annotations

from dataclasses import dataclass

from macros.terms.model.parsed import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one clause; old or new is None where it was added or removed.

    kind is one of the design's: added, removed, edited, moved, moved-edited, renumbered, variable, typography,
    reference. facts are the variables whose values differ.
    """

    kind: str
    old: Clause | None
    new: Clause | None
    facts: tuple[str, ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause as it now stands, or stood last."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  # a change has at least one side, by definition
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """The comparison of two texts: the clauses that differ, in the order of the new text, removed ones last."""

    changes: tuple[Change, ...]
