"""Publishing refuses with every reason at once, or publishes whole; each act only appends to the ledger."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands import recording
from macros.commands.project import Project, read_project
from tests.test_check import edit, remove, write

DOCUMENT = "exemple/services"
FOLDER = f"docs/{DOCUMENT}"
DRAFT = f"{FOLDER}/draft"


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of the contracts, hidden ones too."""
    return {str(each.relative_to(root)): each.read_bytes() for each in (root / "docs").rglob("*") if each.is_file()}


class Terms:
    """The command line on a project, on a day."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.capsys, self.monkeypatch = root, capsys, monkeypatch

    def __call__(self, *words: str, day: str = "2026-11-22") -> tuple[int, str, str]:
        """The exit code, what is said, and what is said to be wrong."""
        self.monkeypatch.setenv("TERMS_TODAY", day)
        self.capsys.readouterr()
        code = main(["--project", str(self.root), *words])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def refused(self, *words: str, day: str = "2026-11-22") -> list[str]:
        """The reasons of a refusal, which leaves everything as it was."""
        before = snapshot(self.root)
        code, _, said = self(*words, day=day)
        assert code == 1
        assert snapshot(self.root) == before
        return said.splitlines()

    def done(self, *words: str, day: str = "2026-11-22") -> str:
        """What is said of an act that appended to the ledger, after which nothing is wrong."""
        ledger = self.root / FOLDER / "ledger.yml"
        before = ledger.read_bytes()
        code, said, wrong = self(*words, day=day)
        assert (code, wrong) == (0, "")
        assert ledger.read_bytes().startswith(before)
        assert len(ledger.read_bytes()) > len(before)
        assert self("check", day=day)[0] == 0
        return said


def draft_of_the_last_version(root: Path, old: str = "", new: str = "") -> None:
    """Make the draft say what the last version says, with some words replaced."""
    for language in ("ar", "en", "fr"):
        text = (root / FOLDER / f"2027-01-01/{language}.md").read_text(encoding="utf-8")
        plain = re.sub(r"^(effective|recorded): .*\n", "", text, flags=re.MULTILINE)
        (root / DRAFT / f"{language}.md").write_text(plain.replace(old, new) if old else plain, encoding="utf-8")
        if language != "fr":
            shutil.copy(root / FOLDER / f"2027-01-01/{language}.freshness.yml", root / DRAFT)


@pytest.fixture
def terms(history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terms:
    """The command line on the history site."""
    return Terms(history, capsys, monkeypatch)


def test_a_draft_becomes_a_version_and_is_gone(terms: Terms) -> None:
    body = (terms.root / DRAFT / "fr.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    said = terms.done("publish", DOCUMENT, "--effective", "2027-03-01")
    assert said == f"{FOLDER}/2027-03-01: published (ar, en, fr)\n"
    published = (terms.root / FOLDER / "2027-03-01/fr.md").read_text(encoding="utf-8")
    assert published.split("\n---\n", 1)[1] == body
    assert "\neffective: 2027-03-01\nrecorded: 2026-11-22\nbinding: fr\n" in published
    assert not (terms.root / DRAFT).exists()


def test_every_reason_is_told_at_once(terms: Terms) -> None:
    remove(f"{DRAFT}/ar.md")(terms.root)
    edit(f"{DRAFT}/fr.md", "change: material", "change: editorial")(terms.root)
    english = terms.root / DRAFT / "en.md"
    summary = re.compile(r"summary: \|\n(?:  .*\n)+")
    english.write_text(summary.sub('summary: ""\n', english.read_text(encoding="utf-8")), encoding="utf-8")
    edit(f"{FOLDER}/2024-02-29/fr.md", "trente (30)", "dix (10)")(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2026-12-01")
    told = "\n".join(reasons)
    assert f"{DRAFT}:1: effective: expected a day after 2027-01-01 on which no version begins, found 2026-12-01" in told
    assert (
        f"{DRAFT}/ar.md:1: expected ar.md, a translation, found none; write it, or publish with --translation-later"
        in told
    )
    assert f"{DRAFT}/en.md:1: summary: expected the change in words for readers, found none; write it" in told
    assert f"{DRAFT}/en.md:7: change: expected editorial, as in fr.md, found material; write it" in told
    assert f"{DRAFT}/fr.md:7: change: expected" not in told
    assert "change: expected an editorial change to leave the wording as it was, found edited" in told
    assert f"{FOLDER}/2024-02-29/fr.md:59: expected fr of version 2024-02-29 as it was sealed" in told


def test_a_material_change_keeps_the_notice(terms: Terms) -> None:
    edit(f"{FOLDER}/document.yml", "notice_days: 30", "notice_days: 60")(terms.root)
    said = (
        f"{DRAFT}:1: effective: expected 2027-01-21 or later, 60 days of notice for a material change, found 2027-01-20; "
        "name a later day"
    )
    assert terms.refused("publish", DOCUMENT, "--effective", "2027-01-20") == [said, "1 problem to correct"]
    terms.done("publish", DOCUMENT, "--effective", "2027-01-21")


def test_an_editorial_change_needs_no_notice_and_leaves_the_wording(terms: Terms) -> None:
    for language in ("ar", "en", "fr"):
        text = (terms.root / FOLDER / f"2027-01-01/{language}.md").read_text(encoding="utf-8")
        plain = re.sub(r"^(effective|recorded|notice_days): .*\n", "", text, flags=re.MULTILINE)
        edited = (
            plain.replace("change: material", "change: editorial")
            .replace("'", "’")
            .replace("title: Conditions", "title: Conditions")
        )
        (terms.root / DRAFT / f"{language}.md").write_text(edited, encoding="utf-8")
        if language != "fr":
            shutil.copy(terms.root / FOLDER / f"2027-01-01/{language}.freshness.yml", terms.root / DRAFT)
    terms.done("publish", DOCUMENT, "--effective", "2027-01-02", day="2027-01-02")
    assert terms("show", DOCUMENT, day="2027-01-02")[1].startswith("exemple/services on 2027-01-02: version 2027-01-02")


def test_a_draft_equal_to_the_published_text_is_refused(terms: Terms) -> None:
    draft_of_the_last_version(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-06-01")
    said = f"{DRAFT}/fr.md:1: expected a text that differs from version 2027-01-01, found the same words"
    assert reasons == [said, "1 problem to correct"]


def test_publishing_twice_is_refused(terms: Terms) -> None:
    terms.done("publish", DOCUMENT, "--effective", "2027-03-01")
    said = f"{DRAFT}:1: expected a draft to publish, found none; make one with: terms draft {DOCUMENT}"
    assert terms.refused("publish", DOCUMENT, "--effective", "2027-03-01") == [said, "1 problem to correct"]


def test_two_versions_on_one_date_are_refused(terms: Terms) -> None:
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-01-01")
    assert reasons[0].startswith(f"{DRAFT}:1: effective: expected a day after 2027-01-01 on which no version begins")


def test_a_day_of_the_past_is_refused(terms: Terms) -> None:
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-06-01", day="2027-06-02")
    assert reasons[0].startswith(f"{DRAFT}:1: effective: expected today (2027-06-02) or later, found 2027-06-01")


def test_without_a_day_the_draft_s_own_is_taken(terms: Terms) -> None:
    reasons = terms.refused("publish", DOCUMENT)
    said = f"{DRAFT}:1: effective: expected one day on which it takes effect, found none, or more than one; give --effective YYYY-MM-DD"
    assert reasons == [said, "1 problem to correct"]
    for language in ("ar", "en", "fr"):
        edit(f"{DRAFT}/{language}.md", "binding: fr", "effective: 2027-04-01\nbinding: fr")(terms.root)
    terms.done("publish", DOCUMENT)
    assert (terms.root / FOLDER / "2027-04-01").is_dir()


def test_translations_may_come_later(terms: Terms) -> None:
    for name in ("ar.md", "ar.freshness.yml"):
        remove(f"{DRAFT}/{name}")(terms.root)
    said = terms.done("publish", DOCUMENT, "--effective", "2027-03-01", "--translation-later")
    assert said == f"{FOLDER}/2027-03-01: published (en, fr)\n"


def test_the_binding_text_may_not_come_later(terms: Terms) -> None:
    remove(f"{DRAFT}/fr.md")(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-03-01", "--translation-later")
    assert f"{DRAFT}/fr.md:1: expected fr.md, the binding text, found none; write it" in reasons


def test_a_proposal_of_the_editors_is_not_published(terms: Terms) -> None:
    edit(f"{DRAFT}/fr.md", "change: material", "change: material\nproposed_by: editors")(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-03-01")
    assert reasons[0].startswith(
        f"{DRAFT}/fr.md:8: proposed_by: expected a draft of the publisher's own, found a proposal of the editors"
    )


@pytest.mark.parametrize(
    "note", ["À vérifier par la société.", "Cette proposition corrige une faute.", "To be checked."]
)
def test_what_colleagues_say_to_each_other_is_not_published_as_the_summary(note: str, terms: Terms) -> None:
    edit(f"{DRAFT}/fr.md", "summary: |\n", f"summary: |\n  {note}\n")(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-03-01")
    assert any("summary: expected words for clients" in each for each in reasons)


def test_a_draft_that_names_another_day_is_not_published(terms: Terms) -> None:
    for language in ("fr", "en", "ar"):
        edit(f"{DRAFT}/{language}.md", "binding: fr", "effective: 2027-04-01\nbinding: fr")(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-03-01")
    assert any("effective: expected 2027-03-01, the day asked for, found 2027-04-01" in each for each in reasons)


def test_a_clause_keeps_its_id_from_version_to_version(terms: Terms) -> None:
    for language in ("fr", "en", "ar"):
        edit(f"{DRAFT}/{language}.md", "{#confidentialite}", "{#secret}")(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-03-01")
    assert any("found #secret on the same clause; put {#confidentialite} back" in each for each in reasons)


def test_a_mistake_in_the_draft_is_told_on_its_line(terms: Terms) -> None:
    edit(f"{DRAFT}/fr.md", "{{ company.name }}", "{{ company.nmae }}")(terms.root)
    lines = (terms.root / DRAFT / "fr.md").read_text(encoding="utf-8").split("\n")
    line = next(number for number, each in enumerate(lines, 1) if "nmae" in each)
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-03-01")
    said = f"{DRAFT}/fr.md:{line}: expected a known variable, found company.nmae; did you mean company.name?"
    assert reasons == [said, "1 problem to correct"]


def test_a_dry_run_shows_the_redline_and_writes_nothing(terms: Terms) -> None:
    before = snapshot(terms.root)
    code, said, _ = terms("publish", DOCUMENT, "--effective", "2027-03-01", "--dry-run")
    assert code == 0
    assert snapshot(terms.root) == before
    assert f"{DRAFT} would become version 2027-03-01, material:" in said
    assert "edited        12.4. Réversibilité #reversibilite" in said
    assert "[-trente-]{+soixante+} ([-30-]{+60+}) jours" in said
    assert said.endswith("Nothing was written: this was a dry run\n")


def test_a_dry_run_tells_what_would_be_refused(terms: Terms) -> None:
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2026-12-01", "--dry-run")
    assert "2026-12-01" in reasons[0]


def test_a_move_of_the_head_office_alone_is_published(terms: Terms) -> None:
    draft_of_the_last_version(terms.root, "material", "editorial")
    facts = terms.root / "variables/exemple.yml"
    last = "- {value: {amount: 50000, currency: EUR}, from: 2024-06-01}"
    new = f"{last}\n    - {{value: {{amount: 90000, currency: EUR}}, from: 2027-02-01}}"
    facts.write_text(facts.read_text(encoding="utf-8").replace(last, new), encoding="utf-8")
    assert "variable      Parties #parties (company.capital.amount)" in terms(
        "publish", DOCUMENT, "--effective", "2027-02-01", "--dry-run")[1]  # fmt: skip
    terms.done("publish", DOCUMENT, "--effective", "2027-02-01")
    assert "90 000" in (terms.root / FOLDER / "2027-02-01/fr.sealed.md").read_text(encoding="utf-8").replace(
        "\u202f", " "
    )


def test_another_fact_than_the_company_s_is_no_editorial_change(terms: Terms) -> None:
    draft_of_the_last_version(terms.root, "material", "editorial")
    facts = terms.root / "variables/exemple.yml"
    once = "close_hour: 18"
    dated = "close_hour:\n    - {value: 18, from: 2020-01-01}\n    - {value: 17, from: 2027-02-01}"
    facts.write_text(facts.read_text(encoding="utf-8").replace(once, dated), encoding="utf-8")
    reasons = terms.refused("publish", DOCUMENT, "--effective", "2027-02-01")
    (said, _) = reasons
    norm = "change: expected an editorial change to leave the wording as it was, found variable"
    assert said.startswith(f"{DRAFT}/fr.md:1: {norm}")
    assert "(support.close_hour)" in said


def test_a_version_in_force_is_withdrawn_and_the_one_before_counts_again(terms: Terms) -> None:
    said = terms.done("withdraw", DOCUMENT, "2026-06-01", "--reason", "Une erreur : « le tarif ».")
    assert said == f"{FOLDER}/2026-06-01: withdrawn from 2026-11-22 on; its page stays\n"
    assert "version 2025-03-30" in terms("show", DOCUMENT)[1]
    assert "version 2026-06-01" in terms("show", DOCUMENT, "--on", "2026-11-21")[1]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["2026-06-02", "--reason", "x"], f"{FOLDER}: expected one of its versions ("),
        (["2025-11-15", "--reason", "x"], f"{FOLDER}/2025-11-15: expected a version that counts, found it withdrawn"),
        (["2026-06-01", "--reason", " "], "--reason: expected why the version is withdrawn"),
        (["2026-06-01", "--reason", "a\udc80"], "--reason: expected why the version is withdrawn"),
    ],
)
def test_a_withdrawal_that_means_nothing_is_refused(words: list[str], reason: str, terms: Terms) -> None:
    assert terms.refused("withdraw", DOCUMENT, *words)[0].startswith(reason)


def test_a_version_in_force_is_corrected_at_once(terms: Terms) -> None:
    terms.done("correct", DOCUMENT, "2026-06-01")
    assert "version 2026-11-22, in force from 2026-11-22 to 2026-12-31" in terms("show", DOCUMENT)[1]
    assert "corrects: 2026-06-01" in (terms.root / FOLDER / "2026-11-22/fr.md").read_text(encoding="utf-8")
    assert (terms.root / FOLDER / "2026-06-01/fr.md").is_file()


def test_an_upcoming_version_that_is_corrected_never_comes_into_force(terms: Terms) -> None:
    terms.done("correct", DOCUMENT, "2027-01-01")
    assert "version 2026-06-01" in terms("show", DOCUMENT, "--on", "2027-01-01")[1]
    assert "version 2027-01-02" in terms("show", DOCUMENT, "--on", "2027-01-02")[1]


def test_a_correction_is_dated_after_what_it_corrects(terms: Terms) -> None:
    reasons = terms.refused("correct", DOCUMENT, "2027-01-01", "--effective", "2026-12-31")
    assert reasons[0].startswith(f"{DRAFT}:1: effective: expected a day after 2027-01-01")


def test_a_translation_is_added_and_revised(terms: Terms) -> None:
    folder = terms.root / FOLDER
    text = (folder / "2024-10-01/ar.md").read_text(encoding="utf-8")
    dated = text.replace("2024-10-01", "2024-10-15").replace("2024-08-20", "2024-10-15")
    dated = dated.replace("binding: fr", "corrects: 2024-10-01\nbinding: fr")
    # What the version of 15 October corrects.
    (folder / "2024-10-15/ar.md").write_text(
        dated.replace("ثلاثة (3) أيام من تاريخها", "ثلاثين (30) يوماً من تاريخها"), encoding="utf-8"
    )
    assert terms("translation", "accept", DOCUMENT, "ar", "--all", "--version", "2024-10-15")[0] == 0
    said = terms.done("publish", DOCUMENT, "--translation", "ar")
    assert said == f"{FOLDER}/2024-10-15/ar.md: published as a translation of version 2024-10-15\n"
    first = (folder / "2024-10-15/ar.md").read_bytes()
    (folder / "2024-10-15/ar.r2.md").write_bytes(first)
    assert terms("translation", "accept", DOCUMENT, "ar", "--all", "--version", "2024-10-15")[0] == 0
    terms.done("publish", DOCUMENT, "--translation", "ar")
    assert (folder / "2024-10-15/ar.md").read_bytes() == first


def test_a_draft_of_a_translation_alone_translates_the_last_version(terms: Terms) -> None:
    for name in ("ar.md", "ar.freshness.yml", "fr.md"):
        remove(f"{DRAFT}/{name}")(terms.root)
    text = (terms.root / FOLDER / "2027-01-01/en.md").read_text(encoding="utf-8")
    plain = re.sub(r"^(effective|recorded): .*\n", "", text, flags=re.MULTILINE)
    (terms.root / DRAFT / "en.md").write_text(plain.replace("Support", "Assistance"), encoding="utf-8")
    assert terms("translation", "accept", DOCUMENT, "en", "--all")[0] == 0
    said = terms.done("publish", DOCUMENT, "--translation", "en")
    assert said == f"{FOLDER}/2027-01-01/en.r2.md: published as a translation of version 2027-01-01\n"
    assert not (terms.root / DRAFT).exists()


def test_a_translation_with_other_clauses_is_refused(terms: Terms) -> None:
    text = (terms.root / FOLDER / "2024-10-01/ar.md").read_text(encoding="utf-8")
    wrong = (
        text.replace("2024-10-01", "2024-10-15").replace("2024-08-20", "2024-10-15").replace("{#support}", "{#aide}")
    )
    write(f"{FOLDER}/2024-10-15/ar.md", wrong)(terms.root)
    reasons = terms.refused("publish", DOCUMENT, "--translation", "ar")
    path = f"{FOLDER}/2024-10-15/ar.md:"
    assert any(each.startswith(f"{path}1: expected the clause #support of ") for each in reasons)
    assert any(each.startswith(path) and "found #aide; take it out" in each for each in reasons)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_only_a_language_that_is_translated_to_can_be_published(language: str, terms: Terms) -> None:
    (reason,) = terms.refused("publish", DOCUMENT, "--translation", language)
    assert reason.startswith(f"--translation: expected a language that {DOCUMENT} is translated to (en, ar), found")


def test_a_draft_starts_from_the_last_version(terms: Terms) -> None:
    remove(DRAFT)(terms.root)
    code, said, _ = terms("draft", DOCUMENT)
    assert code == 0
    assert f"{DRAFT}/fr.md: from version 2027-01-01\n" in said
    text = (terms.root / DRAFT / "fr.md").read_text(encoding="utf-8")
    published = (terms.root / FOLDER / "2027-01-01/fr.md").read_text(encoding="utf-8")
    assert text.split("\n---\n", 1)[1] == published.split("\n---\n", 1)[1]
    assert (
        'notice_days: 30\nrefusal: {days: 0, clause: modification-conditions}\nchange: material\nsummary: ""\nbinding: fr\n'
        in text
    )
    assert "effective:" not in text
    assert terms("check")[0] == 0


def test_a_draft_is_never_written_over(terms: Terms) -> None:
    (reason,) = terms.refused("draft", DOCUMENT)
    assert reason == f"{DRAFT}: expected no draft yet, found one; edit it, or remove it first"


def test_an_unknown_document_is_told_with_the_nearest(terms: Terms) -> None:
    (reason,) = terms.refused("publish", "exemple/service", "--effective", "2027-03-01")
    assert reason == "expected a document, found exemple/service; did you mean exemple/services?"


def test_texts_published_elsewhere_are_recorded(terms: Terms) -> None:
    (terms.root / FOLDER / "ledger.yml").unlink()
    for copy in (terms.root / "docs").rglob("*.sealed.md"):
        copy.unlink()
    assert terms("check")[0] == 1
    code, said, _ = terms("record", DOCUMENT)
    assert code == 0
    assert said.count("recorded (") == 8
    assert terms("check")[0] == 0
    assert terms.refused("record") == [
        "expected a version that no ledger knows yet, found none: everything is recorded"
    ]


def test_the_versions_of_a_document_are_recorded_in_one_reading_of_the_project(
    terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    (terms.root / FOLDER / "ledger.yml").unlink()
    read: list[Path] = []

    def reading(root: Path) -> Project:
        read.append(root)
        return read_project(root)

    monkeypatch.setattr(recording, "read_project", reading)
    assert terms("record", DOCUMENT)[0] == 0
    assert len(read) == 1


def test_of_versions_recorded_together_one_that_is_wrong_keeps_all_out(terms: Terms) -> None:
    (terms.root / FOLDER / "ledger.yml").unlink()
    reasons = terms.refused("record", DOCUMENT, day="2024-06-01")
    assert sum("expected today (2024-06-01) or earlier" in each for each in reasons) > 1
    assert not (terms.root / FOLDER / "ledger.yml").exists()


def test_a_version_without_a_text_that_reads_is_not_recorded(terms: Terms) -> None:
    (terms.root / FOLDER / "ledger.yml").unlink()
    for path in (terms.root / FOLDER / "2023-02-01").glob("*.md"):
        edit(path.relative_to(terms.root).as_posix(), "numbering:", "numbring:")(terms.root)
    reasons = terms.refused("record", DOCUMENT, "2023-02-01")
    assert any(
        each.startswith(f"{FOLDER}/2023-02-01/fr.md:2: expected the key numbering, found none") for each in reasons
    )


def test_a_text_recorded_in_the_future_is_refused(terms: Terms) -> None:
    (terms.root / FOLDER / "ledger.yml").unlink()
    reasons = terms.refused("record", DOCUMENT, day="2022-01-01")
    assert f"{FOLDER}/2023-02-01/fr.md:1: recorded: expected today (2022-01-01) or earlier, found 2022-12-15" in reasons
