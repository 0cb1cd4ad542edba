"""What became of each clause: every kind of change, told from what looks like one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.clauses import every
from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.compare.sides import markdown
from macros.terms.model import Change, Dated, FrontMatter, Numbering, Reading, Text
from macros.terms.reading import read
from tests.conftest import ROOT
from tests.engine.test_parse import outlines
from tests.whole import examine

OLD, NEW = date(2026, 1, 1), date(2026, 6, 1)
FACTS = {
    "company": {
        "name": "ACME *SAS* & Co_ <b>",
        "capital": (Dated(value=1000, since=date(2020, 1, 1)), Dated(value=5000, since=date(2026, 3, 1))),
    },
    "product": {"version": {"name": (Dated(value="X", since=date(2020, 1, 1)), Dated(value="Y", since=NEW))}},
}
BODY = """\
# Conditions générales

En vigueur le {{ version.effective | date }}.

## Parties {#parties number=none}

{{ company.name }}, société au capital de {{ company.capital | number }} euros.

## Objet {#objet}

Le Prestataire fournit au Client l'accès au Service. Le prix se paie selon l'article [](#paiement).

### Essai {#essai}

Le Client essaie le Service un mois, à ses frais.

### Usages {#usages}

- aucun envoi en nombre ;
- aucune revente, sauf [ce que permet la cession](#cession).

## Paiement {#paiement}

| Formule | Mensuel | Annuel |
| --- | --- | --- |
| Simple | 5 € | |
| Double | 9 € | 99 € |

Le Client paie dans les trente (30) jours. Entre {{ version.effective | date }} et le 31 décembre, rien.

## Cession {#cession}

Le logiciel {{ product.version.name }} n'est pas cédé, voir [le site](https://acme.example/).
"""
ESSAI = BODY[BODY.index("### Essai") : BODY.index("### Usages")]
USAGES = BODY[BODY.index("### Usages") : BODY.index("## Paiement")]
CESSION = BODY[BODY.index("## Cession") :]
# From the first day to the second the capital changed, and the name of the product.
OF_THE_DAYS = {"parties": "variable", "cession": "variable"}


def reading(body: str, day: date = OLD, clauses: tuple[str, ...] = ("Article {n}.", "{n}.{m}.")) -> Reading:
    """A text of a day, read."""
    front = FrontMatter(title="Titre", effective=day, recorded=day, binding="fr", numbering=Numbering(clauses=clauses))
    head = f"title: Titre\neffective: {day}"
    text = Text(path="fr.md", language="fr", revision=1, front=front, head=head, body="\n" * 4 + body)
    return read(text, FACTS, day)


def changes(old: str, new: str, *, days: tuple[date, date] = (OLD, OLD)) -> dict[str, Change]:
    """What became of each clause of a body, by id."""
    before, after = reading(old, days[0]), reading(new, days[1])
    assert before.faults == after.faults == ()
    return {each.clause.id: each for each in compare(side(before), side(after)).changes}


def kinds(old: str, new: str, *, days: tuple[date, date] = (OLD, OLD)) -> dict[str, str]:
    """The kind of change of each clause of a body, by id."""
    return {id_: each.kind for id_, each in changes(old, new, days=days).items()}


def ids(found: Reading) -> set[str]:
    """The ids of all clauses of a text."""
    return {clause.id for clause, _ in every(found.tree) if clause.id}


def edited(*pairs: tuple[str, str]) -> str:
    """The body with words replaced where they stand first; words that are not there fail."""
    body = BODY
    for old, new in pairs:
        assert old in body
        body = body.replace(old, new, 1)
    return body


CASES: Mapping[str, tuple[str, dict[str, str]]] = {
    "nothing": (BODY, {}),
    "a clause at the end": (BODY + "\n## Divers {#divers}\n\nRien.\n", {"divers": "added"}),
    "a clause before others": (
        edited(("## Paiement", "## Divers {#divers}\n\nRien.\n\n## Paiement")),
        {"divers": "added", "objet": "reference", "paiement": "renumbered", "cession": "renumbered"},
    ),
    "the last clause less": (
        edited((CESSION, ""), ("[ce que permet la cession](#cession)", "accord")),
        {"usages": "edited", "cession": "removed"},
    ),
    "a clause with those under it less": (
        edited((BODY[BODY.index("## Objet") : BODY.index("## Paiement")], "")),
        {"objet": "removed", "essai": "removed", "usages": "removed", "paiement": "renumbered",
         "cession": "renumbered"},
    ),
    "another word": (edited(("trente (30)", "soixante (60)")), {"paiement": "edited"}),
    "a word less": (edited(("n'est pas cédé", "est cédé")), {"cession": "edited"}),
    "other punctuation": (edited(("un mois, à", "un mois ; à")), {"essai": "edited"}),
    "a term with a capital": (edited(("prix se paie", "Prix se paie")), {"objet": "edited"}),
    "another title of a clause": (edited(("### Essai", "### Période d'essai")), {"essai": "edited"}),
    "another title of the text": (edited(("# Conditions générales", "# Conditions particulières")), {"": "edited"}),
    "words before the first clause": (edited(("En vigueur le", "Applicable le")), {"": "edited"}),
    "clauses exchanged": (
        edited((ESSAI + USAGES, USAGES + ESSAI)),
        {"essai": "moved", "usages": "renumbered"},
    ),
    "clauses exchanged, with other words": (
        edited((ESSAI + USAGES, USAGES.replace("aucune revente", "nulle revente") + ESSAI)),
        {"essai": "moved", "usages": "edited"},
    ),
    "a clause under another": (
        edited((USAGES, ""), ("## Cession", USAGES + "## Cession")),
        {"usages": "moved"},
    ),
    "a clause under another, further down than the next": (
        edited((ESSAI, ""), (CESSION, f"{CESSION}\n{ESSAI}")),
        {"essai": "moved", "usages": "renumbered"},
    ),
    "another label": (edited(("{#cession}", '{#cession label="Dernier article"}')), {"cession": "renumbered"}),
    "kinds of quotes, dashes and spaces": (
        edited(("l'accès", "l’accès"), ("un mois, à", "un  mois , à"), ("à ses frais.", "à ses\nfrais.")),
        {"objet": "typography", "essai": "typography"},
    ),
    "no-break spaces": (edited(("envoi en nombre ;", "envoi en nombre\u202f;")), {"usages": "typography"}),
    "capitals of a title": (edited(("## Cession", "## CESSION")), {"cession": "typography"}),
    "marks of a list": (edited(("- aucun", "(a) aucun"), ("- aucune", "(b) aucune")), {"usages": "typography"}),
    "bold": (edited(("à ses frais", "**à ses frais**")), {"essai": "typography"}),
    "a clause referred to by another": (edited(("[](#paiement)", "[](#essai)")), {"objet": "edited"}),
    "other words of a reference": (edited(("ce que permet la cession", "ce qu'interdit la cession")),
        {"usages": "edited"}),
    "other words of a reference, and other spaces": (
        edited(("ce que permet la cession", "ce qu'interdit la cession"), ("nombre ;", "nombre  ;")),
        {"usages": "edited"},
    ),
    "spaces in the words of a reference": (
        edited(("ce que permet la", "ce que  permet la")),
        {"usages": "typography"},
    ),
    "a value in another column": (edited(("| Simple | 5 € | |", "| Simple | | 5 € |")), {"paiement": "edited"}),
    "a variable's value typed": (edited(("{{ company.capital | number }}", "1\u202f000")), {}),
    "a variable's value typed wrong": (edited(("{{ company.capital | number }}", "1001")), {"parties": "edited"}),
}  # fmt: skip


@pytest.mark.parametrize(("new", "expected"), CASES.values(), ids=CASES)
def test_each_kind_of_change_is_called_by_its_name(new: str, expected: dict[str, str]) -> None:
    assert kinds(BODY, new) == expected


def test_a_change_has_its_clause_on_either_side() -> None:
    (found,) = changes(BODY, edited(("## Paiement", "## Prix"))).values()
    assert found.old
    assert found.new
    assert (found.old.heading, found.new.heading) == ("Article 2. Paiement", "Article 2. Prix")
    assert found.clause is found.new


def test_a_clause_that_came_or_went_has_one_side() -> None:
    without = edited((CESSION, ""), ("[ce que permet la cession](#cession)", "accord"))
    gone, come = changes(BODY, without)["cession"], changes(without, BODY)["cession"]
    assert (gone.new, come.old) == (None, None)
    assert (gone.clause, come.clause) == (gone.old, come.new)


def test_changes_stand_in_the_order_of_the_new_text_and_removed_ones_last() -> None:
    new = edited(
        (ESSAI, ""), ("trente (30)", "soixante (60)"), ("# Conditions", "# Nos conditions"), ("n'est", "n’est")
    )
    assert list(changes(BODY, new)) == ["", "usages", "paiement", "cession", "essai"]


def test_a_variable_with_another_value_is_told_by_its_name() -> None:
    found = changes(BODY, BODY, days=(OLD, NEW))
    assert {id_: (each.kind, each.facts) for id_, each in found.items()} == {
        "parties": ("variable", ("company.capital",)),
        "cession": ("variable", ("product.version.name",)),
    }


def test_the_dates_of_the_version_itself_never_count() -> None:
    days = (date(2025, 1, 1), date(2025, 1, 2))
    assert reading(BODY, days[0]).canonical != reading(BODY, days[1]).canonical
    assert kinds(BODY, BODY, days=days) == {}


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("dans les trente", "dans  les trente"), {"paiement": "typography"}),
        (("trente (30)", "soixante (60)"), {"paiement": "edited"}),
        (("En vigueur le", "En vigueur  le"), {"": "typography"}),
        (("société au capital", "société  au capital"), {}),
        (("société au capital", "entreprise au capital"), {"parties": "edited"}),
    ],
)
def test_what_changed_beside_a_date_or_a_value_counts(pair: tuple[str, str], expected: dict[str, str]) -> None:
    assert kinds(BODY, edited(pair), days=(OLD, NEW)) == OF_THE_DAYS | expected


def test_other_numbering_alone_renumbers() -> None:
    old, new = reading(BODY), reading(BODY, clauses=("{n}.", "{n}-{m}"))
    found = {each.clause.id: each.kind for each in compare(side(old), side(new)).changes}
    assert found == dict.fromkeys(("objet", "essai", "usages", "paiement", "cession"), "renumbered")


def test_a_number_of_another_level_renumbers_and_another_level_alone_is_typography() -> None:
    old = "## 10. Prix\n\nLe prix est de cent euros.\n"
    assert [each.kind for each in compare(markdown(old), markdown(old.replace("## 10.", "### 10.2"))).changes] == [
        "renumbered"
    ]
    assert [each.kind for each in compare(markdown(old), markdown(old.replace("##", "###"))).changes] == ["typography"]


@given(outlines())
def test_a_text_differs_in_nothing_from_itself(source: str) -> None:
    assert compare(side(reading(source)), side(reading(source))).changes == ()


@given(outlines(), outlines())
def test_every_clause_of_either_text_that_differs_is_named_once(old: str, new: str) -> None:
    found = compare(side(reading(old)), side(reading(new))).changes
    named = [each.clause.id for each in found]
    assert len(set(named)) == len(named)
    before, after = ids(reading(old)), ids(reading(new))
    # A clause that says what one of another id said is that clause.
    assert {each.clause.id for each in found if each.kind == "added"} <= after - before
    assert {each.clause.id for each in found if each.kind == "removed"} <= before - after
    assert after - before <= set(named)


@given(outlines(), st.data())
def test_words_added_to_any_clause_edit_that_clause_alone(source: str, data: st.DataObject) -> None:
    before = reading(source)
    clause = data.draw(st.sampled_from([each for each, _ in every(before.tree) if each.id]))
    lines = before.text.body.split("\n")
    after = reading("\n".join([*lines[: clause.line], "", "Sauf avis contraire.", *lines[clause.line :]]).lstrip("\n"))
    assert {each.clause.id: each.kind for each in compare(side(before), side(after)).changes} == {clause.id: "edited"}


# The invented contract: what its authors changed from each version to the next, in every language.
HISTORY: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("2023-02-01", "2024-02-29"): {
        "sauvegardes": "added",
        "definitions": "edited",
        "usages-interdits": "edited",
        "support": "edited",
        "confidentialite": "edited",
    },
    ("2024-02-29", "2024-10-01"): {
        "references-commerciales": "removed",
        "annexe-tarifs": "edited",
        "annexe-niveaux-service": "edited",
        "paiement": "edited",
        "parties": "variable",
    },
    ("2024-10-01", "2024-10-15"): {"paiement": "edited"},
    ("2024-10-15", "2025-03-30"): {"confidentialite": "moved", "sauvegardes": "moved-edited", "parties": "variable"},
    ("2025-03-30", "2025-11-15"): {
        "contenus-client": "added",
        # A new heading puts one of its paragraphs under another clause.
        "propriete-intellectuelle": "moved",
        "plafond-responsabilite": "edited",
    },
    ("2025-03-30", "2026-06-01"): {
        "sous-traitance": "removed",
        "cession": "edited",
        "obligations-client": "moved",
        "role-parties": "edited",
        "duree": "typography",
    },
    ("2026-06-01", "2027-01-01"): {
        "intelligence-artificielle": "added",
        "annexe-sous-traitants": "added",
        "resiliation-convenance": "edited",
        "maintenance": "edited",
    },
}


@cache
def history() -> Mapping[tuple[str, str], Sequence[Reading]]:
    """The texts of the invented contract by version and language: a translation has its revisions, in order."""
    library, readings, problems = examine(ROOT / "tests" / "sites" / "history", date(2026, 11, 22))
    assert problems == []
    ((_, document),) = library.documents()
    found: dict[tuple[str, str], list[Reading]] = {}
    for version in document.versions:
        for text in version.texts:
            found.setdefault((version.name, text.language), []).append(readings[text.path])
    return found


@pytest.mark.parametrize(
    ("language", "pair"),
    # The urgent correction was not translated into Arabic.
    [(each, pair) for pair in HISTORY for each in ("fr", "en", "ar") if each != "ar" or "2024-10-15" not in pair],
    ids=lambda value: value if isinstance(value, str) else "..".join(value),
)
def test_the_history_reads_as_its_authors_wrote_it(language: str, pair: tuple[str, str]) -> None:
    old, new = pair
    # A later revision of a translation says better what the binding text said before.
    before, after = history()[old, language][-1], history()[new, language][0]
    found = {each.clause.id: each.kind for each in compare(side(before), side(after)).changes}
    assert {id_: kind for id_, kind in found.items() if kind not in {"renumbered", "reference"}} == HISTORY[pair]


def test_every_version_of_the_history_is_compared() -> None:
    assert {version for pair in HISTORY for version in pair} == {version for version, _ in history()}


def test_a_text_of_the_history_differs_in_nothing_from_itself() -> None:
    assert [compare(side(each), side(each)).changes for texts in history().values() for each in texts] == [()] * 24


def test_a_better_translation_changes_two_clauses() -> None:
    first, second = history()["2026-06-01", "en"]
    found = {each.clause.id: each.kind for each in compare(side(first), side(second)).changes}
    assert found == {"comptes": "edited", "reversibilite": "edited"}
