"""Digests and statuses: what proves a version, and whether it counts on a given day."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Literal

from macros.terms.model import Document, Version

Status = Literal["upcoming", "in-force", "superseded"]


def digest(canonical: str) -> str:
    """The SHA-256 of a canonical text in hexadecimal, as sha256sum prints it of terms.md."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def statuses(versions: Sequence[Version], today: date) -> dict[str, Status]:
    """The status of each version, by name: the last whose day has come is in force."""
    names = sorted(version.name for version in versions)
    begun = [name for name in names if date.fromisoformat(name) <= today]
    upcoming: dict[str, Status] = {name: "upcoming" for name in names if name not in begun}
    past: dict[str, Status] = dict.fromkeys(begun[:-1], "superseded")
    current: dict[str, Status] = dict.fromkeys(begun[-1:], "in-force")
    return past | current | upcoming


def in_force(document: Document, today: date) -> Version | None:
    """The version that counts today, None where none has come into force yet."""
    by_status = statuses(document.versions, today)
    return next((each for each in document.versions if by_status[each.name] == "in-force"), None)
