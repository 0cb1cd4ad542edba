"""What was published cannot change unseen: ten ways to tamper are caught at their place, legitimate changes are not."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import locales
from macros.__main__ import main
from macros.terms import expressions, formats
from macros.terms.ledger import chained, written
from macros.terms.load import load_ledger
from macros.terms.parse import parse
from tests.conftest import ROOT
from tests.test_check import Spoil, both, edit, move, remove, write

DOCUMENT = "docs/exemple/services"
FACTS = "variables/exemple.yml"
OLD = f"{DOCUMENT}/2024-02-29/fr.md"
CURRENT = f"{DOCUMENT}/2026-06-01/fr.md"
LEDGER = f"{DOCUMENT}/ledger.yml"


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of `terms check` and what it says is wrong."""
    capsys.readouterr()
    code = main(["--project", str(root), "check"])
    return code, capsys.readouterr().err


def sealed(root: Path, path: str) -> str:
    """The digest of a text's sealed copy, which is that of the served terms.md."""
    return hashlib.sha256((root / path.replace(".md", ".sealed.md")).read_bytes()).hexdigest()


def exchange(one: str, other: str) -> Spoil:
    """Give two files each other's content."""

    def spoil(root: Path) -> None:
        first, second = (root / one).read_bytes(), (root / other).read_bytes()
        (root / one).write_bytes(second)
        (root / other).write_bytes(first)

    return spoil


# Each way to tamper: what is done, where it is told, and what must be in the message.
TAMPERED: dict[str, tuple[Spoil, str, list[str]]] = {
    "a word": (
        edit(OLD, "dans un délai de trente (30) jours", "dans un délai de quinze (15) jours"),
        f"{OLD}:115: expected fr of version 2024-02-29 as it was sealed",
        ["[-trente-]{+quinze+} ([-30-]{+15+}) jours", f"git checkout -- {OLD}", "terms draft exemple/services"],
    ),
    "a space": (
        edit(OLD, "Le support répond", "Le  support répond"),
        f"{OLD}:101: expected fr of version 2024-02-29 as it was sealed",
        ["(only spaces differ)"],
    ),
    "a variable": (
        edit(FACTS, "value: {amount: 10000, currency: EUR}", "value: {amount: 20000, currency: EUR}"),
        f"{OLD}:21: expected fr of version 2024-02-29 as it was sealed",
        [
            "[-10\u202f000-]{+20\u202f000+} euros",
            "company.capital.amount is printed otherwise",
            "a from: later than this version",
        ],
    ),
    "the front matter": (
        edit(OLD, "title: Conditions générales de services", "title: Conditions de services"),
        f"{OLD}:2: expected fr of version 2024-02-29 as it was sealed",
        ["title: Conditions [-générales -]de services"],
    ),
    "an entry of the ledger": (
        edit(LEDGER, "avait été abaissé par erreur", "a été abaissé"),
        f"{LEDGER}:62: expected the entry withdraw 2025-11-15 as it was written",
        [f"git checkout -- {LEDGER}"],
    ),
    "a digest in the ledger": (
        lambda root: edit(LEDGER, sealed(root, OLD), "0" * 64)(root),
        f"{OLD}:1: expected fr of version 2024-02-29 as it was sealed, sha256 {'0' * 64}",
        [],
    ),
    "an entry taken out of the ledger": (
        lambda root: (root / LEDGER).write_text(
            re.sub(r"- action: withdraw\n(?:  .*\n)+", "", (root / LEDGER).read_text(encoding="utf-8")),
            encoding="utf-8",
        ),
        f"{LEDGER}:62: expected the entry publish 2026-06-01 as it was written",
        [],
    ),
    "a deleted version": (
        remove(f"{DOCUMENT}/2024-10-01"),
        f"{LEDGER}:22: expected {DOCUMENT}/2024-10-01, which was published, found none",
        [f"git checkout -- {DOCUMENT}/2024-10-01"],
    ),
    "a deleted text": (
        remove(f"{DOCUMENT}/2024-10-01/en.md"),
        f"{LEDGER}:22: expected {DOCUMENT}/2024-10-01/en.md, which was published, found none",
        [],
    ),
    "languages exchanged": (
        exchange(f"{DOCUMENT}/2024-02-29/en.md", OLD),
        f"{OLD}:2: expected fr of version 2024-02-29 as it was sealed",
        ["[-title: Conditions générales de services-]{+title: General"],
    ),
    "a clause's id": (
        edit(OLD, "{#support}", "{#assistance}"),
        f"{OLD}:99: expected fr of version 2024-02-29 as it was sealed",
        ["Support[- {#support}-]{+ {#assistance}+}"],
    ),
    "a renamed version": (
        move(f"{DOCUMENT}/2023-02-01", f"{DOCUMENT}/2023-02-02"),
        f"{DOCUMENT}/2023-02-02:1: expected a version that the ledger knows",
        [f"expected {DOCUMENT}/2023-02-01, which was published, found none"],
    ),
    "a text added to a version": (
        write(
            f"{DOCUMENT}/2024-10-15/ar.md",
            "---\ntitle: x\neffective: 2024-10-15\nrecorded: 2024-10-15\nbinding: fr\nnumbering: {}\n---\n\nx\n",
        ),
        f"{DOCUMENT}/2024-10-15/ar.md:1: expected a text that the ledger knows",
        ["terms publish exemple/services --translation ar"],
    ),
    "the sealed copy": (
        edit(OLD.replace(".md", ".sealed.md"), "trente (30) jours", "dix (10) jours"),
        f"{OLD.replace('.md', '.sealed.md')}:1: expected the copy of the text as it was sealed",
        [],
    ),
    "the sealed copy and the text alike": (
        both(edit(OLD.replace(".md", ".sealed.md"), "trente (30)", "dix (10)"), edit(OLD, "trente (30)", "dix (10)")),
        f"{OLD.replace('.md', '.sealed.md')}:1: expected the copy of the text as it was sealed",
        ["expected fr of version 2024-02-29 as it was sealed"],
    ),
}


@pytest.mark.parametrize("way", TAMPERED)
def test_tampering_is_told_at_its_place(way: str, history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, place, words = TAMPERED[way]
    spoil(history)
    code, said = check(history, capsys)
    assert code == 1
    assert place in said
    for each in words:
        assert each in said


def test_both_digests_are_told(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sealed(history, OLD)
    edit(OLD, "trente (30) jours", "quinze (15) jours")(history)
    now = (history / OLD.replace(".md", ".sealed.md")).read_text(encoding="utf-8")
    digest = hashlib.sha256(now.replace("trente (30) jours", "quinze (15) jours", 1).encode()).hexdigest()
    assert f"sha256 {before}, found sha256 {digest};" in check(history, capsys)[1]


@pytest.fixture
def code(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A way to change filters and parser as another revision of the code would: nothing is remembered."""
    for cached in (expressions._environment, expressions._compiled, parse):
        cached.cache_clear()
    yield monkeypatch
    for cached in (expressions._environment, expressions._compiled, parse):
        cached.cache_clear()


def test_a_changed_filter_is_told(history: Path, capsys: pytest.CaptureFixture[str], code: pytest.MonkeyPatch) -> None:
    code.setitem(formats.FILTERS, "siren", lambda value: value)
    status, said = check(history, capsys)
    assert status == 1
    assert f"{OLD}:21: expected fr of version 2024-02-29 as it was sealed" in said
    assert "company.siren is printed otherwise there" in said
    assert "or bring the filter back" in said


def test_what_a_fact_alone_changed_is_not_mended_in_the_text(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FACTS, "8 place du Modèle", "9 rue Haute")(history)
    said = check(history, capsys)[1]
    assert "company.address.street is printed otherwise there: give a new value" in said
    assert "git checkout" not in said
    edit(f"{DOCUMENT}/2025-11-15/fr.md", "dans un délai de", "sous")(history)
    assert f"git checkout -- {DOCUMENT}/2025-11-15/fr.md" in check(history, capsys)[1]


def test_a_fact_with_letters_after_it_is_printed_as_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for each in ("docs", "variables"):
        shutil.copytree(ROOT / each, tmp_path / each)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    edit("variables/rezosocial.yml", "10 rue des Prairies", "9 rue Haute")(tmp_path)
    said = check(tmp_path, capsys)[1]
    assert "    company.address.street is printed otherwise there" in said
    assert "company.legal_form" not in said


@pytest.mark.parametrize(
    ("gone", "kept", "told"),
    [
        ('  siren: "999999998"\n', "", "expected a known variable, found company.siren"),
        (
            "service:\n  status_url: https://etat.exemple.example/\n",
            "service:\n",
            "expected a value of service, found nothing",
        ),
    ],
)
def test_a_fact_that_a_published_text_prints_is_put_back(
    gone: str, kept: str, told: str, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(FACTS, gone, kept)(history)
    lines = [each for each in check(history, capsys)[1].splitlines() if told in each]
    published = [each for each in lines if not each.startswith(f"{DOCUMENT}/draft/")]
    assert published
    assert all(f"it is published: first put back what was there, in it or in {FACTS}" in each for each in published)


def test_a_changed_way_to_number_is_told(
    history: Path, capsys: pytest.CaptureFixture[str], code: pytest.MonkeyPatch
) -> None:
    code.setattr("macros.terms.parse.numbering.counted", lambda value, _: f"0{value}")
    status, said = check(history, capsys)
    assert status == 1
    assert "## [-Article 1.-]{+Article 01.+} Définitions" in said


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_are_no_change(ends: str, history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (history / OLD).read_bytes()
    (history / OLD).write_bytes(text.replace(b"\n", ends.encode()))
    assert check(history, capsys) == (0, "")


def test_a_unicode_form_is_no_change(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(OLD, "é", "e\N{COMBINING ACUTE ACCENT}")(history)
    assert check(history, capsys) == (0, "")


def test_a_new_dated_value_is_no_change(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = "- {value: {amount: 50000, currency: EUR}, from: 2024-06-01}"
    edit(FACTS, last, f"{last}\n    - {{value: {{amount: 90000, currency: EUR}}, from: 2027-06-01}}")(history)
    assert check(history, capsys) == (0, "")


def test_a_new_fact_and_a_new_macro_are_no_change(
    history: Path, capsys: pytest.CaptureFixture[str], code: pytest.MonkeyPatch
) -> None:
    (history / FACTS).write_text(
        (history / FACTS).read_text(encoding="utf-8") + "other:\n  word: mot\n", encoding="utf-8"
    )
    code.setitem(formats.FILTERS, "shout", str.upper)
    edit(f"{DOCUMENT}/draft/fr.md", "Le support répond", "{{ other.word | shout }}, le support répond")(history)
    assert check(history, capsys) == (0, "")


def test_a_new_word_of_the_interface_is_no_change(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locales, "catalogue", lambda _: {})
    assert check(history, capsys) == (0, "")


def test_a_new_translation_is_no_change(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = history / DOCUMENT
    text = (folder / "2024-10-01/ar.md").read_text(encoding="utf-8")
    dated = text.replace("2024-10-01", "2024-10-15").replace("2024-08-20", "2024-10-15")
    dated = dated.replace("binding: fr", "corrects: 2024-10-01\nbinding: fr")
    # What the version of 15 October corrects.
    (folder / "2024-10-15/ar.md").write_text(
        dated.replace("ثلاثة (3) أيام من تاريخها", "ثلاثين (30) يوماً من تاريخها"), encoding="utf-8"
    )
    accept = ["translation", "accept", "exemple/services", "ar", "--all", "--version", "2024-10-15"]
    assert main(["--project", str(history), *accept]) == 0
    assert main(["--project", str(history), "publish", "exemple/services", "--translation", "ar"]) == 0
    assert check(history, capsys) == (0, "")


def test_a_new_version_is_no_change(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(history), "publish", "exemple/services", "--effective", "2027-06-01"]) == 0
    assert check(history, capsys) == (0, "")
    assert (history / DOCUMENT / "2027-06-01/fr.sealed.md").is_file()


def test_a_copied_project_keeps_its_seals(history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(history, tmp_path / "elsewhere", symlinks=True)
    assert check(tmp_path / "elsewhere", capsys) == (0, "")


def entry_text(root: Path, number: int) -> str:
    """An entry of the ledger as it is written."""
    return "- action" + (root / LEDGER).read_text(encoding="utf-8").split("- action")[number]


def reorder(root: Path) -> None:
    """Put the second entry of the ledger before the first."""
    first, second = entry_text(root, 1), entry_text(root, 2)
    edit(LEDGER, first + second, second + first)(root)


def add_a_second_version_of_a_day(root: Path) -> None:
    """Append, with a chain that holds, another publication of a version."""
    entries = load_ledger((root / LEDGER).read_text(encoding="utf-8"), LEDGER)
    with (root / LEDGER).open("a", encoding="utf-8") as file:
        file.write(written(chained(entries[1], entries)))


BAD_LEDGERS: dict[str, tuple[Spoil, list[str]]] = {
    "no YAML": (
        write(LEDGER, "- action: [\n"),
        [f"{LEDGER}:2: expected valid YAML, found: expected the node content, but found '<stream end>'"],
    ),
    "a conflict of git": (
        edit(LEDGER, '- action: publish\n  version: "2024-02-29"', "<<<<<<< HEAD\n- action: publish"),
        [
            f"{LEDGER}:12: expected one text, found two that git could not join, and its mark <<<<<<< HEAD; take the whole"
        ],
    ),
    "no list": (write(LEDGER, "action: publish\n"), [f"{LEDGER}:1: expected a list of entries, found"]),
    "empty": (write(LEDGER, ""), [f"{LEDGER}:1: expected a text, found an empty file"]),
    "an unknown key": (
        edit(LEDGER, "change: material", "chnage: material"),
        [f"{LEDGER}:2: 0: expected the key change, found none; bring it back as it was", "found chnage; bring it back"],
    ),
    "a date that is none": (
        edit(LEDGER, 'recorded: "2022-12-15"', 'recorded: "2022-02-30"'),
        [f"{LEDGER}:5: 0.recorded: expected a date such as 2026-05-19, found '2022-02-30'"],
    ),
    "reordered": (reorder, [f"{LEDGER}:2: expected the entry publish 2024-02-29 as it was written"]),
    "two versions on one day": (
        add_a_second_version_of_a_day,
        ["expected each version once, each on a day of its own, found 2024-02-29 again"],
    ),
    "a correction of nothing": (
        edit(LEDGER, 'corrects: "2024-10-01"', 'corrects: "2024-10-02"'),
        ["expected correct of a version published before it, found 2024-10-02"],
    ),
}


@pytest.mark.parametrize("case", BAD_LEDGERS)
def test_a_bad_ledger_is_told(case: str, history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, words = BAD_LEDGERS[case]
    spoil(history)
    code, said = check(history, capsys)
    assert code == 1
    for each in words:
        assert each in said


@pytest.mark.parametrize("words", [["show", "exemple/services"], ["verify", "."]])
@pytest.mark.parametrize("case", [*BAD_LEDGERS, "gone"])
def test_what_counts_and_what_was_sealed_is_never_told_from_a_bad_ledger(
    case: str, words: list[str], history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil = BAD_LEDGERS[case][0] if case in BAD_LEDGERS else remove(LEDGER)
    spoil(history)
    assert main(["--project", str(history), *words]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"docs/exemple/services/{'2023-02-01' if case == 'gone' else 'ledger.yml'}:" in said.err


def test_where_the_facts_cannot_be_read_that_is_told_and_no_seal_is_called_broken(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("variables/exemple.yml", "<<<<<<< HEAD\ncompany: {name: Exemple}\n=======\n>>>>>>> other\n")(history)
    code, said = check(history, capsys)
    assert code == 1
    assert "variables/exemple.yml:1: expected one text, found two that git could not join" in said
    assert "as it was sealed" not in said


def test_nothing_is_recorded_in_a_ledger_that_cannot_be_read(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(LEDGER, "- action: [\n")(history)
    assert main(["--project", str(history), "record"]) == 1
    assert "expected valid YAML" in capsys.readouterr().err
    assert (history / LEDGER).read_text(encoding="utf-8") == "- action: [\n"
