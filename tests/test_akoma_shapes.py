"""Whatever a contract may be made of becomes valid Akoma Ntoso: every block, nested, odd or empty."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from macros.terms.model import FrontMatter, Numbering
from macros.terms.parse import parse
from macros.terms.render.akoma_ntoso import akoma_ntoso
from macros.terms.render.edition import Edition
from tests.test_akoma_ntoso import letters, schema

DAY = date(2026, 1, 1)
FRONT = FrontMatter(title="CGU", effective=DAY, recorded=DAY, binding="fr", numbering=Numbering())
SHAPES = {
    "nothing": "",
    "words before any clause": "Entre les parties.",
    "an empty clause": "## Objet {#objet}",
    "a clause that only holds others": "## Objet {#objet}\n\n### Portée {#portee}\n\nMots.",
    "marks of XML": "## Objet {#objet}\n\nA & B < C > D \"E\" 'F' ]]>",
    "lists in lists": "## Objet {#objet}\n\n- un\n\n  a) deux\n\n     1. trois\n- quatre",
    "a table in a list": "## Objet {#objet}\n\n- un\n\n  | a | b |\n  |---|---|\n  | c |   |",
    "a quotation of a list": "## Objet {#objet}\n\n> Il est dit :\n>\n> - un\n> - deux",
    "definitions, two terms for one and one without": (
        "## Objet {#objet}\n\nAbonné\nClient\n:   Qui paie.\n\n    Toujours.\n:   Ou non."
    ),
    "a rule and a listing": "## Objet {#objet}\n\n---\n\n```\na < b\n```",
    "words with marks": "## **Objet** du *contrat* {#objet}\n\n`code`, **gras *et italique***\\\nligne",
    "links": "## Objet {#objet}\n\nVoir [ici](#objet), [là](https://e.example/?a=1&b=2) et <a@e.example>.",
    "the names that the file itself gives": (
        "- zéro\n\n## Éditeur {#publisher}\n\nMots.\n\n## Préface {#preface}\n\n- un"
    ),
}


def made(body: str) -> str:
    """The Akoma Ntoso of a text."""
    _, tree, _ = parse(body, FRONT)
    return akoma_ntoso(
        Edition(
            document="acme/terms",
            publisher="acme",
            name="Acme & Söhne",
            version="2026-01-01",
            day=DAY,
            language="fr",
            revision=1,
            front=FRONT,
            tree=tree,
            digest="0" * 64,
            site="https://e.example/",
            address="https://e.example/fr/acme/terms/2026-01-01/",
            files={"markdown": "https://e.example/terms.md"},
            first=DAY,
            earlier=(),
        )
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_valid(shape: str) -> None:
    assert schema().validate(etree.fromstring(made(SHAPES[shape]).encode())), schema().error_log


def test_the_words_of_odd_marks_are_kept() -> None:
    said = "".join(etree.fromstring(made(SHAPES["marks of XML"]).encode()).itertext())
    assert letters("A & B < C > D \"E\" 'F' ]]>") in letters(said)


def test_a_character_that_xml_cannot_hold_is_left_out() -> None:
    assert "ab" in "".join(etree.fromstring(made("## Objet {#objet}\n\na\x0bb").encode()).itertext())
