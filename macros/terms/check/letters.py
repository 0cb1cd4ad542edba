"""Rule about the letters of a text: paper has no fonts of its reader's to fall back on, as a browser has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.front_matter import line_of
from macros.terms.model import Library, Problem, Reading
from macros.terms.render.pdf_fonts import unprintable


def letters(_: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every letter of a text is in a font of the PDF files."""
    for path, reading in readings.items():
        lines = reading.filled.text.split("\n")
        lacking = unprintable(reading.filled.text)
        if lacking:
            line = next(number for number, words in enumerate(lines, 1) if set(lacking) & set(words))
            yield Problem(path=path, line=line, message=_message(lacking))
        untitled = unprintable(reading.text.front.title)
        if untitled:
            yield Problem(path=path, line=line_of(reading.text.head, "title"), message=f"title: {_message(untitled)}")


def _message(lacking: list[str]) -> str:
    codes = ", ".join(f"U+{ord(each):04X}" for each in lacking)
    found = f'letters "{"".join(lacking)}" that no font has ({codes})'
    advice = "write them otherwise, or add a font that has them to macros/terms/render/pdf_fonts.py"
    return f"expected letters that the fonts of the PDF files have, found {found}; {advice}"
