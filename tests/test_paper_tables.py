"""On paper no word of a table lies over another, however many columns share the page and however long their words."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests.rendered import papers

REDLINE = "fr/acme/terms/changes/2026-01-01--draft/redline.pdf"
NAMES = ("Référence", "Désignation", "Conservation", "Responsable", "Sous-traitance", "Localisation")
ADDRESS = "https://acme.example/politique/conservation/journaux/2026/annexe-technique-detaillee"
# Whether a table takes the margin beside it, and how large its letters are, in points.
CASES = {
    "few columns": (NAMES[:3], False, 9.5),
    "an address among few columns": (("Objet", ADDRESS, "Durée"), False, 9.5),
    "as many as the margin has room for": (NAMES, True, 9.5),
    "as many as smaller letters have room for": (NAMES * 2, True, 5.5),
    "more than the smallest letters have room for": (NAMES * 5, True, 5.5),
}


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_a_table_lies_over_another(name: str, tiny: Path) -> None:
    cells, in_margin, smallest = CASES[name]
    letters = drawn(tiny, f"| {' | '.join(cells)} |\n|{'---|' * len(cells)}\n{row(cells)}{row(cells)}")
    head = next(each for each in letters if each["size"] > 20)
    table = [each for each in letters if each["size"] < 10 and "Serif" in each["fontname"]]
    said = "".join(each["text"] for each in table)
    assert all(said.count(each) >= 2 for each in cells if len(cells) < 10)
    assert (min(each["x0"] for each in table) < head["x0"] - 50) is in_margin
    assert max(each["x1"] for each in table) < 515
    assert min(each["size"] for each in table) > smallest - 0.01
    for _, line in groupby(sorted(table, key=itemgetter("top", "x0")), key=itemgetter("top")):
        assert all(before["x1"] < after["x0"] + 1 for before, after in pairwise(line))


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def drawn(root: Path, words: str) -> list[dict[str, Any]]:
    """Every letter on the paper that redlines a draft to which words are added, with its place and size."""
    text = (root / "docs/acme/terms/2026-01-01/fr.md").read_text(encoding="utf-8")
    path = root / "docs/acme/terms/draft/fr.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(re.sub(r"(?m)^(recorded|effective): .*\n", "", text).rstrip() + f"\n\n{words}", encoding="utf-8")
    with pdfplumber.open(io.BytesIO(papers(root)[REDLINE].make())) as file:
        return [letter for page in file.pages for letter in page.chars]
