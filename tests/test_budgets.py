"""The build holds what its pages weigh: whatever stands around a text, however long the text."""

from __future__ import annotations

import random
import re
import shutil
import string
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.budgets import BUDGETS
from macros.stopping import BuildFailedError
from tests.conftest import ROOT, build


def words(count: int) -> str:
    """So many words that hardly compress, in paragraphs."""
    letters = random.Random(count)  # always the same
    paragraphs = [
        " ".join("".join(letters.choices(string.ascii_lowercase, k=8)) for _ in range(50)) for _ in range(count // 50)
    ]
    return "\n\n".join(paragraphs)


@pytest.fixture
def components(tiny: Path) -> Path:
    """The tiny site's own copy of the components, free to be spoilt."""
    (tiny / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tiny / "overrides")
    return tiny / "overrides/components"


def add(path: Path, what: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + what, encoding="utf-8")


def problems(root: Path, folder: Path) -> list[str]:
    """What stops the build of a site, a line each."""
    with pytest.raises(BuildFailedError) as stopped:
        build(root / "mkdocs.yml", folder)
    return str(stopped.value).splitlines()


def test_a_template_that_grew_is_told_with_the_page_and_what_it_weighs(
    tiny: Path, components: Path, tmp_path: Path
) -> None:
    add(components / "contract.html", f"<p>{words(12_000)}</p>")
    said = problems(tiny, tmp_path / "out")
    assert {each.split(" ", 1)[0] for each in said} == {"overrides/components/contract.html:1:"}
    pattern = (
        r"\S+ expected fr/acme/terms/ to bring at most 75\.0 kB of HTML, CSS and scripts, gzipped, of its text "
        r"40\.0 kB, found \d\d\.\d kB; take something out around the text"
    )
    assert any(re.fullmatch(pattern, each) for each in said)


def test_styles_that_grew_are_told_once(tiny: Path, components: Path, tmp_path: Path) -> None:
    add(components / "base.css", f"/* {words(5_000)} */")
    (said,) = problems(tiny, tmp_path / "out")
    norm = "overrides/components:1: expected at most 25.0 kB of CSS and scripts for a page, gzipped, found"
    assert said.startswith(norm)


def test_a_page_that_asks_for_too_much_is_told(tiny: Path, components: Path, tmp_path: Path) -> None:
    add(components / "missing.html", '<img src="x.png" alt="">' * 8)
    (said,) = problems(tiny, tmp_path / "out")
    # What was told once is told again, though the page was made before.
    assert problems(tiny, tmp_path / "again") == [said]
    assert said == (
        "overrides/components/missing.html:1: expected 404.html to ask for at most 8 files beside fonts, found 13; "
        "join files, or take some out"
    )


def test_a_long_text_stops_no_build(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    assert main(["--project", str(tiny), "draft", "acme/policy"]) == 0
    add(tiny / "docs/acme/policy/draft/fr.md", f"\n{words(15_000)}\n")
    page = build(tiny / "mkdocs.yml", tmp_path / "out") / "fr/acme/policy/draft/index.html"
    assert page.stat().st_size > 130_000


def test_every_kind_of_page_has_its_budget() -> None:
    made = {path.stem for path in (ROOT / "overrides/components").glob("*.html")}
    assert BUDGETS.keys() <= made
