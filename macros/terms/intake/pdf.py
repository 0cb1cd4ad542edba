"""A PDF with words in it to what it says: the only file that knows pdfplumber."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from macros.terms.intake.model import Taken, UnreadableError
from macros.terms.intake.pandoc import missing
from macros.terms.intake.pdf_columns import Span, bands, gutter
from macros.terms.intake.pdf_edges import without_edges
from macros.terms.intake.pdf_letters import UNKNOWN, bullets, named
from macros.terms.intake.pdf_lines import GAP, lines_of
from macros.terms.intake.pdf_paragraphs import paragraphs
from macros.terms.intake.printed import Page, Table

# Left, top, right, bottom.
Box = tuple[float, float, float, float]
MOST_PAGES = 600
ENCRYPTED = ("PDFPasswordIncorrect", "PDFEncryptionError")
EMPTY = "expected a PDF with words in it, found {} without any, a scan; have its words recognised (OCR) first"


def take(content: bytes) -> Taken:
    """The blocks of a PDF, lines joined, headers and footers dropped; raises UnreadableError."""
    if b"%PDF-" not in content[:1024]:
        message = "expected a PDF, found a file that does not begin as one; give it the ending of what it is"
        raise UnreadableError(message)
    pages = _pages(content)
    said = {page.number for page in pages if page.lines or page.tables}
    silent = sorted({page.number for page in pages} - said)
    if not said:
        message = EMPTY.format("1 page" if len(silent) == 1 else f"{len(silent)} pages")
        raise UnreadableError(message)
    kept, left_out = without_edges(pages)
    remarks = list(left_out)
    if any(line.column for page in pages for line in page.lines):
        remarks.append("pages are set in two columns; the left one was read first: check that the clauses follow")
    if unknown := sum(line.text.count(UNKNOWN) for page in pages for line in page.every_line()):
        remarks.append(f"letters in a font that does not say what they are stand as {UNKNOWN} ({unknown}); type them")
    if silent:
        numbers = ", ".join(map(str, silent))
        remarks.append(f"no words were found on page {numbers} of the file; type what stands there")
    return Taken(blocks=tuple(paragraphs(kept)), remarks=tuple(remarks))


def _pages(content: bytes) -> tuple[Page, ...]:
    try:
        import pdfplumber
    except ImportError as error:
        raise UnreadableError(missing("pdfplumber")) from error
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            count = len(document.pages)
            pages = tuple(part for page in document.pages[:MOST_PAGES] for part in _columns(page))
    except Exception as error:  # whatever a broken file makes the library raise
        raise UnreadableError(_why(error)) from error
    if count > MOST_PAGES:
        raise UnreadableError(f"expected a PDF of at most {MOST_PAGES} pages, found {count}; bring it in by parts")
    if not pages:
        raise UnreadableError("expected a PDF with pages, found none; the file is cut short: fetch it again")
    return pages


def _why(error: Exception) -> str:
    """What is wrong with a file that could not be opened."""
    chain = {type(each).__name__ for each in (error, error.__cause__, error.__context__, *error.args) if each}
    if chain & set(ENCRYPTED):
        return "expected a PDF that anybody may open, found one with a password; save it without, then try again"
    return "expected a PDF, found a broken one or one cut short; fetch it again, or print it anew to a PDF"


def _columns(page: Any) -> Iterator[Page]:  # noqa: ANN401  # pdfplumber has no types
    from pdfplumber.utils.text import extract_words

    words = extract_words(named(_once(page.chars)), x_tolerance_ratio=GAP, extra_attrs=["fontname", "size"])
    words += bullets(page, words)
    grids = [_grid(page, table) for table in (page.find_tables() if page.edges else ()) if _is_table(table)]
    outside = [word for word in words if not any(_inside(word, cell) for grid in grids for row in grid for cell in row)]
    tables = tuple(_table(grid, words) for grid in grids)
    whole = Page(number=page.page_number, height=float(page.height), lines=tuple(lines_of(outside)), tables=tables)
    spans = [*map(_span, outside), *((table.left, table.right, table.top) for table in tables)]
    middle = gutter(spans[: len(outside)], float(page.width))
    if middle is None:
        yield whole
        return
    for crossing, places in bands(spans, middle):
        for column in (0,) if crossing else (1, 2):
            side = [at for at in places if crossing or (spans[at][0] > middle) is (column == 2)]
            found = lines_of([outside[at] for at in side if at < len(outside)])
            yield replace(
                whole,
                lines=tuple(replace(line, column=column) for line in found),
                tables=tuple(tables[at - len(outside)] for at in side if at >= len(outside)),
            )


def _once(letters: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each letter once, where a file prints it again at its place to make it bold."""
    from pdfplumber.utils.clustering import cluster_objects

    # As pdfplumber's dedupe_chars does, which compares each letter with all before it to find its place.
    alike: dict[tuple[Any, ...], list[tuple[float, float, int]]] = {}
    for place, each in enumerate(letters):
        said = tuple(each[key] for key in ("upright", "text", "fontname", "size"))
        alike.setdefault(said, []).append((each["doctop"], each["x0"], place))
    lines = (line for places in alike.values() for line in cluster_objects(places, itemgetter(0), 1))
    spots = (min(spot) for line in lines for spot in cluster_objects(line, itemgetter(1), 1))
    return [letters[place] for place in sorted(place for _, _, place in spots)]


def _span(word: dict[str, Any]) -> Span:
    return (float(word["x0"]), float(word["x1"]), float(word["bottom"]))


def _is_table(table: Any) -> bool:  # noqa: ANN401  # pdfplumber has no types
    """Whether lines around words make a table rather than a box: two columns at least."""
    return max(len([cell for cell in row.cells if cell]) for row in table.rows) > 1


def _inside(word: dict[str, Any], box: Box | None) -> bool:
    if box is None:
        return False
    middle, centre = (word["top"] + word["bottom"]) / 2, (word["x0"] + word["x1"]) / 2
    return bool(box[0] <= centre <= box[2] and box[1] <= middle <= box[3])


def _grid(page: Any, table: Any) -> list[list[Box | None]]:  # noqa: ANN401  # pdfplumber has no types
    """The cells of a table by row; a row that the page cuts has no line at its end, but lines between its columns."""
    rows: list[list[Box | None]] = [list(row.cells) for row in table.rows]
    _, top, _, bottom = table.bbox
    sides = {cell[0] for cell in filter(None, rows[-1])} | {cell[2] for cell in filter(None, rows[-1])}
    upright = [
        each for each in page.edges if each["orientation"] == "v" and any(abs(each["x0"] - x) < 2 for x in sides)
    ]
    low = max((each["bottom"] for each in upright if each["top"] < bottom + 2), default=bottom)
    high = min((each["top"] for each in upright if each["bottom"] > top - 2), default=top)
    if low > bottom + 2:
        rows.append([cell and (cell[0], bottom, cell[2], low) for cell in rows[-1]])
    if high < top - 2:
        rows.insert(0, [cell and (cell[0], high, cell[2], top) for cell in rows[0]])
    return rows


def _table(grid: list[list[Box | None]], words: Sequence[dict[str, Any]]) -> Table:
    rows = tuple(
        tuple(tuple(lines_of([word for word in words if _inside(word, cell)])) for cell in row) for row in grid
    )
    first, *others = [cell for row in grid for cell in row if cell]
    right = max(cell[2] for cell in (first, *others))
    return Table(rows=tuple(row for row in rows if any(row)), top=first[1], left=first[0], right=right)
