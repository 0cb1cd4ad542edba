"""Thirty differences planted in the real contracts, in either language: each is told with its place in both texts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.__main__ import main
from macros.commands import checking
from tests.conftest import ROOT

BOOST, DROPCLOUD = "boostmymail/boost-my-mail", "dropcloud/wesend"
JITSI, NEXTCLOUD, OPTIMA = "rezosocial/jitsi", "rezosocial/nextcloud", "optima-dsi/cloud-azure"
CONTRACTS = (BOOST, DROPCLOUD, JITSI, NEXTCLOUD, OPTIMA)
BINDING, TRANSLATION = "fr", "en"
Check = Callable[[Path], tuple[int, str, str]]


class Planted(NamedTuple):
    """Words of one draft that are replaced, and what is told of it.

    en and fr stand on the lines that are told, in the texts as they then are; said and found are in the message.
    """

    document: str
    old: str
    new: str
    en: str
    fr: str
    said: str
    found: str
    language: str = TRANSLATION
    code: int = 1


def french(each: Planted) -> Planted:
    """The same, with the words replaced in French and the English left as it was: that stops nothing."""
    return each._replace(language=BINDING, code=0)


SEVERABILITY = """### Severability {#divisibilite}

If one or more stipulations of the Contract are held to be invalid or declared to be so pursuant to a law, a \
regulation or a final decision of a competent court, the other stipulations shall retain their full force and scope.

"""
ASSIGNMENT = """### Assignment {#cession-contrat}

The Client may not assign, transfer or pass on, in any manner whatsoever, all or part of the Contract without the \
prior written consent of {{ company.name }}.

"""
GUESTS = """“Guests”:
: means any natural or legal person invited by the CLIENT to use the Services.

"""
NOTICES = """1. For {{ company.name }}: {{ company.address.street }}, {{ company.address.postcode }} \
{{ company.address.city }}, {{ company.address.country | country }}. E-mail: {{ contact.notices_email | link }};
"""
OFFICE = "2. For the Client: at the postal and/or electronic address indicated in the Commercial Document."
ORGANISER = "| Organiser | Means the Authorised User who initiates, schedules or chairs a Meeting. |\n"
ROOM = "| Salle | Désigne l'espace virtuel dans lequel se tient une Réunion. |\n"
RESTORED = "- Within 4 hours for the backup and restoration functions,\n"
SECOND = "- Within 8 hours for the secondary functions (administration of accounts, etc.).\n"
HOSTED = """hébergées chez {{ hosting.WHOM }} ou sur une infrastructure exploitée sur site par {{ company.name }}.

### Journaux"""
NOT_RESERVED = "Tout droit non explicitement accordé au CLIENT est réservé par {{ company.name }}.\n\n"

PLANTED: dict[str, Planted] = {
    "a period in words that its figures contradict": Planted(
        JITSI,
        "thirty (30) days after a formal notice",
        "sixty (30) days after a formal notice",
        "sixty (30) days",
        "trente (30) jours après",
        "expected none",
        "found 60 days;",
    ),
    "a period in figures that its words contradict": Planted(
        NEXTCLOUD,
        "forty-eight (48) hours in advance",
        "forty-eight (24) hours in advance",
        "forty-eight (24) hours",
        "quarante-huit (48) heures à l'avance",
        "expected none",
        "found 24 hours;",
    ),
    "a period in words alone": Planted(
        OPTIMA,
        "three working months",
        "two working months",
        "two working months",
        "trois mois ouvrés",
        "expected 3 months,",
        "found 2 months;",
    ),
    "the unit of a period, in French": french(
        Planted(
            BOOST,
            "une durée de trois (3) ans",
            "une durée de trois (3) mois",
            "three (3) years from the end",
            "trois (3) mois",
            "expected 3 months,",
            "found 3 years;",
        )
    ),
    "a percentage": Planted(
        DROPCLOUD, "at least 99.9% on", "at least 99% on", "at least 99% on", "99,9%", "expected 99.9 %,", "found 99 %;"
    ),
    "a date, in French": french(
        Planted(
            DROPCLOUD,
            "en vigueur depuis le 25 mai 2018",
            "en vigueur depuis le 24 mai 2016",
            "has been in force since 25 May 2018",
            "24 mai 2016",
            "expected 2016-05-24,",
            "found 2018-05-25;",
        )
    ),
    "the number of an article of a code": Planted(
        JITSI, "article 1218 of", "article 1128 of", "article 1128", "article 1218", "expected 1218,", "found 1128;"
    ),
    "a web address that only the translation has": Planted(
        NEXTCLOUD,
        "following address: {{ privacy.policy_url | link }}.",
        "following address: {{ privacy.policy_url | link }} or https://rezosocial.example/privacy.",
        "https://rezosocial.example/privacy",
        "accessible à l'adresse suivante",
        "expected none,",
        "found https://rezosocial.example/privacy;",
    ),
    "a paragraph that is dropped": Planted(
        BOOST,
        "The Provider’s invoices are payable on receipt.\n\n",
        "",
        "The fees are invoiced in euros excluding",
        "Les factures du Fournisseur sont payable",
        "expected a paragraph after this,",
        "found none;",
    ),
    "a sentence that denies, and is dropped": Planted(
        NEXTCLOUD,
        " It is not designed as an electronic archiving service with evidential value, nor as a service intended for"
        " critical uses within the meaning of the Contract.",
        "",
        "strictly reserved for professional use.",
        "strictement réservé à un usage professionnel.",
        "expected 2 sentences,",
        "found 1;",
    ),
    "an item that is dropped": Planted(
        JITSI,
        "- Disrupt the integrity or performance of the Service;\n",
        "",
        "- Attempt to obtain unauthorised access ",
        "- Perturber l'intégrité ou la performanc",
        "expected an item after this,",
        "found none;",
    ),
    "items in another order, with their periods": Planted(
        DROPCLOUD,
        RESTORED + SECOND,
        SECOND + RESTORED,
        "- Within 8 hours",
        "- Sous 4 heures",
        "expected 4 hours,",
        "found 8 hours;",
    ),
    "items in another order, with their variables": Planted(
        NEXTCLOUD,
        NOTICES + OFFICE,
        OFFICE.replace("2", "1") + "\n" + NOTICES.replace("1", "2").rstrip(),
        "1. For the Client",
        "1. Pour {{ company.name }}",
        "expected the variable company.address.city,",
        "found none;",
    ),
    "a row of a table that is dropped": Planted(
        JITSI,
        ORGANISER,
        "",
        "| Business Day | Means a day of the week",
        "| Organisateur | Désigne l'Utilisateur A",
        "expected a row of a table after this,",
        "found none;",
    ),
    "another variable, in French": french(
        Planted(
            NEXTCLOUD,
            HOSTED.replace("WHOM", "provider"),
            HOSTED.replace("WHOM", "platform"),
            "which may rely on a {{ hosting.platform }} cluster",
            "laquelle peut reposer",
            "expected the variable hosting.platform,",
            "found the variable hosting.provider;",
        )
    ),
    "a definition that is dropped": Planted(
        OPTIMA,
        GUESTS,
        "",
        "“Virtual Machine”:",
        ": désignent toute personne physique ou m",
        "expected a paragraph, a defined term after this,",
        "found none;",
    ),
    "a clause that is dropped": Planted(
        NEXTCLOUD,
        SEVERABILITY,
        "",
        "---",
        "{#divisibilite}",
        "expected the clause #divisibilite of ",
        "found none; translate it",
    ),
    "clauses in another order": Planted(
        JITSI,
        ASSIGNMENT + SEVERABILITY,
        SEVERABILITY + ASSIGNMENT,
        "{#divisibilite}",
        "{#cession-contrat}",
        "expected #cession-contrat here,",
        "found #divisibilite;",
    ),
    "a clause id that is renamed": Planted(
        OPTIMA,
        "{#force-majeure}",
        "{#force-majeures}",
        "---",
        "{#force-majeure}",
        "expected the clause #force-majeure of ",
        "found none; translate it",
    ),
    "a heading at another level": Planted(
        DROPCLOUD,
        "### Headings {#titres-clauses}",
        "## Headings {#titres-clauses}",
        "{#titres-clauses}",
        "{#titres-clauses}",
        "expected #titres-clauses at level 3,",
        "found level 2;",
    ),
    "a variable that is typed": Planted(
        DROPCLOUD,
        "{{ insurance.insurer }}",
        "ALLIANZ",
        "with the company ALLIANZ",
        "{{ insurance.insurer }}",
        "expected the variable insurance.insurer,",
        "found none;",
    ),
    "a reference that is dropped": Planted(
        BOOST,
        "the right of use referred to in article [](#droits-utilisation).",
        "the right of use referred to herein.",
        "referred to herein.",
        "visé à l’article [](#droits-utilisation)",
        "expected the reference #droits-utilisation,",
        "found none;",
    ),
    "a reference to another clause, in French": french(
        Planted(
            JITSI,
            "violation de l'Article [](#usages-interdits)",
            "violation de l'Article [](#confidentialite)",
            "violation of Article [](#usages-interdits)",
            "violation de l'Article [](#confidentialite)",
            "expected the reference #confidentialite,",
            "found the reference #usages-interdits;",
        )
    ),
    "a list of another kind": Planted(
        OPTIMA,
        "- Not to use the Microsoft®",
        "1. Not to use the Microsoft®",
        "1. Not to use the Microsoft®",
        "- A ne pas utiliser",
        "expected an item,",
        "found an item 1.;",
    ),
    "a paragraph that is added, in French": french(
        Planted(
            DROPCLOUD,
            "### Titres {#titres-clauses}\n\n",
            "### Titres {#titres-clauses}\n\nLes titres ne lient pas les parties.\n\n",
            "### Headings {#titres-clauses}",
            "Les titres ne lient pas les parties.",
            "expected a paragraph after this,",
            "found none;",
        )
    ),
    "a defined term that is translated otherwise": Planted(
        JITSI,
        "technical support for any Anomaly related",
        "technical support for any fault related",
        "{#support}",
        "pour toute Anomalie liée",
        "expected “Anomaly” in #support, for Anomalie in ",
        "found it nowhere in the clause;",
    ),
    "an amount, in French": french(
        Planted(
            BOOST,
            "quarante (40) euros",
            "cinquante (50) euros",
            "forty (40) euros",
            "cinquante (50) euros",
            "expected 50 EUR,",
            "found 40 EUR;",
        )
    ),
    "an e-mail address that only the French has": french(
        Planted(
            BOOST,
            "{{ support.email | link }}",
            "{{ support.email | link }} ou aide@boostmymail.example",
            "{{ support.email | link }}",
            "aide@boostmymail.example",
            "expected aide@boostmymail.example,",
            "found none;",
        )
    ),
    "a row of a table that is added, in French": french(
        Planted(
            JITSI,
            "| Service | ",
            ROOM + "| Service | ",
            "| Meeting | Means a real-time audiovisua",
            "| Salle | Désigne l'espace virtuel dans ",
            "expected a row of a table after this,",
            "found none;",
        )
    ),
    "a paragraph that is dropped, in French": french(
        Planted(
            OPTIMA,
            NOT_RESERVED,
            "",
            "Any right not explicitly granted to the ",
            "{{ company.name }} accorde au CLIENT un ",
            "expected nothing more after what",
            "found a paragraph;",
        )
    ),
}


def copied(document: str, root: Path) -> Path:
    """A project of one of the real contracts, free to be spoilt."""
    publisher = document.split("/", maxsplit=1)[0]
    shutil.copytree(ROOT / "docs" / document, root / "docs" / document)
    shutil.copytree(ROOT / "variables" / "glossary", root / "variables" / "glossary")
    shutil.copy(ROOT / "variables" / f"{publisher}.yml", root / "variables")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def draft(root: Path, document: str, language: str) -> Path:
    """The working text of a contract in a language."""
    return root / "docs" / document / "draft" / f"{language}.md"


def plant(root: Path, each: Planted) -> None:
    """Put the difference, and nothing else, in its draft."""
    path = draft(root, each.document, each.language)
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    assert body.count(each.old) == 1
    path.write_text(f"{head}\n---\n{body.replace(each.old, each.new)}", encoding="utf-8")


def line(path: Path, words: str) -> int:
    """The number of the first line below the front matter, or at its beginning, that holds some words."""
    text = path.read_text(encoding="utf-8")
    found = text.index(words, 0 if words == "---" else text.index("\n---\n"))
    return text.count("\n", 0, found) + 1


def places(root: Path, each: Planted) -> tuple[str, str]:
    """Where both texts stand of what was planted, as messages name it."""
    paths = draft(root, each.document, TRANSLATION), draft(root, each.document, BINDING)
    english, other = (
        f"{path.relative_to(root)}:{line(path, said)}" for path, said in zip(paths, each[3:5], strict=True)
    )
    return english, other


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """The exit code of terms check on a project, what is said, and what is said to be wrong."""
    # What the catalogues lack has nothing to do with contracts, and takes as long as the rest.
    monkeypatch.setattr(checking, "catalogue_faults", list)

    def run(root: Path) -> tuple[int, str, str]:
        code = main(["--project", str(root), "check"])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize("what", PLANTED)
def test_a_difference_is_told_with_its_place_in_both_texts(what: str, tmp_path: Path, check: Check) -> None:
    each = PLANTED[what]
    copied(each.document, tmp_path)
    plant(tmp_path, each)
    english, other = places(tmp_path, each)
    code, said, wrong = check(tmp_path)
    told = (wrong if each.code else said).splitlines()
    (found,) = (every for every in told if every.startswith(f"{english}: {each.said}") and each.found in every)
    assert re.search(rf"{re.escape(other)}(?!\d)", found)
    assert code == each.code
    # French that moved on leaves its translation out of date, which is told and stops nothing.
    assert said.count("found it stale; ") == (each.language == BINDING)
    assert bool(wrong) == bool(code)


def test_nothing_is_told_of_the_real_texts(tmp_path: Path, check: Check) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "variables", tmp_path / "variables", ignore=shutil.ignore_patterns("schema"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    code, said, wrong = check(tmp_path)
    assert (code, wrong) == (0, "")
    told, _, end = said.partition(" warnings: a person decides\n")
    assert re.fullmatch(r"5 documents, \d+ texts, \d+ of them sealed: no problem\n", end)
    assert all(re.search(r" \[[a-z-]+\]$", line) for line in told.splitlines()[:-1])


def test_thirty_differences_are_spread_over_every_contract_and_both_languages() -> None:
    assert len(PLANTED) == 30
    assert {(each.document, each.language) for each in PLANTED.values()} == {
        (document, language) for document in CONTRACTS for language in (BINDING, TRANSLATION)
    }
