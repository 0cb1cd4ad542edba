"""A Word file says what its text says, in Word's own styles, with what a version says of itself around it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from macros.terms.compare import compare
from macros.terms.compare.sides import markdown
from macros.terms.render.docx_file import docx_file
from macros.terms.render.text import text
from tests.engine.docx_files import IMPRINT, A, B, by_pandoc, of_readings, readings, tracked
from tests.engine.docx_reader import W, paragraphs, part, words


@pytest.mark.parametrize("path", sorted(readings(".")))
def test_the_file_of_a_text_says_what_its_plain_text_says(path: str, tmp_path: Path) -> None:
    reading = readings(".")[path]
    file = of_readings(reading, reading)
    expected = Counter(words([text(reading.tree)]) + ([] if reading.tree.titles else words([IMPRINT.title])))
    assert Counter(words(paragraphs(file, "accept"))) == expected
    assert Counter(by_pandoc(file, "accept", tmp_path)) == expected
    assert not [each for each in part(file).iter() if each.tag in {f"{W}ins", f"{W}del"}]


def test_a_reference_leads_to_the_clause_and_an_address_out() -> None:
    for file in [tracked(A, B), *(of_readings(each, each) for each in readings(".").values())]:
        root = part(file)
        names = [each.get(f"{W}name") or "" for each in root.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", each) for each in names)
        assert {each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")} - {None} <= set(names)
    links = part(tracked(A, B), "word/_rels/document.xml.rels")
    assert [each.get("Target") for each in links if each.get("TargetMode") == "External"] == ["https://a.example/x"]


def test_styles_are_those_of_word_and_numbers_are_text() -> None:
    document = Document(io.BytesIO(tracked(A, A)))
    styles = {each.text: each.style.name for each in document.paragraphs if each.style and each.text}
    assert styles["Titre"] == "Title"
    assert styles["1. Objet"] == "Heading 1"
    assert styles["premier point"] == "List Bullet"
    assert styles["(a)\talpha"] == "List"
    assert styles["Client"] == "Definition Term"
    (table,) = document.tables
    assert table.style
    assert table.style.name == "Table Grid"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Offre", "Prix"], ["Une", "5\u00a0€"]]


def test_head_foot_properties_and_language_are_those_of_the_version() -> None:
    file = tracked(A, A)
    document = Document(io.BytesIO(file))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "ACME · Conditions générales\tversion 2026-05-19"
    assert section.footer.paragraphs[0].text == "SHA-256 0123\tpage  / "
    fields = [each.text for each in part(file, "word/footer1.xml").iter(f"{W}instrText")]
    assert fields == [" PAGE ", " NUMPAGES "]
    said = document.core_properties
    assert (said.title, said.author, said.language) == (IMPRINT.title, "ACME & Fils", "fr")
    assert (str(said.created)[:10], str(said.modified)[:10]) == ("2026-05-19", "2026-05-19")
    languages = {each.get(f"{W}val") for each in part(file, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"fr-FR"}


def test_the_same_text_gives_the_same_bytes_without_a_clock() -> None:
    assert tracked(A, B) == tracked(A, B)
    with zipfile.ZipFile(io.BytesIO(tracked(A, B))) as parts:
        assert parts.testzip() is None
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_signs_that_xml_cannot_hold_do_not_break_the_file() -> None:
    file = tracked("Un\x00 deux & <trois>\n", "Un\x01 deux & <quatre>\n")
    assert "deux &" in paragraphs(file, "accept")[-1]


def test_a_title_may_be_longer_than_a_property() -> None:
    long = replace(IMPRINT, title="Conditions " * 50)
    document = Document(io.BytesIO(docx_file(compare(markdown("Un.\n"), markdown("Un.\n")), long)))
    assert document.core_properties.title == long.title[:255]
    assert document.paragraphs[0].text == long.title
