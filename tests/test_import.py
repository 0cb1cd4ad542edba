"""terms import: a contract from elsewhere becomes a version that reads, records and checks, or nothing is written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest

from macros.__main__ import main
from macros.terms.intake import docx, pandoc
from macros.terms.store import change

FRENCH = """# Conditions générales

La société ACME CLOUD, société par actions simplifiée au capital de 62 734 €, dont le siège social est situé
10 rue des Prairies, 75020 Paris, France, immatriculée au Registre du Commerce et des Sociétés de Paris sous le numéro
794 223 461, numéro de TVA intracommunautaire FR31794223461, ci-après « le Fournisseur ». Contact : contact@acme.fr.

## Article 1. Objet

ACME CLOUD fournit le service :

- avec soin ;
- sans délai.

## Article 2. Durée

### 2.1. Début

Le contrat commence à la signature.
"""
ENGLISH = """# Terms of service

## 1. Purpose

The provider supplies the service to the client, and the client pays for it.

## 2. Term

### 2.1 Start

This agreement starts on the day of its signature.
"""


def bring(project: Path, *words: str) -> int:
    return main(["--project", str(project), "import", *words])


def given(folder: Path, content: str | bytes, name: str = "cgv.md") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def everything(project: Path) -> dict[str, bytes]:
    files = (path for part in ("docs", "variables") for path in (project / part).rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def test_a_new_contract_is_written_recorded_and_checked(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(tiny, given(tmp_path, FRENCH), "--as", "acme-cloud/general", "--version", "2026-05-19") == 0
    said = capsys.readouterr().out
    path = "docs/acme-cloud/general/2026-05-19/fr.md"
    assert f"{path}: written, 3 clauses, language fr" in said
    assert "terms record acme-cloud/general 2026-05-19, then: terms check" in said
    typed = (tiny / path).read_text(encoding="utf-8")
    assert 'clauses: ["Article {n}.", "{n}.{m}."]' in typed
    assert "## Objet {#objet}\n\n{{ company.name }} fournit le service :\n\n- avec soin ;\n- sans délai." in typed
    assert "### Début {#debut}" in typed
    assert main(["--project", str(tiny), "record", "acme-cloud/general", "2026-05-19"]) == 0
    assert main(["--project", str(tiny), "check"]) == 0


def test_facts_of_a_new_publisher_are_offered_and_used(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(tiny, given(tmp_path, FRENCH), "--as", "acme-cloud/general", "--version", "2026-05-19")
    assert "variables/acme-cloud.yml:1: facts found in the text: company.name" in capsys.readouterr().out
    facts = (tiny / "variables" / "acme-cloud.yml").read_text(encoding="utf-8").splitlines()[1:]
    assert facts == [
        "company:",
        '  name: "ACME CLOUD"',
        '  legal_form: "société par actions simplifiée"',
        '  capital: {amount: 62734, currency: "EUR"}',
        '  address: {street: "10 rue des Prairies", postcode: "75020", city: "Paris", country: "FR"}',
        '  registry_city: "Paris"',
        '  siren: "794223461"',
        '  vat: "FR31794223461"',
        '  email: "contact@acme.fr"',
    ]
    typed = (tiny / "docs/acme-cloud/general/2026-05-19/fr.md").read_text(encoding="utf-8")
    for name in ("capital.amount", "address.street", "registry_city", "siren | siren", "vat", "email"):
        assert f"company.{name}" in typed


def test_a_name_of_two_is_one_name(tiny: Path, tmp_path: Path) -> None:
    words = (
        "La société DUPONT & FILS, SAS au capital de 10 000 €, immatriculée au RCS de Rennes sous le n° 489 251 264."
    )
    file = given(tmp_path, f"# Conditions\n\n{words}\n")
    assert bring(tiny, file, "--as", "dupont/cgv", "--version", "2026-02-01") == 0
    assert 'name: "DUPONT & FILS"' in (tiny / "variables/dupont.yml").read_text(encoding="utf-8")


def test_an_english_text_is_known_as_one(tiny: Path, tmp_path: Path) -> None:
    assert bring(tiny, given(tmp_path, ENGLISH), "--as", "acme-cloud/terms", "--version", "2026-05-19") == 0
    assert "binding: en" in (tiny / "docs/acme-cloud/terms/2026-05-19/en.md").read_text(encoding="utf-8")


def test_a_translation_joins_its_binding_text_and_takes_its_ids(tiny: Path, tmp_path: Path) -> None:
    name = ("--as", "acme-cloud/general", "--version", "2026-05-19")
    assert bring(tiny, given(tmp_path, FRENCH), *name) == 0
    record = tiny / "docs/acme-cloud/general/document.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("[fr]", "[fr, en]"), encoding="utf-8")
    assert bring(tiny, given(tmp_path, ENGLISH), *name, "--lang", "en") == 0
    typed = (tiny / "docs/acme-cloud/general/2026-05-19/en.md").read_text(encoding="utf-8")
    assert "binding: fr" in typed
    assert "## Purpose {#objet}" in typed
    assert "### Start {#debut}" in typed


def test_a_later_version_keeps_the_ids_of_its_clauses(tiny: Path, tmp_path: Path) -> None:
    first = FRENCH.replace("## Article 2. Durée", "## Article 2. Durée {#term-of-contract}")
    bring(tiny, given(tmp_path, first), "--as", "acme-cloud/general", "--version", "2026-01-01")
    assert bring(tiny, given(tmp_path, FRENCH), "--as", "acme-cloud/general", "--version", "2026-05-19") == 0
    assert "{#term-of-contract}" in (tiny / "docs/acme-cloud/general/2026-05-19/fr.md").read_text(encoding="utf-8")


def test_clauses_without_titles_keep_their_ids_by_their_words(tiny: Path, tmp_path: Path) -> None:
    said = {
        "a": "Le service est fourni avec soin par le prestataire.",
        "b": "Chaque facture est payée par le client sous trente jours.",
        "c": "Toute donnée reste la propriété de celui qui la dépose.",
    }

    def ids(version: str, *order: str) -> list[str]:
        paragraphs = (f"### 1.{number}\n\n{said.get(key, key)}\n" for number, key in enumerate(order, 1))
        source = "# Conditions\n\n## 1. Objet\n\n" + "\n".join(paragraphs)
        bring(tiny, given(tmp_path, source), "--as", "acme/cgv", "--version", version, "--lang", "fr")
        typed = (tiny / f"docs/acme/cgv/{version}/fr.md").read_text(encoding="utf-8")
        return re.findall(r"^### \{#([\w-]+)", typed, re.MULTILINE)

    assert ids("2026-01-01", "a", "b", "c") == ["objet-1", "objet-2", "objet-3"]
    new = "Un mot de passe est confié à chaque personne."
    assert ids("2026-02-01", new, "b", "a") == ["objet-1-2", "objet-2", "objet-1"]
    # The number says which it is where no other clause has the words.
    said["b"] = "Le prix se règle comptant."
    assert ids("2026-03-01", new, "b", "a") == ["objet-1-2", "objet-2", "objet-1"]


def test_a_day_that_the_text_states_is_its_effective_date(tiny: Path, tmp_path: Path) -> None:
    dated = FRENCH.replace("La société", "En vigueur le 19 mai 2026.\n\nLa société")
    bring(tiny, given(tmp_path, dated), "--as", "acme-cloud/general", "--version", "2026-05-19")
    typed = (tiny / "docs/acme-cloud/general/2026-05-19/fr.md").read_text(encoding="utf-8")
    assert "effective: 2026-05-19\nrecorded: 2026-11-22\n" in typed
    assert "En vigueur le {{ version.effective | date }}." in typed


def imported(project: Path, folder: Path, content: str, *words: str) -> str:
    """The body of the text that a file becomes."""
    assert bring(project, given(folder, content), "--as", "acme/cgv", "--version", "2026-02-01", *words) == 0
    (text,) = (project / "docs/acme/cgv/2026-02-01").glob("??.md")
    return text.read_text(encoding="utf-8").split("---\n", 2)[2]


def test_marks_are_kept_where_a_list_is_not_set_far_enough_below(tiny: Path, tmp_path: Path) -> None:
    marks = ("(a) un", "(b) deux :", "   (i) trois", "   (ii) quatre", "(c) cinq")
    made = imported(tiny, tmp_path, "# Conditions\n\nLe Client s'engage à :\n\n" + "\n".join(marks) + "\n")
    assert [line.strip() for line in made.splitlines() if line.strip().startswith("(")] == [*map(str.strip, marks)]


def test_a_year_that_begins_a_line_counts_nothing(tiny: Path, tmp_path: Path) -> None:
    made = imported(
        tiny, tmp_path, "# Conditions\n\n2024. Une année de référence.\n\n1789. Une autre, plus ancienne.\n"
    )
    assert made.endswith("2024\\. Une année de référence.\n\n1789\\. Une autre, plus ancienne.\n")


def test_numbers_stay_as_they_are_typed(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = "1. est fourni ;\n\n2. est payé.\n\n1. DURÉE. Un an.\n\n3. FIN. Aussi tôt.\n\n"
    made = imported(tiny, tmp_path, f"# Conditions\n\nLe service :\n\n{items}Et :\n\n1. a\n1. b\n", "--lang", "fr")
    assert made.replace("\\", "").endswith(f"{items}Et :\n\n1. a\n2. b\n")
    assert "a list whose marks do not count on" in capsys.readouterr().out


def test_lines_set_off_from_the_left_are_the_paragraphs_that_were_wrapped(tiny: Path, tmp_path: Path) -> None:
    first = "(a) la fourniture du logiciel et de sa documentation, dans la\n        version en vigueur ;"
    source = (
        f"# Conditions\n\nOn fournit :\n\n    {first}\n\n    (b) le conseil.\n\nÀ :\n\n    ACME\n    10 rue Neuve\n"
    )
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert f"{' '.join(first.split())}\n(b) le conseil.\n" in made
    assert "\n\nACME\n\n10 rue Neuve\n" in made


def test_a_colon_alone_on_a_line_ends_its_sentence(tiny: Path, tmp_path: Path) -> None:
    source = "# Conditions\n\n- Le prix est dû dans les cas suivants\n  :\n    - le premier ;\n    - le second.\n"
    assert "- Le prix est dû dans les cas suivants :\n  - le premier ;\n  - le second.\n" in imported(
        tiny, tmp_path, source, "--lang", "fr"
    )


def test_lettered_lines_inside_an_item_are_a_list_in_it(tiny: Path, tmp_path: Path) -> None:
    made = imported(tiny, tmp_path, "# Conditions\n\n1. Le prix :\n   a) hors taxes ;\n   b) par mois.\n2. La durée.\n")
    assert "1. Le prix :\n   a) hors taxes ;\n   b) par mois.\n2. La durée.\n" in made


def test_numbered_lines_that_count_through_the_file_are_its_headings(tiny: Path, tmp_path: Path) -> None:
    made = imported(
        tiny,
        tmp_path,
        "# Terms\n\n1. DEFINITIONS\n\nThe words.\n\n2. FEES\n\nThe price of the service.\n",
        "--lang",
        "fr",
    )
    assert "## DEFINITIONS {#definitions}" in made
    assert "## FEES {#fees}" in made


COUNTED = """Lamp Shop Terms

0. BACKGROUND

   These terms are those of every order that is placed with the shop.

1. Orders

1.1 - An order binds the customer once the shop confirms it.

1.2 - The shop may refuse an order for one of these reasons:

1. the customer is under age;
2. the customer owes money.

2. Prices. The prices are those of the day of the order.
3. The shop may change its prices, and tells its customers of it by e-mail before they order.
4. Governing Law

   The law of the shop's country applies.
"""


def test_items_that_count_through_a_file_without_headings_are_its_clauses(tiny: Path, tmp_path: Path) -> None:
    made = imported(tiny, tmp_path, COUNTED, "--lang", "fr")
    headings = [line for line in made.splitlines() if line.startswith("#")]
    assert headings == [
        '## BACKGROUND {#background label="0."}',
        "## Orders {#orders number=1}",
        "### {#orders-1}",
        "### {#orders-2}",
        "## Prices. {#prices}",
        "## {#clause-3}",
        "## Governing Law {#governing-law}",
    ]
    assert "for one of these reasons:\n\n1. the customer is under age;\n2. the customer owes money.\n" in made
    assert "The prices are those of the day of the order." in made


@pytest.mark.parametrize(
    "source",
    [
        "The shop sells:\n\n1. lamps of brass;\n2. lamps of glass;\n3. lamps of paper.\n",
        "# Terms\n\n## Orders\n\n1. Red Lamps\n2. Blue Lamps\n\n## Prices\n\n3. Green Lamps\n",
        "Our lamps are made with care in a small workshop by the sea, in good light.\n\n1. Red\n2. Blue\n3. Dim\n",
    ],
)
def test_a_list_in_a_text_stays_a_list(source: str, tiny: Path, tmp_path: Path) -> None:
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert re.search(r"^1\. .*\n2\. ", made, re.MULTILINE)


REFERRING = """# Conditions

## Article 1. Objet

Le service de l'article 2 et de l'annexe B. L'article 2 du Code civil et l'article 1 du RGPD s'appliquent.

1. Les articles 1 à 2, LES ARTICLES 1 (Objet) ET 2, sous 2 jours ;
2. l'article 2.1, que l'article II ou 9 suive.

| 2 | Selon l'article 2 |
| --- | --- |
| 3 | mois |

## Article 2. Prix

### 2.1. Délai

Selon art.2 et l'article 1er, voir l'article [2](https://example.org/), [l'article 2.1](https://example.org/).
"""


def test_numbers_that_name_clauses_of_the_text_become_links_and_read_as_before(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = imported(tiny, tmp_path, REFERRING, "--lang", "fr")
    assert "Le service de l'article [](#prix) et de l'annexe B." in made
    assert "L'article 2 du Code civil et l'article 1 du RGPD s'appliquent." in made
    assert (
        "1. Les articles [](#objet) à [](#prix), LES ARTICLES [](#objet) (Objet) ET [](#prix), sous 2 jours ;\n" in made
    )
    assert "2. l'article [](#delai), que l'article II ou 9 suive.\n" in made
    assert "| 2 | Selon l'article [](#prix) |" in made
    assert "Selon art.[](#prix) et l'article 1er, voir" in made
    assert "[2](https://example.org/), [l'article 2.1](https://example.org/)" in made
    lines = (tiny / "docs/acme/cgv/2026-02-01/fr.md").read_text(encoding="utf-8").split("\n")
    where = ", ".join(str(number) for number, line in enumerate(lines, 1) if "[](#" in line)
    told = capsys.readouterr().out
    assert f"numbers that name clauses of this text were made links to them, on lines {where}; check each" in told
    assert "compare with the file" not in told


def test_a_link_with_words_set_in_another_way_is_one_link(tiny: Path, tmp_path: Path) -> None:
    source = "# Conditions\n\nVoir [nos *tarifs* en ligne](https://a.example/x) et **[ici](https://a.example/y)**.\n"
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert "Voir [nos *tarifs* en ligne](https://a.example/x) et **[ici](https://a.example/y)**." in made


def test_what_a_code_numbers_is_a_title_and_no_label(tiny: Path, tmp_path: Path) -> None:
    titles = ("Article L. 6321-1 du Code du travail", "Article R 111-2", "Article D4-1")
    source = "# Conditions\n\n## Article 1. Objet\n\nUn.\n\n" + "".join(f"## {each}\n\nDeux.\n\n" for each in titles)
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert re.findall(r"^## (.*?) \{", made, re.MULTILINE) == ["Objet", *titles]


def test_an_annex_without_title_is_named_by_its_number(tiny: Path, tmp_path: Path) -> None:
    source = "# Conditions\n\n## Article 1. Objet\n\nUn.\n\n## Annexe A\n\nDeux.\n\n## Annexe B\n\nTrois.\n"
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert re.findall(r"#(annexe-\w) series=annexes", made) == ["annexe-a", "annexe-b"]


def test_the_only_heading_of_a_file_is_its_title(tiny: Path, tmp_path: Path) -> None:
    assert imported(tiny, tmp_path, "## Avis\n\nLe service change.\n", "--lang", "fr").startswith("\n# Avis\n")


def test_articles_that_count_in_roman_numbers_after_the_first_are_on_one_level(tiny: Path, tmp_path: Path) -> None:
    source = "# Règles\n\n" + "".join(f"**Article {at} – Un**\n\nMot.\n\n" for at in ("premier", "II", "III"))
    assert len(re.findall("^## Un", imported(tiny, tmp_path, source, "--lang", "fr"), re.MULTILINE)) == 3


@pytest.mark.parametrize("above", ["", "ACME LIMITED\n\n"])
def test_a_bold_title_above_numbered_headings_is_the_title(above: str, tiny: Path, tmp_path: Path) -> None:
    source = f"{above}**Conditions de vente**\n\nUn mot.\n\n## 1. Objet\n\nUn.\n\n## 2. Prix\n\nDeux.\n"
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert re.findall("^# (.*)", made, re.MULTILINE) == [*above.split("\n")[:-2], "Conditions de vente"]


def test_a_soft_hyphen_in_a_title_is_no_part_of_its_id(tiny: Path, tmp_path: Path) -> None:
    source = "# Conditions\n\n## 1. Respon\u00adsabilité\n\nUn.\n\n## 2. Prix\n\nDeux.\n"
    assert "{#responsabilite}" in imported(tiny, tmp_path, source, "--lang", "fr")


def test_a_term_that_signifies_is_a_definition(tiny: Path, tmp_path: Path) -> None:
    source = "# Conditions\n\n## 1. Définitions\n\nSession signifie une suite de jours.\n\n## 2. Prix\n\nDeux.\n"
    assert "Session\n: signifie une suite de jours." in imported(tiny, tmp_path, source, "--lang", "fr")


def test_emphasis_with_spaces_inside_is_read_as_it_was_meant(tiny: Path, tmp_path: Path) -> None:
    source = "**CONDITIONS DE LOCATION **\n\n**1\\. Objet **\n\nLe loueur **loue **un vélo.\n\n**2. Prix **\n\nUn.\n"
    made = imported(tiny, tmp_path, source, "--lang", "fr")
    assert made.startswith("\n# CONDITIONS DE LOCATION\n\n## Objet {#objet}\n")
    assert "Le loueur **loue** un vélo." in made
    assert "## Prix {#prix}" in made


def test_a_page_is_read_where_its_main_part_is(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>CGV</title></head><body><div>Nous utilisons des cookies.</div>"
        "<main><h1>Conditions de vente</h1><h2>Article 1. Prix</h2><p>Le prix est dû par le Client.</p></main>"
        "<div>Tous droits réservés.</div></body></html>"
    )
    assert bring(tiny, given(tmp_path, page, "cgv.html"), "--as", "acme/cgv", "--version", "2026-02-01") == 0
    made = (tiny / "docs/acme/cgv/2026-02-01/fr.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert made.startswith("\n# Conditions de vente\n\n## Prix {#prix}\n")
    assert "cookies" not in made
    assert "réservés" not in made
    assert "side columns of the page were left out" in capsys.readouterr().out


def test_clauses_put_in_between_others_keep_their_labels(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    headings = ("§ 1 Objet", "§ 2 Prix", "§ 2a Frais", "§ 2 bis Taxes", "§ 3 Fin")
    made = imported(tiny, tmp_path, "# Conditions\n\n" + "".join(f"## {each}\n\nUn mot.\n\n" for each in headings))
    assert '## Frais {#frais number=2 label="§ 2a"}' in made
    assert '## Taxes {#taxes number=2 label="§ 2 bis"}' in made
    assert "## Fin {#fin}" in made
    assert "does not follow" not in capsys.readouterr().out


def test_a_text_in_a_language_that_the_site_does_not_speak_is_told(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = given(tmp_path, "# AGB\n\nDer Kunde und die Agentur zahlen nicht des Preises wegen.\n")
    assert bring(tiny, file, "--as", "acme/agb", "--version", "2026-02-01") == 1
    assert "expected a language of the site (fr, en), found de; add it in mkdocs.yml" in capsys.readouterr().err
    assert bring(tiny, file, "--as", "acme/agb", "--version", "2026-02-01", "--lang", "fr") == 0


def test_signs_of_expressions_are_kept_and_rules_between_parts_left_out(tiny: Path, tmp_path: Path) -> None:
    made = imported(
        tiny, tmp_path, "# Conditions\n\nLe modèle dit {% nom %} et {{ prix }}.\n\n* * *\n\nFin des mots.\n"
    )
    assert made.endswith("Le modèle dit \\{\\% nom %\\} et \\{\\{ prix \\}\\}.\n\nFin des mots.\n")
    assert main(["--project", str(tiny), "record", "acme/cgv"]) == 0


def test_nothing_is_written_over(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = ("--as", "acme-cloud/general", "--version", "2026-05-19")
    bring(tiny, given(tmp_path, FRENCH), *name)
    before = everything(tiny)
    assert bring(tiny, given(tmp_path, FRENCH + "\nPlus.\n"), *name) == 1
    assert "nothing is written over" in capsys.readouterr().err
    assert everything(tiny) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cgv.md"], "--as: expected a publisher and a document"),
        (["cgv.md", "--as", "acme", "--version", "2026-05-19"], "--as: expected a publisher and a document"),
        (["cgv.md", "--as", "api/terms", "--version", "2026-05-19"], "none of 404.html, api"),
        (["cgv.md", "--as", "Acme/terms", "--version", "2026-05-19"], "small letters, digits and single hyphens"),
        (["cgv.md", "--as", "../terms", "--version", "2026-05-19"], "--as: expected"),
        (["cgv.md", "--as", "acme-cloud/general"], "--version: expected the day of the version"),
        (["cgv.md", "--as", "acme-cloud/general", "--version", "2026-02-30"], "found '2026-02-30'"),
        (
            ["cgv.md", "--as", "acme-cloud/general", "--version", "2026-05-19", "--lang", "xx"],
            "--lang: expected a language",
        ),
        (["none.md", "--as", "acme-cloud/general", "--version", "2026-05-19"], "found none there"),
        (["--as", "acme-cloud/general", "--version", "2026-05-19"], "expected a file to bring in"),
        (["cgv.md", "--git", "x", "--as", "acme-cloud/general"], "--git: expected no file"),
        (
            ["--git", "nowhere:cgv.md", "--as", "acme-cloud/general"],
            "--git: expected git and a folder with a repository",
        ),
        ([".", "--as", "acme-cloud/general", "--version", "2026-05-19"], "found no ending"),
    ],
)
def test_a_wrong_word_of_the_command_is_told(  # noqa: PLR0917  # each is a fixture or a column of the table
    words: list[str],
    said: str,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given(tmp_path, FRENCH)
    monkeypatch.chdir(tmp_path)
    before = everything(tiny)
    assert bring(tiny, *words) == 1
    assert said in capsys.readouterr().err
    assert everything(tiny) == before


def pdf(*, encrypted: bool = False) -> bytes:
    from io import BytesIO

    made, page = BytesIO(), pypdf.PdfWriter()
    page.add_blank_page(width=300, height=300)
    if encrypted:
        page.encrypt("secret")
    page.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.md", b"", "found an empty file"),
        ("spaces.md", b" \n\n ", "found an empty file"),
        ("empty.docx", b"", "found an empty file"),
        ("cgv.doc", b"x", "expected a file that ends in .docx"),
        ("cgv.docx", b"not a zip", "broken or of another format"),
        ("cgv.docx", b"PK\x03\x04 cut short", "broken or of another format"),
        ("cgv.docx", b"%PDF-1.7", "found a PDF"),
        ("cgv.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "without a password"),
        ("cgv.pdf", b"<html>", "does not begin as one"),
        ("cgv.pdf", b"%PDF-1.7\n1 0 obj\n<<", "a broken one or one cut short"),
        ("scan.pdf", pdf(), "a scan; have its words recognised"),
        ("locked.pdf", pdf(encrypted=True), "found one with a password"),
        ("cgv.html", b"Just words", "found no HTML tag"),
        ("cgv.html", b"<html><body></body></html>", "found no word in the file"),
        ("cgv.md", b"%PDF-1.7 x", "found a file of another format"),
        ("cgv.md", b"a\x00b", "found one of bytes"),
        ("cgv.md", b"---\ntitle: x\n---\n", "found no word in the file"),
    ],
)
def test_a_file_that_gives_no_text_is_told(  # noqa: PLR0917  # each is a fixture or a column of the table
    name: str, content: bytes, said: str, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(tiny)
    assert bring(tiny, given(tmp_path, content, name), "--as", "acme-cloud/general", "--version", "2026-05-19") == 1
    error = capsys.readouterr().err
    assert said in error
    assert name in error
    assert everything(tiny) == before


def test_a_folder_is_no_file(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cgv.pdf").mkdir()
    assert bring(tiny, str(tmp_path / "cgv.pdf"), "--as", "acme-cloud/general", "--version", "2026-05-19") == 1
    assert "expected a file, found a folder" in capsys.readouterr().err


def test_a_zip_without_a_word_document_is_told(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "cgv.docx", "w") as packed:
        packed.writestr("x.xml", "<x/>")
    assert bring(tiny, str(tmp_path / "cgv.docx"), "--as", "acme-cloud/general", "--version", "2026-05-19") == 1
    assert f"with {docx.MAIN} in it" in capsys.readouterr().err


def test_without_pandoc_the_message_names_the_command_that_installs_it(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    assert bring(tiny, given(tmp_path, FRENCH), "--as", "acme-cloud/general", "--version", "2026-05-19") == 1
    assert pandoc.missing("pandoc") in capsys.readouterr().err


def git(folder: Path, *words: str, day: str = "2026-01-01", hour: int = 12) -> None:
    stamp = f"{day}T{hour:02}:00:00+01:00"
    who = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b.fr",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@b.fr",
    }
    dates = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **who, **dates, **alone}, check=True, capture_output=True
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A file with three days of history: one with two commits, a new name, and a day on which it is broken."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    for day, hour, content in (
        ("2026-01-05", 9, FRENCH.replace("sans délai", "sans hâte")),
        ("2026-01-05", 15, FRENCH.replace("sans délai", "sans retard")),
        ("2026-02-01", 12, "a\0b"),
        ("2026-03-01", 12, FRENCH),
    ):
        (folder / "été.md").write_text(content, encoding="utf-8")
        git(folder, "add", ".", day=day, hour=hour)
        git(folder, "commit", "--quiet", "-m", "x", day=day, hour=hour)
    git(folder, "mv", "été.md", "cgv.md")
    (folder / "cgv.md").write_text(FRENCH.replace("Objet", "Objet du contrat"), encoding="utf-8")
    git(folder, "commit", "--quiet", "-a", "-m", "x", day="2026-04-01")
    return folder


def test_a_history_becomes_versions_by_day(repository: Path, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(tiny, "--git", f"{repository}:cgv.md", "--as", "acme-cloud/general") == 0
    said = capsys.readouterr().out
    folder = tiny / "docs/acme-cloud/general"
    assert sorted(path.name for path in folder.iterdir()) == ["2026-01-05", "2026-03-01", "2026-04-01", "document.yml"]
    assert "sans retard" in (folder / "2026-01-05/fr.md").read_text(encoding="utf-8")
    assert "(2026-02-01) été.md: expected a file of words" in said
    assert "recorded: 2026-03-01" in (folder / "2026-03-01/fr.md").read_text(encoding="utf-8")
    assert main(["--project", str(tiny), "record", "acme-cloud/general"]) == 0
    assert main(["--project", str(tiny), "check"]) == 0


def test_a_path_that_history_does_not_know_is_told(
    repository: Path, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(tiny, "--git", f"{repository}:none.md", "--as", "acme-cloud/general") == 1
    assert "found none called none.md" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(tiny)

    def full(folder: Path, *words: object) -> None:
        if folder.name == "docs":
            raise OSError(28, "No space left on device")
        change(folder, *words)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("macros.commands.importing.change", full)
    assert bring(tiny, given(tmp_path, FRENCH), "--as", "acme-cloud/general", "--version", "2026-05-19") == 1
    assert "No space left on device; nothing was changed" in capsys.readouterr().err
    assert everything(tiny) == before
