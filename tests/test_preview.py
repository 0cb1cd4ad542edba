"""A preview follows what is saved: at once, nothing else is written again, and mistakes are told on every page."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.__main__ import main
from macros.plugin import build
from macros.preview import Preview
from tests.conftest import ROOT, copy_site

DRAFT = "docs/acme/terms/draft/fr.md"
# Of a version's front matter, what no draft says.
PUBLISHED = re.compile(r"^(?:recorded|effective): .*\n", re.MULTILINE)
PAGE = "fr/acme/terms/draft/index.html"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with a draft, and with drafts shown."""
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    root = copy_site("tiny", tmp_path / "tiny")
    text = max(root.glob("docs/acme/terms/20*")) / "fr.md"
    draft = PUBLISHED.sub("", text.read_text(encoding="utf-8"))
    (root / DRAFT).parent.mkdir(exist_ok=True)
    (root / DRAFT).write_text(f"{draft}\nUne phrase neuve.\n", encoding="utf-8")
    return root


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Preview:
    """A preview of it."""
    return begun(root, tmp_path / "shown")


def begun(root: Path, folder: Path) -> Preview:
    """A preview of a project in a folder."""
    base = "http://127.0.0.1:8000/"
    return Preview(root, base, folder, partial(build, root / "mkdocs.yml", serving=True, base=base))


def add(path: Path, words: str) -> None:
    """Save a file with words more at its end."""
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder: what it holds, and when that was written."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {each.relative_to(folder).as_posix(): (each.read_bytes(), each.stat().st_mtime_ns) for each in files}


def test_a_saved_sentence_is_on_its_page_and_no_other_file_is_written(preview: Preview, root: Path) -> None:
    before = contents(preview.folder)
    add(root / DRAFT, "Une phrase de plus.")
    preview.update()
    after = contents(preview.folder)
    assert "Une phrase de plus." in after[PAGE][0].decode()
    written = {name for name in after if after[name] != before.get(name)}
    assert all(after[name][0] != before.get(name, (b"", 0))[0] for name in written)
    assert not [name for name in written if "/20" in name and "--draft" not in name]


def test_a_preview_that_followed_is_the_one_that_begins_anew(preview: Preview, root: Path, tmp_path: Path) -> None:
    add(root / DRAFT, "Une phrase de plus.")
    preview.update()
    shutil.rmtree((root / DRAFT).parent)
    preview.update()
    (root / "docs/index.fr.md").write_text("Bienvenue.\n", encoding="utf-8")
    preview.update()
    anew = begun(root, tmp_path / "anew")
    shown = {name: content for name, (content, _) in contents(preview.folder).items()}
    assert shown == {name: content for name, (content, _) in contents(anew.folder).items()}
    assert PAGE not in shown
    assert "Bienvenue." in shown["fr/index.html"].decode()


def test_a_mistake_is_told_on_every_page_and_the_pages_stay(preview: Preview, root: Path) -> None:
    page = (preview.folder / PAGE).read_bytes()
    good = (root / DRAFT).read_text(encoding="utf-8")
    add(root / DRAFT, "Une {{ faute.")
    preview.update()
    assert (preview.folder / PAGE).read_bytes() == page
    assert f"<code>{DRAFT}:{good.rstrip().count(chr(10)) + 3}</code>" in preview.alert(page).decode()
    assert 'role="alert"' in preview.alert((preview.folder / "fr/index.html").read_bytes()).decode()
    (root / DRAFT).write_text(good, encoding="utf-8")
    preview.update()
    assert preview.alert(page) == page


def test_a_mistake_in_the_words_of_the_home_page_leaves_every_page_in_its_place(preview: Preview, root: Path) -> None:
    before = contents(preview.folder)
    (root / "docs/index.fr.md").write_text("Bienvenue {{ chez.nous }}.\n", encoding="utf-8")
    preview.update()
    assert contents(preview.folder) == before
    assert "chez" in preview.alert(before["fr/index.html"][0]).decode()


def test_settings_that_cannot_be_read_are_told_and_the_pages_stay(preview: Preview, root: Path) -> None:
    page = (preview.folder / PAGE).read_bytes()
    add(root / "mkdocs.yml", "nowhere: [")
    preview.update()
    assert (preview.folder / PAGE).read_bytes() == page
    assert "mkdocs.yml:1" in preview.alert(page).decode()


# The command line where Ctrl+C is heard: a shell that runs these tests in its background lets it be ignored.
STARTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from macros.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """The address of the project's preview, as `terms serve` gives it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-c", STARTED, "--project", str(root), "serve", "--address", f"127.0.0.1:{port}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as run:
        assert run.stdout
        next(line for line in run.stdout if "Preview at" in line)
        yield f"http://127.0.0.1:{port}"
        run.send_signal(signal.SIGINT)
        said = run.stdout.read()
    assert "Traceback" not in said
    assert run.returncode == 0


def test_a_browser_is_told_to_load_the_page_again(address: str, root: Path) -> None:
    page = f"{address}/{PAGE.removesuffix('index.html')}"
    waiting = re.search(r"livereload\((\d+), (\d+)\)", read(page))
    assert waiting
    add(root / DRAFT, "Une phrase de plus.")
    read(f"{address}/livereload/{waiting[1]}/{waiting[2]}")
    assert "Une phrase de plus." in read(page)
    waiting = re.search(r"livereload\((\d+), (\d+)\)", read(page))
    assert waiting
    add(root / DRAFT, "Une {{ faute.")
    read(f"{address}/livereload/{waiting[1]}/{waiting[2]}")
    assert f"<code>{DRAFT}:" in read(page)


def read(address: str) -> str:
    """What a page says."""
    with urlopen(address, timeout=120) as answer:
        content: bytes = answer.read()
        return content.decode()


def test_an_address_that_is_taken_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert main(["--project", str(root), "serve", "--address", address]) == 1
    said = f"{address}: expected an address that is free, found: Address already in use; name another by --address"
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("address", ["localhost", "8000", "localhost:http"])
def test_an_address_without_a_port_is_told(root: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--project", str(root), "serve", "--address", address])
    assert stopped.value.code == 2
    assert f"expected a host and a port such as 127.0.0.1:8000, found '{address}'" in capsys.readouterr().err
