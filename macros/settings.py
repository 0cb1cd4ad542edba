"""What the environment says: the day, and whether drafts are shown."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


class ClockError(ValueError):
    """TERMS_TODAY is set to something that is no day."""


def today() -> date:
    """The day on which statuses are computed: TERMS_TODAY, else today in Paris; raises ClockError."""
    stated = os.environ.get("TERMS_TODAY", "")
    if not stated:
        return day_in_paris(datetime.now(UTC))
    try:
        return date.fromisoformat(stated)
    except ValueError as error:
        raise ClockError(f"TERMS_TODAY: expected a date such as 2026-05-19, found {stated!r}") from error


def day_in_paris(instant: datetime) -> date:
    """The day that an instant, with its time zone, falls on in Paris; summer time included."""
    return instant.astimezone(ZoneInfo("Europe/Paris")).date()


def shows_drafts() -> bool:
    """Whether drafts are published with the site: TERMS_DRAFTS=1, in previews and never in production."""
    return os.environ.get("TERMS_DRAFTS", "") == "1"
