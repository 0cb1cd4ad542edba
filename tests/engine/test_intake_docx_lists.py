"""Word files whose contract is numbered by Word alone, and what Word prints of them."""

from __future__ import annotations

from macros.terms.render.text import text
from tests.engine.test_intake_docx import NAME, headings, level, paragraph, remarks, text_of, word_file

LEGAL = [level(0, "upperRoman", "ARTICLE %1"), level(1, "decimalZero", "%1.%2"), level(2, "lowerLetter", "(%3)")]
LEVELS = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")]
LETTERS = level(0, "lowerLetter", "(%1)")
AUTHOR = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
TITLES = f"""<?xml version="1.0"?><w:styles {NAME}>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="K"><w:name w:val="Clause"/><w:rPr><w:b/></w:rPr>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>"""


def numbering(*lists: str, nums: str = "") -> str:
    found = "".join(f'<w:abstractNum w:abstractNumId="{at}">{each}</w:abstractNum>' for at, each in enumerate(lists))
    each = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at, _ in enumerate(lists))
    return f'<?xml version="1.0"?><w:numbering {NAME}>{found}{each}{nums}</w:numbering>'


def test_a_clause_behind_a_list_is_no_part_of_its_last_item() -> None:
    made = text_of(
        word_file(
            paragraph("DEFINITIONS", numbers="10", bold=True),
            paragraph("These terms have these meanings:", numbers="11"),
            paragraph("“A” means one;", numbers="12"),
            paragraph("“B” means two.", numbers="12"),
            paragraph("Headings do not count.", numbers="11"),
            paragraph("FEES", "L", numbers="10", bold=True),
            paragraph("They are:", numbers="11"),
            paragraph("due;", numbers="12"),
            paragraph("paid.", numbers="12"),
            numbering=numbering("".join(LEVELS)),
            styles=TITLES,
        ),
        "en",
    )
    assert headings(made) == ["", "1. DEFINITIONS", "1.1", "1.2", "2. FEES", "2.1"]
    assert "(a) “A” means one;\n(b) “B” means two.\n\n### " in made.content
    assert "(a) due;\n(b) paid." in made.content, "letters begin anew under each clause"


def test_a_list_that_begins_anew_begins_at_its_own_number() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    anew = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{start}</w:num>'
    made = text_of(
        word_file(
            paragraph("one ;", numbers="10"),
            paragraph("two.", numbers="10"),
            paragraph("Then."),
            paragraph("three.", numbers="10"),
            paragraph("Again :"),
            paragraph("first.", numbers="20"),
            numbering=numbering(LETTERS, nums=anew),
        )
    )
    assert text(made.reading.tree).split("\n\n") == [
        "(a) one ;\n(b) two.",
        "Then.",
        "(c) three.",
        "Again :",
        "(a) first.\n",
    ]


def test_legal_numbers_are_in_digits_under_roman_articles() -> None:
    legal = LEGAL[1].replace("<w:lvlText", "<w:isLgl/><w:lvlText")
    made = text_of(
        word_file(
            paragraph("TERM", numbers="10", bold=True),
            paragraph("One year.", numbers="11"),
            paragraph("FEES", numbers="10", bold=True),
            paragraph("None at all.", numbers="11"),
            numbering=numbering(LEGAL[0] + legal),
        ),
        "en",
    )
    assert headings(made) == ["", "ARTICLE I TERM", "1.1", "ARTICLE II FEES", "2.1"]


def test_a_bold_style_that_counts_is_one_of_headings() -> None:
    made = text_of(
        word_file(
            paragraph("Object", "K"),
            paragraph("The service."),
            paragraph("Price", "K"),
            paragraph("None."),
            numbering=numbering(level(0, "decimal", "Article %1 -")),
            styles=TITLES,
        )
    )
    assert headings(made) == ["", "Article 1 - Object", "Article 2 - Price"]


def test_a_paragraph_that_a_tracked_change_takes_out_has_no_number() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>'
        f"<w:del {AUTHOR}/></w:rPr></w:pPr><w:del {AUTHOR}><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"
    )
    made = text_of(
        word_file(
            paragraph("stays ;", numbers="10"), gone, paragraph("too.", numbers="10"), numbering=numbering(LETTERS)
        )
    )
    assert text(made.reading.tree) == "(a) stays ;\n(b) too.\n"


def test_the_title_and_what_stands_under_it_are_words_of_the_text() -> None:
    made = text_of(
        word_file(
            paragraph("Conditions de service", "T"),
            paragraph("ACME CLOUD", "S"),
            paragraph("Objet", "H"),
            paragraph("Le service."),
            paragraph("Prix", "H"),
            paragraph("Aucun."),
            styles=TITLES,
        )
    )
    assert made.reading.text.front.title == "Conditions de service"
    assert text(made.reading.tree).split("\n\n")[:2] == ["Conditions de service", "ACME CLOUD"]
    assert headings(made)[1:] == ["Objet", "Prix"]


def test_a_cover_that_names_the_publisher_first_is_the_title() -> None:
    made = text_of(
        word_file(
            paragraph("ACME", bold=True),
            paragraph("CONTRAT DE LICENCE", bold=True),
            paragraph("ENTRE LES SOUSSIGNÉS", bold=True),
            paragraph("La société ACME et le Client."),
            paragraph("1. Objet", bold=True),
            paragraph("La licence."),
        )
    )
    assert made.reading.text.front.title == "ACME, CONTRAT DE LICENCE"
    assert headings(made)[1:] == ["ENTRE LES SOUSSIGNÉS", "1. Objet"]


def test_hidden_words_and_the_table_of_contents_are_left_out_and_told() -> None:
    hidden = "<w:p><w:r><w:t>Vu.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Caché.</w:t></w:r></w:p>"
    made = text_of(word_file(paragraph("Objet 3", "C"), paragraph("Objet", "H"), hidden, styles=TITLES))
    assert "Caché" not in made.content
    assert "Objet 3" not in made.content
    assert "hidden words of the file were left out" in remarks(made)
    assert "table of contents" in remarks(made)


def test_a_typed_table_of_contents_is_left_out_with_its_title() -> None:
    listed = [paragraph(f"{at}. {words}\t{at + 2}") for at, words in enumerate(("Objet", "Durée", "Prix"), 1)]
    clauses = [
        paragraph(words, bold=bold)
        for each in ("1. Objet", "2. Durée", "3. Prix")
        for words, bold in ((each, True), ("Tel que dit page 3", False))
    ]
    made = text_of(word_file(paragraph("Sommaire", bold=True), *listed, *clauses))
    assert headings(made) == ["", "1. Objet", "2. Durée", "3. Prix"]
    assert "Sommaire" not in made.content
    assert made.content.count("Tel que dit page 3") == 3


def test_the_numbers_of_paragraphs_in_a_cell_are_typed_once() -> None:
    cells = (
        f"<w:tc>{paragraph('Support')}</w:tc><w:tc>{paragraph('one ;', numbers='10')}{paragraph('two.', numbers='10')}"
    )
    table = f"<w:tbl><w:tr>{cells}</w:tc></w:tr></w:tbl>"
    made = text_of(word_file(paragraph("Prices:"), table, numbering=numbering(LETTERS)))
    assert "| Support | (a) one ; (b) two. |" in made.content.replace("\\", "")


def test_the_full_stop_of_a_bold_title_stays_with_it() -> None:
    def lead(words: str) -> str:
        bold = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>"
        return f'<w:p>{bold}<w:r><w:t xml:space="preserve">. Then plain words follow.</w:t></w:r></w:p>'

    made = text_of(word_file(lead("1. Fees"), lead("2. Term")), "en")
    assert headings(made)[1:] == ["1. Fees.", "2. Term."]
    assert "\n\nThen plain words follow.\n" in made.content
