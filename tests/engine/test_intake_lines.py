"""Lines that a page cuts: no letter is lost where they are joined, and what is unsure is told."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.terms.definitions import words_of
from macros.terms.intake.joining import joined, joint, known_words
from macros.terms.intake.labels import label, pattern
from macros.terms.intake.lists import with_lists
from macros.terms.intake.model import Block, Run, plain, said, words
from macros.terms.intake.pdf_edges import without_edges
from macros.terms.intake.pdf_paragraphs import paragraphs
from macros.terms.intake.printed import Line, Page
from macros.terms.intake.writing import clean, inline, written
from macros.terms.model import FrontMatter, Numbering
from macros.terms.parse import parse
from macros.terms.parse import words as read_words
from macros.terms.render.text import text

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6)
FRONT = FrontMatter(title="T", effective=None, recorded=None, binding="fr", numbering=Numbering())


def line(text_: str, top: float = 0, left: float = 70, right: float = 500, size: float = 11) -> Line:
    return Line(runs=words(text_), left=left, right=right, top=top, bottom=top + size, size=size, first=30)


@given(LINES)
def test_joining_lines_loses_and_invents_no_letter(lines: list[str]) -> None:
    runs, _ = joined([line(each).runs for each in lines], known_words(lines))
    hyphens = re.compile(r"[\s\u00ad\u2010-]")
    assert hyphens.sub("", said(runs)) == hyphens.sub("", "".join(lines))


@pytest.mark.parametrize(
    ("before", "after", "known", "made"),
    [
        ("le sous-", "traitant agit", "sous-traitant", "le sous-traitant agit"),
        ("la résilia-", "tion du contrat", "résiliation", "la résiliation du contrat"),
        ("un savoir-", "faire reconnu", "", "un savoir-faire reconnu"),
        ("la rési\u00ad", "liation", "", "la résiliation"),
        ("la rési\u2010", "liation", "", "la résiliation"),
        ("le sous\u2010", "traitant", "sous-traitant", "le sous\u2010traitant"),
        ("le savoir\u2010", "faire", "mi\u2010temps", "le savoir\u2010faire"),
        ("le prix –", "hors taxes", "", "le prix – hors taxes"),
        ("de 10-", "20 jours", "", "de 10- 20 jours"),
        (
            "voir https://acme.fr/politique-de-",
            "confidentialite",
            "",
            "voir https://acme.fr/politique-de-confidentialite",
        ),
    ],
)
def test_a_word_cut_by_the_line_is_made_whole(before: str, after: str, known: str, made: str) -> None:
    runs, _ = joined([line(before).runs, line(after).runs], known_words([known, before, after]))
    assert said(runs) == made


def test_a_hyphen_that_nothing_explains_is_kept_and_told() -> None:
    assert joint("un contrac-", "tuel", frozenset()).remark.startswith("a word cut by the line kept its hyphen")
    assert joint("la ci-", "après", frozenset({"ci-après"})).remark == ""


def test_a_paragraph_goes_on_over_the_page_and_is_told() -> None:
    first = Page(number=1, height=800, lines=(line("Le Client paie au"), line("prix que le", top=14)))
    second = Page(
        number=2, height=800, lines=(line("Fournisseur fixe.", top=100, right=200), line("Fin.", top=114, right=90))
    )
    made = list(paragraphs([first, second]))
    assert [plain(block) for block in made] == ["Le Client paie au prix que le Fournisseur fixe.", "Fin."]
    assert "joined with the next page" in made[0].remarks[0]


def test_a_line_that_a_figure_set_high_moves_down_is_still_of_its_sentence() -> None:
    said = ("Le prix s’entend hors", "taxes, toutes frais", "compris¹ dans la grille.", "Le délai est de huit")
    tops = (0, 14, 33, 52)
    lines = tuple(line(each, top=top) for each, top in zip(said, tops, strict=True))
    made = [plain(block) for block in paragraphs([Page(number=1, height=800, lines=lines)])]
    assert made == ["Le prix s’entend hors taxes, toutes frais compris¹ dans la grille.", said[-1]]


def test_what_repeats_at_the_edges_of_pages_is_left_out_and_told() -> None:
    pages = [
        Page(
            number=number,
            height=800,
            lines=(
                line("ACME – Conditions", top=20),
                line(f"Texte {'abc'[number]}", top=300),
                line(f"Page {number}/3", top=780),
            ),
        )
        for number in range(3)
    ]
    kept, remarks = without_edges(pages)
    assert [[each.text for each in page.lines] for page in kept] == [["Texte a"], ["Texte b"], ["Texte c"]]
    assert any("ACME – Conditions" in each for each in remarks)
    assert "page numbers were left out" in remarks


def test_the_same_sentence_in_the_middle_of_pages_stays() -> None:
    pages = [Page(number=n, height=800, lines=(line("Lu et approuvé", top=400),)) for n in range(4)]
    assert without_edges(pages) == (tuple(pages), ())


@example([("M", False, False), ("\u0307", True, False)])
@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_words_in_any_setting_read_back_as_they_were(parts: list[tuple[str, bool, bool]]) -> None:
    runs = [Run(text=text_, strong=strong, emphasis=emphasis) for text_, strong, emphasis in parts]
    # Composed, once both are one word: a letter may be set otherwise than the accent on it.
    assert "".join(clean(words_of(read_words(inline(runs)))).split()) == "".join(clean(said(runs)).split())


@settings(max_examples=60)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5))
def test_paragraphs_of_any_words_are_written_as_paragraphs(lines: list[str]) -> None:
    made = written([Block(kind="paragraph", runs=words(each)) for each in lines])
    _, tree, faults = parse(made.text, FRONT)
    assert faults == ()
    assert "".join(text(tree).split()) == "".join("".join(clean(each) for each in lines).split())
    assert not tree.clauses


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        (["- un", "- deux"], "- un\n- deux\n"),
        (["• un", "• deux"], "- un\n- deux\n"),
        (["8. un", "9. deux"], "8. un\n9. deux\n"),
        (["(a) un :", "(i) deux", "(ii) trois", "(b) quatre"], "(a) un :\n    (i) deux\n    (ii) trois\n(b) quatre\n"),
        (["a) un", "b) deux"], "a) un\nb) deux\n"),
        (["1. un", "3. trois"], "1. un\n\n3\\. trois\n"),
    ],
)
def test_typed_marks_make_lists(typed: list[str], made: str) -> None:
    blocks = with_lists([Block(kind="paragraph", runs=words(each)) for each in typed])
    assert written(blocks).text == made


@pytest.mark.parametrize(
    ("printed", "numbers", "series", "made"),
    [
        ("Article 13. Durée", (13,), "clauses", "Article {n}."),
        ("ARTICLE 1 – OBJET", (1,), "clauses", "ARTICLE {n} –"),
        ("4.2 Objet", (4, 2), "clauses", None),
        ("ANNEXE B : Tarifs", (2,), "annexes", "ANNEXE {n:A} :"),
        ("Titre IV – Fin", (4,), "clauses", "Titre {n:I} –"),
    ],
)
def test_a_label_gives_its_number_and_its_pattern(
    printed: str, numbers: tuple[int, ...], series: str, made: str | None
) -> None:
    found = label(printed)
    assert found is not None
    assert (found.numbers, found.series) == (numbers, series)
    assert pattern(found.shape, found.numbers, found.style, 0) == made


@pytest.mark.parametrize(
    "printed", ["10 rue des Prairies", "2.500 euros", "Articles 5 et 6", "A la demande", "1er mai", "Le Client"]
)
def test_what_only_looks_like_a_label_is_none(printed: str) -> None:
    assert label(printed) is None
