"""Pages as sites serve them: menus around the text, paragraphs made of line ends, cells that span others."""

from __future__ import annotations

import pytest

from macros.terms.intake.lists import with_lists
from macros.terms.intake.model import Block, Taken, plain, words
from macros.terms.intake.proposal import shaped
from macros.terms.intake.taking import taken_from
from macros.terms.intake.writing import written

CLAUSES = "".join(
    f"<h2>{at}. {name}</h2><p>The supplier and the customer agree on all that follows about {name.lower()}.</p>"
    for at, name in enumerate(("Purpose", "Fees", "Term", "Notices"), 1)
)
MENUS = "menus, footers and side columns"


def page(body: str) -> Taken:
    return taken_from(f"<html><head><title>Site</title></head><body>{body}</body></html>".encode(), ".html")


def lines(taken: Taken) -> list[str]:
    return [plain(block) for block in taken.blocks]


def cells(block: Block) -> list[list[str]]:
    return [[plain(cell) for cell in row.blocks] for row in block.blocks]


@pytest.mark.parametrize(
    "around",
    [
        '<div id="cookie-banner"><p>We use cookies.</p></div>',
        '<header class="site-header"><ul><li>Home</li></ul></header>',
        '<div class="breadcrumb">Home &gt; Terms</div>',
        '<div class="sidebar"><h3>Recent</h3><ul><li>News</li></ul></div>',
        '<div role="navigation"><div><p>Home</p></div></div>',
        "<nav><p>Home</p></nav>",
        '<a class="skip-link" href="#main">Skip to content</a>',
        '<button aria-expanded="false">Menu</button>',
    ],
)
def test_what_stands_around_the_text_is_left_out_and_told(around: str) -> None:
    found = page(f"{around}<h1>Terms</h1>{CLAUSES}")
    assert lines(found) == lines(page(f"<h1>Terms</h1>{CLAUSES}"))
    assert MENUS in " ".join(found.remarks)


@pytest.mark.parametrize("holder", ["form", "aside", "footer", 'div class="has sidebar"', 'section class="menu"'])
def test_what_holds_the_text_is_not_around_it_whatever_its_name(holder: str) -> None:
    found = page(f"<{holder}><h1>Terms</h1>{CLAUSES}</{holder.split(maxsplit=1)[0]}>")
    assert lines(found) == lines(page(f"<h1>Terms</h1>{CLAUSES}"))
    assert MENUS not in " ".join(found.remarks)


def test_words_that_a_page_hides_are_kept_and_told() -> None:
    found = page(f'<h1>Terms</h1>{CLAUSES}<div style="display: none"><p>Opened by a button.</p></div>')
    assert lines(found)[-1] == "Opened by a button."
    assert "the page hides" in " ".join(found.remarks)


def test_the_buttons_of_an_accordion_are_the_titles_of_what_they_open() -> None:
    buttons = (
        '<h2><button aria-expanded="false">1. Purpose</button></h2><div hidden><p>We agree.</p></div>'
        '<div><button class="accordion-button" aria-expanded="false">2. Fees</button><p>You pay.</p></div>'
    )
    assert lines(page(f"<h1>Terms</h1>{buttons}")) == ["Terms", "1. Purpose", "We agree.", "2. Fees", "You pay."]


@pytest.mark.parametrize("name", ["MsoTitle", "c2 title"])
def test_the_title_of_a_document_that_was_saved_as_a_page_is_one(name: str) -> None:
    found = page(f'<p class="{name}"><b>Terms of use</b></p><p>We agree.</p>')
    assert [(block.kind, plain(block)) for block in found.blocks] == [
        ("heading", "Terms of use"),
        ("paragraph", "We agree."),
    ]


def test_the_words_of_a_picture_stand_apart_from_those_beside_it() -> None:
    assert lines(page('<h1>Terms</h1><p><img src="x.png" alt="A map">See clause 1.</p>'))[-1] == "A map See clause 1."


def test_what_stands_under_items_of_one_line_is_none_of_the_last_one() -> None:
    lines = "You may print it if you:<br>- keep it;<br>- leave it as it is.<br>No other use is allowed."
    blocks = with_lists(page(f"<h1>Terms</h1><p>{lines}</p>").blocks)
    assert [block.kind for block in blocks] == ["heading", "paragraph", "list", "paragraph"]
    assert plain(blocks[-1]) == "No other use is allowed."


def test_lists_that_google_saved_beside_each_other_are_one_in_the_other_with_their_marks() -> None:
    style = '.lst-kix_x-1>li:before{content:"(" counter(lst-ctn-kix_x-1,lower-latin) ") "}'
    lists = (
        '<ol class="lst-kix_x-0 start" start="1"><li>Keep it.</li><li>Tell us:</li></ol>'
        '<ol class="lst-kix_x-1 start" start="1"><li>by e-mail; or</li><li>by post.</li></ol>'
        '<ol class="lst-kix_x-0" start="3"><li>Be of age.</li></ol><p>Then:</p>'
        '<ul class="lst-kix_y-0 start"><li>one</li></ul><ol class="lst-kix_x-0 start" start="1"><li>two</li></ol>'
    )
    found = page(f"<style>{style}</style><h1>Terms</h1>{lists}")
    assert written(found.blocks[1:]).text.split("\n")[:5] == [
        "1. Keep it.",
        "2. Tell us:",
        "   (a) by e-mail; or",
        "   (b) by post.",
        "3. Be of age.",
    ]
    assert lines(found)[2] == "Then:"
    assert [[each.mark for each in block.blocks] for block in found.blocks[3:]] == [["-"], ["1."]]


def test_a_line_ends_where_bold_words_do() -> None:
    found = page("<h1>Terms</h1><p><strong>ACME</strong><br>10 High Street<br><b>London</b></p>")
    assert written(found.blocks[1:]).text == "**ACME**\\\n10 High Street\\\n**London**\n"


def test_two_line_ends_part_paragraphs_and_one_does_not() -> None:
    assert lines(page("<p>One.<br><br>Two.<br>Still two.<br>&nbsp;<br>Three.</p>"))[:3] == [
        "One.",
        "Two.\nStill two.",
        "Three.",
    ]


def test_a_cell_that_spans_rows_leaves_the_others_in_their_columns() -> None:
    rows = (
        "<tr><th rowspan=2>Zone</th><th colspan=2>Fees</th></tr><tr><th>Parcel</th><th>Letter</th></tr>"
        "<tr><td>France</td><td>5</td><td rowspan=2>2</td></tr><tr><td>Europe</td><td>9</td></tr>"
    )
    for table in (rows, f"<thead>{rows}</thead>"):
        found = page(f"<p>Words.</p><table>{table}</table>")
        assert cells(found.blocks[1]) == [
            ["Zone", "Fees", ""],
            ["", "Parcel", "Letter"],
            ["France", "5", "2"],
            ["Europe", "9", ""],
        ]


def test_figures_set_high_or_low_stay_so() -> None:
    found = page("<p>10<sup>6</sup> m<sup>2</sup> of CO<sub>2</sub>, the 1<sup>er</sup> mai.</p>")
    assert lines(found) == ["10⁶ m² of CO₂, the 1er mai."]


def test_a_list_of_links_to_the_clauses_is_a_table_of_contents() -> None:
    linked = "".join(f'<li><a href="#c{at}">{name}</a></li>' for at, name in enumerate(("Purpose", "Fees", "Term")))
    found = page(f"<h1>Terms</h1><p>Contents</p><ul>{linked}</ul>{CLAUSES}")
    assert lines(found) == lines(page(f"<h1>Terms</h1>{CLAUSES}"))
    assert "table of contents" in " ".join(found.remarks)


def test_a_plain_line_whose_number_the_next_one_counts_under_is_a_heading() -> None:
    clauses = ("1. Fees", "1.1 The fees are due each month.", "1.2 They are net.", "2. Term", "2.1 One year in all.")
    blocks, numbering = shaped(page("".join(f"<div>{each}</div>" for each in clauses)))
    assert [(each.level, plain(each)) for each in blocks if each.kind == "heading"] == [
        (2, "Fees"),
        (3, ""),
        (3, ""),
        (2, "Term"),
        (3, ""),
    ]
    assert numbering.clauses == ("{n}.", "{n}.{m}")


@pytest.mark.parametrize("columns", ["<col/>", '<col width="274"/>\n<col width="274"/>', "<colgroup><col></colgroup>"])
def test_a_table_whose_columns_the_page_counts_keeps_its_cells(columns: str) -> None:
    (table,) = page(f"<table>{columns}<tr><td>Plan</td><td>Price</td></tr></table>").blocks
    assert cells(table) == [["Plan", "Price"]]


def test_a_break_that_is_closed_at_once_is_one_break() -> None:
    assert lines(page("<p>10 High Street<br/>London</p>")) == ["10 High Street\nLondon"]


def test_headings_that_an_office_program_counts_as_items_are_clauses_with_their_numbers() -> None:
    first = "<ol type=I><li><h1>Services</h1><ol><li><h2>Access</h2></ol></ol><p>Granted at once.</p>"
    found = page(f"<h1>Terms</h1>{first}<ol type=I><ol start=2><li><h2>Support</h2></ol></ol><p>By mail.</p>")
    assert lines(found) == ["Terms", "I. Services", "1. Access", "Granted at once.", "2. Support", "By mail."]
    assert [block.kind for block in found.blocks] == [*["heading"] * 3, "paragraph", "heading", "paragraph"]


def test_a_list_that_holds_nothing_but_another_one_is_that_one() -> None:
    (found,) = page("<ol><ol start=2><li>Taxes are due.</li><li>Postage too.</li></ol></ol>").blocks
    assert [item.mark for item in found.blocks] == ["2.", "3."]


def test_an_item_that_begins_with_a_list_loses_no_word_where_its_marks_cannot_be_counted() -> None:
    inner = Block(
        kind="list",
        blocks=(Block(kind="item", mark="-", blocks=(Block(kind="paragraph", runs=words("Taxes are due.")),)),),
    )
    items = [Block(kind="item", mark=mark, blocks=(inner,)) for mark in ("1.", "3.")]
    assert written([Block(kind="list", blocks=tuple(items))]).text.count("Taxes are due.") == 2
