"""The Nu checker on every page, style and picture of four sites: no error, and no warning but those stated here."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import ROOT, serve

JAR = ROOT / ".cache/html/node_modules/vnu-jar/build/dist/vnu.jar"
# Pages are fetched, since 'self' in their policy means nothing in a file; the checker must be told that it may.
JAVA = ("java", "-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(JAR))
FLAGS = ("--also-check-css", "--also-check-svg", "--skip-info-messages", "--format", "json")
# What the checker says, of which element, and it may.
ACCEPTED = (
    # A policy holds for scripts; a block of data is none (HTML, "prepare the script element").
    ("Inline script violates Content Security Policy", '<script type="application/'),
    # The heading of a redline stands above its text, with the buttons to read it by; the text begins as it was printed.
    ("Article lacks heading", '<article class="terms terms-text" '),
)


def said(folders: Sequence[Path]) -> list[str]:
    """What one run of the checker says of every page, style sheet and picture, but for what is accepted."""
    with ExitStack() as open_:
        pages = [
            each for folder in folders for each in addresses(folder, open_.enter_context(contextmanager(serve)(folder)))
        ]
        # Last: after a picture, the checker takes the drawings of pages for files of their own.
        files = [str(each) for end in ("css", "svg") for folder in folders for each in sorted(folder.rglob(f"*.{end}"))]
        done = subprocess.run([*JAVA, *FLAGS, *pages, *files], capture_output=True, check=False, text=True)
    messages = json.loads(done.stderr)["messages"]
    return [f"{each['url']}:{each.get('lastLine', 0)}: {each['message']}" for each in messages if not accepted(each)]


def addresses(folder: Path, root: str) -> Iterator[str]:
    """Where every page of a folder is served."""
    return (f"{root}/{each.relative_to(folder).as_posix()}" for each in sorted(folder.rglob("*.html")))


def accepted(message: dict[str, str | int]) -> bool:
    """Whether a message is one of those stated above."""
    where = str(message.get("extract", ""))[int(message.get("hiliteStart", 0)) :].lstrip()
    return any(str(message["message"]).startswith(words) and where.startswith(tag) for words, tag in ACCEPTED)


@pytest.fixture
def bare(history: Path, tmp_path: Path) -> Path:
    """The folder of the history site as it is without theme and scripts."""
    assert main(["--project", str(history), "export", "--shell", "plain", "site", str(tmp_path / "bare")]) == 0
    return tmp_path / "bare"


def test_the_checker_has_nothing_to_say(built: Path, history_built: Path, odd_built: Path, bare: Path) -> None:
    folders = (built, history_built, odd_built, bare)
    assert all(any(each.rglob("*.html")) for each in folders)
    assert said(folders) == []


PAGE = "<!doctype html><html lang='fr'><title>Contrats</title><h1>Contrats</h1>{}"
MISTAKES = {
    "attribute.html": PAGE.format("<p colour=red>Un contrat entre deux parties.</p>"),
    "heading.html": PAGE.format("<section><p>Un article de ce contrat.</p></section>"),
    "id.html": PAGE.format("<p id=a>Un contrat</p><p id=a>entre deux parties.</p>"),
    "policy.html": PAGE.replace(
        "<title>", "<meta http-equiv='Content-Security-Policy' content='script-src \"none\"'><title>"
    ).format("<script>alert(1)</script>"),
    "style.css": "p { colour: red }",
    "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circel r="1"/></svg>',
}


def test_a_mistake_of_each_kind_is_told(tmp_path: Path) -> None:
    for name, content in MISTAKES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = said([tmp_path])
    assert [name for name in MISTAKES if not any(f"/{name}:" in each for each in found)] == []
