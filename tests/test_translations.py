"""Translations: what is out of date, what is said by other words, and every mistake in what they are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from macros.commands import checking
from macros.terms.addresses import permalink
from macros.terms.ledger import digest, seals
from macros.terms.load import load
from tests.test_check import Spoil, both, edit, move, problems, remove, write
from tests.test_publishing import Terms
from tests.whole import examine

DOCUMENT = "acme/terms"
FOLDER = f"docs/{DOCUMENT}"
DRAFT = f"{FOLDER}/draft"
FRENCH, ENGLISH, REVIEWED = (f"{DRAFT}/{name}" for name in ("fr.md", "en.md", "en.freshness.yml"))
GLOSSARY = "variables/glossary/fr-en.yml"
DAY = date(2026, 11, 22)
ACCEPT = ("translation", "accept", DOCUMENT, "en")
PUBLISH = ("publish", DOCUMENT, "--effective", "2027-01-01")
HISTORY, LAST = "exemple/services", "2027-01-01"


def text(title: str, summary: str, body: str, keys: str = "change: material") -> str:
    """A text that people edit."""
    return f"""---
title: {title}
binding: fr
numbering:
  clauses: ["{{n}}.", "{{n}}.{{m}}."]
{keys}
summary: {summary}
---

{body}"""


BINDING = text(
    "Conditions",
    "Le délai change.",
    """# Conditions

## Définitions {#definitions}

« Abonné » :
: désigne celui qui achète à {{ company.name }}.

## Durée {#duree}

Le contrat dure trente (30) jours. L'Abonné ne peut pas le céder.

Il prend fin selon l'article [](#fin).

## Fin {#fin}

- sans préavis ;
- sans motif.
""",
)
TRANSLATION = text(
    "Terms",
    "The term changes.",
    """# Terms

## Definitions {#definitions}

“Subscriber”:
: means the one who buys from {{ company.name }}.

## Term {#duree}

The contract lasts thirty (30) days. The Subscriber may not assign it.

It ends under article [](#fin).

## End {#fin}

- without notice;
- without reason.
""",
)
CHANGED = edit(FRENCH, "ne peut pas le céder", "ne peut le céder")
OTHERWISE = edit(FRENCH, "sans motif", "sans raison")
LONGER = edit(ENGLISH, "thirty (30)", "sixty (60)")


def drafted(root: Path) -> Path:
    """The project with a draft in both languages, and a glossary."""
    both(write(FRENCH, BINDING), write(ENGLISH, TRANSLATION), write(GLOSSARY, "abonné: subscriber\n"))(root)
    return root


@pytest.fixture
def terms(tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terms:
    """The command line on the smallest project, with a draft whose translation was reviewed."""
    # What the catalogues lack has nothing to do with contracts, and takes longer than the rest.
    monkeypatch.setattr(checking, "catalogue_faults", list)
    command = Terms(drafted(tiny), capsys, monkeypatch)
    assert command(*ACCEPT, "--all") == (0, f"{ENGLISH}: 5 of 5 clauses recorded as reviewed\n", "")
    return command


@pytest.fixture
def past(history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terms:
    """The command line on a contract with eight versions, without a draft."""
    monkeypatch.setattr(checking, "catalogue_faults", list)
    remove(f"docs/{HISTORY}/draft")(history)
    return Terms(history, capsys, monkeypatch)


def line(root: Path, path: str, words: str) -> int:
    """The number of the first line that holds some words."""
    source = (root / path).read_text(encoding="utf-8")
    return source.count("\n", 0, source.index(words)) + 1


def out_of_date(root: Path, clause: str) -> str:
    """What is told of a clause, or of what stands apart from them, that changed since its translation was reviewed."""
    apart = {"@opening": "# Terms", "@summary": "summary:"}
    name = clause if clause in apart else f"#{clause}"
    norm = f"expected the translation of {name} to be reviewed since it changed in {FRENCH}"
    accept = f"terms translation accept {DOCUMENT} en {clause}"
    place = f"{ENGLISH}:{line(root, ENGLISH, apart.get(clause, f'{{#{clause}}}'))}"
    return f"{place}: {norm}, found it stale; bring it up to date, then: {accept}"


def state(terms: Terms, *, version: str = "draft", language: str = "en", document: str = DOCUMENT) -> Sequence[int]:
    """How many clauses of a translation there are, are fresh, are stale and were never reviewed."""
    code, said, wrong = terms("translation", "status")
    assert (code, wrong) == (0, "")
    (row,) = (each.split()[3:] for each in said.splitlines() if each.split()[:3] == [document, version, language])
    return [int(each) for each in row]


# Freshness: a clause whose French changed is told, and nothing else is.


def test_a_translation_that_was_reviewed_is_fresh(terms: Terms) -> None:
    assert terms("check") == (0, "2 documents, 5 texts, 3 of them sealed: no problem\n", "")
    assert state(terms) == [5, 5, 0, 0]


def test_a_french_sentence_that_changes_makes_its_clause_stale_and_stops_nothing(terms: Terms) -> None:
    CHANGED(terms.root)
    code, said, wrong = terms("check")
    assert (code, wrong) == (0, "")
    assert said.splitlines() == [
        out_of_date(terms.root, "duree"),
        "To translate: 1; nothing of it stops a build, but publishing waits for it",
        "2 documents, 5 texts, 3 of them sealed: no problem",
    ]


def test_what_differs_in_a_stale_clause_is_told_beside_it_and_stops_nothing(terms: Terms) -> None:
    edit(FRENCH, "trente (30)", "quinze (15)")(terms.root)
    code, said, wrong = terms("check")
    assert (code, wrong) == (0, "")
    place, other = (line(terms.root, path, words) for path, words in ((ENGLISH, "thirty (30)"), (FRENCH, "quinze")))
    assert f"{ENGLISH}:{place}: expected 15 days, as in {FRENCH}:{other}, found 30 days; " in said
    assert "To translate: 2;" in said


def test_what_differs_in_a_fresh_clause_is_a_mistake(terms: Terms) -> None:
    both(CHANGED, edit(ENGLISH, "- without notice;\n", ""))(terms.root)
    code, _, wrong = terms("check")
    assert code == 1
    assert f"{ENGLISH}:{line(terms.root, ENGLISH, '{#fin}')}: expected an item after this, as in {FRENCH}:" in wrong
    assert "stale" not in wrong


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("L'Abonné", "L’Abonné"),
        ("« Abonné »", "“Abonné”"),
        ("préavis ;", "préavis;"),
        ("« Abonné »", "«\u00a0Abonné\u202f»"),
        ("préavis", "pre\u0301avis"),
        ("jours. L'Abonné ne", "jours.\nL'Abonné\nne"),
        ("## Fin", "\n\n##   Fin"),
        ("motif.", "motif.  "),
        ("{#fin}", "{#fin number=9}"),
        ('"{n}."', '"Article {n}."'),
        ("change: material", "change: editorial"),
    ],
)
def test_typography_line_breaks_and_numbers_leave_a_translation_fresh(old: str, new: str, terms: Terms) -> None:
    edit(FRENCH, old, new)(terms.root)
    assert state(terms) == [5, 5, 0, 0]


def test_a_value_that_moves_leaves_a_translation_fresh(terms: Terms) -> None:
    moved = "name:\n    - {value: Acme, from: 2020-01-01}\n    - {value: Zenith, from: 2026-11-01}"
    edit("variables/acme.yml", "name: Acme", moved)(terms.root)
    assert terms("check")[0] == 0
    assert state(terms) == [5, 5, 0, 0]
    assert "Zenith" in examine(terms.root, DAY)[1][ENGLISH].canonical


@pytest.mark.parametrize(
    ("old", "new", "clause"),
    [
        ("title: Conditions", "title: Conditions générales", "@opening"),
        ("Le délai change.", "Le délai double.", "@summary"),
        ("## Fin {", "## Résiliation {", "fin"),
        ("{{ company.name }}", "{{ company.legal_form_short }}", "definitions"),
        ("[](#fin)", "[](#definitions)", "duree"),
        ("trente (30)", "trente (31)", "duree"),
    ],
)
def test_words_variables_and_references_that_change_make_their_clause_stale(
    old: str, new: str, clause: str, terms: Terms
) -> None:
    edit(FRENCH, old, new)(terms.root)
    assert state(terms) == [5, 4, 1, 0]
    assert out_of_date(terms.root, clause) in terms("translation", "status")[1]


def test_a_translation_that_nobody_reviewed_is_told_in_one_line(terms: Terms) -> None:
    remove(REVIEWED)(terms.root)
    code, said, wrong = terms("check")
    assert (code, wrong) == (0, "")
    assert said.splitlines()[0] == (
        f"{ENGLISH}:1: expected every clause to be reviewed against {FRENCH}, found 5 of 5 that never were; "
        f"read both texts, then: terms translation accept {DOCUMENT} en --all"
    )


def test_a_clause_that_is_added_to_both_texts_is_to_be_reviewed(terms: Terms) -> None:
    for path in (FRENCH, ENGLISH):
        with (terms.root / path).open("a", encoding="utf-8") as file:
            file.write("\n## Force majeure {#force-majeure}\n\nForce majeure.\n")
    assert state(terms) == [6, 5, 0, 1]


# terms translation status and accept.


def test_the_status_is_a_table_and_every_clause_to_do(terms: Terms) -> None:
    CHANGED(terms.root)
    code, said, wrong = terms("translation", "status")
    assert (code, wrong) == (0, "")
    assert said.splitlines() == [
        "document    version     language  clauses  fresh  stale  not reviewed",
        "acme/terms  2026-01-01  en        5        0      0      5",
        "acme/terms  draft       en        5        4      1      0",
        out_of_date(terms.root, "duree"),
    ]


def test_the_status_of_one_document_and_language_is_asked_for(past: Terms) -> None:
    rows = past("translation", "status", HISTORY, "ar")[1].splitlines()[1:]
    assert {tuple(row.split()[::2][:2]) for row in rows} == {(HISTORY, "ar")}
    assert past("translation", "status", "exemple/service")[2].startswith("expected a document, found exemple/service")


def test_one_clause_is_accepted_and_the_others_stay_as_they_were(terms: Terms) -> None:
    both(CHANGED, OTHERWISE)(terms.root)
    assert state(terms) == [5, 3, 2, 0]
    assert terms(*ACCEPT, "duree") == (0, f"{ENGLISH}: 1 of 5 clauses recorded as reviewed\n", "")
    assert state(terms) == [5, 4, 1, 0]
    assert out_of_date(terms.root, "fin") in terms("check")[1]


def test_all_clauses_are_accepted_at_once(terms: Terms) -> None:
    both(CHANGED, OTHERWISE)(terms.root)
    assert terms(*ACCEPT, "--all") == (0, f"{ENGLISH}: 5 of 5 clauses recorded as reviewed\n", "")
    assert state(terms) == [5, 5, 0, 0]


def test_what_was_accepted_of_a_clause_that_is_gone_is_forgotten(terms: Terms) -> None:
    with (terms.root / REVIEWED).open("a", encoding="utf-8") as file:
        file.write(f'"gone": {"0" * 64}\n')
    assert terms("check")[0] == 0
    assert terms(*ACCEPT, "fin")[0] == 0
    assert "gone" not in (terms.root / REVIEWED).read_text(encoding="utf-8")


@pytest.mark.parametrize("clauses", [["dure"], ["duree", "dure"], []])
def test_only_clauses_that_both_texts_have_are_accepted(clauses: list[str], terms: Terms) -> None:
    norm = f"{ENGLISH}: expected clauses that both texts have (@summary, @opening, definitions, duree, fin), or --all"
    assert terms.refused(*ACCEPT, *clauses) == [f"{norm}, found {'dure' if clauses else 'none'}"]


def test_a_clause_that_differs_is_not_accepted_and_another_is(terms: Terms) -> None:
    both(CHANGED, OTHERWISE, LONGER)(terms.root)
    place, other = line(terms.root, ENGLISH, "sixty (60)"), line(terms.root, FRENCH, "trente (30)")
    said = f"{ENGLISH}:{place}: expected 30 days, as in {FRENCH}:{other}, found 60 days; translate the line anew"
    assert terms.refused(*ACCEPT, "duree") == [said, "1 problem to correct"]
    assert terms.refused(*ACCEPT, "--all") == [said, "1 problem to correct"]
    assert terms(*ACCEPT, "fin")[0] == 0


def test_a_translation_that_cannot_be_read_is_told_in_place_of_accepting_another(terms: Terms) -> None:
    edit(ENGLISH, "title:", "titel:")(terms.root)
    told = terms.refused(*ACCEPT, "--all")
    assert any(each.startswith(f"{ENGLISH}:") and "did you mean title?" in each for each in told)


@pytest.mark.parametrize("words", [[], [DOCUMENT]])
def test_nothing_is_accepted_without_a_document_and_a_language(words: list[str], terms: Terms) -> None:
    said = "terms translation accept: expected a document and a language, found none; name them"
    assert terms.refused("translation", "accept", *words) == [said]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["acme/term", "en", "--all"], "expected a document, found acme/term; did you mean acme/terms?"),
        (
            [DOCUMENT, "ar", "--all"],
            f"expected a version of {DOCUMENT} that is translated to ar (none), found none; name one with --version",
        ),
        (
            [DOCUMENT, "fr", "--all"],
            f"expected a version of {DOCUMENT} that is translated to fr (none), found none; name one with --version",
        ),
        (
            [DOCUMENT, "en", "--all", "--version", "2025-01-01"],
            (
                f"expected a version of {DOCUMENT} that is translated to en (2026-01-01, draft), found 2025-01-01; "
                "name one with --version"
            ),
        ),
    ],
)
def test_only_a_translation_that_there_is_can_be_accepted(words: list[str], said: str, terms: Terms) -> None:
    assert terms.refused("translation", "accept", *words) == [said]


def test_a_published_translation_is_accepted_by_its_version(terms: Terms) -> None:
    assert terms(*ACCEPT, "--all", "--version", "2026-01-01")[0] == 0
    assert state(terms, version="2026-01-01") == [5, 5, 0, 0]
    assert terms("check")[0] == 0


# Publishing waits for translations, or leaves them for later.


def test_publishing_refuses_what_was_not_reviewed_and_names_the_clauses(terms: Terms) -> None:
    both(CHANGED, OTHERWISE)(terms.root)
    assert terms.refused(*PUBLISH) == [
        (
            f"{ENGLISH}:1: expected every clause to be reviewed since fr.md last changed, "
            f"found 2 that are not (#duree, #fin); read them, then: terms translation accept {DOCUMENT} en CLAUSE…, "
            "or publish with --translation-later"
        ),
        "1 problem to correct",
    ]


def test_a_translation_that_comes_later_stays_a_draft_until_it_is_published(terms: Terms) -> None:
    CHANGED(terms.root)
    draft = (terms.root / ENGLISH).read_bytes()
    assert terms(*PUBLISH, "--translation-later") == (0, f"{FOLDER}/2027-01-01: published (fr)\n", "")
    assert (terms.root / ENGLISH).read_bytes() == draft
    assert not (terms.root / FRENCH).exists()
    assert terms("check")[0] == 0
    reason = terms.refused("publish", DOCUMENT, "--translation", "en")[0]
    assert reason.startswith(f"{FOLDER}/2027-01-01/en.md:1: expected every clause to be reviewed against {FOLDER}/")
    assert "found 1 of 5 that are not; read them, then: " in reason
    assert terms(*ACCEPT, "duree")[0] == 0
    said = f"{FOLDER}/2027-01-01/en.md: published as a translation of version 2027-01-01\n"
    assert terms("publish", DOCUMENT, "--translation", "en") == (0, said, "")
    assert not (terms.root / DRAFT).exists()
    assert terms("check") == (0, "2 documents, 5 texts, 5 of them sealed: no problem\n", "")
    assert state(terms, version="2027-01-01") == [5, 5, 0, 0]


def test_a_translation_that_is_up_to_date_is_published_even_if_it_might_come_later(terms: Terms) -> None:
    assert terms(*PUBLISH, "--translation-later")[1] == f"{FOLDER}/2027-01-01: published (en, fr)\n"


def test_a_translation_that_differs_is_not_published(terms: Terms) -> None:
    LONGER(terms.root)
    assert any("expected 30 days, " in each and "found 60 days; " in each for each in terms.refused(*PUBLISH))


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("binding: fr", "binding: en", "binding"),
        ("change: material", "change: material\nnotice_days: 9", "notice_days"),
    ],
)
def test_what_has_legal_effect_is_the_same_in_every_language(old: str, new: str, key: str, terms: Terms) -> None:
    edit(ENGLISH, old, new)(terms.root)
    assert any(each.startswith(f"{ENGLISH}:") and f" {key}: " in each for each in terms.refused("check"))


@pytest.mark.parametrize(
    ("clause", "attributes"), [("fin", "number=9"), ("definitions", "number=none"), ("fin", 'label="IX"')]
)
def test_a_clause_has_the_same_number_in_every_language(clause: str, attributes: str, terms: Terms) -> None:
    edit(ENGLISH, f"{{#{clause}}}", f"{{#{clause} {attributes}}}")(terms.root)
    place, other = line(terms.root, ENGLISH, f"{{#{clause} "), line(terms.root, FRENCH, f"{{#{clause}}}")
    code, said, wrong = terms("check")
    assert (code, "To translate" in said) == (1, False)
    assert f"{ENGLISH}:{place}: " in wrong
    assert f"{FRENCH}:{other}" in wrong


def test_a_title_of_a_clause_is_not_dropped(terms: Terms) -> None:
    edit(ENGLISH, "## End {#fin}", "## {#fin}")(terms.root)
    assert any(each.startswith(f"{ENGLISH}:") for each in terms.refused("check"))


def test_a_short_sentence_dropped_from_a_long_paragraph_is_told(terms: Terms) -> None:
    words = "Le client reconnaît que la solution est accessible à distance par un réseau ouvert à tous"
    ours = "The client acknowledges that the solution is accessible remotely through a network open to all"
    both(
        edit(FRENCH, "- sans préavis", f"{words}. {words}. {words}. Rien n'est garanti.\n\n- sans préavis"),
        edit(ENGLISH, "- without notice", f"{ours}. {ours}. {ours}.\n\n- without notice"),
    )(terms.root)
    _, said, wrong = terms("check")
    assert "expected 4 sentences" in said + wrong


# A new draft, and a new revision.


def test_a_new_draft_starts_with_everything_fresh(past: Terms) -> None:
    code, said, _ = past("draft", HISTORY)
    assert code == 0
    assert f"docs/{HISTORY}/draft/en.freshness.yml: from version {LAST}\n" in said
    for language in ("en", "ar"):
        assert state(past, language=language, document=HISTORY) == [38, 38, 0, 0]


def test_a_new_revision_keeps_the_first_one_s_bytes_digest_and_address(past: Terms) -> None:
    folder = past.root / "docs" / HISTORY / LAST
    beside = [folder / f"en{ending}" for ending in (".md", ".sealed.md", ".freshness.yml")]
    before = [path.read_bytes() for path in beside]
    sealed = digest((folder / "en.sealed.md").read_text(encoding="utf-8"))
    better = (folder / "en.md").read_text(encoding="utf-8").replace("Support", "Assistance")
    write(f"docs/{HISTORY}/{LAST}/en.r2.md", better)(past.root)
    assert past("translation", "accept", HISTORY, "en", "--all", "--version", LAST)[0] == 0
    assert past("publish", HISTORY, "--translation", "en")[0] == 0
    assert past("check")[0] == 0
    assert [path.read_bytes() for path in beside] == before
    ((_, document),) = load(past.root)[0].documents()
    known = seals(document)
    assert known[LAST, "en"] == sealed
    assert known[LAST, "en.r2"] == digest((folder / "en.r2.sealed.md").read_text(encoding="utf-8"))
    version = document.version(LAST)
    assert version
    addresses = {each.name: permalink(document, version, each) for each in version.texts if each.language == "en"}
    assert addresses == {"en": f"en/{HISTORY}/{LAST}/r1/", "en.r2": f"en/{HISTORY}/{LAST}/"}


def test_a_published_translation_that_differs_is_told_and_stops_nothing(past: Terms) -> None:
    path = f"docs/{HISTORY}/{LAST}/en.freshness.yml"
    edit(path, '"duree": ', '"duree": ' + "0" * 64 + "  # ")(past.root)
    code, said, wrong = past("check")
    assert (code, wrong) == (0, "")
    assert "expected the translation of #duree to be reviewed" in said


# Terms: the glossary chooses their translations.


def test_a_defined_term_that_the_glossary_lacks_is_told(terms: Terms) -> None:
    write(GLOSSARY, "client: client\n")(terms.root)
    assert terms.refused("check") == [
        (
            f"{ENGLISH}:{line(terms.root, ENGLISH, 'Subscriber')}: expected {GLOSSARY} to translate the defined term "
            f"Abonné of {FRENCH}, found none; add abonné: subscriber"
        ),
        "1 problem to correct",
    ]


def test_a_defined_term_translated_otherwise_is_told(terms: Terms) -> None:
    write(GLOSSARY, "abonné: [client, member (adhérent)]\n")(terms.root)
    assert terms.refused("check") == [
        (
            f"{ENGLISH}:{line(terms.root, ENGLISH, 'Subscriber')}: expected Abonné as {GLOSSARY} translates it "
            "(client or member), found “Subscriber”; use the chosen words, or choose these in the glossary"
        ),
        "1 problem to correct",
    ]


def test_a_term_in_a_title_or_in_a_longer_term_is_no_use_of_it(terms: Terms) -> None:
    """“Violation de Données” is no “Données”, and a title may be translated freely."""
    for path, data, breach in ((FRENCH, "Données", "Violation de Données"), (ENGLISH, "Data", "Breaches")):
        words = f"« {data} » :\n: ce qui est saisi.\n\n« {breach} » :\n: un accès sans droit.\n\n## "
        edit(path, "## Durée" if path == FRENCH else "## Term", f"{words}{'Durée' if path == FRENCH else 'Term'}")(
            terms.root
        )
    edit(FRENCH, "sans motif", "sans Violation de Données")(terms.root)
    edit(ENGLISH, "without reason", "without Breaches")(terms.root)
    edit(FRENCH, "## Fin {", "## Fin pour l'Abonné {")(terms.root)
    write(GLOSSARY, "abonné: subscriber\ndonnées: data\nviolation de données: breaches\n")(terms.root)
    assert not [each for each in terms("check")[2].splitlines() if "nowhere in the clause" in each]


def test_words_that_are_turned_round_are_told(terms: Terms) -> None:
    edit(FRENCH, "dure trente", "dure au moins trente")(terms.root)
    edit(ENGLISH, "lasts thirty", "lasts at most thirty")(terms.root)
    place, other = line(terms.root, ENGLISH, "thirty"), line(terms.root, FRENCH, "trente")
    norm = f"{ENGLISH}:{place}: expected what “au moins” says, as in {FRENCH}:{other}, found “at most”"
    assert f"{norm}; translate the line anew\n" in terms("check")[1]


def test_the_mark_of_an_item_is_no_sentence(terms: Terms) -> None:
    """Nor is a French semicolon, which has a space before it, less of one than an English one."""
    edit(FRENCH, "- sans préavis ;\n- sans motif.", "1. jamais deux fois ;\n2. sans motif.")(terms.root)
    edit(ENGLISH, "- without notice;\n- without reason.", "1. once;\n2. without reason.")(terms.root)
    terms(*ACCEPT, "--all")
    assert "sentences" not in "".join(terms("check")[1:])


def test_a_clause_without_the_defined_term_is_told(terms: Terms) -> None:
    edit(ENGLISH, "The Subscriber may", "The buyer may")(terms.root)
    clause, other = line(terms.root, ENGLISH, "{#duree}"), line(terms.root, FRENCH, "L'Abonné")
    assert terms.refused("check") == [
        (
            f"{ENGLISH}:{clause}: expected “Subscriber” in #duree, for Abonné in {FRENCH}:{other}, "
            "found it nowhere in the clause; use the term that is defined"
        ),
        "1 problem to correct",
    ]


@pytest.mark.parametrize("words", ["The Subscribers may", "The subscriber may", "No SUBSCRIBER may"])
def test_a_term_may_stand_in_the_plural_and_in_small_letters(words: str, terms: Terms) -> None:
    edit(ENGLISH, "The Subscriber may", words)(terms.root)
    assert terms("check")[0] == 0


def test_one_of_several_chosen_words_is_enough(terms: Terms) -> None:
    write(GLOSSARY, "abonné: [client, subscriber]\n")(terms.root)
    assert terms("check")[0] == 0


def test_without_a_glossary_no_term_is_chosen(terms: Terms) -> None:
    both(remove("variables/glossary"), edit(ENGLISH, "The Subscriber may", "The buyer may"))(terms.root)
    assert terms("check")[0] == 0


# Facts in several languages.

SPOKEN = both(
    edit(FRENCH, "jours. L'", "jours, {{ contact.days }}. L'"),
    edit(ENGLISH, "days. The", "days, {{ contact.days }}. The"),
)


def fact(value: str) -> Spoil:
    """Both texts of the draft say a fact."""
    return both(edit("variables/acme.yml", "contact:\n", f"contact:\n  days: {value}\n"), SPOKEN)


def dated(before: str, after: str) -> str:
    """A fact with one value until the end of 2026, and another one since."""
    return f"\n    - {{value: {before}, from: 2020-01-01}}\n    - {{value: {after}, from: 2027-01-01}}"


def said_on(root: Path, day: date) -> list[str]:
    """What both texts of the draft say of the days, as of a day."""
    readings = examine(root, day)[1]
    found = [re.search(r"\(30\) \w+, (.*?)\.", readings[path].canonical) for path in (FRENCH, ENGLISH)]
    return [each[1] for each in found if each]


def test_a_fact_in_words_is_said_in_the_language_of_each_text(terms: Terms) -> None:
    fact("{fr: du lundi au vendredi, en: Monday to Friday}")(terms.root)
    assert said_on(terms.root, DAY) == ["du lundi au vendredi", "Monday to Friday"]
    assert terms("check")[0] == 0


def test_a_fact_without_the_language_asked_for_is_told_at_its_line(terms: Terms) -> None:
    fact("{fr: du lundi au vendredi}")(terms.root)
    place = line(terms.root, ENGLISH, "contact.days")
    said = f"{ENGLISH}:{place}: expected contact.days in the language en, found it in fr; add it beside them"
    assert terms.refused("check") == [said, "1 problem to correct"]


def test_words_by_language_have_their_days(terms: Terms) -> None:
    before, after = "{fr: lundi, en: Monday}", "{fr: mardi, en: Tuesday}"
    fact(dated(before, after))(terms.root)
    assert said_on(terms.root, date(2026, 12, 31)) == ["lundi", "Monday"]
    assert said_on(terms.root, date(2027, 1, 1)) == ["mardi", "Tuesday"]


def test_a_language_may_join_a_fact_from_a_day_on(terms: Terms) -> None:
    fact(dated("lundi", "{fr: mardi, en: Tuesday}"))(terms.root)
    assert said_on(terms.root, date(2026, 12, 31)) == ["lundi", "lundi"]
    assert said_on(terms.root, date(2027, 1, 1)) == ["mardi", "Tuesday"]


# Bad input: every mistake at once, each at its line.

SPEAKS = "expected a text named after a language of the site (fr, en) and, for a later revision, .r2 and so on"
CATALOGUES = "languages: expected a list of languages that have a catalogue (en, ar, fr), each once"
BEGIN = "begin another catalogue with: make messages LANGUAGE=de"
PAIR = "expected a file named after two languages of the site (fr, en), such as fr-en.yml"
DIGEST = "expected a SHA-256 of 64 hexadecimal digits, in quotation marks"
DATA = (
    "{{ company.name }}, with a capital of {{ company.capital.amount | number }} euros, processes your data. "
    "Write to {{ company.email | link }}."
)


def published(day: str, body: str) -> str:
    """A published translation."""
    return text("Policy", "New.", body, f"effective: {day}\nrecorded: {day}")


CASES: dict[str, tuple[Spoil, list[str]]] = {
    "a folder of a language": (
        write(f"{FOLDER}/de/index.md", "x"),
        [
            (
                f"{FOLDER}/de:1: expected document.yml, ledger.yml, draft and folders named after a day, such as "
                "2026-05-19, found de"
            )
        ],
    ),
    "a text in a language that the site does not speak": (
        write(f"{DRAFT}/de.md", "x"),
        [f"{DRAFT}/de.md:1: {SPEAKS}, found de.md"],
    ),
    "a later revision in a draft": (
        move(ENGLISH, f"{DRAFT}/en.r2.md"),
        [
            (
                f"{REVIEWED}:1: expected en.md, the translation that was reviewed, found none; "
                "bring it back, or remove this too"
            ),
            f"{DRAFT}/en.r2.md:1: {SPEAKS}, found en.r2.md",
        ],
    ),
    "a language of a document that the site does not speak": (
        edit(f"{FOLDER}/document.yml", "[fr, en]", "[fr, en, ar]"),
        [
            (
                f"{FOLDER}/document.yml:3: languages: expected languages of the site (fr, en), found ar; "
                "add to the languages in mkdocs.yml, or take out here"
            )
        ],
    ),
    "prose of the home page in a language that the site does not speak": (
        write("docs/index.de.md", "x"),
        [
            (
                "docs/index.de.md:1: expected prose in a language of the site (fr, en), found index.de.md; "
                "add its language in mkdocs.yml, or remove the file"
            )
        ],
    ),
    "a clause that only the French has": (
        edit(FRENCH, "## Fin {#fin}", "## Loi {#loi}\n\nfrançaise\n\n## Fin {#fin}"),
        [f"{ENGLISH}:1: expected the clause #loi of {FRENCH}:23, found none; translate it"],
    ),
    "a clause that only the translation has": (
        edit(ENGLISH, "## End {#fin}", "## Law {#loi}\n\nFrench\n\n## End {#fin}"),
        [f"{ENGLISH}:23: expected only the clauses of {FRENCH}, found #loi; take it out, or write it there too"],
    ),
    "a clause of another id in each language": (
        edit(ENGLISH, "## Term {#duree}", "## Term {#term}"),
        [
            f"{ENGLISH}:1: expected the clause #duree of {FRENCH}:17, found none; translate it",
            f"{ENGLISH}:17: expected only the clauses of {FRENCH}, found #term; take it out, or write it there too",
        ],
    ),
    "a translation of a version that the ledger does not have": (
        write(f"{FOLDER}/2026-02-01/en.md", published("2026-02-01", "Words.\n")),
        [
            (
                f"{FOLDER}/2026-02-01:1: expected a version that the ledger knows, "
                f"found one that is not in ledger.yml; enter it with: terms record {DOCUMENT}"
            ),
            (
                f"{FOLDER}/2026-02-01/en.md:3: binding: expected fr.md beside this text, found none; "
                "add it or correct binding"
            ),
        ],
    ),
    "a translation that the ledger does not have": (
        both(
            edit("docs/acme/policy/document.yml", "[fr]", "[fr, en]"),
            write(
                "docs/acme/policy/2025-03-01/en.md",
                published("2025-03-01", f"## Data {{#donnees}}\n\n{DATA}\n").replace(
                    "effective: 2025-03-01", "effective: unstated"
                ),
            ),
        ),
        [
            (
                "docs/acme/policy/2025-03-01/en.md:1: expected a text that the ledger knows, "
                "found one without a digest in ledger.yml; seal it with: terms publish acme/policy --translation en"
            )
        ],
    ),
    "a freshness file without its text": (
        write(f"{FOLDER}/2026-01-01/en.r2.freshness.yml", f'"fin": {"0" * 64}\n'),
        [
            (
                f"{FOLDER}/2026-01-01/en.r2.freshness.yml:1: expected en.r2.md, the translation that was reviewed, "
                "found none; bring it back, or remove this too"
            )
        ],
    ),
    "a freshness file that is no YAML": (
        write(REVIEWED, '"fin": [0\n'),
        [f"{REVIEWED}:2: expected valid YAML, found a comma or a closing bracket too few; write it"],
    ),
    "a freshness file that says a clause twice": (
        write(REVIEWED, f'"fin": {"0" * 64}\n"fin": {"0" * 64}\n'),
        [f"{REVIEWED}:2: expected each key once, found fin again"],
    ),
    "a freshness file that is a list": (
        write(REVIEWED, "- fin\n"),
        [f"{REVIEWED}:1: expected a mapping of clauses to digests, found ['fin']"],
    ),
    "a freshness file that is empty": (
        write(REVIEWED, ""),
        [f"{REVIEWED}:1: expected a text, found an empty file"],
    ),
    "a digest that is none": (
        write(REVIEWED, f'# Written.\n"duree": {"x" * 64}\n"fin": 12\n'),
        [
            f"{REVIEWED}:2: duree: {DIGEST}, found '{'x' * 64}'",
            f"{REVIEWED}:3: fin: {DIGEST}, found the number 12; put it in quotation marks if it is a text",
        ],
    ),
    "a glossary of a language that the site does not speak": (
        write("variables/glossary/fr-de.yml", "abonné: Abonnent\n"),
        [f"variables/glossary/fr-de.yml:1: {PAIR}, found fr-de.yml"],
    ),
    "a glossary of no two languages": (
        write("variables/glossary/french.yml", "abonné: subscriber\n"),
        [f"variables/glossary/french.yml:1: {PAIR}, found french.yml"],
    ),
    "a glossary that is no YAML": (
        write(GLOSSARY, "abonné: [subscriber\n"),
        [f"{GLOSSARY}:2: expected valid YAML, found a comma or a closing bracket too few; write it"],
    ),
    "a glossary that is not UTF-8": (
        write(GLOSSARY, "fin: end\nabonné: subscriber\n".encode("latin-1")),
        [f"{GLOSSARY}:2: expected a text in UTF-8, found the byte 0xe9; save the file as UTF-8"],
    ),
    "a glossary that is empty": (write(GLOSSARY, ""), [f"{GLOSSARY}:1: expected a text, found an empty file"]),
    "a glossary that is a list": (
        write(GLOSSARY, "- abonné\n"),
        [f"{GLOSSARY}:1: expected a mapping of terms to their translations, found ['abonné']"],
    ),
    "a glossary that says a term twice": (
        write(GLOSSARY, "abonné: subscriber\nabonné: client\n"),
        [f"{GLOSSARY}:2: expected each key once, found abonné again"],
    ),
    "translations that are no words": (
        write(GLOSSARY, "abonné: subscriber\nfin: 3\nloi: {a: b}\nprix:\nfait: [act, 4]\n"),
        [
            (
                f"{GLOSSARY}:2: fin: expected a term, or a list of terms, found the number 3; "
                "put it in quotation marks if it is a text"
            ),
            f"{GLOSSARY}:3: loi: expected a term, or a list of terms, found {{'a': 'b'}}",
            f"{GLOSSARY}:4: prix: expected a term, or a list of terms, found nothing",
            (
                f"{GLOSSARY}:5: fait.1: expected a term, or a list of terms, found the number 4; "
                "put it in quotation marks if it is a text"
            ),
        ],
    ),
    "a term without translation": (
        write(GLOSSARY, "abonné: subscriber\nfin: []\n"),
        [f"{GLOSSARY}:2: fin: expected a term, or a list of terms, found []"],
    ),
    "languages that are no list": (
        edit("mkdocs.yml", "  - terms\n", "  - terms:\n      languages: fr\n"),
        [f"mkdocs.yml:13: {CATALOGUES}, found fr; {BEGIN}"],
    ),
    "no languages": (
        edit("mkdocs.yml", "  - terms\n", "  - terms:\n      languages: []\n"),
        [f"mkdocs.yml:13: {CATALOGUES}, found []; {BEGIN}"],
    ),
    "a language without catalogue": (
        edit("mkdocs.yml", "  - terms\n", "  - terms:\n      languages: [fr, en, xx]\n"),
        [f"mkdocs.yml:13: {CATALOGUES}, found ['fr', 'en', 'xx']; {BEGIN}"],
    ),
    "a language that is no word": (
        edit("mkdocs.yml", "  - terms\n", "  - terms:\n      languages: [fr, en, [ar]]\n"),
        [f"mkdocs.yml:13: {CATALOGUES}, found ['fr', 'en', ['ar']]; {BEGIN}"],
    ),
    "a language given twice": (
        edit("mkdocs.yml", "  - terms\n", "  - terms:\n      languages: [fr, en, fr]\n"),
        [f"mkdocs.yml:13: {CATALOGUES}, found ['fr', 'en', 'fr']; {BEGIN}"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_at_its_line_with_what_was_expected(case: str, terms: Terms) -> None:
    spoil, expected = CASES[case]
    spoil(terms.root)
    assert problems(terms.root) == expected


def test_all_mistakes_are_told_at_once_and_the_exit_code_is_1(terms: Terms) -> None:
    both(
        CASES["prose of the home page in a language that the site does not speak"][0],
        CASES["a text in a language that the site does not speak"][0],
        CASES["a glossary of no two languages"][0],
        CASES["a digest that is none"][0],
        CASES["a language given twice"][0],
        edit(ENGLISH, "company.name", "company.nmae"),
    )(terms.root)
    reasons = terms.refused("check")
    assert [each.split(":")[0] for each in reasons[:-1]] == [
        f"{DRAFT}/de.md",
        REVIEWED,
        REVIEWED,
        ENGLISH,
        "docs/index.de.md",
        "mkdocs.yml",
        "variables/glossary/french.yml",
    ]
    assert reasons[-1] == "7 problems to correct"


def test_a_binding_text_of_a_published_version_that_is_missing_is_told(terms: Terms) -> None:
    remove(f"{FOLDER}/2026-01-01/fr.md")(terms.root)
    found = terms.refused("check")
    assert found[0].startswith(f"{FOLDER}/2026-01-01/en.md:5: binding: expected fr.md beside this text, found none;")
    assert found[1].startswith(f"{FOLDER}/ledger.yml:2: expected {FOLDER}/2026-01-01/fr.md, which was published")


def test_a_draft_of_a_translation_of_nothing_is_told(terms: Terms) -> None:
    document = "publisher: acme\nbinding: fr\nlanguages: [fr, en]\n"
    both(write("docs/acme/sale/document.yml", document), write("docs/acme/sale/draft/en.md", TRANSLATION))(terms.root)
    reasons = terms.refused("check")
    assert any(each.startswith("docs/acme/sale/draft") and "fr.md" in each for each in reasons)


def test_a_draft_of_a_translation_alone_translates_the_last_version(terms: Terms) -> None:
    remove(FRENCH)(terms.root)
    code, _, wrong = terms("check")
    assert code == 1
    assert (
        f"{ENGLISH}:1: expected the clause #tarifs of {FOLDER}/2026-01-01/fr.md:35, found none; translate it" in wrong
    )


MIXED = (
    "{#melange}\n\nالعقد 30 يوماً, 契約 30 日, договор 30 дней, 🙂 e\u0301 \u200f\u202e\u200b ²³ ½ ٣٠ ९ 九 Ⅻ "
    "1er 3rd 9h h 24/7 € % ( ) [1] « “ n°\n"
)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_text_of_mixed_languages_is_read_like_any_other(language: str, terms: Terms) -> None:
    with (terms.root / FRENCH).open("a", encoding="utf-8") as file:
        file.write(f"\n## Mélange {MIXED}")
    with (terms.root / ENGLISH).open("a", encoding="utf-8") as file:
        file.write(f"\n## Mixture {MIXED}")
    edit(f"{DRAFT}/{language}.md", "« “ n°", "« “ n° العربية 日本 mélange mixture")(terms.root)
    code, said, wrong = terms("check")
    assert (code, wrong) == (0, "")
    assert "found 1 of 6 that never were" in said


def test_a_text_in_the_wrong_language_is_told_or_read_but_is_no_crash(terms: Terms) -> None:
    write(ENGLISH, BINDING)(terms.root)
    code, _, wrong = terms("check")
    assert code == 1
    assert all(each.startswith(f"{ENGLISH}:") for each in wrong.splitlines()[:-1])
