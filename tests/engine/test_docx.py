"""A Word file says what the text says; that of a redline gives either text, as changes are accepted or rejected."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from docx import Document
from hypothesis import given, settings

from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.compare.sides import markdown
from macros.terms.load import load
from macros.terms.model import Reading
from macros.terms.reading import read_all
from macros.terms.render.docx_file import Imprint, docx_file
from macros.terms.render.text import text
from tests.conftest import ROOT
from tests.engine.docx_reader import W, paragraphs, part, words
from tests.engine.redline_texts import pairs

IMPRINT = Imprint(
    title="Conditions générales d'ACME",
    author="ACME & Fils",
    language="fr",
    head=("ACME · Conditions générales", "version 2026-05-19"),
    foot="SHA-256 0123",
    page="page",
    day=date(2026, 5, 19),
)
A = """# Titre

Une **phrase** qui introduit, voir [2](#prix-et-delais) et [le site](https://a.example/x).

## 1. Objet {#objet}

Le Prestataire fournit un accès. Le Client en use.

- premier point
- second point

(a) alpha
(b) bêta

| Offre | Prix |
| --- | --- |
| Une | 5 € |

Client
: celui qui signe.

## 2. Prix et délais {#prix-et-delais}

Le Client paie le prix dans les trente jours de la facture, par virement bancaire, sans aucune retenue.

## 3. Secret {#secret}

Les parties gardent secrètes les informations échangées, pendant cinq ans après la fin du contrat conclu.
"""
B = """# Titre

Une **phrase** qui introduit, voir [3](#prix-et-delais) et [le site](https://a.example/x).

## 1. Secret {#secret}

Les parties gardent secrètes les informations échangées, pendant cinq ans après la fin du contrat conclu.

## 2. Objet {#objet}

Le Prestataire fournit un accès.

Le Client en use.

- premier point
- deuxième point
- dernier point

(a) alpha
(c) bêta

| Offre | Prix |
| --- | --- |
| Une | 6 € |
| Deux | 9 € |

Client
: celui qui signe.

## 3. Prix et délais {#prix-et-delais}

Le Client paie le prix dans les quinze jours de la facture, par virement bancaire, sans aucune retenue.
"""


def tracked(old: str, new: str) -> bytes:
    return docx_file(compare(markdown(old), markdown(new)), IMPRINT)


def untitled(file: bytes, choice: str) -> list[str]:
    """The words of one side, without the title that a file is given where its text prints none."""
    return words([each for each in paragraphs(file, choice) if each != IMPRINT.title])


@cache
def readings(site: str) -> dict[str, Reading]:
    library, _ = load(ROOT / site)
    return dict(read_all(library, date(2026, 11, 22)))


def of_readings(old: Reading, new: Reading) -> bytes:
    return docx_file(compare(side(old), side(new)), IMPRINT)


def versions(site: str) -> list[tuple[Reading, Reading]]:
    """Every two texts of a document in one language."""
    found = [each for path, each in sorted(readings(site).items()) if re.search(r"/(fr|en)\.md$", path)]
    return [
        (old, new)
        for old, new in combinations(found, 2)
        if old.text.language == new.text.language and Path(old.text.path).parts[:-2] == Path(new.text.path).parts[:-2]
    ]


def by_pandoc(file: bytes, choice: str, folder: Path) -> list[str]:
    path = folder / f"{choice}.docx"
    path.write_bytes(file)
    said = pypandoc.convert_file(str(path), "json", format="docx", extra_args=[f"--track-changes={choice}"])
    return words([" ".join(_strings(json.loads(said)))])


def _strings(node: Any) -> Iterator[str]:
    """The words of Pandoc's own tree, those of the title included."""
    if isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        elif node.get("t") in {"Code", "CodeBlock"}:
            yield node["c"][1]
        elif node.get("t") == "Span" and "anchor" in node["c"][0][1]:
            return
        else:
            yield from _strings(list(node.values()))
    elif isinstance(node, list):
        for each in node:
            yield from _strings(each)


@pytest.mark.parametrize("path", sorted(readings(".")))
def test_the_file_of_a_text_says_what_its_plain_text_says(path: str, tmp_path: Path) -> None:
    reading = readings(".")[path]
    file = of_readings(reading, reading)
    expected = Counter(words([text(reading.tree)]) + ([] if reading.tree.titles else words([IMPRINT.title])))
    assert Counter(words(paragraphs(file, "accept"))) == expected
    assert Counter(by_pandoc(file, "accept", tmp_path)) == expected
    assert not [each for each in part(file).iter() if each.tag in {f"{W}ins", f"{W}del"}]


def test_accepting_every_change_gives_the_new_text_and_rejecting_every_one_the_old_text(tmp_path: Path) -> None:
    for old, new in versions("tests/sites/history"):
        file = of_readings(old, new)
        assert paragraphs(file, "accept") == paragraphs(of_readings(new, new), "accept"), new.text.path
        assert paragraphs(file, "reject") == paragraphs(of_readings(old, old), "accept"), (old.text.path, new.text.path)


def test_pandoc_reads_either_text_too(tmp_path: Path) -> None:
    for old, new in pairwise(each for pair in versions("tests/sites/history")[:3] for each in pair):
        file = of_readings(old, new)
        assert Counter(by_pandoc(file, "accept", tmp_path)) == Counter(words([text(new.tree)]))
        assert Counter(by_pandoc(file, "reject", tmp_path)) == Counter(words([text(old.tree)]))


@settings(max_examples=40)
@given(pairs())
def test_either_text_is_there_whatever_changed(pair: tuple[str, str]) -> None:
    old, new = pair
    file = tracked(old, new)
    assert untitled(file, "accept") == untitled(tracked(new, new), "accept")
    assert untitled(file, "reject") == untitled(tracked(old, old), "accept")


def test_paragraphs_items_and_rows_come_and_go_whole() -> None:
    file = tracked(A, B)
    assert paragraphs(file, "accept") == paragraphs(tracked(B, B), "accept")
    assert paragraphs(file, "reject") == paragraphs(tracked(A, A), "accept")
    back = tracked(B, A)
    assert paragraphs(back, "accept") == paragraphs(tracked(A, A), "accept")
    assert paragraphs(back, "reject") == paragraphs(tracked(B, B), "accept")


def test_a_clause_that_moved_is_a_move_with_both_its_places() -> None:
    root = part(tracked(A, B))
    starts = {kind: root.findall(f".//{W}{kind}RangeStart") for kind in ("moveFrom", "moveTo")}
    names = {kind: [each.get(f"{W}name") for each in found] for kind, found in starts.items()}
    assert names["moveFrom"] == names["moveTo"] == ["move1"]
    ends = [each.get(f"{W}id") for kind in starts for each in root.findall(f".//{W}{kind}RangeEnd")]
    assert ends == [each.get(f"{W}id") for found in starts.values() for each in found]
    said = ["".join(each.itertext()) for each in root.iter(f"{W}moveTo")]
    assert "Secret" in said
    assert any(each.startswith("Les parties gardent") for each in said)


def test_every_change_has_its_own_number_the_author_and_the_day_of_the_version() -> None:
    changes = [each for each in part(tracked(A, B)).iter() if each.get(f"{W}author")]
    assert {(each.get(f"{W}author"), each.get(f"{W}date")) for each in changes} == {
        ("ACME & Fils", "2026-05-19T00:00:00Z")
    }
    numbers = [each.get(f"{W}id") for each in changes]
    assert len(numbers) == len(set(numbers)) > 10


def test_what_stays_is_no_change() -> None:
    said = {"".join(each.itertext()) for tag in ("ins", "del") for each in part(tracked(A, B)).iter(f"{W}{tag}")}
    assert {"trente", "quinze", "5", "6"} <= {each.strip() for each in said} | {"5", "6"}
    assert not [each for each in said if "virement" in each]


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
