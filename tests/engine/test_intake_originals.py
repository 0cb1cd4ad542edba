"""The five originals, made into DOCX, HTML and PDF files, come back with every word and every clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypandoc
import pytest
from playwright.sync_api import Browser, PdfMargins

from macros.terms.clauses import every, heading
from macros.terms.intake.proposal import Place, Proposal, proposed
from macros.terms.intake.taking import taken_from
from macros.terms.load import load
from macros.terms.model import Node, Reading, Tree
from macros.terms.reading import read_all
from macros.terms.render.html import body, titles
from macros.terms.render.text import text

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
LIBRARY = load(ROOT)[0]
FORM = "commonmark+attributes+definition_lists+fancy_lists+pipe_tables"
VARIABLES = {document.id: publisher.variables for publisher, document in LIBRARY.documents()}
ORIGINALS = {
    "/".join(path.split("/")[1:3]): reading
    for path, reading in read_all(LIBRARY, TODAY).items()
    if "/draft/" not in path and reading.text.language == "fr"
}
# A page as a lawyer prints one: hyphens and spaces where the line ends, a table with lines, terms indented.
STYLE = """
.terms-heading > :not(h2, h3, h4) { display: none }
body { font: 11pt/1.4 "DejaVu Serif", serif } dd { margin-left: 24pt }
ol.terms-lettered { list-style: none } .terms-lettered li > * { display: inline }
table { border-collapse: collapse } td, th { border: 1px solid #000; padding: 4pt; text-align: left }
"""
MARGINS: PdfMargins = {"top": "25mm", "bottom": "25mm", "left": "22mm", "right": "22mm"}
HEADER = '<div style="font-size: 8px; margin: 0 auto">Document contractuel, ne pas diffuser</div>'
FOOTER = (
    '<div style="font-size: 8px; margin: 0 auto">La société SAS, page <span class="pageNumber"></span> / '
    '<span class="totalPages"></span></div>'
)


def headline(reading: Reading) -> str:
    return "".join(f"<h1>{title}</h1>" for title in titles(reading.tree, "fr").split("<br>") if title)


def printed(reading: Reading, browser: Browser) -> bytes:
    """The text as a PDF of A4 pages with a running header, a footer and page numbers."""
    inner = headline(reading) + body(reading.tree, "fr", lambda said, **_: said)
    page = browser.new_page()
    page.set_content(f'<!doctype html><html lang="fr"><meta charset="utf-8"><style>{STYLE}</style>{inner}')
    made = page.pdf(
        format="A4", display_header_footer=True, header_template=HEADER, footer_template=FOOTER, margin=MARGINS
    )
    page.close()
    return made


def canonical_body(reading: Reading) -> str:
    return reading.canonical.split("\n---\n", 1)[1]


def docx(reading: Reading, folder: Path) -> bytes:
    path = folder / "original.docx"
    pypandoc.convert_text(canonical_body(reading), "docx", format=FORM, outputfile=str(path))
    return path.read_bytes()


def html(reading: Reading) -> bytes:
    inner = body(reading.tree, "fr", lambda said, **_: said)
    inner = re.sub(r'<a class="terms-permalink".*?</a>', "", inner)
    head = headline(reading)
    menu = "<nav><ul><li><a href='/'>Accueil</a></li></ul></nav>"
    return f"<!doctype html><html><body>{menu}<main>{head}{inner}</main><footer>© 2026</footer></body></html>".encode()


def brought_in(content: bytes, suffix: str, name: str) -> Proposal:
    place = Place(
        path=f"docs/{name}/2026-05-19/fr.md",
        language="fr",
        binding="fr",
        day=date(2026, 5, 19),
        today=TODAY,
        origin=f"original{suffix}",
        name=name.split("/")[1],
    )
    return proposed(taken_from(content, suffix), place, VARIABLES[name])


def kinds(tree: Tree) -> Counter[str]:
    """How many items, rows and terms stand in each list, table and list of definitions, all in all."""
    found: Counter[str] = Counter()
    for clause, _ in every(tree):
        found.update(_kinds(clause.blocks))
    return found


def _kinds(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind in {"item", "row", "term", "definition"}:
            yield f"{node.kind} {node.mark}"
        yield from _kinds(node.children)


def same(made: Proposal, original: Reading) -> None:
    assert made.reading.faults == ()
    assert text(made.reading.tree).split() == text(original.tree).split()
    assert [heading(clause) for clause, _ in every(made.reading.tree)] == [
        heading(clause) for clause, _ in every(original.tree)
    ]
    assert [(clause.level, clause.number) for clause, _ in every(made.reading.tree)] == [
        (clause.level, clause.number) for clause, _ in every(original.tree)
    ]
    assert kinds(made.reading.tree) == kinds(original.tree)


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_a_word_file_comes_back_whole(name: str, tmp_path: Path) -> None:
    same(brought_in(docx(ORIGINALS[name], tmp_path), ".docx", name), ORIGINALS[name])


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_a_web_page_comes_back_whole_without_its_menu(name: str) -> None:
    same(brought_in(html(ORIGINALS[name]), ".html", name), ORIGINALS[name])


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_a_pdf_comes_back_whole_without_headers_and_page_numbers(name: str, browser: Browser) -> None:
    made = brought_in(printed(ORIGINALS[name], browser), ".pdf", name)
    same(made, ORIGINALS[name])
    assert any("header or footer" in said for _, said in made.remarks)


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_our_own_markdown_comes_back_with_its_ids(name: str) -> None:
    made = brought_in(canonical_body(ORIGINALS[name]).encode(), ".md", name)
    same(made, ORIGINALS[name])
    assert [clause.id for clause, _ in every(made.reading.tree)] == [
        clause.id for clause, _ in every(ORIGINALS[name].tree)
    ]


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_facts_of_a_known_publisher_are_used_where_they_print_the_same_words(name: str, tmp_path: Path) -> None:
    made = brought_in(docx(ORIGINALS[name], tmp_path), ".docx", name)
    used = {fact for each in made.reading.filled.expressions for fact in each.facts}
    assert {"company.registry_city", "company.capital.amount"} <= used
    assert used & {"company.name", "company.legal_name"}
