"""Each published text is its original, word by word; every exception is named beside the original."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.terms.load import load
from macros.terms.reading import read_all
from macros.terms.render.text import text

ROOT = Path(__file__).parents[1]
ORIGINALS = ROOT / "tests" / "originals"
REASONS = frozenset({
    "word cut by the page width",
    "page footer between two paragraphs",
    "table heading repeated on the next page",
    "table row split by the page",
    "bullet of a symbol font",
    "bullet lost",
    "markup of the extraction",
})  # fmt: skip
READINGS = {
    path: reading for path, reading in read_all(load(ROOT)[0], date(2026, 11, 22)).items() if "/draft/" not in path
}


def original_words(path: Path) -> list[tuple[int, str]]:
    """The words of an original, each with its line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(number, word) for number, line in enumerate(lines, 1) for word in line.split()]


def repaired(words: list[tuple[int, str]], repairs: list[dict[str, str]]) -> list[str]:
    """The words with each repair made at its place; a repair that fits nowhere fails."""
    done: list[str] = []
    local = [repair for repair in repairs if "line" in repair]
    index = 0
    for repair in local:
        start = next(place for place in range(index, len(words)) if words[place][0] >= int(repair["line"]))
        cut = repair["original"].split()
        while [word for _, word in words[start : start + len(cut)]] != cut:
            assert words[start][0] == int(repair["line"]), f"no such words: {repair}"
            start += 1
        done += [word for _, word in words[index:start]] + repair["published"].split()
        index = start + len(cut)
    done += [word for _, word in words[index:]]
    for repair in (each for each in repairs if "every" in each):
        assert repair["every"] in done, f"no such word: {repair}"
        done = [new for word in done for new in (repair["published"].split() if word == repair["every"] else [word])]
    return done


@pytest.mark.parametrize("path", [path for path in sorted(READINGS) if READINGS[path].text.language == "fr"])
def test_every_word_of_the_original_is_published_in_order(path: str) -> None:
    _, publisher, document, _, _ = path.split("/")
    original = ORIGINALS / f"{publisher}-{document}.txt"
    repairs = yaml.safe_load(original.with_suffix(".repairs.yml").read_text(encoding="utf-8"))
    assert text(READINGS[path].tree).split() == repaired(original_words(original), repairs)


@pytest.mark.parametrize("path", sorted(ORIGINALS.glob("*.repairs.yml")), ids=lambda path: path.name)
def test_a_repair_only_undoes_what_the_extraction_did(path: Path) -> None:
    repairs = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {repair["reason"] for repair in repairs} <= REASONS


def test_no_original_is_without_its_text() -> None:
    published = {"-".join(path.split("/")[1:3]) for path in READINGS}
    assert {path.stem for path in ORIGINALS.glob("*.txt")} == published
