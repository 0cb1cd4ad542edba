"""Proves which versions are compared, that no two labels of a timeline touch, and what the change map says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.load import load
from macros.terms.model import Version
from macros.terms.names import DRAFT
from macros.terms.pages.change_map import LEVELS, change_map, clause_history
from macros.terms.pages.change_views import ChangeMap, MapCell
from macros.terms.pages.changed import differing_draft
from macros.terms.pages.comparisons import ALL_PAIRS, Comparisons, is_complete, pairs
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.timeline import LABEL, _lines, timeline
from macros.terms.reading import read_all

HISTORY = Path(__file__).parents[1] / "sites" / "history"
TODAY = date(2026, 11, 22)
BEFORE_DRAFT = ["2023-02-01", "2024-02-29", "2024-10-01", "2024-10-15", "2025-03-30", "2025-11-15", "2026-06-01"]
NAMES = [*BEFORE_DRAFT, "2027-01-01"]


def versions(count: int) -> tuple[Version, ...]:
    """So many versions, one a year."""
    return tuple(Version(name=f"{year}-01-01", texts=()) for year in range(2000, 2000 + count))


def compared(
    count: int, *, draft: bool = True, current: int | None = None, replaced: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """The pairs of so many versions by their places; the draft's place is that after the last."""
    given_ = versions(count)
    own = Version(name=DRAFT, texts=()) if draft else None
    every = [*given_, *([own] if own else [])]
    place = {each.name: at for at, each in enumerate(every)}
    found = pairs(
        given_,
        own,
        [] if current is None else [given_[current]],
        [(every[old], every[new]) for old, new in replaced],
    )
    return [(place[old.name], place[new.name]) for old, new in found]


@pytest.mark.parametrize("count", [1, 2, ALL_PAIRS])
def test_of_few_versions_every_pair_is_compared_also_with_the_draft(count: int) -> None:
    assert compared(count) == list(combinations(range(count + 1), 2))
    assert compared(count, draft=False) == list(combinations(range(count), 2))
    assert is_complete(versions(count))


def test_nothing_is_compared_where_there_is_one_version_and_no_draft() -> None:
    assert compared(1, draft=False) == []
    assert compared(0) == []


def test_of_many_versions_neighbours_are_compared_and_all_with_the_one_in_force_and_the_draft() -> None:
    count, current, draft = ALL_PAIRS + 1, 4, ALL_PAIRS + 1
    expected = {*pairwise(range(count + 1))}
    expected |= {(min(each, current), max(each, current)) for each in range(count) if each != current}
    expected |= {(each, draft) for each in range(count)}
    found = compared(count, current=current)
    assert set(found) == expected
    assert found == sorted(expected)
    assert not is_complete(versions(count))


def test_of_many_versions_those_that_the_changelog_tells_of_are_compared() -> None:
    assert compared(20, draft=False, replaced=[(3, 7), (7, 8)]) == sorted({*pairwise(range(20)), (3, 7)})


@given(
    st.integers(0, 30).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.booleans(),
            st.none() if not count else st.none() | st.integers(0, count - 1),
            st.lists(st.tuples(st.integers(0, count), st.integers(0, count)), max_size=0 if count < 2 else 5),
        )
    )
)
def test_each_pair_is_compared_once_and_the_older_is_first(
    asked: tuple[int, bool, int | None, list[tuple[int, int]]],
) -> None:
    count, draft, current, replaced = asked
    known = [(old, new) for old, new in replaced if old < new < count]
    found = compared(count, draft=draft, current=current, replaced=known)
    assert all(old < new for old, new in found)
    assert found == sorted(set(found))
    assert {*pairwise(range(count + draft)), *known} <= set(found)


@given(st.lists(st.floats(0, 100, allow_nan=False), max_size=40))
def test_no_two_labels_of_a_line_touch(given_places: list[float]) -> None:
    places = sorted(given_places)
    lines = list(_lines(places))
    for line in set(lines):
        own = [x for x, each in zip(places, lines, strict=True) if each == line]
        assert all(right - left >= LABEL - 1e-9 for left, right in pairwise(own))
    assert set(lines) == set(range(len(set(lines))))


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The contract of the history site with its draft."""
    library, unread = load(HISTORY)
    assert unread == []
    ((publisher, document),) = library.documents()
    readings = read_all(library, TODAY)
    found = Shelf(
        document=document,
        publisher=publisher.id,
        readings=readings,
        today=TODAY,
        base="https://history.example/",
        languages=library.languages,
        comparisons=Comparisons(readings),
        draft=document.draft,
    )
    assert differing_draft(found) is document.draft
    return found


@pytest.fixture(scope="module")
def french(shelf: Shelf) -> ChangeMap:
    """The change map in French."""
    found = change_map(shelf, "fr")
    assert found
    return found


def cell(found: ChangeMap, clause: str, version: str) -> MapCell | None:
    """What a version did to a clause."""
    row = next(each for each in found.rows if each.id == clause)
    return row.cells[found.versions.index(version)]


def test_a_drawn_timeline_has_a_moment_for_each_version_in_order(shelf: Shelf) -> None:
    line = timeline(shelf, "fr")
    assert line
    assert [each.version for each in line.moments] == NAMES
    places = [each.x for each in line.moments]
    assert places == sorted(places)
    assert all(0 <= each <= 100 for each in (*places, line.today))
    assert [year for year, _ in line.years] == [2024, 2025, 2026, 2027]
    # Versions that are near each other: the later one's label goes a line up.
    assert [each.line for each in line.moments] == [0, 0, 0, 1, 0, 0, 0, 1]
    assert [each.version for each in line.spans if each.open] == ["2027-01-01"]


def test_the_map_has_a_column_for_each_version_in_the_language(shelf: Shelf, french: ChangeMap) -> None:
    assert french.versions == (*NAMES, DRAFT)
    assert all(len(row.cells) == len(french.versions) for row in french.rows)
    arabic = change_map(shelf, "ar")
    assert arabic
    assert "2024-10-15" not in arabic.versions
    assert [row.id for row in arabic.rows] == [row.id for row in french.rows]


def test_its_rows_are_in_the_order_of_the_last_text_and_those_gone_where_they_stood(french: ChangeMap) -> None:
    ids = [row.id for row in french.rows]
    assert len(ids) == len(set(ids))
    now = [row.id for row in french.rows if row.cells[-1] is not None]
    assert now[:3] == ["parties", "definitions", "objet"]
    assert now[-3:] == ["annexe-tarifs", "annexe-niveaux-service", "annexe-sous-traitants"]
    before = {id_: ids[ids.index(id_) - 1] for id_ in ids if id_ not in now}
    assert before == {
        "references-commerciales": "retard-paiement",
        "contenus-client": "propriete-intellectuelle",
        "sous-traitance": "cession",
    }
    assert {row.depth for row in french.rows} == {0, 1}


def test_a_clause_is_absent_until_it_is_added_and_from_when_it_is_removed(french: ChangeMap) -> None:
    for version in BEFORE_DRAFT:
        assert cell(french, "intelligence-artificielle", version) is None
    added = cell(french, "intelligence-artificielle", "2027-01-01")
    assert added
    assert (added.kind, added.share, added.level) == ("added", 100, len(LEVELS))
    assert added.address == "fr/exemple/services/changes/2026-06-01--2027-01-01/#intelligence-artificielle"
    removed = cell(french, "sous-traitance", "2026-06-01")
    assert removed
    assert (removed.kind, removed.share) == ("removed", 100)
    assert cell(french, "sous-traitance", "2027-01-01") is None


def test_a_cell_is_shaded_by_the_share_of_words_that_changed(french: ChangeMap) -> None:
    for row in french.rows:
        for each in row.cells:
            if each is None or not each.kind:
                continue
            assert 0 <= each.share <= 100
            assert each.level == sum(each.share >= least for least in LEVELS)
    maintenance = cell(french, "maintenance", "2027-01-01")
    assert maintenance
    assert (maintenance.kind, maintenance.share, maintenance.level) == ("edited", 19, 2)
    assert cell(french, "maintenance", "2026-06-01") == MapCell(kind="", said="", share=0, level=0, address="")


def test_a_version_is_mapped_against_the_one_it_replaces_not_against_a_withdrawn_one(french: ChangeMap) -> None:
    lowered, kept = (cell(french, "plafond-responsabilite", each) for each in ("2025-11-15", "2026-06-01"))
    assert lowered
    assert lowered.kind == "edited"
    assert kept
    assert kept.kind == ""
    assert cell(french, "contenus-client", "2026-06-01") is None


def test_the_history_of_a_clause_begins_with_the_last_change(shelf: Shelf) -> None:
    last = shelf.document.versions[-1]
    found = clause_history(shelf, last, "fr")
    assert [each.version for each in found["sauvegardes"]] == ["2025-03-30", "2024-02-29"]
    assert [each.version for each in found["paiement"]] == ["2024-10-15", "2024-10-01"]
    assert "plafond-responsabilite" not in found
    assert clause_history(shelf, shelf.document.versions[0], "fr") == {}
