"""No page of a site leads nowhere: files, pages, clauses and parts of pages are where links say, and ids are unique."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.leading import dangling

BASES = {
    "built": "https://clausier.example/",
    "history_built": "https://history.example/",
    "odd_built": "https://odd.example/",
}


@pytest.mark.parametrize("site", BASES)
def test_every_link_and_every_name_of_a_part_leads_somewhere(site: str, request: pytest.FixtureRequest) -> None:
    assert dangling(request.getfixturevalue(site), BASES[site]) == []


@pytest.mark.parametrize("site", BASES)
def test_no_part_of_a_page_has_an_id_that_a_clause_may_have(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    found = set()
    for path in folder.rglob("*.html"):
        page = html.document_fromstring(path.read_bytes())
        if page.xpath("//article[contains(@class, 'terms')][@data-document]"):
            found |= {each.get("id") for each in page.xpath("//*[@id][not(self::section)]")}
    assert found
    assert [each for each in sorted(found) if "--" not in each] == []


PAGE = '<!doctype html><html lang="fr"><title>x</title>\n<h1 id="a">Titre</h1><p id="b">Mot</p>\n{}\n'


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        ('<a href="#c">x</a>', "3: href: #c"),
        ('<a href="autre/#a">x</a>', "3: href: autre/#a"),
        ('<a href="/fr/?q=x#a">x</a>', None),
        ('<a href="">x</a>', None),
        ('<a href="https://x.example/y/">x</a>', "3: href: https://x.example/y/"),
        ('<a href="https://elsewhere.example/y/">x</a>', None),
        ('<a href="mailto:a@x.example">x</a>', None),
        ('<link rel="stylesheet" href="../style.css">', None),
        ('<link rel="stylesheet" href="style.css">', "3: href: style.css"),
        ('<img alt="" src="x.png">', "3: src: x.png"),
        ('<img alt="" srcset="../style.css 1x, x.png 2x">', "3: srcset: x.png"),
        ('<form action="/fr/envoi/"></form>', "3: action: /fr/envoi/"),
        ('<label for="a">x</label><label for="c">x</label>', "3: for: c"),
        ('<p aria-labelledby="a c" aria-describedby="b">x</p>', "3: aria-labelledby: c"),
        ('<svg><a href="#c"></a></svg>', "3: href: #c"),
        ('<p id="b">x</p>', " id: b 2 times"),
        ("<style>p { color: red }</style>", None),
    ],
)
def test_what_leads_nowhere_is_told_with_its_line(mistake: str, told: str | None, tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/index.html").write_text(PAGE.format(mistake), encoding="utf-8")
    (tmp_path / "style.css").write_text("p { color: red }\n", encoding="utf-8")
    assert dangling(tmp_path, "https://x.example/") == ([f"fr/index.html:{told}"] if told else [])


def test_a_font_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text('p { color: red }\n@font-face { src: url("a.woff2") }\n', encoding="utf-8")
    assert dangling(tmp_path, "https://x.example/") == ["style.css:2: url: a.woff2"]
