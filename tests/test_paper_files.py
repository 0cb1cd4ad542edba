"""PDF files read back: every word in order, bookmarks, tags, the sealed text inside, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from macros.terms.check.drafting import warnings
from macros.terms.clauses import every
from macros.terms.clauses import heading as heading_of
from macros.terms.render.text import text as plain_text
from tests.conftest import ROOT, TODAY
from tests.rendered import BASE, SITES, papers, shelves
from tests.whole import examine

NEXTCLOUD = "fr/rezosocial/nextcloud/2026-05-19/terms.pdf"
CHANGES = "fr/exemple/services/changes/2025-11-15--2026-06-01/redline.pdf"
ARABIC = "ar/exemple/services/2025-11-15/terms.pdf"
COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) scn\b")
SHOWN = ("real", NEXTCLOUD), ("history", CHANGES), ("history", ARABIC)


def catalogue(reader: PdfReader) -> Any:
    """The catalogue of a file; what it holds has no types that a test could name."""
    return reader.trailer["/Root"]


real = cache(lambda: shelves(ROOT)[0].readings)
papers_of = cache(lambda name: papers(SITES[name]))


@cache
def made(name: str, address: str) -> bytes:
    return papers_of(name)[address].make()


def read(name: str, address: str) -> PdfReader:
    return PdfReader(io.BytesIO(made(name, address)))


def xmp(reader: PdfReader) -> str:
    found = catalogue(reader)["/Metadata"].get_data().decode()
    assert isinstance(found, str)
    return found


def bookmarks(outline: object) -> Iterator[str]:
    assert isinstance(outline, list)
    for each in outline:
        if isinstance(each, list):
            yield from bookmarks(each)
        else:
            yield str(each.title)


def squeezed(words: str) -> str:
    return "".join(words.split())


def texts(reader: PdfReader) -> str:
    """The words of the body, page after page, without running heads."""
    pages = []
    for page in reader.pages:
        head, _, body = page.extract_text().partition(f"/ {len(reader.pages)}")
        assert head
        pages.append(body)
    return squeezed(" ".join(pages))


@pytest.mark.parametrize("address", [NEXTCLOUD, "en/dropcloud/wesend/2026-11-21/terms.pdf"])
def test_every_word_of_the_text_stands_in_the_file_in_order(address: str) -> None:
    readings = real()
    reading = readings[f"docs/{'/'.join(address.split('/')[1:4])}/{address[:2]}.md"]
    body, at = texts(read("real", address)), 0
    for word in plain_text(reading.tree).split():
        said = squeezed(word.strip("|-–*"))
        at = body.index(said, at) + len(said)


def test_bookmarks_are_the_clauses_with_their_numbers() -> None:
    readings = real()
    tree = readings["docs/rezosocial/nextcloud/2026-05-19/fr.md"].tree
    expected = [heading_of(clause) for clause, _ in every(tree) if clause.id]
    assert [each.replace("\u00a0", " ") for each in bookmarks(read("real", NEXTCLOUD).outline)] == expected


def test_the_sealed_text_is_attached_and_its_digest_stands_on_the_last_page() -> None:
    reader = read("real", NEXTCLOUD)
    (file,) = catalogue(reader)["/AF"]
    assert file.get_object()["/AFRelationship"] == "/Source"
    ((content,),) = (reader.attachments["terms.md"],)
    sealed = real()["docs/rezosocial/nextcloud/2026-05-19/fr.md"].canonical.encode()
    assert content == sealed
    last = reader.pages[-1].extract_text()
    assert hashlib.sha256(content).hexdigest() in last
    assert f"{BASE}fr/rezosocial/nextcloud/2026-05-19/" in last


@pytest.mark.parametrize(("name", "address"), SHOWN)
def test_a_file_says_what_it_is(name: str, address: str) -> None:
    reader = read(name, address)
    said, root = xmp(reader), catalogue(reader)
    for claim in ("pdfaid:part>3<", "pdfaid:conformance>B<", "pdfuaid:part>1<"):
        assert claim in said
    assert root["/Lang"] == address[:2]
    assert root["/MarkInfo"]["/Marked"] is not None
    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert "/Encrypt" not in reader.trailer
    assert not {"/AA", "/OpenAction", "/AcroForm"} & set(root)
    day = re.findall(r"\d{4}-\d\d-\d\d", address)[-1]
    assert f"<xmp:CreateDate>{day}T00:00:00Z" in said
    assert f"<xmp:ModifyDate>{day}T00:00:00Z" in said
    assert reader.metadata
    assert day in str(reader.metadata.title)


@pytest.mark.parametrize(("name", "address"), SHOWN)
def test_every_font_is_in_the_file_and_every_letter_can_be_read_back(name: str, address: str) -> None:
    seen = 0
    for page in read(name, address).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            assert "/ToUnicode" in font
            (inner,) = font["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            seen += 1
    assert seen


def structure(node: Any, roles: list[str]) -> None:
    """The kinds of the structure's elements, in the order in which they are read."""
    kids: Any = node["/K"].get_object() if "/K" in node else []
    roles.append(str(node.get("/S", "")))
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        child = kid.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            structure(child, roles)


@pytest.mark.parametrize(("name", "address"), SHOWN)
def test_the_structure_names_headings_lists_tables_and_links(name: str, address: str) -> None:
    reader, roles = read(name, address), list[str]()
    structure(catalogue(reader)["/StructTreeRoot"], roles)
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Lbl", "/LBody"} <= set(roles)
    if name == "real":
        assert {"/Table", "/TR", "/TH", "/TD", "/Link"} <= set(roles)
    for page in reader.pages:
        assert "/StructParents" in page
        assert str(page["/Tabs"]) == "/S"


def test_what_is_for_the_screen_is_not_on_paper() -> None:
    words = texts(read("real", NEXTCLOUD))
    assert "DéfinitionsLestermes" in words
    assert "Lien" not in words.split("Définitions")[1][:40]


def test_a_redline_says_in_words_what_became_of_each_clause() -> None:
    reader = read("history", CHANGES)
    first = reader.pages[0].extract_text()
    for said in ("Article 4. Obligations du Client passages déplacés", "Article 15. Sous-traitance supprimé"):
        assert squeezed(said) in squeezed(first)
    streams = [page.get_contents() for page in reader.pages]
    content = b"".join(each.get_data() for each in streams if each is not None)
    used = {tuple(round(float(part) * 255) for part in each) for each in COLOUR.findall(content)}
    assert {(0x0B, 0x5A, 0x26), (0xA3, 0x13, 0x1F), (0x1A, 0x4B, 0x99)} <= used
    assert not reader.attachments
    last = reader.pages[-1].extract_text()
    assert len(re.findall(r"[0-9a-f]{64}", squeezed(last))) == 2


def test_a_redline_with_the_draft_says_that_it_is_one() -> None:
    address = "en/exemple/services/changes/2027-01-01--draft/redline.pdf"
    last = read("history", address).pages[-1].extract_text()
    assert "A draft: not published, not in force and not an offer." in last


MAKE = """
import hashlib
from tests.test_paper_files import made
for name, address in {shown!r}:
    print(hashlib.sha256(made(name, address)).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_wherever_it_is_made() -> None:
    elsewhere = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "fr_FR.UTF-8", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", MAKE.format(shown=SHOWN)]
    run = subprocess.run(words, cwd=ROOT, env=os.environ | elsewhere, capture_output=True, check=True)
    assert run.stdout.decode().split() == [hashlib.sha256(made(*each)).hexdigest() for each in SHOWN]


def test_a_letter_that_no_font_has_is_told_before_and_spelled_on_paper(tiny: Path) -> None:
    path = tiny / "docs/acme/terms/draft/fr.md"
    path.parent.mkdir(exist_ok=True)
    text = (tiny / "docs/acme/terms/2026-01-01/fr.md").read_text(encoding="utf-8")
    text = re.sub(r"^(recorded|effective): .*\n", "", text, flags=re.MULTILINE)
    path.write_text(f"{text.rstrip()}\n\nПривет, العميل, ☐, 中文.\n", encoding="utf-8")
    day = date.fromisoformat(TODAY)
    library, readings, problems = examine(tiny, day)
    assert problems == []
    found = [each for each in warnings(library, readings, day) if each.rule == "letters"]
    assert [each.path for each in found] == ["docs/acme/terms/draft/fr.md"]
    assert "[U+4E2D], [U+6587]" in found[0].message
    paper = papers(tiny)["fr/acme/terms/changes/2026-01-01--draft/redline.pdf"]
    words = texts(PdfReader(io.BytesIO(paper.make())))
    assert "[U+4E2D][U+6587]" in words
    assert "Привет" in words
    assert "☐" in words


def test_netlify_says_what_a_pdf_is() -> None:
    headers = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    (rule,) = [each for each in headers if each["for"] == "/*.pdf"]
    assert rule["values"]["Content-Type"] == "application/pdf"
