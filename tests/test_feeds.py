"""Feeds and calendars as other programs read them: one entry per act, ids that never change, dates that are stated."""

from __future__ import annotations

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from macros.__main__ import main
from tests.rendered import BASE, SITES, ending, feeds, rendered
from tests.test_check import edit

FEED, DATES = "en/exemple/services/feed.xml", "en/exemple/services/calendar.ics"


def read(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def ids(content: bytes) -> list[str]:
    return [each.id for each in read(content).entries]


def events(content: bytes) -> dict[str, Any]:
    return {str(each["UID"]): each for each in Calendar.from_ical(content).walk("VEVENT")}


@pytest.mark.parametrize("name", SITES)
def test_a_feed_has_what_the_specification_asks_for(name: str) -> None:
    for address in ending(name, "feed.xml"):
        found = read(rendered(name)[address])
        assert found.version == "atom10"
        assert found.feed.id.startswith("tag:terms.example,2026:")
        assert found.feed.title
        assert {each.rel: each.href for each in found.feed.links}["self"] == BASE + address
        for each in found.entries:
            assert each.id.startswith("tag:terms.example,2026:")
            assert each.title
            assert each.updated_parsed
            assert each.link.startswith(BASE)
            assert each.content[0].value
            assert each.author
        assert len({each.id for each in found.entries}) == len(found.entries)
        assert [each.updated for each in found.entries] == sorted(
            (each.updated for each in found.entries), reverse=True
        )


def test_a_feed_tells_each_act_once_and_the_day_when_a_version_takes_effect() -> None:
    kinds = [(each.updated[:10], each.tags[0].term) for each in read(rendered("history")[FEED]).entries]
    assert kinds[:6] == [
        ("2026-11-02", "announcement"),
        ("2026-06-01", "effect"),
        ("2026-05-05", "translation"),
        ("2026-04-20", "announcement"),
        ("2025-12-20", "withdrawal"),
        ("2025-11-15", "effect"),
    ]
    assert ("2024-10-15", "publication") in kinds


def test_entries_that_were_there_stay_as_they_were() -> None:
    before, after = (read(rendered("history", day)[FEED]).entries for day in ("2026-11-22", "2027-01-01"))
    assert [each.id for each in after][1:] == [each.id for each in before]
    assert [each.updated for each in after][1:] == [each.updated for each in before]
    assert after[0].id.endswith("2027-01-01/en/effect")


def test_a_translation_is_news_in_its_own_language_only() -> None:
    told = {each: ids(rendered("history")[f"{each}/exemple/services/feed.xml"]) for each in ("fr", "en", "ar")}
    assert [[name for name in told[each] if "translation" in name] for each in ("fr", "ar")] == [[], []]
    assert any(each.endswith("2026-06-01/en/translation-en.r2") for each in told["en"])


def test_an_entry_leads_to_the_version_and_to_what_it_changes() -> None:
    first = read(rendered("history")[FEED]).entries[0]
    links = {each.rel: each.href for each in first.links}
    assert links["alternate"] == f"{BASE}en/exemple/services/2027-01-01/"
    assert links["related"] == f"{BASE}en/exemple/services/changes/2026-06-01--2027-01-01/"
    assert first.title == "General terms of service (Exemple): new version, takes effect on 1 January 2027"


def test_the_catalogue_has_the_entries_of_every_document() -> None:
    every = ids(rendered("real")["fr/feed.xml"])
    each = [
        name
        for address in ending("real", "/feed.xml")
        if address.count("/") == 3
        for name in ids(rendered("real")[address])
    ]
    assert sorted(every) == sorted(name for name in each if "/fr/" in name)
    assert len(every) >= 5


@pytest.mark.parametrize("name", SITES)
def test_a_calendar_reads_without_a_fault_and_its_lines_are_short(name: str) -> None:
    for address in ending(name, "calendar.ics"):
        content = rendered(name)[address]
        calendar = Calendar.from_ical(content)
        assert calendar.errors == []
        assert calendar["VERSION"] == "2.0"
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\n" not in content.replace(b"\r\n", b"")
        for each in calendar.walk("VEVENT"):
            assert each.errors == []
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"} <= set(each)


def test_a_calendar_has_the_day_of_effect_and_the_end_of_the_notice() -> None:
    found = events(rendered("history")[DATES])
    effect = found["tag:terms.example,2026:exemple/services/2027-01-01/en/effect"]
    notice = found["tag:terms.example,2026:exemple/services/2027-01-01/en/notice"]
    assert effect["DTSTART"].dt == date(2027, 1, 1)
    assert notice["DTSTART"].dt == date(2026, 12, 2)
    assert str(effect["SUMMARY"]) == "General terms of service (Exemple): version 2027-01-01, takes effect"
    assert str(effect["URL"]) == f"{BASE}en/exemple/services/2027-01-01/"


def test_a_date_that_is_not_stated_stands_in_no_calendar() -> None:
    for address in ending("real", "/calendar.ics"):
        assert not [
            uid for uid in events(rendered("real")[address]) if re.search(r"wesend|cloud-azure|boost-my-mail", uid)
        ]


def test_what_was_withdrawn_before_its_day_leaves_the_calendar_and_stands_in_the_feed(tmp_path: Path) -> None:
    root = tmp_path / "history"
    shutil.copytree(SITES["history"], root, ignore=shutil.ignore_patterns("overrides", "site", ".cache", ".site-*"))
    assert main(["--project", str(root), "withdraw", "exemple/services", "2027-01-01", "--reason", "Trop tôt."]) == 0
    made = feeds(root)
    assert not [uid for uid in events(made[DATES]) if "2027-01-01" in uid]
    first = read(made[FEED]).entries[0]
    assert first.id.endswith("2027-01-01/en/withdrawal")
    assert "Trop tôt." in first.content[0].value
    assert not [each for each in ids(feeds(root, "2027-02-01")[FEED]) if each.endswith("2027-01-01/en/effect")]


def test_a_reason_is_told_word_for_word_as_on_its_page(history: Path) -> None:
    reason = "Le délai de l'article 3 *ou* 4 : <30 jours> & [non] 60."
    assert main(["--project", str(history), "withdraw", "exemple/services", "2027-01-01", "--reason", reason]) == 0
    first = read(feeds(history)[FEED]).entries[0]
    assert unescape(first.content[0].value) == f"<p>{reason}</p>"


def test_a_version_that_was_withdrawn_has_no_last_day_to_refuse_it(history: Path) -> None:
    edit("docs/exemple/services/document.yml", "days: 0", "days: 200")(history)
    uid = "tag:terms.example,2026:exemple/services/2026-06-01/en/refusal"
    assert events(feeds(history)[DATES])[uid]["DTSTART"].dt == date(2026, 12, 18)
    assert main(["--project", str(history), "withdraw", "exemple/services", "2026-06-01", "--reason", "Erreur."]) == 0
    found = events(feeds(history)[DATES])
    assert uid not in found
    assert uid.replace("refusal", "effect") in found


@pytest.mark.parametrize(
    ("words", "told"), [(["publish", "exemple/services"], True), (["correct", "exemple/services", "2027-01-01"], False)]
)
def test_notice_ends_only_where_it_was_to_be_given(words: list[str], history: Path, *, told: bool) -> None:
    for language in ("fr", "en", "ar"):
        edit(f"docs/exemple/services/draft/{language}.md", "change: material", "change: material\nnotice_days: 30")(
            history
        )
    assert main(["--project", str(history), *words, "--effective", "2027-03-01"]) == 0
    uids = events(feeds(history)[DATES])
    assert ("tag:terms.example,2026:exemple/services/2027-03-01/en/notice" in uids) == told
