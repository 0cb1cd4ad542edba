"""Word files as people make them: numbers that Word counts, tracked changes, notes, headings without a style."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from macros.terms.clauses import every, heading
from macros.terms.intake import docx
from macros.terms.intake.model import UnreadableError
from macros.terms.intake.proposal import Place, Proposal, proposed
from macros.terms.intake.taking import taken_from
from macros.terms.render.text import text

NAME = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"""
PARTS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="{OFFICE}/numbering" Target="numbering.xml"/>
<Relationship Id="r3" Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>"""


def level(number: int, form: str, words: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'
    )


NUMBERING = f"""<?xml version="1.0"?><w:numbering {NAME}>
<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "Article %1.")}{level(1, "decimal", "%1.%2")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "lowerLetter", "(%1)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "%1 -")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>"""
LIST = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
STYLES = f"""<?xml version="1.0"?><w:styles {NAME}>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>{LIST.format(0)}</w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/>{LIST.format(1)}</w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style></w:styles>"""
NOTES = f"""<?xml version="1.0"?><w:footnotes {NAME}><w:footnote w:id="2"><w:p><w:r><w:t>Par courriel.</w:t></w:r></w:p>
</w:footnote></w:footnotes>"""


def paragraph(words: str, style: str = "", numbers: str = "", *, bold: bool = False) -> str:
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    own += f'<w:numPr><w:ilvl w:val="{numbers[1]}"/><w:numId w:val="{numbers[0]}"/></w:numPr>' if numbers else ""
    set_ = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{own}</w:pPr><w:r>{set_}<w:t>{words}</w:t></w:r></w:p>"


def word_file(*paragraphs: str, **parts: str) -> bytes:
    made = io.BytesIO()
    document = f'<?xml version="1.0"?><w:document {NAME}><w:body>{"".join(paragraphs)}</w:body></w:document>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": PARTS,
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": NOTES,
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return made.getvalue()


def text_of(content: bytes, language: str = "fr") -> Proposal:
    place = Place(
        path=f"docs/acme/terms/2026-05-19/{language}.md",
        language=language,
        binding=language,
        day=date(2026, 5, 19),
        today=date(2026, 11, 22),
        origin="cgv.docx",
        name="terms",
    )
    return proposed(taken_from(content, ".docx"), place, {})


def headings(made: Proposal) -> list[str]:
    return [heading(clause) for clause, _ in every(made.reading.tree)]


def remarks(made: Proposal) -> str:
    return "\n".join(said for _, said in made.remarks)


def test_numbers_that_word_counts_are_those_of_the_clauses() -> None:
    made = text_of(
        word_file(
            paragraph("Objet", "Titre1"),
            paragraph("Le service."),
            paragraph("Portée", "Titre2"),
            paragraph("Large."),
            paragraph("Limites", "Titre2"),
            paragraph("Étroites."),
            paragraph("Durée", "Titre1"),
            paragraph("Début", "Titre2"),
            paragraph("Aujourd’hui."),
        )
    )
    assert headings(made) == ["", "Article 1. Objet", "1.1 Portée", "1.2 Limites", "Article 2. Durée", "2.1 Début"]
    assert made.reading.text.front.numbering.clauses == ("Article {n}.", "{n}.{m}")
    assert "label=" not in made.content


def test_a_title_by_its_style_is_printed_as_in_the_file() -> None:
    made = text_of(word_file(paragraph("Conditions de vente", "Titre"), paragraph("Le Client paie le prix.")))
    assert text(made.reading.tree) == "Conditions de vente\n\nLe Client paie le prix.\n"


def test_numbered_paragraphs_under_numbered_headings_are_clauses_without_a_title() -> None:
    made = text_of(
        word_file(
            paragraph("Payment", numbers="10", bold=True),
            paragraph("The Client shall pay within thirty days of the invoice.", numbers="11"),
            paragraph("Late payment bears interest.", numbers="11"),
        ),
        "en",
    )
    assert headings(made) == ["", "Article 1. Payment", "1.1", "1.2"]
    assert "Late payment bears interest." in text(made.reading.tree)


def test_lettered_items_keep_their_marks() -> None:
    made = text_of(
        word_file(paragraph("Le Client :"), paragraph("paie ;", numbers="20"), paragraph("signe tout.", numbers="20"))
    )
    assert "(a) paie ;\n(b) signe tout." in made.content


def test_bold_paragraphs_with_roman_numbers_of_word_are_headings() -> None:
    made = text_of(
        word_file(
            paragraph("Objet", numbers="30", bold=True), paragraph("A."), paragraph("Prix", numbers="30", bold=True)
        )
    )
    assert headings(made) == ["", "I - Objet", "II - Prix"]
    assert made.reading.text.front.numbering.clauses == ("{n:I} -",)


@pytest.mark.parametrize(
    ("first", "second", "pattern"),
    [
        ("ARTICLE 1 – OBJET", "ARTICLE 2 – PRIX", "ARTICLE {n} –"),
        ("Article 1 : Objet", "Article 2 : Prix", "Article {n} :"),
        ("1. OBJET", "2. PRIX", "{n}."),
        ("I. OBJET", "II. PRIX", "{n:I}."),
        ("Clause 1. Object", "Clause 2. Price", "Clause {n}."),
    ],
)
def test_typed_headings_are_found_without_a_style(first: str, second: str, pattern: str) -> None:
    made = text_of(
        word_file(
            paragraph(first), paragraph("Le service est décrit ici."), paragraph(second), paragraph("Il est gratuit.")
        )
    )
    assert headings(made)[1:] == [first, second]
    assert made.reading.text.front.numbering.clauses == (pattern,)


def test_bold_paragraphs_without_numbers_are_headings_without_numbers() -> None:
    made = text_of(
        word_file(
            paragraph("Conditions générales", bold=True),
            paragraph("Objet", bold=True),
            paragraph("Le service est décrit ici."),
            paragraph("Prix", bold=True),
            paragraph("Il est gratuit."),
        )
    )
    assert headings(made) == ["Conditions générales", "Objet", "Prix"]
    assert "a heading without a number" in remarks(made)


def test_a_sentence_that_begins_with_an_article_is_no_heading() -> None:
    made = text_of(
        word_file(
            paragraph("Article 1 – Objet"),
            paragraph("Le service."),
            paragraph("Article 1 du présent contrat s’applique aussi aux filiales du Client."),
        )
    )
    assert headings(made) == ["", "Article 1 – Objet"]


def test_tracked_changes_are_accepted_and_told() -> None:
    author = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
    changed = (
        f"<w:p><w:r><w:t>Prix : </w:t></w:r><w:del {author}><w:r><w:delText>dix</w:delText></w:r></w:del>"
        f"<w:ins {author}><w:r><w:t>vingt</w:t></w:r></w:ins><w:r><w:t> euros.</w:t></w:r></w:p>"
    )
    made = text_of(word_file(changed))
    assert "Prix : vingt euros." in made.content
    assert "dix" not in made.content
    assert "tracked changes were accepted" in remarks(made)


def test_a_row_that_a_tracked_change_takes_out_leaves_no_empty_one() -> None:
    gone = '<w:trPr><w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:trPr>'
    rows = "".join(
        f"<w:tr>{own}<w:tc>{paragraph(f'{word} un')}</w:tc><w:tc>{paragraph(f'{word} deux')}</w:tc></w:tr>"
        for own, word in (("", "tête"), (gone, "ôté"), ("", "pied"))
    )
    made = text_of(word_file(f"<w:tbl>{rows}</w:tbl>", paragraph("Suite.")))
    assert "| tête un | tête deux |\n| --- | --- |\n| pied un | pied deux |\n" in made.content


@pytest.mark.parametrize("around", ['fldSimple w:instr="DOCPROPERTY Prix"', 'customXml w:element="prix"', "bdo", "dir"])
def test_words_of_fields_and_of_marks_around_them_are_kept(around: str) -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    end = f"</w:{around.partition(' ')[0]}>"
    twice = f"<w:{around}><w:{around}>{run.format('dix')}{end}{end}"
    made = text_of(word_file(f"<w:p>{run.format('Prix : ')}{twice}{run.format(' euros.')}</w:p>"))
    assert "Prix : dix euros." in made.content


def test_a_block_that_a_template_marks_is_kept() -> None:
    block = f'<w:customXml w:element="clause">{paragraph("Le prix est dix euros.")}</w:customXml>'
    assert "Le prix est dix euros.\n\nSuite." in text_of(word_file(block, paragraph("Suite."))).content


def test_a_line_that_ends_with_the_return_of_old_programs_ends() -> None:
    made = text_of(word_file("<w:p><w:r><w:t>10 rue Neuve</w:t><w:cr/><w:t>Paris</w:t></w:r></w:p>"))
    assert "10 rue Neuve\\\nParis\n" in made.content


def test_a_title_by_its_style_stands_above_headings_that_are_set_by_hand() -> None:
    lines = ("§ 1 Objet", "Le service.", "§ 2 Prix", "Dix euros.")
    made = text_of(
        word_file(paragraph("Règles", "Titre"), *(paragraph(each, bold=each.startswith("§")) for each in lines))
    )
    assert headings(made) == ["Règles", "§ 1 Objet", "§ 2 Prix"]
    assert made.reading.text.front.title == "Règles"


def test_a_formula_is_its_signs() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>P = 2 x</m:t></m:r></m:oMath>"
    made = text_of(word_file(f"<w:p><w:r><w:t>Soit </w:t></w:r>{formula}</w:p>"))
    assert "Soit P = 2 x\n" in made.content


def test_footnotes_follow_the_paragraph_that_calls_them() -> None:
    call = '<w:p><w:r><w:t>Il notifie</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    made = text_of(word_file(call, paragraph("Suite.")))
    assert text(made.reading.tree).split("\n\n") == ["Il notifie[1]", "[1] Par courriel.", "Suite.\n"]
    assert "footnotes were written" in remarks(made)


def test_marks_of_ours_in_the_words_of_a_file_stay_words() -> None:
    words = "Taux {{ 7*7 }} et {# note #} *sic* [x](y) &lt;b&gt; | a_b_c"
    made = text_of(word_file(paragraph(words), paragraph("# pas un titre"), paragraph("+ plus")))
    assert made.reading.faults == ()
    assert text(made.reading.tree).split("\n\n")[0] == "Taux {{ 7*7 }} et {# note #} *sic* [x](y) <b> | a_b_c"
    assert "# pas un titre" in text(made.reading.tree)


def test_a_file_that_unpacks_to_more_than_a_contract_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MOST_BYTES", 1_000_000)
    with pytest.raises(UnreadableError, match=r"at most 1 MB when unpacked, .*found 3 MB"):
        taken_from(word_file(paragraph("a" * 3_000_000)), ".docx")


def test_entities_which_word_never_writes_are_refused() -> None:
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:document {NAME}><w:body/></w:document>'
    with pytest.raises(UnreadableError, match="entities"):
        taken_from(word_file(document=bomb), ".docx")


def test_broken_xml_is_told() -> None:
    with pytest.raises(UnreadableError, match="broken XML"):
        taken_from(word_file(document=f"<w:document {NAME}><w:body>"), ".docx")


def test_the_words_of_a_text_box_are_read_once_under_the_paragraph_that_it_is_tied_to() -> None:
    box = f"<w:txbxContent>{paragraph('La presse reste au bailleur.')}{paragraph('Sans frais.')}</w:txbxContent>"
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    either = (
        f"<w:r><mc:AlternateContent {compatible}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    tied = paragraph("Le bailleur loue une presse.").replace("</w:p>", f"{either}</w:p>")
    made = text_of(word_file(paragraph("Objet", "Titre1"), tied, paragraph("Le loyer est mensuel.")))
    assert text(made.reading.tree).split("\n\n")[1:] == [
        "Le bailleur loue une presse.",
        "La presse reste au bailleur.",
        "Sans frais.",
        "Le loyer est mensuel.\n",
    ]
    assert "text boxes were put under the paragraph" in remarks(made)


def test_lines_in_capitals_are_headings_where_nothing_else_is() -> None:
    lines = ("CONTRAT DE CONSEIL", "Entre ACME et le Client.", "OBJET", "Le conseil.", "ACME", "10 rue Neuve")
    made = text_of(word_file(*map(paragraph, (*lines, "DURÉE", "Un an.", "LE CLIENT"))))
    assert headings(made) == ["CONTRAT DE CONSEIL", "OBJET", "DURÉE"]


def test_a_short_line_whose_number_goes_on_from_those_of_headings_is_one() -> None:
    lines = ("1. Definitions", "Words mean this.", "2. Services", "2.1 The Supplier serves.", "3. Fees", "1. setup")
    made = text_of(word_file(*map(paragraph, (*lines, "2. rent", "4. Notices", "By letter."))), "en")
    assert headings(made) == ["", "1. Definitions", "2. Services", "2.1", "3. Fees", "4. Notices"]


def test_article_premier_and_numbers_with_hyphens_are_those_of_clauses() -> None:
    lines = (
        "Article premier. Objet",
        "Un.",
        "Article 2. Commande",
        "2-1. Elle se fait en ligne.",
        "2-2. Elle est sûre.",
    )
    made = text_of(word_file(*(paragraph(each, bold=each.startswith("Article")) for each in lines)))
    assert headings(made) == ["", "Article premier. Objet", "Article 2. Commande", "2-1.", "2-2."]
    assert made.reading.text.front.numbering.clauses == ("Article {n}.", "{n}-{m}.")
    assert "the label Article premier. is written otherwise than the others" in remarks(made)
    assert "does not follow" not in remarks(made)


def test_a_reference_behind_the_mark_of_an_item_with_the_same_number_is_a_link() -> None:
    lines = ("Article 1. Objet", "On paie :", "(1) le prix ;", "(2) les frais de l'article 2.", "Article 2. Frais")
    made = text_of(word_file(*(paragraph(each, bold=each.startswith("Article")) for each in lines)))
    assert "(2) les frais de l'article [](#frais)." in made.content
