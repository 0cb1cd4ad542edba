"""Files of strangers: whatever stands in them, the project is checked in time, and every refusal names its place."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.terms.intake import limits
from macros.terms.intake.model import UnreadableError
from macros.terms.intake.taking import taken_from
from macros.terms.load import load
from macros.terms.model import Problem
from tests.conftest import copy_site
from tests.fuzz.hostile import BYTES, MARKDOWN, YAML
from tests.fuzz.project import FILES, NAMES
from tests.fuzz.targets import TARGETS, files

# Seconds of the processor: far more than is needed, far less than what runs away.
SOON = 10.0
YAML_FILES = [index for index, name in enumerate(NAMES) if name.endswith(".yml")]
HEAD = "---\ntitle: Titre\nbinding: fr\nsummary: |\n  Le préavis change.\nnumbering:\n  clauses: ['{n}.', '{n}.{m}.']\n"


@pytest.fixture(autouse=True)
def _little_memory() -> Iterator[None]:
    """A gigabyte more than the tests before have taken."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 1_000_000_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def soon(index: int, content: bytes) -> None:
    """Check the project with these bytes in one of its files."""
    start = time.process_time()
    files(bytes([index]) + content)
    assert time.process_time() - start < SOON


@pytest.mark.parametrize("what", YAML)
def test_no_yaml_breaks_the_check(what: str) -> None:
    for index in YAML_FILES:
        soon(index, YAML[what].encode())
    for head in (HEAD, ""):
        soon(0, f"---\n{head}{YAML[what]}---\n\n## Titre {{#titre}}\n\nmots\n".encode())


@pytest.mark.parametrize("what", BYTES)
def test_no_bytes_break_the_check(what: str) -> None:
    for index in range(len(NAMES)):
        soon(index, BYTES[what])


@pytest.mark.parametrize("what", MARKDOWN)
def test_no_text_breaks_the_check(what: str) -> None:
    soon(0, f"{HEAD}---\n\n## Titre {{#titre}}\n\n{MARKDOWN[what]}\n".encode())


@given(name=st.sampled_from([name for name in NAMES if name.endswith((".yml", ".md"))]), typed=st.text(max_size=40))
@settings(max_examples=60)
def test_words_typed_anywhere_in_a_file_break_nothing(name: str, typed: str) -> None:
    words = FILES[name]
    at = len(words) * len(typed) // 41
    files(bytes([NAMES.index(name)]) + (words[:at] + typed + words[at:]).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("target", sorted(TARGETS))
@given(content=st.binary(max_size=200))
@settings(max_examples=25)
def test_no_bytes_break_a_reader(target: str, content: bytes) -> None:
    TARGETS[target](content)


def test_a_problem_stands_on_one_line_and_steers_no_terminal() -> None:
    problem = Problem(path="docs/a\nb.md", line=1, message="found \x1b]0;x\x07 \u202eabc \ud800" + "x" * 5000)
    assert problem.path == r"docs/a\nb.md"
    assert problem.message.startswith(r"found \x1b]0;x\x07 \u202eabc \ud800xxx")
    assert len(problem.message) < 2100


LINKS = {
    "a file": ("docs/acme/terms/2026-01-01/extra.md", "/etc/passwd"),
    "a text": ("docs/acme/terms/2026-01-01/en.r2.md", "/etc/passwd"),
    "a document": ("docs/acme/terms/draft", "/etc"),
    "a publisher": ("docs/other", "/etc"),
    "a picture": ("docs/assets/picture.png", "/etc/hostname"),
    "facts": ("variables/other.yml", "/etc/passwd"),
    "a folder above": ("docs/acme/above", "../.."),
    "an endless stream": ("variables/words.yml", "/dev/zero"),
    "itself": ("docs/acme/terms/ring", "ring"),
}


@pytest.mark.parametrize("what", LINKS)
def test_a_link_out_of_the_project_is_told_and_not_followed(what: str, tmp_path: Path) -> None:
    root = copy_site("tiny", tmp_path / "tiny")
    name, target = LINKS[what]
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(target)
    _, problems = load(root)
    assert (
        Problem(path=name, line=1, message="expected a file or folder, found a link to another place; put a copy here")
        in problems
    )
    assert "root:" not in "".join(each.message for each in problems)


@pytest.mark.parametrize("name", ["a\nb", "a b", "\u202egnp", "a\udcff"])
def test_a_name_that_nobody_can_type_is_refused(name: str, tmp_path: Path) -> None:
    root = copy_site("tiny", tmp_path / "tiny")
    (root / "docs" / name).mkdir()
    os.utime(root / "docs" / name)
    _, problems = load(root)
    assert problems
    assert all("\n" not in each.path for each in problems)


def test_a_file_that_is_never_read_to_its_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.5)
    monkeypatch.setattr(limits, "AGAIN", 0.2)
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj 4 0 obj 4 0 R endobj "
    ring = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " + page
    )
    with pytest.raises(UnreadableError, match=r"found (?:one that takes time without end|a broken one)"):
        taken_from(ring + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF", ".pdf")
