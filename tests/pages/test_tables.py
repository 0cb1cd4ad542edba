"""A figure in a table never breaks, however many columns there are: the table is scrolled, or on paper set smaller."""

import pytest
from playwright.sync_api import Page

from tests.pages.places import NEXTCLOUD

# A table of as many columns in the place of a contract's first, and how many lines each of its figures takes.
LINES = """columns => {
    const table = document.querySelector(".terms-text table"), wide = document.createElement("div");
    wide.className = "terms-table";
    table.replaceWith(wide);
    wide.append(table);
    for (const row of table.rows) {
        const cells = Array.from({ length: columns }, () => document.createElement("td"));
        for (const cell of cells) cell.textContent = "62.734";
        row.replaceChildren(...cells);
    }
    const range = document.createRange();
    return [...table.rows].flatMap(row => [...row.cells]).map(cell => {
        range.selectNodeContents(cell);
        return range.getClientRects().length;
    });
}"""


@pytest.mark.parametrize(("width", "media"), [(360, "screen"), (1440, "screen"), (627, "print")])
@pytest.mark.parametrize("columns", [4, 8, 12])
def test_a_figure_stays_on_its_line(page: Page, width: int, media: str, columns: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(media="print" if media == "print" else "screen")
    page.goto(NEXTCLOUD.address)
    assert set(page.evaluate(LINES, columns)) == {1}
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
