"""The versions of a document drawn in time: dots, periods in force, years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from macros.terms.pages.change_views import Moment, Span, Timeline
from macros.terms.pages.shelf import Shelf
from macros.terms.status import periods

# Hundredths of the width: room on either side, what a label takes, and from where it stands before its dot.
MARGIN, LABEL, LATE = 5.0, 10.5, 88.0


def timeline(shelf: Shelf, language: str) -> Timeline | None:
    """The timeline, None where there is one version only: one day is no line."""
    versions = shelf.document.versions
    if len(versions) < 2:
        return None
    first, final = versions[0].day, max(versions[-1].day, shelf.today)
    scale = (100 - 2 * MARGIN) / max((final - first).days, 1)

    def place(day: date) -> float:
        return round(MARGIN + max(0, min((day - first).days, (final - first).days)) * scale, 2)

    places = [place(each.day) for each in versions]
    moments = tuple(
        Moment(
            version=each.name,
            day=each.day,
            status=shelf.status(each),
            x=x,
            line=line,
            before=x > LATE,
            address=shelf.address(language, each.name),
        )
        for each, x, line in zip(versions, places, _lines(places), strict=True)
    )
    return Timeline(
        moments=moments,
        spans=tuple(
            Span(
                version=each.version,
                start=place(each.since),
                end=place(each.until) if each.until else 100.0,
                open=each.until is None,
            )
            for each in periods(shelf.document)
        ),
        years=tuple((year, place(date(year, 1, 1))) for year in range(first.year + 1, final.year + 1)),
        today=place(shelf.today),
        lines=max(each.line for each in moments) + 1,
    )


def _lines(places: Sequence[float]) -> Iterator[int]:
    """For each label the first line on which it does not touch the one before it."""
    ends: list[float] = []
    for x in places:
        start = x - LABEL if x > LATE else x
        line = next((line for line, end in enumerate(ends) if end <= start), len(ends))
        ends[line : line + 1] = [start + LABEL]
        yield line
