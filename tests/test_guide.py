"""The guide: every example that it shows is what happens, in both languages, and it says what each message means."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from macros.commands import checking
from macros.terms.check.drafting.rules import RULES
from macros.terms.check.norms import norms
from tests.conftest import copy_site
from tests.drafting_cases import found
from tests.guide import FENCE, FOLDER, examples, run, sides

LANGUAGES = ("fr", "en")
MESSAGES_PAGES = {language: (FOLDER / f"messages.{language}.md").read_text(encoding="utf-8") for language in LANGUAGES}
PAGES = sorted(FOLDER.glob("*.md"))
NAMES = {path.name.split(".")[0] for path in PAGES}
ENTRY = re.compile(r"^### `(?P<rule>[a-z-]+)`$", re.MULTILINE)
PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<file>[^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<file>[^)#]+)\)")


def entries(page: str) -> dict[str, str]:
    """What a page of messages says of each rule."""
    parts = ENTRY.split(page)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def clause(words: str) -> str:
    """The body of a text that says these words: in a clause of their own, where they bring none."""
    return words if "## " in words else f"## Objet {{#objet}}\n\n{words}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented company's project, in a repository with a place to push to."""
    monkeypatch.setattr(checking, "catalogue_faults", tuple)  # the site's own words have tests of their own
    folder = copy_site("history", tmp_path / "project")
    (folder / ".gitignore").write_text("overrides\n.cache\n", encoding="utf-8")
    for words in (
        "init --quiet --initial-branch main",
        "config user.name Exemple",
        "config user.email exemple@exemple.example",
        "add .",
        "commit --quiet --message start",
        f"init --quiet --bare {tmp_path / 'origin'}",
        f"remote add origin {tmp_path / 'origin'}",
    ):
        subprocess.run(["git", *words.split()], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_example_of_a_page_is_what_happens(path: Path, project: Path) -> None:
    for example in examples(ENTRY.split(path.read_text(encoding="utf-8"))[0]):
        run(example, project)


@pytest.mark.parametrize("rule", norms())
def test_the_example_of_a_message_is_what_happens(rule: str, request: pytest.FixtureRequest) -> None:
    for example in examples(entries(MESSAGES_PAGES["fr"])[rule]):
        if example.kind == "diff" and not example.lines[0].startswith("@@"):
            wrong, right = sides(example.lines)
            assert found(rule, "fr: the guide", clause(wrong))
            assert not found(rule, "fr: the guide", clause(right))
        else:
            run(example, request.getfixturevalue("project"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_entry_and_every_entry_a_rule(language: str) -> None:
    assert sorted(entries(MESSAGES_PAGES[language])) == sorted(norms())


@pytest.mark.parametrize("rule", RULES)
def test_the_entry_of_a_rule_of_drafting_has_an_example(rule: str) -> None:
    assert examples(entries(MESSAGES_PAGES["fr"])[rule])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_fence_of_a_page_is_an_example(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page.count("```") == 2 * len(examples(page))
    assert {example.kind for example in examples(page)} <= {"console", "diff"}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_page_shows_the_same_examples_in_each_language(name: str) -> None:
    shown = [
        [
            (each.kind, [line for line in each.lines if not line.startswith("$ git commit")])
            for each in examples((FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8"))
        ]
        for language in LANGUAGES
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_and_pictures_lead_to_the_same_language(path: Path) -> None:
    page = FENCE.sub("", path.read_text(encoding="utf-8"))
    language = path.name.split(".")[1]
    pictures = list(PICTURE.finditer(page))
    for file in [match["file"] for match in (*LINK.finditer(page), *pictures)]:
        assert (FOLDER / file).is_file()
        assert file.split(".")[1] == language
    for picture in pictures:
        assert len(picture["words"]) > 40
        assert (FOLDER / picture["file"]).stat().st_size < 60_000
