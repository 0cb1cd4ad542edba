"""Whether a version counts on a day: computed from the ledger and the day, never typed by hand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Literal

from macros.terms.model import Document, Entry, Version
from macros.terms.names import DRAFT

Status = Literal["draft", "upcoming", "in-force", "superseded", "withdrawn"]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days on which a version was, is or will be in force; until is the last of them, None where none is known."""

    version: str
    since: date
    until: date | None


def status(document: Document, version: Version, day: date) -> Status:
    """The status of a version on a day."""
    if version.name == DRAFT:
        return "draft"
    if document.endings.get(version.name, date.max) <= day:
        return "withdrawn"
    if version.day > day:
        return "upcoming"
    return "in-force" if version == in_force(document, day) else "superseded"


def in_force(document: Document, day: date) -> Version | None:
    """The version that counts on a day: the last whose day has come and that is not withdrawn; None where none is."""
    begun = document.versions[: bisect_right(document.versions, str(day), key=attrgetter("name"))]
    ended = document.endings
    return next((each for each in reversed(begun) if day < ended.get(each.name, date.max)), None)


def again(document: Document, version: Version, day: date) -> date | None:
    """The day since which a version in force counts again, others having been withdrawn; None where it always did."""
    if status(document, version, day) != "in-force":
        return None
    since = max(each.since for each in periods(document) if each.version == version.name and each.since <= day)
    return since if since > version.day else None


def withdrawal(document: Document, version: str) -> Entry | None:
    """The entry that took a version out of force: a withdrawal, or a correction not withdrawn before its own day."""
    withdrawn = {each.version: each for each in reversed(document.ledger) if each.action == "withdraw"}
    corrections = (
        each
        for each in document.ledger
        if each.corrects == version
        and not (each.version in withdrawn and str(withdrawn[each.version].recorded) <= each.version)
    )
    return withdrawn.get(version) or next(corrections, None)


def periods(document: Document) -> tuple[Period, ...]:
    """Every period in which a version was, is or will be in force, in order; days without any are left out."""
    days = sorted({each.day for each in document.versions} | set(document.endings.values()))
    found: list[Period] = []
    for day, following in zip(days, [*days[1:], None], strict=False):
        version = in_force(document, day)
        until = following - DAY if following else None
        if version and found and found[-1].version == version.name and found[-1].until == day - DAY:
            found[-1] = Period(version=version.name, since=found[-1].since, until=until)
        elif version:
            found.append(Period(version=version.name, since=day, until=until))
    return tuple(found)


def next_change(document: Document, day: date) -> date | None:
    """The first day after a day on which another version counts, None where none is known."""
    return min((each.since for each in periods(document) if each.since > day), default=None)


def last(document: Document) -> Version | None:
    """The version that the next one replaces: the last that is not withdrawn."""
    return in_force(document, date.max - DAY)


def predecessor(document: Document, version: Version) -> Version | None:
    """The version that a version replaces: the one in force on the day before it; a draft replaces the last one."""
    return last(document) if version.name == DRAFT else in_force(document, version.day - DAY)
