"""Front matter typed anew touches the keys it is asked to, and not one other byte."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.front_matter import retyped, source
from macros.terms.load import load
from macros.terms.model import FrontMatter, Numbering, Text
from tests.conftest import ROOT, copy_site

PROJECTS = (ROOT, ROOT / "tests" / "sites" / "history", ROOT / "tests" / "sites" / "tiny")
FRONT = FrontMatter(title="Titre", effective=None, recorded=None, binding="fr", numbering=Numbering())
# Every way of typing a value that the front matter of a contract takes, with comments and empty lines between.
HEAD = """\
# at the top
title: "Conditions : générales"
effective: 2026-01-01
recorded : 2025-12-01
corrects: 2025-11-01  # by mistake

# before the language
binding: fr
numbering:
  clauses: ["Article {n}.", "{n}.{m}."]
# between two keys of one value
  annexes:
  - "Annexe {n:A}"
change: material
summary: |
  Première ligne.

  binding: in the words of the summary
  # no comment here

source:
  title: >-
    Un
    titre
"notice_days": 30
# at the end"""
BODY = "\n# Conditions\n\nbinding: no key here.\n\n---\n\nsummary: nor here.\n"
LINES = {
    "title": ['title: "Conditions : générales"'],
    "effective": ["effective: 2026-01-01"],
    "recorded": ["recorded : 2025-12-01"],
    "corrects": ["corrects: 2025-11-01  # by mistake", ""],
    "binding": ["binding: fr"],
    "numbering": ["numbering:", '  clauses: ["Article {n}.", "{n}.{m}."]', "  annexes:", '  - "Annexe {n:A}"'],
    "change": ["change: material"],
    "summary": [
        "summary: |", "  Première ligne.", "", "  binding: in the words of the summary", "  # no comment here", "",
    ],
    "source": ["source:", "  title: >-", "    Un", "    titre"],
    "notice_days": ['"notice_days": 30'],
    "proposed_by": [],
}  # fmt: skip


def text(head: str = HEAD, body: str = BODY) -> Text:
    """A text as loading makes it of a file."""
    above = head.count("\n") + 3
    return Text(
        path="docs/a/b/2026-01-01/fr.md", language="fr", revision=1, front=FRONT, head=head,
        body="\n" * above + body, sealed="x",
    )  # fmt: skip


def typed(values: Mapping[str, str | None], head: str = HEAD) -> Text:
    """The text with keys typed anew."""
    return retyped(text(head), "docs/a/b/draft/fr.md", values, FRONT)


def less(lines: list[str], gone: list[str]) -> list[str]:
    """Lines without those of a key, which stand in order if not one after the other."""
    left = iter(gone)
    wanted = next(left, None)
    kept = []
    for line in lines:
        if line == wanted:
            wanted = next(left, None)
        else:
            kept.append(line)
    assert wanted is None
    return kept


def texts() -> Iterator[tuple[Path, Text]]:
    """Every text kept here, with its project."""
    for root in PROJECTS:
        for _, document in load(root)[0].documents():
            for version in (*document.versions, *filter(None, [document.draft])):
                for each in version.texts:
                    yield root, each


@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)
def test_the_source_of_a_text_is_its_file_byte_for_byte(root: Path) -> None:
    found = [each for project, each in texts() if project == root]
    assert len(found) >= 3
    for each in found:
        assert source(each).encode() == (root / each.path).read_bytes()


@pytest.mark.parametrize("key", LINES)
def test_a_key_taken_out_takes_its_lines_and_no_other(key: str) -> None:
    assert typed({key: None}).head.split("\n") == less(HEAD.split("\n"), LINES[key])


@pytest.mark.parametrize("key", [each for each in LINES if each != "binding"])
@pytest.mark.parametrize("value", ["editorial", '""', "|\n  Une ligne.\n\n  Une autre."])
def test_a_key_typed_anew_stands_before_the_language_and_changes_no_other_line(key: str, value: str) -> None:
    rest = less(HEAD.split("\n"), LINES[key])
    at = rest.index("binding: fr")
    assert typed({key: value}).head.split("\n") == [*rest[:at], *f"{key}: {value}".split("\n"), *rest[at:]]


def test_without_the_language_a_key_stands_last() -> None:
    assert typed({"change": "material"}, head="title: x").head == "title: x\nchange: material"


def test_keys_are_typed_in_the_order_given() -> None:
    made = typed({"effective": "2027-01-01", "recorded": "2026-12-01", "corrects": None, "change": "editorial"})
    lines = made.head.split("\n")
    at = lines.index("binding: fr")
    assert lines[at - 3 : at] == ["effective: 2027-01-01", "recorded: 2026-12-01", "change: editorial"]
    assert not [line for line in lines if line.startswith("corrects")]


VALUES = st.dictionaries(
    st.sampled_from(sorted(set(LINES) - {"binding"})),
    st.none() | st.sampled_from(["x", '""', "|\n  a\n\n  b", "[a, b]"]),
    max_size=4,
)


@given(VALUES)
def test_the_body_stays_as_it_was_on_the_lines_of_its_file(values: Mapping[str, str | None]) -> None:
    made = typed(values)
    assert source(made) == f"---\n{made.head}\n---\n{BODY}"
    above = len(made.body) - len(made.body.lstrip("\n"))
    assert source(made).split("\n")[above] == "# Conditions"
    assert (made.path, made.front, made.sealed) == ("docs/a/b/draft/fr.md", FRONT, None)


@given(VALUES)
def test_typing_the_same_again_changes_nothing(values: Mapping[str, str | None]) -> None:
    once = typed(values)
    assert retyped(once, once.path, values, FRONT) == once


@given(VALUES)
def test_every_comment_stays(values: Mapping[str, str | None]) -> None:
    def comments(head: str) -> list[str]:
        return [line for line in head.split("\n") if line.startswith("#")]

    assert comments(typed(values).head) == comments(HEAD)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the smallest project, in which one text is written again and again."""
    return copy_site("tiny", tmp_path_factory.mktemp("front") / "tiny")


def loaded(project: Path, made: Text) -> Text:
    """The text as it loads from its file; what is wrong in it fails."""
    path = project / made.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source(made).encode())
    library, problems = load(project)
    assert [problem for problem in problems if problem.path == made.path] == []
    (found,) = (
        each
        for _, document in library.documents()
        for version in (*document.versions, *filter(None, [document.draft]))
        for each in version.texts
        if each.path == made.path
    )
    return found


WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" '\":#{}[]-|>&*!%@`\\\n\t"), max_size=30
)


@given(title=WORDS.filter(str.strip), summary=WORDS, change=st.sampled_from(["material", "editorial"]), day=st.dates())
def test_what_was_typed_anew_is_what_loads(project: Path, title: str, summary: str, change: str, day: date) -> None:
    before = loaded(project, replace(text(), path="docs/acme/terms/2026-01-01/fr.md"))
    front = replace(before.front, title=title, summary=summary, change=change, notice_days=0)
    front = replace(front, effective=day, recorded=None, corrects="", proposed_by="editors")
    values = {
        "title": json.dumps(title, ensure_ascii=False),
        "summary": json.dumps(summary, ensure_ascii=False),
        "change": change,
        "effective": str(day),
        "proposed_by": "editors",
        **dict.fromkeys(("recorded", "corrects", "notice_days", "source")),
    }
    made = retyped(before, "docs/acme/terms/draft/fr.md", values, replace(front, source=None))
    assert loaded(project, made) == made


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({"effective": "2027-02-03"}, {"effective": date(2027, 2, 3)}),
        ({"summary": "|\n  Un.\n\n  Deux."}, {"summary": "Un.\n\nDeux.\n"}),
        ({"change": None, "summary": None}, {"change": "", "summary": ""}),
        ({"numbering": "{clauses: [A], annexes: []}"}, {"numbering": Numbering(clauses=("A",))}),
        (
            {"numbering": "\n  clauses:\n  - A\n  annexes: [B]"},
            {"numbering": Numbering(clauses=("A",), annexes=("B",))},
        ),
        ({"source": None}, {"source": None}),
        ({"notice_days": "15"}, {"notice_days": 15}),
    ],
)
def test_the_other_facts_load_as_they_were(
    project: Path, values: Mapping[str, str | None], facts: Mapping[str, object]
) -> None:
    before = loaded(project, replace(text(), path="docs/acme/terms/2026-01-01/fr.md"))
    day = str(facts.get("effective", "2026-01-01"))
    front = replace(before.front, **facts)  # type: ignore[arg-type]  # the names and types are those of the table above
    made = retyped(before, f"docs/acme/terms/{day}/fr.md", values, front)
    assert replace(loaded(project, made), sealed=None) == made
