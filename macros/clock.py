"""The day, as an input: TERMS_TODAY where it is set, else today in Paris."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo


class ClockError(ValueError):
    """TERMS_TODAY is set to something that is no day."""


def today() -> date:
    """The day on which statuses are computed; raises ClockError."""
    stated = os.environ.get("TERMS_TODAY", "")
    if not stated:
        return datetime.now(ZoneInfo("Europe/Paris")).date()
    try:
        return date.fromisoformat(stated)
    except ValueError as error:
        message = f"TERMS_TODAY: expected a date such as 2026-05-19, found {stated!r}"
        raise ClockError(message) from error
