"""A ledger only grows: digests follow the bytes, and no entry changes, goes or moves unseen."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.commands.project import read_project
from macros.terms.check.ledgers import growth
from macros.terms.ledger import FILE, HEAD, PUBLISHING, broken, chained, digest, written
from macros.terms.load import load_ledger
from macros.terms.model import Document, Entry
from tests.conftest import ROOT

DAYS = st.integers(0, 60_000).map(lambda count: date(1900, 1, 1) + timedelta(days=count))
DIGESTS = st.integers(0, 99).map(lambda some: digest(str(some)))
TEXTS = st.dictionaries(st.sampled_from(["fr", "en", "ar", "en.r2", "ar.r10"]), DIGESTS, min_size=1, max_size=2)
# What people, word processors and other languages put in a reason; line ends are escapes like any other sign.
AWKWARD = [
    "'",
    '"',
    ": ",
    " #",
    "- ",
    "\\",
    "é",
    "e\u0301",
    "🙂",
    "{{",
    "%",
    "\t",
    "\n",
    "\u2028",
    "\x85",
    "\x7f",
    "\ufeff",
]
OPENINGS = ["", "- ", "# ", "---", "? ", "&a", "!x", "|", "> ", "a: ", "'", '"']
REASONS = (
    st.tuples(st.sampled_from(OPENINGS), st.text(max_size=10), st.sampled_from(AWKWARD), st.sampled_from(AWKWARD))
    .map("".join)
    .filter(lambda reason: re.search(r"\S", reason) is not None)
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry that the schema of ledgers takes."""
    action = draw(st.sampled_from(["record", "publish", "correct", "translate", "withdraw"]))
    publishing = action in PUBLISHING
    return Entry(
        action=action,
        version=str(draw(DAYS)),
        recorded=draw(DAYS),
        effective=draw(st.none() | DAYS) if publishing else None,
        change=draw(st.sampled_from(["material", "editorial"])) if publishing else "",
        corrects=str(draw(DAYS)) if action == "correct" else "",
        reason=draw(REASONS) if action == "withdraw" else draw(st.just("") | REASONS),
        texts={} if action == "withdraw" else draw(TEXTS),
    )


def chain(unchained: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries as commands append them, one after the other."""
    ledger: tuple[Entry, ...] = ()
    for each in unchained:
        ledger = (*ledger, chained(each, ledger))
    return ledger


LEDGERS = st.lists(entries(), max_size=4).map(chain)
KEPT = sorted(path for root in (ROOT, *ROOT.glob("tests/sites/*")) for path in root.glob("docs/*/*/ledger.yml"))
# Another value for any field; line is where an entry stands, not what it says.
OTHERS: Mapping[str, st.SearchStrategy[object]] = {
    "action": st.sampled_from(["record", "publish", "correct", "translate", "withdraw"]),
    "version": DAYS.map(str),
    "recorded": DAYS,
    "effective": st.none() | DAYS,
    "change": st.sampled_from(["", "material", "editorial"]),
    "corrects": st.just("") | DAYS.map(str),
    "reason": st.just("") | REASONS,
    "texts": st.just({}) | TEXTS,
    "chain": st.just("") | DIGESTS,
}


def file_of(ledger: Sequence[Entry]) -> str:
    """The file that holds a ledger."""
    return HEAD.format(document="a/b") + "".join(map(written, ledger))


@pytest.mark.parametrize("text", ["", "é\n", "\ufeffa\r\nb"])
def test_the_digest_is_the_one_that_sha256sum_prints(text: str, tmp_path: Path) -> None:
    program = shutil.which("sha256sum") or shutil.which("shasum")
    assert program, "expected sha256sum or shasum, which every supported system has"
    (tmp_path / "terms.md").write_bytes(text.encode())
    arguments = ["-a", "256"] if program.endswith("shasum") else []
    printed = subprocess.run(
        [program, *arguments, tmp_path / "terms.md"], check=True, capture_output=True, text=True
    ).stdout
    assert printed.split()[0].removeprefix("\\") == digest(text)


@given(LEDGERS)
def test_entries_chained_one_after_the_other_are_unbroken(ledger: tuple[Entry, ...]) -> None:
    assert list(broken(ledger)) == []


def test_every_field_of_an_entry_has_another_value_to_try() -> None:
    assert {each.name for each in fields(Entry)} - {"line"} == set(OTHERS)


@pytest.mark.parametrize("field", OTHERS)
@settings(max_examples=40)
@given(ledger=LEDGERS.filter(bool), data=st.data())
def test_an_entry_changed_in_any_field_breaks_the_chain(
    field: str, ledger: tuple[Entry, ...], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(ledger) - 1))
    was = getattr(ledger[index], field)
    other = data.draw(OTHERS[field].filter(lambda value: value != was))
    changed = replace(ledger[index], **{field: other})  # type: ignore[arg-type]  # a value of the field's own type
    assert changed in broken((*ledger[:index], changed, *ledger[index + 1 :]))


@given(ledger=LEDGERS.filter(lambda ledger: len(ledger) > 1), data=st.data())
def test_an_entry_taken_out_breaks_the_chain_unless_it_is_the_last(
    ledger: tuple[Entry, ...], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(ledger) - 2))
    assert list(broken((*ledger[:index], *ledger[index + 1 :]))) == [ledger[index + 1]]


@given(ledger=LEDGERS.filter(lambda ledger: len(ledger) > 1), data=st.data())
def test_two_entries_exchanged_break_the_chain(ledger: tuple[Entry, ...], data: st.DataObject) -> None:
    one, other = data.draw(st.lists(st.integers(0, len(ledger) - 1), min_size=2, max_size=2, unique=True))
    spoilt = list(ledger)
    spoilt[one], spoilt[other] = ledger[other], ledger[one]
    assert list(broken(spoilt)) != []


@given(LEDGERS, st.integers(0, 5))
def test_what_was_there_before_is_there_unchanged_and_first(ledger: tuple[Entry, ...], count: int) -> None:
    grown = Document(id="a/b", binding="fr", languages=("fr",), versions=(), ledger=ledger)
    assert list(growth(ledger[:count], grown)) == []
    if count < len(ledger):
        (problem,) = growth(ledger, replace(grown, ledger=ledger[:count]))
        assert problem.message.startswith(f"expected every entry that was published ({len(ledger)})")


@given(LEDGERS.filter(bool))
def test_what_is_written_is_what_is_read(ledger: tuple[Entry, ...]) -> None:
    text = file_of(ledger)
    read = load_ledger(text, FILE)
    assert tuple(replace(each, line=0) for each in read) == ledger
    assert list(broken(read)) == []
    assert [text.split("\n")[each.line - 1][:10] for each in read] == ["- action: "] * len(ledger)


def test_an_entry_is_written_as_people_read_it() -> None:
    entry = Entry(
        action="correct",
        version="2024-10-15",
        recorded=date(2024, 10, 10),
        change="material",
        corrects="2024-10-01",
        reason="« trois » : c'était une erreur #1",
        texts={"fr": "b" * 64, "en": "a" * 64},
        chain="c" * 64,
    )
    assert written(entry).split("\n") == [
        "- action: correct",
        '  version: "2024-10-15"',
        '  effective: "unstated"',
        '  recorded: "2024-10-10"',
        "  change: material",
        '  corrects: "2024-10-01"',
        '  reason: "« trois » : c\'était une erreur #1"',
        "  texts:",
        f'    en: "{"a" * 64}"',
        f'    fr: "{"b" * 64}"',
        f'  chain: "{"c" * 64}"',
        "",
    ]


@given(LEDGERS, entries())
def test_appending_leaves_every_earlier_byte(ledger: tuple[Entry, ...], entry: Entry) -> None:
    grown = (*ledger, chained(entry, ledger))
    assert file_of(grown).encode() == file_of(ledger).encode() + written(grown[-1]).encode()
    assert tuple(replace(each, line=0) for each in load_ledger(file_of(grown), FILE)) == grown


@pytest.mark.parametrize("end", [b"\n", b"", b"\n# a remark"])
def test_a_command_appends_to_the_file_as_it_stands(tiny: Path, end: bytes) -> None:
    path = tiny / "docs/acme/terms" / FILE
    before = path.read_bytes().removesuffix(b"\n") + end
    path.write_bytes(before)
    project = read_project(tiny)
    _, document = project.document("acme/terms")
    entry = chained(Entry(action="withdraw", version="2026-01-01", recorded=project.today, reason="x"), document.ledger)
    project.append(document, [entry], {})
    assert path.read_bytes().startswith(before)
    read = load_ledger(path.read_text(encoding="utf-8"), FILE)
    assert [replace(each, line=0) for each in read] == [*(replace(each, line=0) for each in document.ledger), entry]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.parent.name)
def test_every_ledger_kept_here_is_unbroken_and_written_as_commands_write(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ledger = load_ledger(text, FILE)
    assert ledger
    assert list(broken(ledger)) == []
    head = HEAD.format(document="/".join(path.parts[-3:-1]))
    assert text == head + "".join(map(written, ledger))
