"""terms.json says by clause what terms.txt says, by a published schema, and is the same on every day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.rendered import BASE, SITES, ending, rendered, served

SERVICES = "en/exemple/services"


def texts(name: str) -> list[str]:
    """Where the texts of a site are; a document may be called terms too."""
    return [each for each in ending(name, "/terms.json") if not each.startswith("api/")]


def said(clauses: list[dict[str, Any]]) -> Iterator[str]:
    """The paragraphs of clauses, headings included."""
    for clause in clauses:
        yield " ".join(filter(None, (clause["label"], clause["title"])))
        yield clause["text"]
        yield from said(clause["clauses"])


def every(clauses: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for clause in clauses:
        yield clause
        yield from every(clause["clauses"])


@pytest.mark.parametrize("name", SITES)
def test_the_clauses_joined_are_the_plain_text(name: str) -> None:
    for address in texts(name):
        found = json.loads(rendered(name)[address])
        paragraphs = [*found["titles"], found["preface"], *said(found["clauses"])]
        plain = rendered(name)[address.replace(".json", ".txt")].decode()
        assert "\n\n".join(filter(None, paragraphs)) + "\n" == plain


@pytest.mark.parametrize("name", SITES)
def test_it_is_what_its_published_schema_says(name: str) -> None:
    for address in texts(name):
        found = json.loads(rendered(name)[address])
        schema = json.loads(rendered(name)[found["schema"].removeprefix(BASE)])
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(found)


@pytest.mark.parametrize("name", SITES)
def test_its_digest_is_that_of_the_sealed_text_that_it_names(name: str) -> None:
    for address in texts(name):
        found = json.loads(rendered(name)[address])
        sealed = rendered(name)[found["files"]["markdown"].removeprefix(BASE)]
        assert hashlib.sha256(sealed).hexdigest() == found["sha256"]


@pytest.mark.parametrize("name", SITES)
def test_every_file_that_it_names_is_there(name: str) -> None:
    for address in texts(name):
        found = json.loads(rendered(name)[address])
        assert {each.removeprefix(BASE) for each in found["files"].values()} <= served(name)


@pytest.mark.parametrize("name", SITES)
def test_a_reference_leads_to_a_clause_of_the_same_text(name: str) -> None:
    for address in texts(name):
        clauses = list(every(json.loads(rendered(name)[address])["clauses"]))
        ids = {each["id"] for each in clauses}
        assert {target for each in clauses for target in each["references"]} <= ids


def test_a_clause_has_the_same_id_in_every_language() -> None:
    ids = {
        language: [each["id"] for each in every(json.loads(content)["clauses"])]
        for language in ("fr", "en", "ar")
        for content in [rendered("history")[f"{language}/exemple/services/2026-06-01/terms.json"]]
    }
    assert ids["fr"] == ids["en"] == ids["ar"] != []


@pytest.mark.parametrize("end", ["/terms.json", "/terms.xml"])
def test_no_later_day_changes_a_byte_of_a_published_file(end: str) -> None:
    later = rendered("history", "2028-01-01")
    assert ending("history", end) == {address: later[address] for address in ending("history", end)}


def test_an_earlier_revision_of_a_translation_has_its_own_files() -> None:
    first = json.loads(rendered("history")[f"{SERVICES}/2026-06-01/r1/terms.json"])
    second = json.loads(rendered("history")[f"{SERVICES}/2026-06-01/terms.json"])
    assert (first["revision"], second["revision"]) == (1, 2)
    assert first["sha256"] != second["sha256"]


@pytest.mark.parametrize("end", ["/terms.json", "/terms.xml"])
def test_a_draft_has_no_file_to_take_away(end: str) -> None:
    assert [each for each in ending("history", end) if "/draft/" in each] == []
