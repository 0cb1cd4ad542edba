"""The report of a pull request: what a lawyer reads there, and would forward to the client."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.terms.render.github_report import LIMIT, MARK
from tests.conftest import ROOT, copy_site
from tests.test_against import git
from tests.test_check import both, edit, remove
from tests.test_publishing import DRAFT, Terms

FRENCH = f"{DRAFT}/fr.md"
FACTS = "variables/exemple.yml"
PREVIEW = "https://deploy-preview-7--exemple.netlify.app/"
HEAD_OFFICE = (
    '    - {value: {street: 8 place du Modèle, postcode: "69003", city: Lyon, country: FR}, from: 2025-02-01}\n'
)
MOVED = '    - {value: {street: 1 rue Neuve, postcode: "69001", city: Lyon, country: FR}, from: 2026-11-01}\n'


@pytest.fixture
def terms(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terms:
    """The command line on the history site, kept in git below the root of its repository, at the revision "main"."""
    root = copy_site("history", tmp_path / "repository" / "contracts")
    (root / ".gitignore").write_text("overrides\n.cache\n", encoding="utf-8")
    git(root.parent, "init", "--quiet")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "--quiet", "--message", "before")
    git(root.parent, "tag", "main")
    return Terms(root, capsys, monkeypatch)


def report(terms: Terms, *words: str) -> str:
    """The comment of a change against main."""
    code, said, wrong = terms("report", "--against", "main", *words)
    assert (code, wrong) == (0, "")
    assert said.startswith(f"{MARK}\n")
    return said


def test_nothing_changed_is_said(terms: Terms) -> None:
    assert "Aucun texte de contrat ne se lit autrement qu'avant." in report(terms)


def test_a_sentence_that_changed_is_shown_in_its_clause_with_the_words_marked(terms: Terms) -> None:
    edit(FRENCH, "au moins trente (30) jours à l'avance", "au moins quarante (40) jours à l'avance")(terms.root)
    said = report(terms)
    assert "### Exemple\n" in said
    assert "| 2.2. Modification des conditions | modifié |" in said
    (shown,) = re.findall(r"<details><summary>2\.2\..*?</details>", said, re.DOTALL)
    assert re.search(r"<del>trente</del><ins>quarante</ins>|<del>trente .*?</del><ins>quarante ", shown)
    assert "le projet, avant et après cette modification" in said
    assert said.count("<details>") == 2  # the clause, and what those who work on the text need


def test_a_first_draft_is_compared_with_the_version_that_clients_know(terms: Terms) -> None:
    remove(DRAFT)(terms.root)
    git(terms.root, "add", ".")
    git(terms.root, "commit", "--quiet", "--message", "no draft")
    git(terms.root, "tag", "--force", "main")
    assert terms("draft", "exemple/services")[0] == 0
    edit(FRENCH, "au moins trente (30) jours à l'avance", "au moins quarante (40) jours à l'avance")(terms.root)
    said = report(terms)
    assert "2027-01-01" in next(line for line in said.splitlines() if "le projet" in line)
    assert "| 2.2. Modification des conditions | modifié |" in said


def test_the_draft_as_a_whole_is_measured_against_the_version_that_clients_know(terms: Terms) -> None:
    edit(FRENCH, "au moins trente (30) jours à l'avance", "au moins quarante (40) jours à l'avance")(terms.root)
    assert "en tout, le projet modifie 3 clauses de la version 2027-01-01" in report(terms)


def test_words_about_a_translation_are_in_its_language(terms: Terms) -> None:
    edit(f"{DRAFT}/en.md", "at least thirty (30) days", "at least forty (40) days")(terms.root)
    said = report(terms)
    assert "| 2.2. Modification of the terms | edited |" in said or "| edited |" in said
    assert "the draft, before and after this change" in said


def test_translations_that_are_not_up_to_date_are_named_by_clause(terms: Terms) -> None:
    edit(FRENCH, "au moins trente (30) jours à l'avance", "au moins quarante (40) jours à l'avance")(terms.root)
    said = report(terms)
    for language in ("en", "ar"):
        (row,) = [line for line in said.splitlines() if line.startswith(f"| {language} |")]
        assert "`modification-conditions`" in row


def test_a_changed_fact_names_every_draft_that_prints_it_and_those_not_edited_here(terms: Terms) -> None:
    edit(FACTS, HEAD_OFFICE, HEAD_OFFICE + MOVED)(terms.root)
    said = report(terms)
    (row,) = [line for line in said.splitlines() if line.startswith("| `exemple.company.address` |")]
    assert "1 rue Neuve, 69001, Lyon, FR (2026-11-01)" in row
    assert "`exemple/services` fr ⚠️ non modifié ici: Parties" in row
    assert "| Parties | donnée partagée modifiée |" in said
    assert "<del>8 place du Modèle" in said
    assert "(Siège social)" in said


def test_what_publishing_would_refuse_is_listed_with_its_place(terms: Terms) -> None:
    edit(FRENCH, "change: material", "change: editorial")(terms.root)
    edit(FRENCH, "au moins trente (30) jours à l'avance", "au moins [à compléter] jours à l'avance")(terms.root)
    said = report(terms)
    waits = said.partition("La publication de ce projet attend")[2]
    assert "expected an editorial change to leave the wording as it was" in waits
    assert re.search(rf"- `{FRENCH}:\d+`: .*compléter", waits)


def test_a_draft_that_could_be_published_says_so(terms: Terms) -> None:
    edit(FRENCH, "summary: |\n  Vous", "summary: |\n  En bref : vous")(terms.root)
    edit(FRENCH, "soixante (60) jours", "soixante-dix (70) jours")(terms.root)
    said = report(terms)
    assert "expected every clause to be reviewed" in said
    for language in ("en", "ar"):
        assert terms("translation", "accept", "exemple/services", language, "--all")[0] in {0, 1}


def test_a_version_that_the_change_publishes_is_said(terms: Terms) -> None:
    git(terms.root, "rm", "-r", "--quiet", "--cached", DRAFT)
    code, _, wrong = terms("publish", "exemple/services", "--effective", "2027-03-01", "--translation-later")
    assert (code, wrong) == (0, "")
    assert "Publie la version 2027-03-01." in report(terms)


def test_a_document_that_was_removed_is_cried_out(terms: Terms) -> None:
    remove("docs/exemple/services")(terms.root)
    assert "❌ Ce document a été supprimé\u00a0: ce qui a été publié ne disparaît jamais." in report(terms)


def test_a_published_text_that_was_removed_or_edited_is_cried_out_beside_its_draft(terms: Terms) -> None:
    edit("docs/exemple/services/2025-03-30/fr.md", "trente (30) jours", "dix (10) jours")(terms.root)
    remove("docs/exemple/services/2024-10-15")(terms.root)
    said = report(terms)
    assert "❌ La version 2025-03-30 (fr) se lit autrement\u00a0: ce qui a été publié ne change jamais." in said
    assert "❌ La version 2024-10-15 (fr) a été supprimée\u00a0: ce qui a été publié ne disparaît jamais." in said
    assert said.count("se lit autrement") == 1


def test_a_fact_that_a_published_text_prints_is_cried_out(terms: Terms) -> None:
    edit(FACTS, "name: Exemple", "name: Modèle")(terms.root)
    assert "❌ La version 2025-03-30 (fr) se lit autrement" in report(terms)


def test_the_preview_is_linked_where_there_is_one(terms: Terms) -> None:
    edit(FRENCH, "au moins trente (30) jours à l'avance", "au moins quarante (40) jours à l'avance")(terms.root)
    assert "](http" not in report(terms)
    for address in (PREVIEW, PREVIEW.rstrip("/")):
        said = report(terms, "--preview", address)
        assert f"]({PREVIEW}fr/exemple/services/draft/)" in said
        assert f"]({PREVIEW}fr/exemple/services/changes/2027-01-01--draft/)" in said


def test_an_address_that_is_none_is_refused(terms: Terms) -> None:
    code, said, wrong = terms("report", "--against", "main", "--preview", "javascript:alert(1)")
    assert (code, said) == (1, "")
    assert wrong.startswith("--preview: expected an address such as https://")


def test_a_revision_that_git_does_not_know_is_refused(terms: Terms) -> None:
    code, said, wrong = terms("report", "--against", "nowhere")
    assert (code, said) == (1, "")
    assert "expected a revision of this repository, found nowhere" in wrong


def test_words_call_nobody_and_open_no_markup(terms: Terms) -> None:
    hostile = "Écrire à @octocat pour #12 \\<img src=x\\> \\| \\`code\\` et a_b_c \\*x\\*."
    edit(FRENCH, "Le Client qui refuse la modification", f"{hostile} Le Client qui refuse la modification")(terms.root)
    said = report(terms).partition("<details>")[2].partition("La publication")[0]
    assert "&#64;octocat pour &#35;12" in said
    assert "<img" not in said
    assert "@" not in said.replace("&#64;", "")


def test_a_report_too_long_for_a_comment_leaves_out_redlines_and_says_so(terms: Terms) -> None:
    path = terms.root / FRENCH
    text = path.read_text(encoding="utf-8")
    added = "\n\n".join(f"Phrase {number} : {'mot ' * 60}." for number in range(400))
    path.write_text(text.replace("## Objet et documents", f"{added}\n\n## Objet et documents", 1), encoding="utf-8")
    said = report(terms, "--preview", PREVIEW)
    assert len(said) <= LIMIT + 1000
    assert said.count("lisez-les dans l'aperçu") == 1
    assert "| Article 1. Définitions | modifié |" in said
    assert "La publication de ce projet attend" in said


def test_a_text_that_cannot_be_read_is_told_by_its_line(terms: Terms) -> None:
    edit(FRENCH, "{#modification-conditions}", "")(terms.root)
    said = report(terms)
    assert re.search(rf"`{FRENCH}:\d+`: expected a clause id", said)


def test_clauses_added_removed_and_moved_are_told_apart(terms: Terms) -> None:
    path = terms.root / FRENCH
    text = path.read_text(encoding="utf-8")
    clauses = re.split(r"(?m)^(?=## )", text)
    moved = next(each for each in clauses if "{#sauvegardes}" in each)
    gone = next(each for each in clauses if "{#confidentialite}" in each)
    new = "## Audit {#audit}\n\nLe Client peut auditer une fois par an les moyens de sécurité.\n\n"
    rest = [each for each in clauses if each not in {moved, gone}]
    path.write_text("".join([*rest[:4], new, moved, *rest[4:]]), encoding="utf-8")
    said = report(terms)
    assert re.search(r"\| Article \d+\. Audit \| ajouté \|", said)
    assert re.search(r"\| Article \d+\. Sauvegardes \| déplacé", said)
    assert re.search(r"\| Article \d+\. Confidentialité \| supprimé \|", said)
    assert "<ins>Le Client peut auditer une fois par an les moyens de sécurité.</ins>" in said


def test_the_report_of_the_five_contracts_is_the_same_twice(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = Terms(ROOT, capsys, monkeypatch)
    first, second = (terms("report", "--against", "HEAD") for _ in range(2))
    assert first == second
    assert first[0] == 0


def test_what_is_wrong_elsewhere_is_counted_at_the_top(terms: Terms) -> None:
    both(
        edit(FRENCH, "au moins trente (30) jours", "au moins trente (40) jours"),
        edit(FRENCH, "Le Client qui refuse", "Le Client qui qui refuse"),
    )(terms.root)
    assert re.search(
        r"❌ [1-9]\d* erreurs?, [1-9]\d* nouve(?:l|aux) avertissements?, \d+ en tout · comparé à [0-9a-f]{7,}",
        report(terms),
    )
