"""The acts that a ledger records, and which versions count no more by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act in a ledger; texts are digests by name of text, line is where it stands in ledger.yml.

    chain is the digest of the entry and of the chain before it, so that no entry can change unseen.
    """

    action: str
    version: str
    recorded: date
    effective: date | None = None
    change: str = ""
    corrects: str = ""
    reason: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    chain: str = ""
    line: int = 0


def endings(days: Mapping[str, date], ledger: Sequence[Entry]) -> Mapping[str, date]:
    """The day from which each withdrawn version counts no more, by version; days are those of all versions.

    One that was published in error ends when its correction begins, or at once where it had not begun itself; a
    correction that is withdrawn before its own day ends nothing.
    """
    withdrawn: dict[str, date] = {}
    for entry in ledger:
        if entry.action == "withdraw":
            withdrawn.setdefault(entry.version, entry.recorded)
    corrected: dict[str, date] = {}
    for entry in ledger:
        if entry.corrects in days and entry.version in days:
            wrong, right = days[entry.corrects], days[entry.version]
            if withdrawn.get(entry.version, date.max) > right:
                corrected.setdefault(entry.corrects, right if wrong <= entry.recorded else entry.recorded)
    return {
        name: min(found[name] for found in (withdrawn, corrected) if name in found) for name in withdrawn | corrected
    }
