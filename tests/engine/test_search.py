"""Proves what the search is given of a text: a page for each clause and definition, look-ups, synonyms, vocabulary."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.model import Numbering
from macros.terms.parse import parse
from macros.terms.render.index_page import index_file, index_page
from macros.terms.search.exact import compact, shard, shards
from macros.terms.search.folding import fold, roots
from macros.terms.search.index_pages import index_pages
from macros.terms.search.model import FiledText, IndexPage
from macros.terms.search.synonyms import Marker, mark
from macros.terms.search.vocabulary import vocabulary
from tests.golden import FRONT

BODY = """\
Entre les soussignés, la société au numéro 794 223 461.

## Définitions {#definitions}

Les termes suivants ont un sens.

« Client »
: désigne la personne qui signe.

  Elle peut être une société.

« Service » / « Services »
: désignent l'hébergement.

## Durée et résiliation {#duree}

### Résiliation {#resiliation}

L'hébergement cesse à la date d'expiration. Capital de 62.734 euros, TVA FR31794223461.

### {#sans-titre}

Sans titre.

## Annexe technique {#annexe series=annexes}

Voir le règlement 2016/679.
"""
NUMBERING = Numbering(clauses=("Article {n}.", "{n}.{m}."), annexes=("ANNEXE {n:I}",))


def filed(language: str = "fr") -> FiledText:
    return FiledText(
        language=language,
        document="acme/terms",
        version="2026-01-01",
        status="in-force",
        title="Conditions d'essai",
        publisher="Acme",
        kind="",
        standing="",
    )


def pages(body: str = BODY) -> list[IndexPage]:
    _, tree, _ = parse(body, replace(FRONT, numbering=NUMBERING))
    return list(index_pages(tree, filed()))


def page(clause: str, term: str = "") -> IndexPage:
    return next(each for each in pages() if (each.clause, each.term) == (clause, term))


def test_every_clause_and_every_definition_is_a_page_of_its_own() -> None:
    assert [(each.label, each.title, each.term) for each in pages()] == [
        ("", "Conditions d'essai", ""),
        ("Article 1.", "Définitions", ""),
        ("Article 1.", "« Client »", "term--client"),
        ("Article 1.", "« Service » / « Services »", "term--service-services"),
        ("Article 2.", "Durée et résiliation", ""),
        ("2.1.", "Résiliation", ""),
        ("2.2.", "", ""),
        ("ANNEXE I", "Annexe technique", ""),
    ]


def test_a_clause_has_its_own_words_and_the_headings_above_it() -> None:
    assert page("definitions").text == "Les termes suivants ont un sens."
    assert page("definitions", "term--client").text == "désigne la personne qui signe. Elle peut être une société."
    assert page("definitions", "term--client").above == "Définitions"
    assert page("resiliation").above == "Durée et résiliation"
    assert page("duree").text == ""


def test_a_text_without_a_clause_is_found_by_its_words() -> None:
    assert [each.text for each in pages("Un texte.\n")] == ["Un texte."]


def test_nothing_is_found_of_an_empty_text() -> None:
    assert [(each.title, each.text) for each in pages("")] == [("Conditions d'essai", "")]


def test_an_index_page_says_the_title_first_and_takes_elisions_apart() -> None:
    found = index_page(page("resiliation"), Marker(()))
    assert found.startswith(
        '<html lang="fr"><body><p><i data-pagefind-weight="0">2.1.</i> ␟ <i data-pagefind-weight="10">'
    )
    assert "L&#x27; hébergement cesse à la date d&#x27; expiration" in found
    assert "Conditions d&#x27; essai, Acme" in found
    assert index_file(page("resiliation")) == "acme/terms/2026-01-01/resiliation.html"
    assert index_file(page("definitions", "term--client")) == "acme/terms/2026-01-01/definitions.term--client.html"


def test_what_looks_like_markup_is_words() -> None:
    found = index_page(pages("## A <b> & c {#a}\n\nX `<script>` y.\n")[-1], Marker(()))
    assert "&lt;script&gt;" in found
    assert "<script>" not in found


@pytest.mark.parametrize(
    ("key", "clauses"),
    [
        ("1", ["definitions"]),
        ("2.1", ["resiliation"]),
        ("i", ["annexe"]),
        ("794223461", [""]),
        ("62734", ["resiliation"]),
        ("fr31794223461", ["resiliation"]),
        ("2016679", ["annexe"]),
        ("31", []),
    ],
)
def test_a_number_and_an_identifier_lead_to_the_clauses_that_print_them(key: str, clauses: list[str]) -> None:
    rows = [row for row in shards(pages()).get(shard(key), []) if row["key"] == key]
    assert [row["clause"] for row in rows] == clauses


def test_an_annex_is_told_from_a_clause_of_the_same_number_by_its_noun() -> None:
    found = shards(pages())
    assert [row["noun"] for row in found["1"]] == ["article"]
    assert [row["noun"] for row in found["i"]] == ["annexe"]


def test_a_label_that_was_printed_oddly_is_found_by_its_number() -> None:
    found = shards(pages('## Durée {#duree}\n\n### Données {#donnees label="11 .1"}\n\nTexte.\n'))
    assert [row["clause"] for row in found["11"]] == ["donnees"]


@pytest.mark.parametrize("printed", ["794 223 461", "794\u202f223\u202f461", "794.223.461", "794-223-461", "794223461"])
def test_an_identifier_is_the_same_however_it_is_spaced(printed: str) -> None:
    assert compact(printed) == "794223461"
    assert "79" in shards(pages(f"## A {{#a}}\n\nNuméro {printed} du registre.\n"))


def test_a_synonym_is_marked_where_a_word_of_its_group_stands_in_any_number() -> None:
    marker = Marker([["données personnelles", "RGPD"], ["résiliation", "casser le contrat"]])
    assert list(marker.marks("La Donnée personnelle et le RGPD")) == [mark(0), mark(0)]
    assert list(marker.marks("RESILIATION")) == [mark(1)]
    assert list(marker.marks("le contrat")) == []
    assert list(Marker([]).marks("RGPD")) == []
    assert len(list(marker.marks("RGPD " * 50))) == 3


def test_the_vocabulary_has_the_most_common_word_first_as_it_is_written() -> None:
    body = "## Clôture {#a}\n\nLa clôture, la clôture du sous-traitant ; Cloture, 2026, n° 12.\n"
    words = vocabulary(pages(body))
    assert words[0] == "clôture"
    assert {"sous-traitant", "sous", "traitant"} <= set(words)
    assert "2026" not in words


@given(st.text(string.printable + "éàÉŒœæßçİıﬁ’«»السَّلام١٢", max_size=30))
def test_folding_is_done_once(words: str) -> None:
    assert fold(fold(words)) == fold(words)
    assert roots(fold(words)) == roots(words)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6).map(" ".join))
def test_any_text_has_pages_look_ups_and_a_vocabulary(words: str) -> None:
    found = pages(f"## Titre {{#titre}}\n\n{words}\n")
    assert all(name.isalnum() for name in shards(found))
    assert len(set(map(index_file, found))) == len(found)
    vocabulary(found)
