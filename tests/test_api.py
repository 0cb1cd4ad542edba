"""The API says what the pages and the ledger say, by published schemas, with addresses that are all there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.terms.load.yaml_text import read_yaml
from tests.rendered import BASE, SITES, ending, rendered, served

SERVICES = "api/v1/exemple/services.json"


def documents(name: str) -> list[str]:
    """Where the API's catalogue and documents are."""
    every = [each for each in ending(name, ".json") if each.startswith("api/v1/")]
    return [each for each in every if not each.endswith(".schema.json")]


def read(name: str, address: str, today: str = "2026-11-22") -> Any:
    return json.loads(rendered(name, today)[address])


def addresses(value: Any) -> Iterator[str]:
    """Every address of the site that JSON names."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from addresses(each)
    elif isinstance(value, str) and value.startswith(BASE):
        yield value.removeprefix(BASE)


@pytest.mark.parametrize("name", SITES)
def test_it_is_what_its_published_schema_says(name: str) -> None:
    for address in documents(name):
        found = read(name, address)
        schema = read(name, found["schema"].removeprefix(BASE))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(found)


@pytest.mark.parametrize("name", SITES)
def test_every_file_that_it_names_is_there(name: str) -> None:
    for address in documents(name):
        files = {each for each in addresses(read(name, address)) if not each.endswith("/")}
        assert files <= served(name)


@pytest.mark.parametrize("name", SITES)
def test_the_catalogue_leads_to_every_document(name: str) -> None:
    index = read(name, "api/v1/index.json")
    found = {each["api"].removeprefix(BASE) for of in index["publishers"] for each in of["documents"]}
    assert found == set(documents(name)) - {"api/v1/index.json"}


def test_each_digest_is_that_of_the_file_and_of_the_ledger() -> None:
    found = read("history", SERVICES)
    sealed = {(each["version"], name): said for each in found["ledger"] for name, said in each["texts"].items()}
    for version in found["versions"]:
        for text in version["texts"]:
            content = rendered("history")[text["files"]["markdown"].removeprefix(BASE)]
            assert text["sha256"] == sealed[version["version"], text["name"]] == hashlib.sha256(content).hexdigest()


def test_the_ledger_is_the_one_that_is_kept() -> None:
    kept = read_yaml((SITES["history"] / "docs/exemple/services/ledger.yml").read_text(encoding="utf-8")).value
    assert isinstance(kept, list)
    assert [each["chain"] for each in read("history", SERVICES)["ledger"]] == [each["chain"] for each in kept]


def test_statuses_are_those_of_the_day() -> None:
    now = {each["version"]: each["status"] for each in read("history", SERVICES)["versions"]}
    later = {each["version"]: each["status"] for each in read("history", SERVICES, "2027-01-01")["versions"]}
    assert (now["2026-06-01"], now["2027-01-01"]) == ("in-force", "upcoming")
    assert (later["2026-06-01"], later["2027-01-01"]) == ("superseded", "in-force")
    assert read("history", SERVICES)["holds_until"] == "2027-01-01"


def test_every_day_since_the_first_has_one_period() -> None:
    found = read("history", SERVICES)["periods"]
    ends = [date.fromisoformat(each["until"]).toordinal() + 1 for each in found[:-1]]
    assert ends == [date.fromisoformat(each["since"]).toordinal() for each in found[1:]]
    assert found[-1]["until"] is None


def test_a_withdrawn_version_says_since_when_and_why() -> None:
    (ended,) = [each["ended"] for each in read("history", SERVICES)["versions"] if each["version"] == "2025-11-15"]
    assert ended["from"] == "2025-12-20"
    assert ended["reason"].startswith("Le plafond de responsabilité")


def test_a_version_published_in_error_names_its_correction() -> None:
    (ended,) = [each["ended"] for each in read("history", SERVICES)["versions"] if each["version"] == "2024-10-01"]
    assert ended["corrected_by"] == "2024-10-15"


def test_changes_are_counted_from_the_version_that_was_in_force_before() -> None:
    (replaces,) = [
        each["replaces"] for each in read("history", SERVICES)["versions"] if each["version"] == "2026-06-01"
    ]
    assert replaces["version"] == "2025-03-30", "the one between them was withdrawn"
    assert sum(replaces["changes"].values()) > 0
    assert set(replaces["redlines"]) == {"fr", "en", "ar"}
