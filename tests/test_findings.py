"""What the check finds, for people, for pull requests and for machines; how an author says that something is right."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.__main__ import main
from macros.terms import spelling
from macros.terms.check.norms import norms
from tests.conftest import ROOT
from tests.test_publishing import Terms

DRAFT = "docs/acme/terms/draft/fr.md"
BODY = """---
title: Conditions
binding: fr
numbering:
  clauses: ["Article {n}."]
change: material
summary: Une clause nouvelle.
---

# Conditions

## Durée {#duree}

Le contrat dure un an.

## Préavis {#preavis}

WORDS
"""
TWICE = "Chacun peut y mettre fin fin à tout moment."
BLANK = "Chacun peut y mettre fin avec un préavis de [à compléter] jours."


@pytest.fixture
def terms(tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terms:
    """The command line on the tiny project."""
    return Terms(tiny, capsys, monkeypatch)


def test_a_siren_that_lacks_a_digit_stops_no_check(drafted: Callable[[str], Terms]) -> None:
    """Whatever is wrong in the facts, a text that prints another company's number is judged."""
    terms = drafted("L'hébergeur est immatriculé sous le numéro 552 100 554 RCS Paris.")
    facts = terms.root / "variables/acme.yml"
    typed = facts.read_text(encoding="utf-8").replace('"794223461"', '"79422346"')
    facts.write_text(typed, encoding="utf-8")
    code, _, said = terms("check")
    assert code == 1
    assert "company.siren: expected a SIREN" in said


def test_facts_that_cannot_be_read_are_the_one_problem(drafted: Callable[[str], Terms]) -> None:
    """The gaps that they leave in a text are no mistakes of its author."""
    terms = drafted("Écrivez à {{ company.email }}.")
    facts = terms.root / "variables/acme.yml"
    facts.write_text(f"company: x\n\t{facts.read_text(encoding='utf-8')}", encoding="utf-8")
    said = "".join(terms("check")[1:])
    assert "variables/acme.yml:2" in said
    assert f"{DRAFT}:" not in said


@pytest.mark.parametrize("left", ["=======", "||||||| base", ">>>>>>> main"])
def test_what_is_left_of_a_conflict_of_git_is_told(left: str, drafted: Callable[[str], Terms]) -> None:
    terms = drafted(f"{left}\nChacun peut y mettre fin.")
    said = f"{DRAFT}:18: expected one text, found two that git could not join, and its mark {left}; keep what is right"
    assert said in terms("check")[2]


def test_a_heading_that_is_underlined_is_no_conflict(drafted: Callable[[str], Terms]) -> None:
    assert "git" not in "".join(str(each) for each in drafted("Un titre\n=======")("check"))


@pytest.fixture
def drafted(terms: Terms) -> Callable[[str], Terms]:
    """The tiny project with a draft whose last clause says the given words."""

    def draft(words: str) -> Terms:
        path = terms.root / DRAFT
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY.replace("WORDS", words), encoding="utf-8")
        return terms

    return draft


def test_a_warning_is_told_at_its_line_with_its_rule_and_fails_nothing(drafted: Callable[[str], Terms]) -> None:
    code, said, wrong = drafted(TWICE)("check")
    assert (code, wrong) == (0, "")
    assert re.search(rf"^{DRAFT}:18: expected .*fin fin.* \[doubled-word\]$", said, re.MULTILINE)
    assert "\n1 warning: a person decides\n" in said


def test_an_error_of_drafting_fails_the_check_and_the_publishing_of_the_draft(drafted: Callable[[str], Terms]) -> None:
    terms = drafted(BLANK)
    code, _, wrong = terms("check")
    assert code == 1
    assert re.search(rf"^{DRAFT}:18: expected .*\[remains\]$", wrong, re.MULTILINE)
    code, _, refused = terms("publish", "acme/terms", "--effective", "2027-01-01")
    assert code == 1
    assert f"{DRAFT}:18: " in refused
    assert not (terms.root / "docs/acme/terms/2027-01-01").exists()


def test_a_warning_fails_where_that_is_asked_for(drafted: Callable[[str], Terms]) -> None:
    assert drafted(TWICE)("check", "--fail-on", "warning")[0] == 1
    assert drafted("Chacun peut y mettre fin à tout moment.")("check", "--fail-on", "warning")[0] == 0


@pytest.mark.parametrize(
    "comment",
    [
        f"{TWICE} <!--# allow doubled-word: le nom de la maison #-->",
        f"<!--# allow doubled-word: le nom de la maison #-->\n{TWICE}",
        f"<!--# allow doubled-word: le nom de la maison #-->\n\n{TWICE}",
    ],
)
def test_a_comment_with_a_reason_silences_a_rule_at_one_place(drafted: Callable[[str], Terms], comment: str) -> None:
    code, said, wrong = drafted(f"{comment}\n\nOn y met fin fin ici aussi.")("check")
    assert (code, wrong) == (0, "")
    (told,) = [line for line in said.splitlines() if "doubled-word" in line]
    assert "fin fin" in told
    place = comment.count("\n") + 20
    assert told.startswith(f"{DRAFT}:{place}: ")


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("allow doubled-word", "expected a reason why doubled-word is allowed here, found none"),
        ("allow doubled-word:  ", "expected a reason why doubled-word is allowed here, found none"),
        ("allow doubled-wrod: le nom", "found doubled-wrod; did you mean doubled-word?"),
        ("allow: le nom", "expected a comment to allow by the name of a rule, found none"),
        ("allow remains: le nom", "expected something to allow, found nothing that remains would say of line 18"),
    ],
)
def test_a_comment_that_allows_without_reason_or_need_is_told(
    drafted: Callable[[str], Terms], comment: str, message: str
) -> None:
    code, _, wrong = drafted(f"{TWICE} <!--# {comment} #-->")("check")
    assert code == 1
    assert f"{DRAFT}:18: " in wrong
    assert message in wrong


def test_a_comment_is_no_part_of_what_is_published(drafted: Callable[[str], Terms]) -> None:
    terms = drafted("Chacun peut y mettre fin. <!--# à relire avec Paul #-->\n<!--# demain #-->")
    assert terms("publish", "acme/terms", "--effective", "2027-01-01", "--translation-later")[0] == 0
    folder = terms.root / "docs/acme/terms/2027-01-01"
    assert "Paul" in (folder / "fr.md").read_text(encoding="utf-8")
    assert (folder / "fr.sealed.md").read_text(encoding="utf-8").endswith("\n\nChacun peut y mettre fin.\n")
    assert terms("check")[0] == 0


def test_published_texts_are_left_in_peace_until_somebody_asks(drafted: Callable[[str], Terms]) -> None:
    terms = drafted(TWICE)
    assert terms("publish", "acme/terms", "--effective", "2027-01-01", "--translation-later")[0] == 0
    code, said, _ = terms("check")
    assert (code, "doubled-word" in said) == (0, False)
    code, said, wrong = terms("check", "--published", "--fail-on", "warning")
    assert (code, wrong) == (0, "")
    assert re.search(r"^docs/acme/terms/2027-01-01/fr.md:\d+: .*fin fin.* \[doubled-word\]$", said, re.MULTILINE)
    assert "on published texts, which stay as they are" in said


def test_a_pull_request_gets_an_annotation_at_the_line(drafted: Callable[[str], Terms]) -> None:
    code, said, wrong = drafted(f"{TWICE} C'est 100 % sûr, [à compléter].")("check", "--format", "github")
    assert (code, wrong) == (1, "")
    kinds = [line.split(" ", 1)[0] for line in said.splitlines()]
    assert set(kinds) == {"::error", "::warning"}
    assert f"::warning file={DRAFT},line=18,title=doubled-word::expected " in said
    assert all(line.count("::") >= 2 for line in said.splitlines())
    assert "100 %25" in said or "%" not in said


def test_what_steers_github_is_written_so_that_it_does_not() -> None:
    from macros.terms.model import Problem
    from macros.terms.render.findings import github

    problem = Problem(path="docs/a,b:c/fr.md", line=3, message="50 %\r\n::error::boo", rule="x", severity="note")
    assert github([problem], {}) == "::notice file=docs/a%2Cb%3Ac/fr.md,line=3,title=x::50 %25\\r\\n::error::boo\n"


def test_the_json_is_what_its_schema_says(drafted: Callable[[str], Terms]) -> None:
    code, said, _ = drafted(f"{TWICE} [à compléter]")("check", "--format", "json")
    found = json.loads(said)
    schema = json.loads((ROOT / "variables/schema/problems.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(found)
    assert code == 1
    assert {"doubled-word", "remains"} <= {each["rule"] for each in found["problems"]} == set(found["rules"])
    places = [(each["path"], each["line"]) for each in found["problems"]]
    assert places == sorted(places)


def test_the_sarif_names_every_rule_and_every_place(drafted: Callable[[str], Terms]) -> None:
    code, said, _ = drafted(f"{TWICE}\n\n{TWICE}")("check", "--format", "sarif")
    log = json.loads(said)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert (code, log["version"]) == (0, "2.1.0")
    assert {each["id"] for each in rules} == set(norms())
    doubled = [each for each in run["results"] if each["ruleId"] == "doubled-word"]
    assert [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in doubled] == [18, 20]
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["level"] in {"error", "warning", "note"}
    marks = [each["partialFingerprints"]["problem/v1"] for each in run["results"]]
    assert len(set(marks)) == len(marks)


def test_a_finding_keeps_its_mark_when_lines_are_added_above_it(drafted: Callable[[str], Terms]) -> None:
    def marks(words: str) -> set[str]:
        (run,) = json.loads(drafted(words)("check", "--format", "sarif")[1])["runs"]
        found = [each for each in run["results"] if each["ruleId"] == "doubled-word"]
        return {each["partialFingerprints"]["problem/v1"] for each in found}

    assert marks(TWICE) == marks(f"Une phrase de plus.\n\n{TWICE}")


def test_no_finding_is_told_as_no_finding_in_every_format(terms: Terms) -> None:
    assert json.loads(terms("check", "--format", "json")[1])["problems"] == []
    assert json.loads(terms("check", "--format", "sarif")[1])["runs"][0]["results"] == []
    assert terms("check", "--format", "github") == (0, "", "")


def test_every_rule_has_a_norm_that_ends_like_a_sentence() -> None:
    assert all(norm[:1].isupper() and norm.endswith(".") for norm in norms().values())


def test_the_drafts_of_the_five_contracts_hold_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(ROOT), "check", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["severity"] for each in found["problems"]} <= {"warning", "note"}


def test_a_draft_is_judged_by_the_day_on_which_it_would_take_effect(drafted: Callable[[str], Terms]) -> None:
    words = "Date d'entrée en vigueur : 1er février 2027."
    terms = drafted(words)
    _, _, refused = terms("publish", "acme/terms", "--effective", "2027-01-01")
    assert f"{DRAFT}:18: " in refused
    assert terms("publish", "acme/terms", "--effective", "2027-02-01", "--translation-later")[0] == 0


def test_a_machine_without_a_dictionary_says_so_and_calls_no_word_wrong(
    drafted: Callable[[str], Terms], monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = drafted("Chacun peut y metre fin à tout momment.")
    assert "momment" in terms("check")[1]
    monkeypatch.setattr(spelling, "FOLDERS", ())
    for cached in (spelling.folder, spelling.has, spelling.is_word):
        cached.cache_clear()
    code, said, wrong = terms("check")
    assert (code, wrong, "momment" in said) == (0, "", False)
    assert "mkdocs.yml:1: expected hunspell's dictionary fr" in said
    assert "run make check, which installs it" in said
    for cached in (spelling.folder, spelling.has, spelling.is_word):
        cached.cache_clear()


def test_one_document_can_be_asked_for_alone(drafted: Callable[[str], Terms]) -> None:
    terms = drafted(TWICE)
    assert "doubled-word" in terms("check", "acme/terms")[1]
    other = next(each.name for each in (terms.root / "docs/acme").iterdir() if each.name != "terms")
    code, said, wrong = terms("check", f"acme/{other}")
    assert (code, "doubled-word" in said, wrong) == (0, False, "")
    assert "did you mean acme/terms?" in terms("check", "acme/trems")[2]
