"""Arabic on paper: what is not Arabic keeps its own order."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import pdfplumber

from tests.test_paper_files import made

SERVICES = "ar/exemple/services"
VERSION, REDLINE = "2026-06-01", "changes/2025-11-15--2026-06-01"
ARROW = "2025-11-15→2026-06-01"
# Where the text begins below the running head, in points.
BODY = 80


def row(letters: Iterable[Mapping[str, Any]]) -> str:
    """Letters as they stand from left to right, without spaces and what is not seen."""
    ordered = sorted(letters, key=lambda each: float(each["x0"]))
    return "".join(each["text"] for each in ordered if each["text"].isprintable() and each["text"] != " ")


def head(paper: bytes) -> str:
    """What stands at the left of the second page's running head."""
    with pdfplumber.open(io.BytesIO(paper)) as file:
        page = file.pages[1]
        return row(each for each in page.chars if each["top"] < BODY and each["x0"] < page.width / 2)


def test_the_running_head_says_the_word_and_then_the_version() -> None:
    """Arabic is read from the right: the word's letters stand beyond the date."""
    after = head(made("history", f"{SERVICES}/{VERSION}/terms.pdf")).partition(VERSION)[2]
    assert unicodedata.bidirectional(after[0]) == "AL"
    assert ARROW in head(made("history", f"{SERVICES}/{REDLINE}/redline.pdf"))


def test_an_address_ends_with_its_slash() -> None:
    written = "https://etat.exemple.example/"
    with pdfplumber.open(io.BytesIO(made("history", f"{SERVICES}/{VERSION}/terms.pdf"))) as file:
        (link,) = [each for page in file.pages for each in page.hyperlinks if each["uri"] == written]
        inside = file.pages[link["page_number"] - 1].crop((link["x0"], link["top"], link["x1"], link["bottom"])).chars
    # A link's box reaches into the lines beside it.
    (line,) = {each["top"] for each in inside if each["text"] == "h"}
    assert row(each for each in inside if each["top"] == line).endswith(written)
