"""What a ledger says of versions that count no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.terms.model.edited import Entry, Version


def endings(versions: Sequence[Version], ledger: Sequence[Entry]) -> Mapping[str, date]:
    """The day from which each withdrawn version counts no more, by version.

    One that was published in error ends when its correction begins, or at once where it had not begun itself; a
    correction that is withdrawn before its own day ends nothing.
    """
    ending = [each for each in ledger if each.corrects or each.action == "withdraw"]
    known = {each.name: each for each in versions} if ending else {}
    withdrawn: dict[str, date] = {}
    for entry in ending:
        if entry.action == "withdraw":
            withdrawn.setdefault(entry.version, entry.recorded)
    corrected: dict[str, date] = {}
    for entry in ending:
        if entry.corrects in known and entry.version in known:
            wrong, right = known[entry.corrects], known[entry.version]
            if withdrawn.get(right.name, date.max) > right.day:
                corrected.setdefault(wrong.name, right.day if wrong.day <= entry.recorded else entry.recorded)
    return {name: min(days[name] for days in (withdrawn, corrected) if name in days) for name in withdrawn | corrected}
