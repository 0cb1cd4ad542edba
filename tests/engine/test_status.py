"""Whether a version counts follows from the ledger and the day in Paris, at every boundary and between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.settings import day_in_paris
from macros.terms.model import Document, Entry, Version
from macros.terms.names import DRAFT
from macros.terms.status import (
    Period,
    again,
    in_force,
    next_change,
    periods,
    predecessor,
    status,
    withdrawal,
)

DAY = timedelta(days=1)
PARIS = ZoneInfo("Europe/Paris")


def publish(day: str, recorded: str) -> Entry:
    """The act that publishes the version of a day."""
    return Entry(
        action="publish", version=day, recorded=date.fromisoformat(recorded), effective=date.fromisoformat(day)
    )


def correct(wrong: str, day: str, recorded: str) -> Entry:
    """The act that publishes the version of a day in place of one published in error."""
    return Entry(action="correct", version=day, recorded=date.fromisoformat(recorded), corrects=wrong)


def withdraw(version: str, recorded: str) -> Entry:
    """The act that takes a version out of force."""
    return Entry(action="withdraw", version=version, recorded=date.fromisoformat(recorded), reason="x")


def document(ledger: Sequence[Entry]) -> Document:
    """A document with every version that its ledger publishes, and a draft."""
    names = sorted(entry.version for entry in ledger if entry.action != "withdraw")
    versions = tuple(Version(name=name, texts=()) for name in names)
    draft = Version(name=DRAFT, texts=())
    return Document(id="a/b", binding="fr", languages=("fr",), versions=versions, ledger=tuple(ledger), draft=draft)


# A leap day, both nights in which Paris changes its clocks, a withdrawal that brings the version before back
# into force, the correction of a version in force, and that of one still to come.
LIVED = document([
    publish("2024-02-29", recorded="2024-01-15"),
    publish("2025-03-30", recorded="2025-02-10"),
    publish("2025-10-26", recorded="2025-09-01"),
    withdraw("2025-10-26", recorded="2025-12-20"),
    publish("2026-02-01", recorded="2026-01-02"),
    correct("2026-02-01", "2026-02-15", recorded="2026-02-10"),
    publish("2026-06-01", recorded="2026-04-20"),
    correct("2026-06-01", "2026-06-15", recorded="2026-05-10"),
])  # fmt: skip
# Withdrawn on the day it takes effect, before it, and after it: in the end nothing counts.
WITHDRAWN = document([
    publish("2025-01-01", recorded="2024-12-01"),
    publish("2025-02-01", recorded="2024-12-02"),
    publish("2025-03-01", recorded="2024-12-03"),
    withdraw("2025-02-01", recorded="2025-01-15"),
    withdraw("2025-03-01", recorded="2025-03-01"),
    withdraw("2025-01-01", recorded="2025-04-01"),
])  # fmt: skip
# One correction after the other.
CORRECTED = document([
    publish("2025-01-01", recorded="2024-12-01"),
    correct("2025-01-01", "2025-01-03", recorded="2025-01-02"),
    correct("2025-01-03", "2025-01-05", recorded="2025-01-04"),
])  # fmt: skip
EMPTY = document([])

SIGNS = {".": "upcoming", "+": "in-force", "-": "superseded", "x": "withdrawn"}
# The statuses of the versions, in order, from each day on.
TABLES = [
    (LIVED, [
        ("1900-01-01", ". . . . . . ."),
        ("2024-02-29", "+ . . . . . ."),
        ("2025-03-30", "- + . . . . ."),
        ("2025-10-26", "- - + . . . ."),
        ("2025-12-20", "- + x . . . ."),
        ("2026-02-01", "- - x + . . ."),
        ("2026-02-15", "- - x x + . ."),
        ("2026-05-10", "- - x x + x ."),
        ("2026-06-15", "- - x x - x +"),
    ]),
    (WITHDRAWN, [
        ("1900-01-01", ". . ."),
        ("2025-01-01", "+ . ."),
        ("2025-01-15", "+ x ."),
        ("2025-03-01", "+ x x"),
        ("2025-04-01", "x x x"),
    ]),
    (CORRECTED, [
        ("1900-01-01", ". . ."),
        ("2025-01-01", "+ . ."),
        ("2025-01-03", "x + ."),
        ("2025-01-05", "x x +"),
    ]),
]  # fmt: skip
BOUNDARIES = [
    pytest.param(
        given,
        date.fromisoformat(day),
        [SIGNS[sign] for sign in old.split()],
        [SIGNS[sign] for sign in new.split()],
        id=day,
    )
    for given, table in TABLES
    for (_, old), (day, new) in pairwise(table)
]


def statuses(given: Document, day: date) -> list[str]:
    """The status of each version on a day."""
    return [status(given, version, day) for version in given.versions]


def name(version: Version | None) -> str:
    """The name of a version, "" where there is none."""
    return version.name if version else ""


@pytest.mark.parametrize(("given", "day", "old", "new"), BOUNDARIES)
def test_statuses_change_on_their_day_and_on_no_other(
    given: Document, day: date, old: list[str], new: list[str]
) -> None:
    assert [statuses(given, each) for each in (day - DAY, day, day + DAY)] == [old, new, new]


@pytest.mark.parametrize(("given", "day", "old", "new"), BOUNDARIES)
def test_statuses_change_at_midnight_in_paris(given: Document, day: date, old: list[str], new: list[str]) -> None:
    midnight = datetime.combine(day, time(), PARIS).astimezone(UTC)
    before = midnight - timedelta(seconds=1)
    assert statuses(given, day_in_paris(before)) == old
    assert statuses(given, day_in_paris(midnight)) == new


@pytest.mark.parametrize(("given", "day", "old", "new"), BOUNDARIES)
def test_the_version_in_force_is_the_one_whose_status_says_so(
    given: Document, day: date, old: list[str], new: list[str]
) -> None:
    named = [each.name for each, said in zip(given.versions, new, strict=True) if said == "in-force"]
    assert [name(in_force(given, day))] == (named or [""])


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2026, 1, 1), date(9999, 12, 31)])
def test_without_versions_nothing_counts_and_nothing_is_to_come(day: date) -> None:
    assert in_force(EMPTY, day) is None
    assert periods(EMPTY) == ()
    assert next_change(EMPTY, day) is None


@pytest.mark.parametrize("given", [LIVED, WITHDRAWN, EMPTY])
def test_a_draft_is_a_draft_on_any_day(given: Document) -> None:
    assert given.draft
    assert {status(given, given.draft, day) for day in (date(1900, 1, 1), date(2026, 3, 1))} == {"draft"}


def test_periods_of_a_lived_document() -> None:
    assert [(each.version, str(each.since), str(each.until)) for each in periods(LIVED)] == [
        ("2024-02-29", "2024-02-29", "2025-03-29"),
        ("2025-03-30", "2025-03-30", "2025-10-25"),
        ("2025-10-26", "2025-10-26", "2025-12-19"),
        ("2025-03-30", "2025-12-20", "2026-01-31"),
        ("2026-02-01", "2026-02-01", "2026-02-14"),
        ("2026-02-15", "2026-02-15", "2026-06-14"),
        ("2026-06-15", "2026-06-15", "None"),
    ]


def test_periods_end_where_all_was_withdrawn() -> None:
    only = Period(version="2025-01-01", since=date(2025, 1, 1), until=date(2025, 3, 31))
    assert periods(WITHDRAWN) == (only,)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-01-01", "2024-02-29"),
        ("2024-02-28", "2024-02-29"),
        ("2024-02-29", "2025-03-30"),
        ("2025-10-26", "2025-12-20"),
        ("2026-02-14", "2026-02-15"),
        ("2026-02-15", "2026-06-15"),
        ("2026-06-14", "2026-06-15"),
        ("2026-06-15", "None"),
    ],
)
def test_the_next_change_is_the_day_on_which_another_version_counts(day: str, expected: str) -> None:
    assert str(next_change(LIVED, date.fromisoformat(day))) == expected


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("2024-02-29", ""),
        ("2025-03-30", "2024-02-29"),
        ("2025-10-26", "2025-03-30"),
        ("2026-02-01", "2025-03-30"),
        ("2026-02-15", "2026-02-01"),
        ("2026-06-01", "2026-02-15"),
        ("2026-06-15", "2026-02-15"),
        (DRAFT, "2026-06-15"),
    ],
)
def test_a_version_replaces_the_one_in_force_on_its_eve(version: str, expected: str) -> None:
    assert name(predecessor(LIVED, Version(name=version, texts=()))) == expected


def test_a_draft_replaces_the_last_version_even_one_still_to_come() -> None:
    given = document([publish("2025-01-01", recorded="2024-12-01"), publish("2999-01-01", recorded="2025-01-02")])
    assert given.draft
    assert name(predecessor(given, given.draft)) == "2999-01-01"


@pytest.mark.parametrize(
    ("version", "action"),
    [("2025-10-26", "withdraw"), ("2026-02-01", "correct"), ("2026-06-01", "correct"), ("2026-06-15", "")],
)
def test_a_withdrawn_version_names_the_act_that_withdrew_it(version: str, action: str) -> None:
    found = withdrawal(LIVED, version)
    assert (found.action if found else "") == action


@pytest.mark.parametrize(
    ("day", "since"),
    [
        ("2025-10-25", None),
        ("2025-12-19", None),
        ("2025-12-20", date(2025, 12, 20)),
        ("2026-01-31", date(2025, 12, 20)),
    ],
)
def test_a_version_counts_again_since_another_was_withdrawn(day: str, since: date | None) -> None:
    version = LIVED.version("2025-03-30")
    assert version
    assert again(LIVED, version, date.fromisoformat(day)) == since


def test_a_correction_that_never_counted_took_nothing_out_of_force() -> None:
    ledger = [
        publish("2027-01-01", recorded="2026-11-01"),
        correct("2027-01-01", "2027-02-01", recorded="2026-11-02"),
        withdraw("2027-02-01", "2026-11-03"),
    ]
    assert withdrawal(document(ledger), "2027-01-01") is None
    again = withdrawal(document([*ledger, correct("2027-01-01", "2027-02-02", recorded="2026-11-04")]), "2027-01-01")
    assert again
    assert again.version == "2027-02-02"


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-01-15T22:59:59Z", "2026-01-15"),
        ("2026-01-15T23:00:00Z", "2026-01-16"),
        ("2026-07-15T21:59:59Z", "2026-07-15"),
        ("2026-07-15T22:00:00Z", "2026-07-16"),
        # The night before clocks go forward, and the one after.
        ("2026-03-28T22:59:59Z", "2026-03-28"),
        ("2026-03-28T23:00:00Z", "2026-03-29"),
        ("2026-03-29T21:59:59Z", "2026-03-29"),
        ("2026-03-29T22:00:00Z", "2026-03-30"),
        # The night before clocks go back, and the one after.
        ("2026-10-24T21:59:59Z", "2026-10-24"),
        ("2026-10-24T22:00:00Z", "2026-10-25"),
        ("2026-10-25T22:59:59Z", "2026-10-25"),
        ("2026-10-25T23:00:00Z", "2026-10-26"),
        ("2024-02-28T23:00:00Z", "2024-02-29"),
        ("2024-02-29T23:00:00Z", "2024-03-01"),
        ("2026-12-31T22:59:59Z", "2026-12-31"),
        ("2026-12-31T23:00:00Z", "2027-01-01"),
        # An instant is the same wherever its clock stands.
        ("2026-12-31T13:00:00-10:00", "2027-01-01"),
        ("2027-01-01T07:59:59+09:00", "2026-12-31"),
    ],
)
def test_the_day_is_that_of_paris(instant: str, expected: str) -> None:
    assert str(day_in_paris(datetime.fromisoformat(instant))) == expected


STAGES = {"upcoming": 0, "in-force": 1, "superseded": 1, "withdrawn": 2}
FIRST = date(2025, 1, 1)
SPAN = 40
SPAN_DAYS = [FIRST + DAY * offset for offset in range(-1, SPAN + 2)]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any versions within a few weeks, some of them withdrawn or corrected on any day, before or after their own."""
    offsets = st.integers(0, SPAN)
    names = [str(FIRST + DAY * each) for each in sorted(draw(st.sets(offsets, max_size=6)))]
    recorded = [str(FIRST + DAY * draw(offsets)) for _ in names]
    ledger: list[Entry] = []
    for index, (each, day) in enumerate(zip(names, recorded, strict=True)):
        wrong = draw(st.none() | st.sampled_from(names[:index])) if index else None
        ledger.append(correct(wrong, each, day) if wrong else publish(each, day))
    withdrawn = draw(st.lists(st.sampled_from(names), max_size=3)) if names else []
    return document([*ledger, *(withdraw(each, str(FIRST + DAY * draw(offsets))) for each in withdrawn)])


@given(documents())
def test_periods_are_in_order_and_never_overlap(given: Document) -> None:
    found = periods(given)
    assert all(each.until is None or each.since <= each.until for each in found)
    assert all(one.until is not None and one.until < other.since for one, other in pairwise(found))
    touching = [(one, other) for one, other in pairwise(found) if one.until == other.since - DAY]
    assert all(one.version != other.version for one, other in touching)


@given(documents())
def test_on_every_day_the_version_in_force_is_that_of_the_period(given: Document) -> None:
    found = periods(given)
    for day in SPAN_DAYS:
        holding = [each.version for each in found if each.since <= day <= (each.until or day)]
        assert ([name(in_force(given, day))] if in_force(given, day) else []) == holding
        said = [each.name for each in given.versions if status(given, each, day) == "in-force"]
        assert said == holding


@given(documents())
def test_a_status_never_goes_back_to_upcoming_nor_out_of_withdrawn(given: Document) -> None:
    for version in given.versions:
        stages = [STAGES[status(given, version, day)] for day in SPAN_DAYS]
        assert stages == sorted(stages)


@given(documents())
def test_until_the_next_change_the_same_version_counts_or_none(given: Document) -> None:
    for day in SPAN_DAYS:
        change = next_change(given, day)
        now = name(in_force(given, day))
        between = [name(in_force(given, each)) for each in SPAN_DAYS if day < each < (change or date.max)]
        assert set(between) <= {now, ""}
        if change:
            assert name(in_force(given, change)) not in {"", name(in_force(given, change - DAY))}


@given(documents())
def test_every_predecessor_counted_on_the_eve(given: Document) -> None:
    for version in given.versions:
        assert predecessor(given, version) == in_force(given, version.day - DAY)
