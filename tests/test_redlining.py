"""terms redline: what it prints in each format, what it answers to a script, what it says where it cannot."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator

from macros.__main__ import main
from macros.commands import versions
from macros.commands.project import Project, read_project
from tests.conftest import ROOT

DOCUMENT = "exemple/services"
# Read only, so that no test has to wait for a copy.
HISTORY = ROOT / "tests/sites/history"
TEXTS = HISTORY / "docs" / DOCUMENT
VERSIONS = (
    "2023-02-01",
    "2024-02-29",
    "2024-10-01",
    "2024-10-15",
    "2025-03-30",
    "2025-11-15",
    "2026-06-01",
    "2027-01-01",
)
# Each version with the next and the last with the first, in a language that both have.
PAIRS = [
    (old, new, language)
    for old, new in [*pairwise(VERSIONS), ("2027-01-01", "2023-02-01")]
    for language in ("fr", "ar")
    if language == "fr" or "2024-10-15" not in {old, new}
]
FORMATS = ("terminal", "html", "markdown", "json", "text")
CONTRACT = """\
# Conditions générales

En vigueur le 1er janvier 2026.

## Article 1. Objet {#objet}

Le Prestataire fournit au Client l'accès au Service, pendant trente (30) jours.

- aucun envoi en nombre ;
- aucune revente.

## Article 2. Paiement {#paiement}

| Formule | Prix |
| --- | --- |
| Simple | 5 € |
| Double | 9 € |

Le Client paie **sans délai**, voir [le site](https://acme.example/prix).

## Article 3. Cession {#cession}

Le logiciel n'est pas cédé. La licence prend fin avec le contrat, sans indemnité pour le Client.

## Article 4. Droit {#droit}

La loi française s'applique à tout ce qui précède, et le juge de Nantes en connaît.
"""
CESSION = CONTRACT[CONTRACT.index("## Article 3") : CONTRACT.index("## Article 4")]


def edited(*pairs: tuple[str, str]) -> str:
    """The contract with words replaced where they stand first; words that are not there fail."""
    text = CONTRACT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


PREUVE = "## Article 4. Preuve {#preuve}\n\nLes journaux font foi.\n\n"
EDITS: Mapping[str, str] = {
    "nothing": CONTRACT,
    "another word": edited(("trente (30)", "soixante (60)")),
    "a word less": edited(("n'est pas cédé", "est cédé")),
    "an item more": edited(("- aucune revente.", "- aucun essaim ;\n- aucune revente.")),
    "a cell": edited(("9 €", "11 €")),
    "a row less": edited(("| Simple | 5 € |\n", "")),
    "bold less": edited(("**sans délai**", "sans délai")),
    "a link to another place": edited(("/prix", "/tarifs")),
    "a clause less": edited((CESSION, ""), ("Article 4", "Article 3")),
    "a clause more": edited(("## Article 4", f"{PREUVE}## Article 5")),
    "a clause moved": edited((CESSION, ""), ("## Article 1.", CESSION + "## Article 1.")),
    "a clause moved with another word": edited(
        (CESSION, ""), ("## Article 1.", CESSION.replace("indemnité", "dédommagement") + "## Article 1.")
    ),
    "a paragraph split": edited(("cédé. La", "cédé.\n\nLa")),
    "the first paragraph less": edited(("En vigueur le 1er janvier 2026.\n\n", "")),
    "another title": edited(("Article 2. Paiement", "Article 2. Prix et paiement")),
    "everything else": "# Tout autre chose\n\nRien n'est comme avant.\n",
    "nothing left": "",
    "the end less": CONTRACT[: CONTRACT.index("\n\nLe Client paie")],
}  # fmt: skip


STAYING = """\
## Durée

Le contrat dure un an et se renouvelle tous les ans, sans limite, sauf avis contraire.

Il prend fin à tout moment, par simple courriel, sans motif ni délai pour le Client.

"""
AWAY = "## Avis\n\nToute notification doit être adressée par lettre{}recommandée avec accusé de réception au siège.\n\n"
SMALL: Mapping[str, tuple[str, str]] = {
    "the end of the file less": ("Un\n\nDeux\n", "Un"),
    "the end of the file more": ("Un", "Un\n\nDeux\n"),
    "paragraphs joined": ("Un deux.\n\nTrois quatre.\n", "Un deux. Trois quatre.\n"),
    "paragraphs split": ("Un deux. Trois quatre.\n", "Un deux.\n\nTrois quatre.\n"),
    "words apart": ("mot de passe\n", "motdepasse\n"),
    "a hyphen less": ("sous-traitant, non\n", "sous traitant, non\n"),
    "a full stop less": ("Un.Deux\n", "Un Deux\n"),
    "a cell less": ("| a | b | c |\n| --- | --- | --- |\n| d | e | f |\n", "| a | b |\n| --- | --- |\n| d | e |\n"),
    "a list that becomes a paragraph": ("- un\n- deux\n", "un\n\ndeux\n"),
    "a number that comes": ("## Objet du contrat\n\nUn.\n", "## Article 1 Objet du contrat\n\nUn.\n"),
    "a number that goes": ("## Article 1 Objet du contrat\n\nUn.\n", "## Objet du contrat\n\nUn.\n"),
    "a number that comes with other words": ("# Conditions générales de services\n", "# 47 générales\n"),
    "a number that goes with other words": ("# 47 générales\n", "# Conditions générales de services\n"),
    "a tag between words": ("Un mot deux.\n", "Un mot<b>x</b> deux.\n"),
    "a clause moved and wrapped elsewhere": (AWAY.format("\n") + STAYING, STAYING + AWAY.format(" ")),
    "a listing": ("```\nx = 1\n```\n", "```\nx = 2\n```\n"),
}


@cache
def read_once(root: Path) -> Project:
    """A project that no test spoils."""
    return read_project(root)


@pytest.fixture(autouse=True)
def _history_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = {HISTORY: read_once}
    monkeypatch.setattr(versions, "read_project", lambda root: read.get(root, read_project)(root))


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code of a redline, and what it prints; it has nothing to say on the side."""
    code = main(["--project", str(HISTORY), "redline", *words])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, captured.out


def files(folder: Path, old: str | bytes, new: str | bytes) -> tuple[str, str]:
    """Two files with these contents, by path."""
    paths = folder / "old.md", folder / "new.md"
    for path, content in zip(paths, (old, new), strict=True):
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(paths[0]), str(paths[1])


def process(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a shell runs it, whatever encoding the shell believes in."""
    command = [sys.executable, "-X", "utf8=0", "-m", "macros", *words]
    settings = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "LC_ALL": "C"} | environment
    return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, check=False)


def version(name: str, number: str) -> str:
    """A version as the command line names it."""
    return f"{name}@{number}"


def served(number: str, language: str = "fr") -> bytes:
    """What the site serves as terms.md, the last revision."""
    paths = (TEXTS / number).glob(f"{language}*.sealed.md")
    return max(paths, key=lambda path: (".r" in path.name, path.name)).read_bytes()


# What scripts rely on: the exit code.


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("", ""), 0),
        ((CONTRACT, CONTRACT), 0),
        ((CONTRACT, EDITS["another word"]), 1),
        ((CONTRACT, EDITS["bold less"]), 1),
        ((CONTRACT, CONTRACT.replace("trente (30)", "trente\u00a0(30)")), 1),
        ((CONTRACT, ""), 1),
        (("", CONTRACT), 1),
    ],
    ids=["empty", "the same", "a word", "bold", "a space", "nothing left", "from nothing"],
)
def test_the_exit_code_of_two_files_says_whether_they_differ(
    texts: tuple[str, str], code: int, format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, *files(tmp_path, *texts), "--format", format_)[0] == code


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: f"{text}\n",
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("- aucun", "* aucun"),
    ],
    ids=["line ends", "no final newline", "a line more", "a byte order mark", "other marks"],
)
def test_files_that_differ_in_bytes_alone_are_not_said_to_be_the_same(
    change: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, *files(tmp_path, CONTRACT, change(CONTRACT)), "--format", "json")[0] == 1


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("old", "new", "code"), [("2025-03-30", "2025-03-30", 0), ("2024-10-15", "2025-03-30", 1), ("draft", "draft", 0)]
)
def test_the_exit_code_of_two_versions_says_whether_they_differ(
    old: str, new: str, code: int, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, version(DOCUMENT, old), new, "--format", format_)[0] == code


def test_the_terminal_says_nothing_where_nothing_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *files(tmp_path, CONTRACT, CONTRACT)) == (0, "")


def test_the_terminal_shows_no_space_in_place_of_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = (
        "## Prix\n\nLe prix est dû\nà trente jours,  par virement.\n\n-   sans escompte ;\n\n## Fin\n\nRien de\nplus.\n"
    )
    new = (
        "## Prix\n\nLe prix est dû à\nsoixante jours, par virement.\n\n- sans escompte ;\n\n## Fin\n\nRien\nde plus.\n"
    )
    assert said(capsys, *files(tmp_path, old, new))[1].splitlines() == [
        "edited        Prix -1 +1 words",
        "              Le prix est dû à [-trente-]{+soixante+} jours, par virement.",
        "typography    Fin (spaces or marks of Markdown alone)",
    ]


def test_the_terminal_shows_moved_words_whole_where_they_are_wrapped_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = "Un premier paragraphe\nreste où il est.", "Un second en revanche\nva ailleurs."
    paths = files(tmp_path, f"{second}\n\n{first}\n\nFin.\n", f"{first}\n\nFin.\n\n{second.replace(chr(10), ' ')}\n")
    assert said(capsys, *paths)[1].splitlines() == [
        "passages moved before the first clause",
        "              {>Un second en revanche va ailleurs.>}",
    ]


def test_a_version_may_be_named_with_its_document_on_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    short = said(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", "--format", "json")
    assert said(capsys, version(DOCUMENT, "2024-10-15"), version(DOCUMENT, "2025-03-30"), "--format", "json") == short


@pytest.mark.parametrize("format_", FORMATS)
def test_a_link_that_leads_elsewhere_by_its_definition_is_a_change(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "Payez [sur le site][a].\n\n[a]: https://acme.example/\n"
    code, printed = said(capsys, *files(tmp_path, old, old.replace("acme", "ecma")), "--format", format_)
    assert (code, "ecma.example" in printed) == (1, True)


# JSON.


@cache
def validator() -> Draft202012Validator:
    """The schema of a redline."""
    path = ROOT / "variables/schema/redline.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def valid(printed: str) -> dict[str, Any]:
    """What was printed as JSON, once the schema has nothing to say against it."""
    data: dict[str, Any] = json.loads(printed)
    assert [error.message for error in validator().iter_errors(data)] == []
    return data


def spelt(data: Mapping[str, Any], without: str) -> bytes:
    """One of the two texts, from the ops that are not of the other alone."""
    return "".join(each["text"] for each in data["ops"] if each["op"] != without).encode()


def test_the_schema_describes_every_property_and_allows_no_other() -> None:
    schema = json.loads((ROOT / "variables/schema/redline.schema.json").read_text(encoding="utf-8"))
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])
        assert all(each["description"] for each in part["properties"].values())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(more=1),
        lambda data: data.pop("ops"),
        lambda data: data["ops"][0].update(op="replace"),
        lambda data: data["ops"][0].update({"class": "moved"}),
        lambda data: data["ops"][0].update(text=""),
        lambda data: data["changes"][0].update(kind="replaced"),
        lambda data: data["changes"][0].update(old=None),
        lambda data: data["changes"][0].pop("facts"),
        lambda data: data["changes"][-1].update(places=0),
    ],
)
def test_the_schema_refuses_what_the_command_never_prints(spoil: Any, capsys: pytest.CaptureFixture[str]) -> None:
    data = valid(said(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", "--format", "json")[1])
    spoil(data)
    assert not validator().is_valid(data)


BYTES: Mapping[str, tuple[str, str]] = {
    "a byte order mark, new": (CONTRACT, "\ufeff" + CONTRACT),
    "a byte order mark, old": ("\ufeff" + CONTRACT, EDITS["another word"]),
    "a byte order mark on both": ("\ufeff" + CONTRACT, "\ufeff" + EDITS["another word"]),
    "CR LF, new": (CONTRACT, EDITS["another word"].replace("\n", "\r\n")),
    "CR LF on both": (CONTRACT.replace("\n", "\r\n"), EDITS["a clause moved"].replace("\n", "\r\n")),
    "CR": (CONTRACT.replace("\n", "\r"), EDITS["a row less"]),
    "mixed line ends": ("a\r\nb\n\nc\rd\n", "a\nb\r\n\r\nc\r\rd"),
    "no final newline": (CONTRACT.rstrip("\n"), EDITS["a row less"].rstrip("\n")),
    "empty lines at both ends": (CONTRACT, f"\n\n \n{CONTRACT}\n\n\t\n"),
    "empty, old": ("", CONTRACT),
    "empty, new": (CONTRACT, ""),
    "empty both": ("", ""),
    "only a byte order mark": ("\ufeff", ""),
    "only spaces": (" \n", "\t\n\n"),
    "emoji": ("## 🙂 Un\n\nMerci 👩‍👩‍👧 à 🇫🇷.\n", "## 🙃 Un\n\nMerci 👩‍👩‍👦 à 🇪🇺.\n"),
    "Arabic": (
        "## المادة 1. التعريفات {#a}\n\nيلتزم العميل بالدفع خلال ثلاثين (30) يومًا.\n",
        "## المادة 2. التعريفات {#a}\n\nيلتزم العميل بالدفع خلال ستين (60) يومًا\u200f.\n",
    ),
    "accents apart": ("Un e\u0301te\u0301.\n", "Un été.\n"),
    "control characters": ("a\x0cb\x1b[31mc\x7f\n", "a\x0bb\x1b[32mc\u2028d\u2029e\x85f\n"),
    "beyond every script": ("\U0010fffd\U00100000 a\n", "\U0010fffe\ue000 b\n"),
    "quotation marks": ('"a" \\ "b"\n', '"a" \\\\ "c"\n'),
    "another front matter": ("---\nx: 1\n---\n\na\n", "---\nx: 2\n...\n\na\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", [*BYTES, *EDITS])
def test_the_json_of_two_files_spells_both_byte_for_byte(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = BYTES.get(name) or (CONTRACT, EDITS[name])
    paths = files(tmp_path, old, new)
    data = valid(said(capsys, *paths, "--format", "json")[1])
    assert (data["old"], data["new"]) == paths
    assert spelt(data, "insert") == Path(paths[0]).read_bytes()
    assert spelt(data, "delete") == Path(paths[1]).read_bytes()


@pytest.mark.parametrize("name", BYTES)
def test_what_a_shell_gets_spells_both_files_byte_for_byte(name: str, tmp_path: Path) -> None:
    old, new = BYTES[name]
    files(tmp_path, old, new)
    done = process("redline", "old.md", "new.md", "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stderr) in {(0, b""), (1, b"")}
    assert b"\r" not in done.stdout
    data = valid(done.stdout.decode())
    assert spelt(data, "insert") == old.encode()
    assert spelt(data, "delete") == new.encode()


@pytest.mark.parametrize(("old", "new", "language"), PAIRS)
def test_the_json_of_two_versions_spells_what_is_served(
    old: str, new: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, printed = said(capsys, version(DOCUMENT, old), new, "--format", "json", "--lang", language)
    data = valid(printed)
    assert code == 1
    assert (data["old"], data["new"]) == (version(DOCUMENT, old), version(DOCUMENT, new))
    assert spelt(data, "insert") == served(old, language)
    assert spelt(data, "delete") == served(new, language)


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_json_of_the_draft_spells_what_would_be_served(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    canonical = read_project(HISTORY).readings[f"docs/{DOCUMENT}/draft/{language}.md"].canonical
    code, printed = said(capsys, version(DOCUMENT, "2027-01-01"), "draft", "--format", "json", "--lang", language)
    data = valid(printed)
    assert code == 1
    assert spelt(data, "insert") == served("2027-01-01", language)
    assert spelt(data, "delete") == canonical.encode()
    assert {each["kind"] for each in data["changes"] if each["clause"] == "reversibilite"} == {"edited"}


def test_a_draft_may_be_the_old_one_too(capsys: pytest.CaptureFixture[str]) -> None:
    there = valid(said(capsys, version(DOCUMENT, "2027-01-01"), "draft", "--format", "json")[1])
    back = valid(said(capsys, version(DOCUMENT, "draft"), "2027-01-01", "--format", "json")[1])
    assert spelt(there, "insert") == spelt(back, "delete")
    assert spelt(there, "delete") == spelt(back, "insert")


def test_the_bytes_of_two_versions_reach_a_shell() -> None:
    words = ("redline", version(DOCUMENT, "2024-10-01"), "2025-03-30", "--format", "json", "--lang", "ar")
    done = process("--project", str(HISTORY), *words, cwd=ROOT)
    assert (done.returncode, done.stderr) == (1, b"")
    data = valid(done.stdout.decode())
    assert spelt(data, "insert") == served("2024-10-01", "ar")
    assert spelt(data, "delete") == served("2025-03-30", "ar")


def test_a_substitution_is_told_once_with_its_fact_and_its_places(capsys: pytest.CaptureFixture[str]) -> None:
    data = valid(said(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", "--format", "json")[1])
    assert {
        "kind": "variable",
        "clauses": ["parties"],
        "facts": ["company.address.street"],
        "from": "12 quai des Essais",
        "to": "8 place du Modèle",
        "places": 1,
    } in data["changes"]
    assert [each for each in data["changes"] if each.get("clause") == "parties"] == []


def test_the_same_words_replaced_in_several_places_of_files_are_one_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = files(tmp_path, CONTRACT, CONTRACT.replace("Client", "Souscripteur"))
    data = valid(said(capsys, *paths, "--format", "json")[1])
    assert data["changes"] == [
        {
            "kind": "variable",
            "clauses": ["objet", "paiement", "cession"],
            "facts": [],
            "from": "Client",
            "to": "Souscripteur",
            "places": 3,
        }
    ]


def test_a_clause_says_its_old_and_new_number_and_how_many_words_came_and_went(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = EDITS["a clause more"].replace("juge de Nantes", "juge de la ville de Lyon")
    data = valid(said(capsys, *files(tmp_path, CONTRACT, new), "--format", "json")[1])
    assert data["changes"] == [
        {
            "kind": "added",
            "clause": "preuve",
            "old": None,
            "new": {"id": "preuve", "label": "Article 4.", "title": "Preuve"},
            "facts": [],
            "deleted": 0,
            "inserted": 7,
        },
        {
            "kind": "edited",
            "clause": "droit",
            "old": {"id": "droit", "label": "Article 4.", "title": "Droit"},
            "new": {"id": "droit", "label": "Article 5.", "title": "Droit"},
            "facts": [],
            "deleted": 1,
            "inserted": 4,
        },
    ]


def test_a_clause_renumbered_with_a_substitution_in_it_still_says_its_old_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "## 1. A {#a}\n\nLe Client paie.\n\n## 2. B {#b}\n\nLe Client part.\n"
    new = "## 1. Z {#z}\n\nRien.\n\n## 2. A {#a}\n\nLe Souscripteur paie.\n\n## 3. B {#b}\n\nLe Souscripteur part.\n"
    data = valid(said(capsys, *files(tmp_path, old, new), "--format", "json")[1])
    numbers = {
        each["clause"]: (each["old"]["label"], each["new"]["label"])
        for each in data["changes"]
        if each.get("old") and each.get("new")
    }
    assert numbers == {"a": ("1.", "2."), "b": ("2.", "3.")}


# Trouble: exit 2, one message on stderr, nothing on stdout.


def trouble(capsys: pytest.CaptureFixture[str], *words: str, project: Path = HISTORY) -> str:
    """The one message of a redline that cannot be made."""
    assert main(["--project", str(project), "redline", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert captured.err.count("\n") == 1
    return captured.err.removesuffix("\n")


NORM = "expected a Markdown file in UTF-8, found"


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "no such file or directory; a version is named as rezosocial/nextcloud@2026-05-19"),
        ("folder", "is a directory"),
        (b"\xff", "byte 0xff on line 1; save it as UTF-8"),
        ("un\ndeux\nété\n".encode("latin-1"), "byte 0xe9 on line 3; save it as UTF-8"),
        (b"a\r\nb\r\nc \x93d\x94", "byte 0x93 on line 3; save it as UTF-8"),
        (b"caf\xc3", "byte 0xc3 on line 1; save it as UTF-8"),
        (b"a\xed\xa0\x80b", "byte 0xed on line 1; save it as UTF-8"),
        (b"a\x00b", "another kind of file; convert it to Markdown"),
        (b"%PDF-1.7\n1 0 obj\n", "another kind of file; convert it to Markdown"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "another kind of file; convert it to Markdown"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe", "another kind of file; convert it to Markdown"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "another kind of file; convert it to Markdown"),
        (b"<!DOCTYPE html>\n<p>a</p>", "another kind of file; convert it to Markdown"),
        (b"\xef\xbb\xbf\n <HTML lang=fr>", "another kind of file; convert it to Markdown"),
        (b"{\\rtf1\\ansi a}", "another kind of file; convert it to Markdown"),
    ],
    ids=[
        "missing", "folder", "no UTF-8", "Latin-1", "Windows-1252", "cut off", "surrogate", "NUL", "PDF",
        "PDF with its binary line", "Word", "PNG", "HTML", "HTML after a byte order mark", "RTF",
    ],
)  # fmt: skip
def test_what_is_no_markdown_file_is_told_with_its_reason(
    content: bytes | str | None, reason: str, swapped: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, good = tmp_path / "x.md", tmp_path / "good.md"
    good.write_text(CONTRACT, encoding="utf-8")
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        path.mkdir()
    words = [str(good), str(path)] if swapped else [str(path), str(good)]
    assert trouble(capsys, *words) == f"{path}: {NORM} {reason}"


KNOWN = f"{', '.join(VERSIONS)}, draft"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            [version("exemple/service", "2025-03-30"), "draft"],
            "expected a document, found exemple/service; did you mean exemple/services?",
        ),
        ([version("x", "2025-03-30"), "draft"], "expected a document, found x; known here: exemple/services"),
        (
            [version(DOCUMENT, "2025-03-31"), "draft"],
            f"expected a version of {DOCUMENT}, found 2025-03-31; there are {KNOWN}",
        ),
        ([version(DOCUMENT, "2025-03-30"), "2026"], f"expected a version of {DOCUMENT}, found 2026; there are {KNOWN}"),
        ([version(DOCUMENT, ""), "draft"], f"expected a version of {DOCUMENT}, found none; there are {KNOWN}"),
        ([version(DOCUMENT, "draft"), ""], f"expected a version of {DOCUMENT}, found none; there are {KNOWN}"),
        (
            [version(DOCUMENT, "2025-03-30"), version("exemple/autre", "draft")],
            f"expected two versions of one document, found {DOCUMENT} and exemple/autre; name two of the same",
        ),
        (
            [version(DOCUMENT, "2024-10-15"), "2025-03-30", "--lang", "ar"],
            f"--lang: expected a language of {DOCUMENT}@2024-10-15, found ar; it has en, fr",
        ),
        (
            [version(DOCUMENT, "2024-10-01"), "2024-10-15", "--lang", "ar"],
            f"--lang: expected a language of {DOCUMENT}@2024-10-15, found ar; it has en, fr",
        ),
        (
            [version(DOCUMENT, "2025-03-30"), "draft", "--lang", "de"],
            f"--lang: expected a language of {DOCUMENT}@2025-03-30, found de; it has ar, en, fr",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_what_is_no_version_is_told_with_those_that_are(
    words: Sequence[str], reason: str, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trouble(capsys, *words, "--format", format_) == reason


def test_a_draft_that_does_not_exist_is_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reason = "expected a version of acme/policy, found draft (it has no draft); there are 2025-03-01"
    assert trouble(capsys, version("acme/policy", "2025-03-01"), "draft", project=tiny) == reason


def test_files_have_no_language_to_choose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, CONTRACT, CONTRACT)
    reason = "--lang: expected two versions, found two files; leave it out"
    assert trouble(capsys, *paths, "--lang", "fr") == reason


def test_versions_need_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reason = f"{tmp_path}: expected a project, a folder with mkdocs.yml, found none there"
    assert trouble(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", project=tmp_path) == reason


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (f"docs/{DOCUMENT}/2025-03-30/fr.md", "title:", "titel:"),
        (f"docs/{DOCUMENT}/2025-03-30/fr.md", "{{ company.name }}", "{{ company.nom }}"),
        (f"docs/{DOCUMENT}/document.yml", "binding: fr", "binding: ["),
        (f"docs/{DOCUMENT}/ledger.yml", "- action: publish", "- action: [publish"),
        ("variables/exemple.yml", "company:", "company: ["),
    ],
    ids=["front matter", "an unknown fact", "document.yml", "ledger.yml", "facts"],
)
def test_a_broken_project_is_told_by_file_and_line(
    path: str, old: str, new: str, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (history / path).read_text(encoding="utf-8")
    assert old in content
    (history / path).write_text(content.replace(old, new, 1), encoding="utf-8")
    reason = trouble(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", project=history)
    assert re.match(rf"{re.escape(path)}:\d+: expected ", reason)


def test_a_text_in_a_broken_encoding_is_told(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"docs/{DOCUMENT}/2025-03-30/fr.md"
    (history / path).write_bytes((history / path).read_bytes() + b"\xe9\n")
    reason = trouble(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", project=history)
    assert reason.startswith(f"{path}:")


@pytest.mark.parametrize("words", [["nope.md", "old.md"], ["old.md", "latin.md"], ["a/b@draft", "2025-03-30"]])
def test_trouble_in_a_shell_is_one_line_on_stderr_and_exit_code_2(words: Sequence[str], tmp_path: Path) -> None:
    files(tmp_path, CONTRACT, CONTRACT)
    (tmp_path / "latin.md").write_bytes("été\n".encode("latin-1"))
    done = process("redline", *words, "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_an_unknown_format_is_trouble_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["redline", "a.md", "b.md", "--format", "pdf"])
    captured = capsys.readouterr()
    assert (stopped.value.code, captured.out) == (2, "")
    assert "invalid choice: 'pdf'" in captured.err


def test_a_reader_that_leaves_early_makes_no_traceback(tmp_path: Path) -> None:
    files(tmp_path, "", "".join(f"## Clause {number}\n\nUn mot et {number} autres.\n\n" for number in range(3000)))
    command = f"{shlex.quote(sys.executable)} -m macros redline old.md new.md --format markdown | head -1"
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=settings, capture_output=True, check=False)
    assert done.stderr == b""


# HTML.

BLOCKS = frozenset({
    "blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
EMPTY = frozenset({"br", "hr", "meta"})
ALLOWED = BLOCKS | EMPTY | {
    "a", "abbr", "b", "bdi", "body", "code", "del", "em", "head", "header", "html", "i", "ins", "main", "small", "span",
    "strong", "style", "tbody", "thead", "title",
}  # fmt: skip


class Page(HTMLParser):
    """A page as a browser takes it: its elements, and the words of its main part that are in none of some elements."""

    def __init__(self, html: str, *, without: str = "") -> None:
        super().__init__()
        self.without = without
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, bool]] = []
        self.said: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag in BLOCKS | {"br"}:
            self.said.append("\n")
        if tag not in EMPTY:
            classes = set((attributes.get("class") or "").split())
            hidden = tag == self.without or bool(classes & {"terms-what", "terms-fact"})
            self.open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        assert self.open, tag
        assert self.open.pop()[0] == tag
        if tag in BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if any(tag == "main" for tag, _ in self.open) and not any(hidden for _, hidden in self.open):
            self.said.append(data)

    @property
    def words(self) -> list[str]:
        """The words, in order."""
        return re.findall(r"[^\W_]+", "".join(self.said))


def attributes(page: Page, name: str) -> list[str]:
    """Every value of an attribute."""
    return [found[name] or "" for _, found in page.elements if name in found]


def is_harmless(html: str) -> Page:
    """The page, once nothing in it runs or is fetched, and its ids are unique."""
    page = Page(html)
    # html and main are closed; what HTML lets stay open is not used.
    assert page.open == []
    assert {tag for tag, _ in page.elements} <= ALLOWED
    assert [
        name for _, found in page.elements for name in found if name.startswith("on") or name in {"src", "style"}
    ] == []
    assert {urlsplit(each).scheme.lower() for each in attributes(page, "href")} <= {
        "",
        "http",
        "https",
        "mailto",
        "tel",
    }
    assert "url(" not in html[: html.index("</style>")]
    assert "@import" not in html[: html.index("</style>")]
    policies = [found.get("content") for _, found in page.elements if found.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    ids = attributes(page, "id")
    assert sorted(ids) == sorted(set(ids))
    # "#" is the top of the page.
    assert [each for each in attributes(page, "href") if each[:1] == "#" and each[1:] not in {"", *ids}] == []
    return page


def has_both(html: str, old: str, new: str) -> None:
    """Prove that a page spells the old words without what was inserted, the new ones without what was deleted.

    old and new are the pages of either text beside itself: nothing is marked there.
    """
    for same in (old, new):
        assert "<ins" not in same
        assert "<del" not in same
    assert Page(html, without="ins").words == Page(old).words
    assert Page(html, without="del").words == Page(new).words


@pytest.mark.parametrize("name", [each for each in [*EDITS, *SMALL] if each != "a link to another place"])
def test_a_page_of_two_files_holds_the_words_of_both(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = SMALL.get(name) or (CONTRACT, EDITS[name])
    page, before, after = (
        said(capsys, *files(tmp_path, *pair), "--format", "html")[1] for pair in [(old, new), (old, old), (new, new)]
    )
    is_harmless(page)
    has_both(page, before, after)


def test_a_page_of_a_text_beside_itself_holds_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, html = said(capsys, *files(tmp_path, CONTRACT, CONTRACT), "--format", "html")
    words = re.sub(r"\{#.*?\}|\(https:.*?\)", "", CONTRACT)
    assert (code, Page(html).words) == (0, re.findall(r"[^\W_]+", words))
    assert "<li>Nothing changed.</li>" in html


@pytest.mark.parametrize(("old", "new", "language"), [*PAIRS, ("2027-01-01", "draft", "en")])
def test_a_page_of_two_versions_holds_the_words_of_both(
    old: str, new: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {
        (a, b): said(capsys, version(DOCUMENT, a), b, "--format", "html", "--lang", language)[1]
        for a, b in [(old, new), (old, old), (new, new)]
    }
    page = is_harmless(pages[old, new])
    assert page.elements[0][1]["lang"] == language
    assert f"<title>{DOCUMENT}@{old} → {DOCUMENT}@{new}</title>" in pages[old, new]
    has_both(pages[old, new], pages[old, old], pages[new, new])


def test_deleted_and_inserted_words_stand_in_their_elements(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = said(capsys, *files(tmp_path, CONTRACT, EDITS["another word"]), "--format", "html")[1]
    assert "<del>trente</del><ins>soixante</ins> (<del>30</del><ins>60</ins>)" in html
    assert '<li><a href="#objet">Article 1. Objet</a>: edited</li>' in html


def test_a_page_says_where_a_link_led_and_leads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, CONTRACT, EDITS["a link to another place"])
    html = said(capsys, *paths, "--format", "html")[1]
    is_harmless(html)
    assert re.search(r"<del>[^<]*https://acme\.example/prix[^<]*</del>", html)
    assert re.search(r"<ins>[^<]*https://acme\.example/tarifs[^<]*</ins>", html)
    assert [each for each in attributes(Page(html), "href") if "acme" in each] == ["https://acme.example/tarifs"]


def test_a_page_in_arabic_runs_from_right_to_left(capsys: pytest.CaptureFixture[str]) -> None:
    words = (version(DOCUMENT, "2025-03-30"), "2025-11-15", "--format", "html", "--lang", "ar")
    assert Page(said(capsys, *words)[1]).elements[0] == ("html", {"lang": "ar", "dir": "rtl"})


def test_a_page_names_the_fact_that_changed(capsys: pytest.CaptureFixture[str]) -> None:
    html = said(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", "--format", "html")[1]
    assert (
        '<del class="terms-variable">Nantes</del><ins class="terms-variable">Lyon</ins>'
        ' <small class="terms-fact">company.registry_city</small>'
    ) in html


def test_what_is_moved_is_marked_at_both_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = said(capsys, *files(tmp_path, CONTRACT, EDITS["a clause moved"]), "--format", "html")[1]
    assert 'class="terms-moved-from"' in html
    assert 'class="terms-moved-to"' in html
    assert 'id="cession--old"' in html
    assert '<a href="#cession--old">' in html


HOSTILE = """\
# <script>alert(1)</script> Titre {{#x}}

<script src="https://evil.example/x.js">alert({word})</script>

[{word}](javascript:alert(1)) [{word}](JaVaScRiPt:alert(2)) [{word}](&#106;avascript:alert(3))
[{word}](data:text/html,x) [{word}](vbscript:x)
<javascript:alert(4)> <img src=x onerror=alert({word})> <b onclick="{word}">gras</b>

![{word}](https://evil.example/pixel.png) <iframe src="https://evil.example"></iframe> fin {word}.

<style>@import url(https://evil.example/x.css); body {{ background: url(https://evil.example/y.png) }}</style>

<meta http-equiv="refresh" content="0; url=https://evil.example"><base href="https://evil.example">

[a{word}][ref]

[ref]: javascript:alert(5)

## "><script>alert(6)</script> {{#"><script>alert({word})</script>}}

`<script>{word}</script>` et \\<script> et &lt;script&gt; {word}.

    <script>{word}</script>

| <script>alert(7)</script> | {word} |
| --- | --- |
| </td></table></main><script>{word}</script> | b |

</main></html><script>alert({word})</script>
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [("un", "deux"), ("un", None), (None, "deux"), ("un", "un")],
    ids=["edited", "removed", "added", "the same"],
)
def test_nothing_of_a_hostile_file_runs_or_is_fetched(
    old: str | None, new: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [HOSTILE.format(word=word) if word else "" for word in (old, new)]
    html = said(capsys, *files(tmp_path, *texts), "--format", "html")[1]
    is_harmless(html)
    assert "<script" not in html.lower()


def test_the_name_of_a_file_is_a_text_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / '<script>alert("1")<.md'
    path.write_text(CONTRACT, encoding="utf-8")
    html = said(capsys, str(path), str(path), "--format", "html")[1]
    is_harmless(html)
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;.md" in html


@pytest.mark.parametrize("state", ["added", "removed"])
def test_the_words_after_an_image_are_marked_as_those_before_it(
    state: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ["Un mot.\n", "Un mot.\n\nAvant ![le plan](plan.png) après.\n"]
    paths = files(tmp_path, *(texts if state == "added" else texts[::-1]))
    html = said(capsys, *paths, "--format", "html")[1]
    assert Page(html, without="ins" if state == "added" else "del").words == ["Un", "mot"]


def test_a_paragraph_removed_before_the_first_clause_is_no_place_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = said(capsys, *files(tmp_path, "Un.\n\nDeux trois.\n\nQuatre.\n", "Un.\n\nQuatre.\n"), "--format", "html")[1]
    assert 'id="--old"' not in html
    assert html.count('data-change="edited"') == 1


def test_an_id_that_a_file_gives_twice_is_given_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = "## A {#a}\n\nUn.\n\n## B {#a}\n\nDeux.\n"
    is_harmless(said(capsys, *files(tmp_path, "## A {#a}\n\nUn.\n", new), "--format", "html")[1])


# Markdown.


def rejected(text: str) -> list[str]:
    """The words once every change is rejected."""
    return words(re.sub(r"\{\+\+.*?\+\+\}", "", re.sub(r"\{--|--\}", "", text), flags=re.DOTALL))


def accepted(text: str) -> list[str]:
    """The words once every change is accepted."""
    return words(re.sub(r"\{--.*?--\}", "", re.sub(r"\{\+\+|\+\+\}", "", text), flags=re.DOTALL))


def words(text: str) -> list[str]:
    """The words of a Markdown text; ids are none."""
    return re.findall(r"[^\W_]+", re.sub(r"\{#[^{}\n]*\}", "", text))


@pytest.mark.parametrize("name", [*EDITS, *SMALL])
def test_rejecting_and_accepting_all_gives_the_words_of_either_file(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = SMALL.get(name) or (CONTRACT, EDITS[name])
    text = said(capsys, *files(tmp_path, old, new), "--format", "markdown")[1]
    assert rejected(text) == words(old)
    assert accepted(text) == words(new)


@pytest.mark.parametrize(("old", "new", "language"), PAIRS)
def test_rejecting_and_accepting_all_gives_the_words_of_either_version(
    old: str, new: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, version(DOCUMENT, old), new, "--format", "markdown", "--lang", language)[1]
    assert rejected(text) == words(served(old, language).decode())
    assert accepted(text) == words(served(new, language).decode())


def test_markdown_is_the_text_itself_where_nothing_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *files(tmp_path, CONTRACT, CONTRACT), "--format", "markdown") == (0, CONTRACT)


def test_markdown_marks_words_and_leaves_headings_and_cells_what_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = edited(("9 €", "11 €"), ("Paiement", "Prix"), ("- aucune revente.", "- aucun essaim ;\n- aucune revente."))
    lines = said(capsys, *files(tmp_path, CONTRACT, new), "--format", "markdown")[1].splitlines()
    assert "## Article 2. {--Paiement--}{++Prix++} {#paiement}" in lines
    assert "| Double | {--9 €--}{++11 €++} |" in lines
    assert "- {++aucun essaim ;++}" in lines


# Terminal and text.


def test_markdown_has_the_marks_of_the_new_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, "Sur **le site**, ACME répond.\n", "Sur le site, **la Société** répond.\n")
    assert said(capsys, *paths, "--format", "markdown")[1] == "Sur le site, **{--ACME--}{++la Société++}** répond.\n"


def test_markdown_marks_where_links_lead_behind_a_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = "Voir [ici].\n\nFin.\n", "Voir [ici].\n\n[ici]: https://a.example/x\n\nFin.\n"
    for before, after in ((old, new), (new, old)):
        text = said(capsys, *files(tmp_path, before, after), "--format", "markdown")[1]
        assert (rejected(text), accepted(text)) == (words(before), words(after))


@pytest.mark.parametrize("format_", ["terminal", "text"])
def test_lines_name_the_clause_its_old_number_and_its_words(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = EDITS["a clause more"].replace("trente (30)", "soixante (60)")
    differs = "[-trente-]{+soixante+} ([-30-]{+60+})"
    printed = said(capsys, *files(tmp_path, CONTRACT, new), "--format", format_)[1]
    assert printed.splitlines() == [
        "edited        Article 1. Objet #objet -2 +2 words",
        f"{'':<13} Le Prestataire fournit au Client l'accès au Service, pendant {differs} jours.",
        "added         Article 4. Preuve #preuve -0 +7 words",
        f"{'':<13} {{+Les journaux font foi.+}}",
        "renumbered    Article 5. Droit #droit (was Article 4.)",
    ]


@pytest.mark.parametrize("format_", ["terminal", "text"])
def test_lines_of_versions_name_facts_moves_and_references(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", "--format", format_)[1].splitlines()
    facts = "company.address.street, company.address.postcode, company.address.city, company.registry_city"
    assert lines[0] == f"variable      Parties #parties ({facts})"
    assert "[-12 quai des Essais-]{+8 place du Modèle+}, [-44000-]{+69003+} [-Nantes-]{+Lyon+}" in lines[1]
    assert "moved-edited  Article 9. Sauvegardes #sauvegardes (was Article 7.) -4 +4 words" in lines
    assert "moved         Article 15. Confidentialité #confidentialite (was Article 10.)" in lines
    assert "renumbered    7.1. Prix #prix (was 8.1.)" in lines
    assert "reference     12.3. Résiliation pour manquement #resiliation-manquement (was 13.3.)" in lines


def test_words_that_are_replaced_throughout_are_told_before_their_clauses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = CONTRACT.replace("Client", "Souscripteur")
    lines = said(capsys, *files(tmp_path, CONTRACT, new))[1].splitlines()
    assert lines[0] == "replaced      Client → Souscripteur, in 3 places"
    assert lines[1].startswith("replaced      Article 1. Objet")
    html = said(capsys, *files(tmp_path, CONTRACT, new), "--format", "html")[1]
    assert "<li>Client → Souscripteur: replaced in 3 places</li>" in html
    assert "shared fact" not in html


UNREAD = {
    "numbers": ("## Prix\n\n1. il paie ;\n", "## Prix\n\n2. il paie ;\n", "numbers alone"),
    "lines that end elsewhere": ("## 1. Prix\n\nIl paie\nle prix.\n", "## 1. Prix\n\nIl\npaie le prix.\n", "spaces"),
    "another id": (
        "## Prix {#prix}\n\nIl le paie sous dix jours.\n",
        "## Prix {#tarif}\n\nIl le paie sous dix jours.\n",
        "was #prix",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), UNREAD.values(), ids=UNREAD)
def test_a_clause_that_reads_the_same_says_what_differs(
    old: str, new: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(capsys, *files(tmp_path, old, new))[1].splitlines()
    assert [f"({expected}" in each for each in lines] == [True]


def test_lines_show_signs_as_they_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = "Le prix \\* est de \\[dix\\] euros.\n\n~~~\nun \\* deux trois\n~~~\n"
    new = old.replace("dix", "onze").replace("trois", "quatre")
    assert said(capsys, *files(tmp_path, old, new))[1].splitlines()[1:] == [
        f"{'':<13} Le prix * est de [[-dix-]{{+onze+}}] euros.",
        f"{'':<13} ~~~ un \\* deux [-trois-]{{+quatre+}} ~~~",
    ]


def test_lines_in_another_language_are_of_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    printed = said(capsys, version(DOCUMENT, "2024-10-15"), "2025-03-30", "--lang", "en")[1]
    assert "#parties (company.address.street" in printed
    assert "[-fourteen-]" in printed
    assert "Sauvegardes" not in printed


def test_a_clause_whose_items_changed_places_has_not_moved_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "## Objet\n\n- des services de sauvegarde\n- une formation des utilisateurs du logiciel\n"
    new = "## Objet\n\n- une formation des utilisateurs du logiciel\n- des services de sauvegarde\n"
    assert said(capsys, *files(tmp_path, old, new))[1].splitlines() == [
        "passages moved Objet",
        f"{'':<13} {{>- des services de sauvegarde>}}",
    ]


def test_a_removed_clause_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, *files(tmp_path, CONTRACT, EDITS["a clause less"]))[1].splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("removed       Article 3. Cession #cession"))
    assert lines[at + 1].lstrip().startswith("[-")
    assert lines[at + 1].endswith("-]")


@pytest.mark.parametrize("format_", ["terminal", "text"])
def test_lines_that_are_no_terminal_have_no_colour(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "\x1b" not in said(capsys, *files(tmp_path, CONTRACT, EDITS["a word less"]), "--format", format_)[1]


def test_a_terminal_has_colour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    paths = files(tmp_path, CONTRACT, EDITS["another word"])
    assert "\x1b[31m[-trente-]\x1b[0m\x1b[32m{+soixante+}\x1b[0m" in said(capsys, *paths)[1]
    assert "\x1b" not in said(capsys, *paths, "--format", "text")[1]


@pytest.mark.parametrize("format_", ["terminal", "text"])
def test_a_hostile_file_does_not_steer_the_terminal(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = files(tmp_path, "Un mot.\n", "Un \x1b]0;titre\x07\x1b[2J autre mot.\n")
    assert "\x1b" not in said(capsys, *paths, "--format", format_)[1]


# Where it works, and how fast it starts.


@pytest.mark.parametrize("format_", FORMATS)
def test_files_are_compared_outside_any_project(format_: str, tmp_path: Path) -> None:
    files(tmp_path, CONTRACT, EDITS["another word"])
    before = sorted(tmp_path.iterdir())
    done = process("redline", "old.md", "new.md", "--format", format_, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "soixante" in done.stdout.decode()
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_with_an_at_sign_in_its_name_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "contrat@2026.md").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "new.md").write_text(CONTRACT, encoding="utf-8")
    for names in (["contrat@2026.md", "new.md"], ["new.md", "contrat@2026.md"]):
        done = process("redline", *names, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_project_of_versions_may_be_elsewhere(tmp_path: Path) -> None:
    done = process("--project", str(HISTORY), "redline", version(DOCUMENT, "2024-10-15"), "2025-03-30", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "Sauvegardes #sauvegardes" in done.stdout.decode()


def loaded(statement: str, cwd: Path) -> set[str]:
    """The heavy modules that a statement loads."""
    heavy = "{'mkdocs', 'jsonschema', 'babel', 'jinja2', 'yaml', 'phonenumbers'}"
    command = f"import sys\n{statement}\nprint(*sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", command], cwd=cwd, env=settings, capture_output=True, check=True)
    return set(done.stderr.decode().split())


def test_the_command_line_starts_without_what_only_sites_need(tmp_path: Path) -> None:
    assert loaded("import macros.__main__", tmp_path) == set()


@pytest.mark.parametrize("format_", FORMATS)
def test_files_are_compared_without_what_only_sites_need(format_: str, tmp_path: Path) -> None:
    files(tmp_path, CONTRACT, EDITS["another word"])
    words = ["redline", "old.md", "new.md", "--format", format_]
    assert loaded(f"from macros.__main__ import main\nmain({words!r})", tmp_path) == set()
