"""What pages show of a version beside its text: where it stands on the day of the build, and its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The day for which a page's statuses hold, and the first on which another version counts, if one is known."""

    day: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A link to another version: its name, its day and its page."""

    version: str
    day: date
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a version after it was published: withdrawn since a day and why, corrected, correcting."""

    withdrawn: date | None = None
    reason: str = ""
    corrected_by: Neighbour | None = None
    corrects: Neighbour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a version stands among the others on the day of the build.

    current, changes and review are addresses, current "" where nothing is in force in this language; review is for who
    accepted this version.
    """

    built: Built
    current: str
    changes: str
    earlier: Neighbour | None
    later: Neighbour | None
    upcoming: Neighbour | None
    review: str
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to take away; label is what readers call its format, name what it is called once it is theirs."""

    label: str
    type: str
    address: str
    name: str
