"""Every mistake that a machine can find is told at its line, with what was expected; all at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.terms.check.built import remains
from tests.whole import examine

Spoil = Callable[[Path], object]
TEXT = "docs/acme/terms/2026-01-01/fr.md"
DOCUMENT = "docs/acme/terms/document.yml"
FACTS = "variables/acme.yml"
SEALED = "what was published never changes"
PUBLISHED = "; it is published: first put back"
NAMES = (
    "404.html, api, assets, calendar.ics, changes, developers, draft, embed, feed.xml, guide, "
    "index.html, opensearch.xml, review, robots.txt, search, sitemap.xml, terms-index"
)


def edit(path: str, old: str, new: str) -> Spoil:
    """Replace the first occurrence in a file."""

    def spoil(root: Path) -> None:
        before = (root / path).read_text(encoding="utf-8")
        assert old in before
        (root / path).write_text(before.replace(old, new, 1), encoding="utf-8")

    return spoil


def write(path: str, content: str | bytes) -> Spoil:
    """Write a file where there may be none."""

    def spoil(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    return spoil


def move(old: str, new: str) -> Spoil:
    """Rename a file or folder."""
    return lambda root: (root / old).rename(root / new)


def remove(path: str) -> Spoil:
    """Remove a file or folder."""
    return lambda root: shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()


def both(*spoils: Spoil) -> Spoil:
    """One after the other."""
    return lambda root: [spoil(root) for spoil in spoils]


CASES: dict[str, tuple[Spoil, list[str]]] = {
    "an unknown variable": (
        edit(TEXT, "{{ company.name }}", "{{ company.nmae }}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected a known variable, found company.nmae; did you mean company.name?"
        ],
    ),
    "an unknown group of variables": (
        edit(TEXT, "{{ company.name }}", "{{ compani.name }}"),
        ["docs/acme/terms/2026-01-01/fr.md:18: expected a known variable, found compani; did you mean company?"],
    ),
    "a filter does not hide an unknown variable": (
        edit(TEXT, "{{ company.name }}", "{{ company.nom | upper }}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected a known variable, found company.nom; did you mean company.name?"
        ],
    ),
    "an unknown filter": (
        edit(TEXT, "| date", "| dat"),
        [
            "docs/acme/terms/2026-01-01/fr.md:13: expected {{ version.effective | dat }} to give words, found: no filter called dat; did you mean date?"
        ],
    ),
    "a filter that raises": (
        edit(TEXT, "{{ company.name }}", "{{ company.name | date }}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected {{ company.name | date }} to give words, found: the filter date failed: expected a date, found 'Acme'"
        ],
    ),
    "a group where a fact is meant": (
        edit(TEXT, "{{ company.name }}", "{{ company.address }}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected one fact, found the group company.address; name one of street, postcode, city, country"
        ],
    ),
    "an expression that is none": (
        edit(TEXT, "{{ company.name }}", "{{ company. }}"),
        ["docs/acme/terms/2026-01-01/fr.md:18: expected {{ company. }} to give words, found: expected name or number"],
    ),
    "an expression that is not closed": (
        edit(TEXT, "{{ company.name }}", "{{ company.name"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected only expressions between {{ and }}, each on one line, found {{; close it with }} on the same line"
        ],
    ),
    "an expression that gives nothing": (
        edit(TEXT, "{{ company.name }}", "{{ '' }}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected {{ '' }} to give words, found: expected one line of words, found ''"
        ],
    ),
    "a way out of the sandbox": (
        edit(TEXT, "{{ company.name }}", "{{ company.name.__class__.__mro__ }}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:18: expected {{ company.name.__class__.__mro__ }} to give words, found: __mro__, which is no fact's name"
        ],
    ),
    "a statement": (
        edit(TEXT, "Le Client paie", "{% if x %}Le Client paie"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected only expressions between {{ and }}, each on one line, found %}; a contract takes no statements; where these signs are to be read, type %\\}",
            "docs/acme/terms/2026-01-01/fr.md:25: expected only expressions between {{ and }}, each on one line, found {%; a contract takes no statements; where these signs are to be read, type {\\%",
        ],
    ),
    "HTML": (
        edit(TEXT, "Le Client paie", "Le <b>Client</b> paie"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected words and Markdown, found HTML; a contract takes neither HTML nor images"
        ],
    ),
    "an image": (
        edit(TEXT, "Le Client paie", "![x](y.png)"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected words and Markdown, found an image; a contract takes neither HTML nor images"
        ],
    ),
    "a heading without a space": (
        edit(TEXT, "### Résiliation {#resiliation}", "###Résiliation {#resiliation}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a reference to a clause of this text, found #resiliation; did you mean #duree-resiliation?",
            "docs/acme/terms/2026-01-01/fr.md:27: expected a space after the ### of a heading, found ###R; put one",
        ],
    ),
    "a clause id twice": (
        edit(TEXT, "### Résiliation {#resiliation}", "### Résiliation {#definitions}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a reference to a clause of this text, found #resiliation; did you mean #duree-resiliation?",
            "docs/acme/terms/2026-01-01/fr.md:27: expected each clause id once, found definitions again (first on line 15); choose another",
        ],
    ),
    "no clause id": (
        edit(TEXT, "### Résiliation {#resiliation}", "### Résiliation"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a reference to a clause of this text, found #resiliation; did you mean #duree-resiliation?",
            "docs/acme/terms/2026-01-01/fr.md:27: expected a clause id at the end of the heading, such as {#duree-resiliation}, found none",
        ],
    ),
    "a clause id that is none": (
        edit(TEXT, "## Tarifs {#tarifs", "## Tarifs {#Tarifs_1"),
        [
            "docs/acme/terms/2026-01-01/fr.md:35: expected a clause id of small letters, digits and single hyphens, found Tarifs_1"
        ],
    ),
    "a clause id of the shape that the parts of a page have": (
        edit(TEXT, "## Tarifs {#tarifs", "## Tarifs {#page--text"),
        [
            "docs/acme/terms/2026-01-01/fr.md:35: expected a clause id of small letters, digits and single hyphens, found page--text"
        ],
    ),
    "a reference to no clause": (
        edit(TEXT, "[](#resiliation)", "[](#resilation)"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a reference to a clause of this text, found #resilation; did you mean #resiliation?"
        ],
    ),
    "links to no clause, typed in other ways": (
        both(
            edit(TEXT, "Le Client paie", '[Le Client](#resilation "Client") paie'),
            edit(TEXT, "## Tarifs", "- [article [1]][un] et [2](<#aucune>)\n\n[un]: #tarif\n\n## Tarifs"),
        ),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a reference to a clause of this text, found #resilation; did you mean #resiliation?",
            "docs/acme/terms/2026-01-01/fr.md:35: expected a reference to a clause of this text, found #aucune",
            "docs/acme/terms/2026-01-01/fr.md:35: expected a reference to a clause of this text, found #tarif; did you mean #tarifs?",
        ],
    ),
    "a reference to a clause without number": (
        both(edit(TEXT, "[{title}](#resiliation)", ""), edit(TEXT, "{#resiliation}", "{#resiliation number=none}")),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a clause with the number or title that the reference prints, found none on #resiliation; type the words"
        ],
    ),
    "an unknown attribute": (
        edit(TEXT, "{#resiliation}", "{#resiliation numbr=3}"),
        ["docs/acme/terms/2026-01-01/fr.md:27: expected only label, number, series after the clause id, found numbr"],
    ),
    "an underlined heading": (
        edit(TEXT, "### Résiliation {#resiliation}", "Résiliation\n---"),
        [
            "docs/acme/terms/2026-01-01/fr.md:25: expected a reference to a clause of this text, found #resiliation; did you mean #duree-resiliation?",
            "docs/acme/terms/2026-01-01/fr.md:27: expected a heading written with # at the beginning of a line, found it underlined or inside another block",
        ],
    ),
    "a numbering pattern without its level": (
        edit(TEXT, '{n}.{m}."', '{n}.{x}."'),
        [
            "docs/acme/terms/2026-01-01/fr.md:6: numbering: expected a pattern that names its own level as {m} and no deeper one, found '{n}.{x}.'"
        ],
    ),
    "a level without a numbering pattern": (
        edit(TEXT, ', "{n}.{m}."', ""),
        [
            "docs/acme/terms/2026-01-01/fr.md:27: expected a pattern for headings of 3 # in numbering.clauses of the front matter, found 1; add one, or number=none"
        ],
    ),
    "an unknown key in the front matter": (
        edit(TEXT, "binding: fr", "binding: fr\nbindng: fr"),
        [
            "docs/acme/terms/2026-01-01/fr.md:6: expected only binding, change, corrects, effective, notice_days, numbering, proposed_by, recorded, refusal, source, summary, title, found bindng; did you mean binding?"
        ],
    ),
    "a title of figures": (
        edit(TEXT, "title: Conditions générales", "title: 2026"),
        [
            "docs/acme/terms/2026-01-01/fr.md:2: title: expected a text, found the number 2026; put it in quotation marks if it is a text"
        ],
    ),
    "a summary that nobody wrote": (
        edit(TEXT, "binding: fr", "binding: fr\nsummary:"),
        ["docs/acme/terms/2026-01-01/fr.md:6: summary: expected a text, found nothing"],
    ),
    "front matter without its end": (
        edit(TEXT, "]\n---\n", "]\n"),
        [
            "docs/acme/terms/2026-01-01/fr.md:1: expected front matter between two lines of ---, found only the first; write --- under the last of its lines"
        ],
    ),
    "an expression in the front matter": (
        edit(TEXT, "binding: fr", "summary: |\n  Le prix\n  de {{ company.name }}.\nbinding: fr"),
        [
            "docs/acme/terms/2026-01-01/fr.md:7: summary: expected words as they are read, since only the text under the front matter is filled, found {{; write what it stands for",
            "docs/acme/terms/2026-01-01/fr.md:7: summary: expected words as they are read, since only the text under the front matter is filled, found }}; write what it stands for",
        ],
    ),
    "front matter that would shadow a variable": (
        edit(TEXT, "binding: fr", "binding: fr\ncompany: {name: PIRATE}"),
        [
            "docs/acme/terms/2026-01-01/fr.md:6: expected only binding, change, corrects, effective, notice_days, numbering, proposed_by, recorded, refusal, source, summary, title, found company; take it out"
        ],
    ),
    "a day that does not exist": (
        edit(TEXT, "effective: 2026-01-01", "effective: 2026-02-30"),
        [
            "docs/acme/terms/2026-01-01/fr.md:3: effective: expected a date such as 2026-05-19, or unstated, found '2026-02-30'"
        ],
    ),
    "no effective date": (
        edit(TEXT, "effective: 2026-01-01\n", ""),
        ["docs/acme/terms/2026-01-01/fr.md:2: expected the key effective, found none; add it"],
    ),
    "an effective date of another day than the folder's": (
        edit(TEXT, "effective: 2026-01-01", "effective: 2026-01-02"),
        [
            "docs/acme/terms/2026-01-01/fr.md:3: effective: expected 2026-01-01, the day that the folder is named after, found 2026-01-02; correct the date or rename the folder"
        ],
    ),
    "a wrong type": (
        edit(TEXT, "title: Conditions générales", "title: [12]"),
        ["docs/acme/terms/2026-01-01/fr.md:2: title: expected a text, found [12]"],
    ),
    "YAML that is none": (
        edit(TEXT, "binding: fr", "binding: [fr"),
        [
            "docs/acme/terms/2026-01-01/fr.md:6: expected valid YAML, found a comma or a closing bracket too few; write it"
        ],
    ),
    "no front matter": (
        edit(TEXT, "---\n", ""),
        [
            "docs/acme/terms/2026-01-01/fr.md:1: expected front matter between two lines of ---, found none; begin with ---, title, effective, recorded, binding"
        ],
    ),
    "a text without words": (
        write(TEXT, "---\ntitle: x\n---\n"),
        ["docs/acme/terms/2026-01-01/fr.md:3: expected a text under the front matter, found none"],
    ),
    "an empty text": (write(TEXT, ""), ["docs/acme/terms/2026-01-01/fr.md:1: expected a text, found an empty file"]),
    "a text that is not UTF-8": (
        write(TEXT, "---\ntitle: é\n".encode("latin-1")),
        ["docs/acme/terms/2026-01-01/fr.md:2: expected a text in UTF-8, found the byte 0xe9; save the file as UTF-8"],
    ),
    "a binding text that is missing": (
        remove(TEXT),
        [
            "docs/acme/terms/2026-01-01/en.md:5: binding: expected fr.md beside this text, found none; add it or correct binding"
        ],
    ),
    "a SIREN whose check digit fails": (
        edit(FACTS, '"794223461"', '"794223462"'),
        [
            "variables/acme.yml:8: company.siren: expected a SIREN: nine digits whose check digit holds, in quotation marks, found '794223462'"
        ],
    ),
    "a SIREN that YAML takes for a number": (
        edit(FACTS, '"794223461"', "794223461"),
        [
            "variables/acme.yml:8: company.siren: expected a SIREN: nine digits whose check digit holds, in quotation marks, found the number 794223461; put it in quotation marks if it is a text"
        ],
    ),
    "a SIRET whose check digit fails": (
        edit(FACTS, 'siren: "794223461"', 'siret: "48925126400046"'),
        [
            "variables/acme.yml:8: company.siret: expected a SIRET: fourteen digits whose check digit holds, in quotation marks, found '48925126400046'"
        ],
    ),
    "a VAT number whose key fails": (
        edit(FACTS, "FR31794223461", "FR32794223461"),
        [
            "variables/acme.yml:9: company.vat: expected a French VAT number whose key and SIREN hold, such as FR31794223461, found 'FR32794223461'"
        ],
    ),
    "an e-mail address that is none": (
        edit(FACTS, "contact@acme.example", "contact"),
        [
            "docs/acme/policy/2025-03-01/fr.md:12: expected a link that begins with #, https:, http:, mailto:, tel:, found contact; a contract leads to clauses and to the web",
            "variables/acme.yml:10: company.email: expected an e-mail address, such as contact@example.fr, found 'contact'",
        ],
    ),
    "a telephone number that is none": (
        edit(FACTS, "+33146088370", "0146088370"),
        [
            "variables/acme.yml:11: company.phone: expected a telephone number in international form, such as \"+33146088370\", found '0146088370'"
        ],
    ),
    "an unknown key in an address": (
        edit(FACTS, "street: 1", "strete: 1"),
        [
            "variables/acme.yml:7: company.address: expected only city, country, postcode, street, found strete; did you mean street?",
            "variables/acme.yml:7: company.address: expected the key street, found none; add it",
        ],
    ),
    "an unknown key of the company": (
        edit(FACTS, "  vat:", "  vta:"),
        [
            "variables/acme.yml:9: company: expected only address, brand, capital, email, legal_form, legal_form_short, legal_name, name, phone, registry_city, representative, siren, siret, vat, website, found vta; did you mean vat?"
        ],
    ),
    "a variable that is empty": (
        edit(FACTS, "odd: ACME *SAS* & Co_ <b>", "odd:"),
        [
            "docs/acme/terms/2026-01-01/en.md:30: expected a value of contact.odd, found nothing after its name; give it one",
            "docs/acme/terms/2026-01-01/fr.md:30: expected a value of contact.odd, found nothing after its name; give it one",
            "variables/acme.yml:14: contact.odd: expected a text on one line or a number, found nothing",
        ],
    ),
    "dated values out of order": (
        edit(FACTS, "from: 2026-01-01", "from: 2019-01-01"),
        [
            "variables/acme.yml:6: company.capital: expected dates in order, each after the one before, found 2019-01-01 after 2020-01-01"
        ],
    ),
    "a dated value of no day": (
        edit(FACTS, "from: 2026-01-01", "from: 2026-13-01"),
        ["variables/acme.yml:6: company.capital.1.from: expected a date, such as 2026-05-19, found '2026-13-01'"],
    ),
    "no value on the version's day": (
        edit(FACTS, "from: 2020-01-01", "from: 2025-06-01"),
        [
            "docs/acme/policy/2025-03-01/fr.md:12: expected a value of company.capital on 2025-03-01, found none before 2025-06-01; add the value that held on 2025-03-01"
        ],
    ),
    "a key twice": (
        edit(FACTS, "contact:", "company: {name: x}\ncontact:"),
        ["variables/acme.yml:13: expected each key once, found company again"],
    ),
    "a group that the site gives itself": (
        edit(FACTS, "  odd: ", "  odd: x\nversion:\n  odd: "),
        [
            "variables/acme.yml:15: expected a name of small letters, digits and _ that the site does not give itself, found version; take it out"
        ],
    ),
    "facts that are missing": (
        remove(FACTS),
        ["variables/acme.yml:1: expected the publisher's facts, found no such file; add it with company.name"],
    ),
    "facts of nobody": (
        write("variables/nobody.yml", "company: {name: x}\n"),
        ["variables/nobody.yml:1: expected a folder docs/nobody beside this file, found none"],
    ),
    "a file that is no language": (
        write("docs/acme/terms/2026-01-01/zz.md", "x"),
        [
            "docs/acme/terms/2026-01-01/zz.md:1: expected a text named after a language of the site (fr, en) and, for a later revision, .r2 and so on, found zz.md"
        ],
    ),
    "a file that is no revision": (
        write("docs/acme/terms/2026-01-01/fr.v2.md", "x"),
        [
            "docs/acme/terms/2026-01-01/fr.v2.md:1: expected a text named after a language of the site (fr, en) and, for a later revision, .r2 and so on, found fr.v2.md"
        ],
    ),
    "a folder that is no day": (
        write("docs/acme/terms/2026-13-01/fr.md", "x"),
        [
            "docs/acme/terms/2026-13-01:1: expected document.yml, ledger.yml, draft and folders named after a day, such as 2026-05-19, found 2026-13-01"
        ],
    ),
    "a file that belongs nowhere": (
        write("docs/acme/readme.txt", "x"),
        ["docs/acme/readme.txt:1: expected only folders of documents in acme, found a file"],
    ),
    "a language that the document does not have": (
        edit(DOCUMENT, "[fr, en]", "[fr]"),
        [
            "docs/acme/terms/2026-01-01/en.md:1: expected one of the languages of document.yml (fr), found en; add it there"
        ],
    ),
    "a reserved name for a publisher": (
        both(move("docs/acme", "docs/api"), move(FACTS, "variables/api.yml")),
        [
            f"docs/api:1: expected a name that is no language, no date and none of {NAMES}, found api; rename the folder",
            "docs/api/policy/document.yml:1: publisher: expected api, the name of the folder, found acme",
            "docs/api/terms/document.yml:1: publisher: expected api, the name of the folder, found acme",
        ],
    ),
    "a reserved name for a document": (
        move("docs/acme/policy", "docs/acme/draft"),
        [
            f"docs/acme/draft:1: expected a name that is no language, no date and none of {NAMES}, found draft; rename the folder"
        ],
    ),
    "a language for a document": (
        move("docs/acme/policy", "docs/acme/de"),
        [
            f"docs/acme/de:1: expected a name that is no language, no date and none of {NAMES}, found de; rename the folder"
        ],
    ),
    "a name that is no address": (
        move("docs/acme/policy", "docs/acme/Policy 1"),
        [
            "docs/acme/Policy 1:1: expected a name of small letters, digits and single hyphens, found Policy 1; rename the folder"
        ],
    ),
    "no document.yml": (
        remove(DOCUMENT),
        [
            "docs/acme/terms/document.yml:1: expected document.yml with publisher, binding and languages, found no such file; add it"
        ],
    ),
    "an unknown key in document.yml": (
        edit(DOCUMENT, "binding: fr", "binding: fr\nlangauges: [fr]"),
        [
            "docs/acme/terms/document.yml:3: expected only accept, binding, kind, languages, notice_days, numbering, publisher, refusal, found langauges; did you mean languages?"
        ],
    ),
    "another publisher in document.yml": (
        edit(DOCUMENT, "acme", "acne"),
        ["docs/acme/terms/document.yml:1: publisher: expected acme, the name of the folder, found acne"],
    ),
    "a document without versions": (
        remove("docs/acme/policy/2025-03-01"),
        ["docs/acme/policy:1: expected a draft, or a version such as 2026-05-19, found none"],
    ),
    "a version without texts": (
        remove("docs/acme/policy/2025-03-01/fr.md"),
        ["docs/acme/policy/2025-03-01:1: expected a text such as fr.md, found none"],
    ),
}


def problems(root: Path) -> list[str]:
    """Every problem of a project as it is printed; that a text is sealed is told by tests/test_seals.py."""
    found = examine(root, date(2026, 11, 22))[2]
    said = [f"{each.path}:{each.line}: {each.message}" for each in found if SEALED not in each.message]
    return [each.partition(PUBLISHED)[0] for each in said]


def test_a_project_without_mistakes_has_no_problem(tiny: Path) -> None:
    assert problems(tiny) == []


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_at_its_line_with_what_was_expected(case: str, tiny: Path) -> None:
    spoil, expected = CASES[case]
    spoil(tiny)
    assert problems(tiny) == expected


def test_a_document_called_schema_is_read_like_any_other(tiny: Path) -> None:
    move("docs/acme/policy", "docs/acme/schema")(tiny)
    edit("docs/acme/schema/2025-03-01/fr.md", "company.name", "company.nom")(tiny)
    (problem,) = problems(tiny)
    assert problem.startswith("docs/acme/schema/2025-03-01/fr.md:12: expected a known variable, found company.nom")


def test_a_pattern_deeper_than_any_heading_is_told(tiny: Path) -> None:
    edit(TEXT, '"{n}.{m}."]', '"{n}.{m}.", "{k}", "{l}", "{j}", "{n}"]')(tiny)
    said = f"{TEXT}:6: numbering: expected a pattern that names one of 5 levels and no deeper one, found '{{n}}'"
    assert problems(tiny) == [said]


def test_all_mistakes_are_told_at_once_and_the_exit_code_is_1(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both(
        edit(TEXT, "recorded:", "recordd:"),
        edit(DOCUMENT, "acme", "acne"),
        edit(FACTS, '"794223461"', '"794223462"'),
        edit("docs/acme/policy/2025-03-01/fr.md", "company.name", "company.nom"),
    )(tiny)
    assert main(["--project", str(tiny), "check"]) == 1
    said = capsys.readouterr().err
    assert [line.split(":")[0] for line in said.splitlines() if line[0] != " "] == [
        "docs/acme/policy/2025-03-01/fr.md",
        TEXT,
        TEXT,
        DOCUMENT,
        FACTS,
        "5 problems to correct",
    ]


def test_without_mistakes_the_exit_code_is_0(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tiny), "check"]) == 0
    assert capsys.readouterr().out == "2 documents, 3 texts, 3 of them sealed: no problem\n"


def test_the_project_is_named_before_the_command_or_behind_it(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = set()
    for arguments in (["--project", str(tiny), "check"], ["check", "--project", str(tiny)]):
        assert main(arguments) == 0
        said.add(capsys.readouterr().out)
    assert len(said) == 1


@pytest.mark.parametrize(
    "left", ["{{ x }}", "{% if %}", "no such element: dict object", "Traceback (most recent call last)"]
)
def test_no_page_is_published_with_what_a_failed_build_leaves(left: str) -> None:
    found = list(remains("fr/index.html", f"<p>un</p>\n<p>{left}</p>"))
    assert {(each.path, each.line) for each in found} == {("fr/index.html", 2)}


def test_a_finished_page_has_nothing_left() -> None:
    assert list(remains("fr/index.html", "<p>un {mot}</p>")) == []
