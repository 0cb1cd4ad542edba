"""The pages of a Word file: what stays together, how tables share their width, what runs above the text."""

from __future__ import annotations

import io

from docx import Document
from docx.shared import Pt

from tests.engine.docx_files import A, B, tracked
from tests.engine.docx_reader import W, part

TERMS = """## Définitions {#definitions}

Les termes ont le sens suivant :

| Terme | Définition |
| --- | --- |
| Confidentialité | Ce que les parties gardent pour elles, pendant cinq ans après la fin du contrat conclu. |
| Site | Le site <https://www.exemple.example/une/adresse/qui/ne/finit/pas/et/ne/se/coupe/nulle/part> du Prestataire. |

Le prix est de 50 000 euros :

- une fois ;
- deux fois.
"""


def test_no_line_ends_within_a_number() -> None:
    assert "50\u00a0000 euros\u00a0:" in "".join(part(tracked(TERMS, TERMS)).itertext())


def test_a_heading_and_what_announces_a_list_or_a_table_stay_with_what_follows() -> None:
    document = Document(io.BytesIO(tracked(TERMS, TERMS)))
    kept = {each.text for each in document.paragraphs if each.paragraph_format.keep_with_next}
    assert kept == {"Les termes ont le sens suivant\u00a0:", "Le prix est de 50\u00a0000 euros\u00a0:"}
    for name in ("Title", "Heading 1", "Heading 2", "Definition Term", "Table Heading"):
        assert document.styles[name].paragraph_format.keep_with_next
    assert document.styles["Body Text"].paragraph_format.widow_control


def test_a_table_repeats_its_head_breaks_no_row_and_gives_words_their_room() -> None:
    (table,) = part(tracked(TERMS, TERMS)).iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [each.find(f"{W}trPr/{W}tblHeader") is not None for each in rows] == [True, False, False]
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in rows)
    columns = [int(each.get(f"{W}w") or 0) for each in table.iter(f"{W}gridCol")]
    # At ten points, fifteen letters are about three centimetres wide; the page leaves fourteen and a half.
    assert 1700 < columns[0] < columns[1] / 2
    assert sum(columns) == 8278
    # What Word asks for after a table begins no page of its own.
    end = Document(io.BytesIO(tracked(TERMS, TERMS))).styles["Table End"].paragraph_format
    assert end.line_spacing == Pt(1)
    for row in rows:
        assert [int(each.get(f"{W}w") or 0) for each in row.iter(f"{W}tcW")] == columns


def test_the_first_page_names_the_publisher_where_the_others_repeat_the_title() -> None:
    section = Document(io.BytesIO(tracked(A, B))).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "ACME & Fils\tversion 2026-05-19"
    assert section.header.paragraphs[0].text == "ACME · Conditions générales\tversion 2026-05-19"
    assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text


def test_a_person_finds_the_styles_that_contracts_use_and_no_others() -> None:
    styles = {each.name for each in Document(io.BytesIO(tracked(A, B))).styles}
    assert {"Title", "Heading 1", "Heading 9", "List Bullet 3", "Definition Term", "Table Grid"} <= styles
    assert len(styles) < 40
