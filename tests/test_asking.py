"""Which version applied on a day, and which texts print a fact: answered in words that can be acted on."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main

DOCUMENT = "exemple/services"


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The lines of a command's answer."""
    assert main(["--project", str(root), *words]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2023-02-01", "version 2023-02-01, in force from 2023-02-01 to 2024-02-28 (today: superseded)"),
        ("2024-02-29", "version 2024-02-29, in force from 2024-02-29 to 2024-09-30 (today: superseded)"),
        ("2024-10-14", "version 2024-10-01, in force from 2024-10-01 to 2024-10-14 (today: withdrawn)"),
        ("2025-12-19", "version 2025-11-15, in force from 2025-11-15 to 2025-12-19 (today: withdrawn)"),
        ("2025-12-20", "version 2025-03-30, in force from 2025-12-20 to 2026-05-31 (today: superseded)"),
        ("2026-11-22", "version 2026-06-01, in force from 2026-06-01 to 2026-12-31 (today: in-force)"),
        ("2027-01-01", "version 2027-01-01, in force from 2027-01-01 on (today: upcoming)"),
    ],
)
def test_the_version_that_applied_on_a_day_is_shown(
    day: str, answer: str, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *texts = said(history, capsys, "show", DOCUMENT, "--on", day)
    assert first == f"{DOCUMENT} on {day}: {answer}"
    version = answer.split()[1].rstrip(",")
    assert any(line.startswith(f"  docs/{DOCUMENT}/{version}/fr.md  sha256 ") for line in texts)


def test_a_version_without_an_effective_date_is_never_said_to_be_in_force(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = said(tiny, capsys, "show", "acme/policy")[0]
    assert first == (
        "acme/policy on 2026-11-22: version 2025-03-01, current as recorded (effective date not stated) "
        "from 2025-03-01 on (today: in-force)"
    )


def test_before_the_first_version_there_is_none(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *periods = said(history, capsys, "show", DOCUMENT, "--on", "2023-01-31")
    assert first == f"{DOCUMENT}: no version in force on 2023-01-31"
    assert periods[0] == "  2023-02-01: from 2023-02-01 to 2024-02-28"
    assert len(periods) == 9


def test_every_text_and_clause_that_prints_a_fact_is_listed(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *places = said(history, capsys, "impact", "exemple.company.capital")
    assert first == "exemple.company.capital is printed in 27 places"
    folder = f"docs/{DOCUMENT}"
    assert f"  {folder}/2023-02-01/fr.md:21: sealed, Parties #parties (company.capital.amount)" in places
    assert any(line.startswith(f"  {folder}/draft/fr.md:") and ": draft, Parties #parties" in line for line in places)
    assert places[-1] == "Sealed texts keep the value of their day: in variables/exemple.yml give a new value its from:"


def test_a_fact_that_nothing_prints_is_said_to_be_printed_nowhere(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = history / "variables/exemple.yml"
    facts.write_text(facts.read_text(encoding="utf-8") + "unused:\n  word: mot\n", encoding="utf-8")
    assert said(history, capsys, "impact", "exemple.unused.word") == ["exemple.unused.word is printed in 0 places"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("exemple.company.adress", "expected a known variable, found company.adress; did you mean company.address?\n"),
        ("exempl.company", "expected a fact such as exemple.company.address, found exempl.company\n"),
    ],
)
def test_an_unknown_fact_is_told(name: str, reason: str, history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(history), "impact", name]) == 1
    assert capsys.readouterr().err == reason


@pytest.mark.parametrize(
    "words",
    [
        ("impact", "exemple.company.address"),
        ("translation", "status"),
        ("translation", "status", DOCUMENT),
        ("translation", "accept", DOCUMENT, "en", "--all"),
        ("draft", DOCUMENT),
    ],
)
def test_nothing_is_answered_beside_a_ledger_that_is_broken(
    words: tuple[str, ...], history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = history / "docs" / DOCUMENT / "ledger.yml"
    ledger.write_text(ledger.read_text(encoding="utf-8").rsplit("\n", 2)[0], encoding="utf-8")
    assert main(["--project", str(history), *words]) == 1
    out, wrong = capsys.readouterr()
    assert out == ""
    assert f"docs/{DOCUMENT}/ledger.yml:" in wrong
    assert "bring it back as it was (git checkout --" in wrong
    assert "add it" not in wrong
