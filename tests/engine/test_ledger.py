"""Statuses follow the day, digests follow the bytes."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from macros.terms.ledger import digest, in_force, statuses
from macros.terms.model import Document, Version

VERSIONS = tuple(Version(name=name, texts=()) for name in ("2024-02-29", "2025-01-01", "2026-01-01"))
DOCUMENT = Document(id="a/b", binding="fr", languages=("fr",), versions=VERSIONS)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 2, 28), ["upcoming", "upcoming", "upcoming"]),
        (date(2024, 2, 29), ["in-force", "upcoming", "upcoming"]),
        (date(2024, 12, 31), ["in-force", "upcoming", "upcoming"]),
        (date(2025, 1, 1), ["superseded", "in-force", "upcoming"]),
        (date(2025, 12, 31), ["superseded", "in-force", "upcoming"]),
        (date(2026, 1, 1), ["superseded", "superseded", "in-force"]),
    ],
)
def test_the_last_version_whose_day_has_come_is_in_force(today: date, expected: list[str]) -> None:
    assert list(statuses(VERSIONS, today).values()) == expected


def test_before_the_first_version_nothing_is_in_force() -> None:
    assert in_force(DOCUMENT, date(2024, 2, 28)) is None


def test_the_digest_is_the_one_that_sha256sum_prints() -> None:
    assert digest("é\n") == hashlib.sha256("é\n".encode()).hexdigest()
