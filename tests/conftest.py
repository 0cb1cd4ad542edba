"""The site as people get it: built once for all workers, served with the headers that Netlify sends."""

from __future__ import annotations

import fnmatch
import os
import shutil
import threading
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser import installed

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
os.environ["NO_MKDOCS_2_WARNING"] = "1"
os.environ["TERMS_TODAY"] = TODAY
os.environ.pop("TERMS_DRAFTS", None)
# A busy machine is no mistake: properties have no deadline for each example.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site."""
    return once(tmp_path_factory, "site", lambda folder: build(ROOT / "mkdocs.yml", folder))


@pytest.fixture(scope="session")
def history_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the history site as a preview shows it, drafts included."""
    return previewed("history", tmp_path_factory)


@pytest.fixture(scope="session")
def odd_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site whose contracts are odd: their ids, headings and lists, and what they leave empty."""
    return previewed("odd", tmp_path_factory)


def previewed(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of tests/sites/<name>, built as a preview."""
    return once(tmp_path_factory, f"{name}-site", lambda folder: _preview(name, tmp_path_factory, folder))


def _preview(name: str, tmp_path_factory: pytest.TempPathFactory, folder: Path) -> None:
    root = copy_site(name, tmp_path_factory.mktemp(name) / "site")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TERMS_DRAFTS", "1")
        build(root / "mkdocs.yml", folder)


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker to ask for it makes, and that the others wait for."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    try:
        folder.mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.1)  # another process makes it: nothing else tells that it is done
    else:
        try:
            make(folder)
        finally:
            done.touch()
    return folder


def build(config_file: Path, destination: Path) -> Path:
    """Build a site as `terms build` does, without moving it into place."""
    from macros import plugin

    plugin.build(config_file, destination)
    return destination


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy, free to be spoilt, of the smallest whole project."""
    return copy_site("tiny", tmp_path / "tiny")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A copy, free to be spoilt, of a contract with eight versions, in three languages."""
    return copy_site("history", tmp_path / "history")


def copy_site(name: str, destination: Path) -> Path:
    """Copy tests/sites/<name> with the theme of the real site."""
    kept_out = shutil.ignore_patterns("overrides", "site", ".cache", ".site-*")
    shutil.copytree(ROOT / "tests" / "sites" / name, destination, ignore=kept_out)
    (destination / "overrides").symlink_to(ROOT / "overrides")
    (ROOT / ".cache").mkdir(exist_ok=True)
    (destination / ".cache").symlink_to(ROOT / ".cache")
    return destination


def own_cache(root: Path) -> Path:
    """Give a copied site a cache of its own; its fonts stay shared, since they are always the same."""
    (root / ".cache").unlink()
    (root / ".cache").mkdir()
    (ROOT / ".cache/fonts").mkdir(exist_ok=True)
    (root / ".cache/fonts").symlink_to(ROOT / ".cache/fonts")
    return root / ".cache"


def files(root: Path) -> dict[str, bytes]:
    """Every file of the published site."""
    site = root / "site"
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}


def telephone(root: Path) -> None:
    """Give the publisher another telephone: its identity card says it, and no text."""
    path = root / "variables/acme.yml"
    text = path.read_text(encoding="utf-8")
    old, new = ("70", "71") if '8370"' in text else ("71", "70")
    path.write_text(text.replace(f'+331460883{old}"', f'+331460883{new}"'), encoding="utf-8")


class Handler(SimpleHTTPRequestHandler):
    """A folder with the headers of netlify.toml and its 404 page."""

    def __init__(self, *args: object, rules: list[dict[str, object]], **kwargs: object) -> None:
        self.rules = rules
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # http.server types each argument, we hand them on

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing: a test's output is its own."""

    def end_headers(self) -> None:
        for rule in self.rules:
            values = rule["values"]
            assert isinstance(values, dict)
            if fnmatch.fnmatch(self.path, str(rule["for"])):
                for name, value in values.items():
                    if name != "Content-Type":
                        self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: object) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The machine's own Chromium where there is one, else Playwright's."""
    found = installed()
    own: dict[str, object] = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address of the real site, without a slash at the end."""
    yield from serve(built)


def serve(folder: Path, kind: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder with Netlify's headers until the generator is closed."""
    rules = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    yield from listening(partial(kind, directory=str(folder), rules=rules))


def listening(handler: Callable[..., SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Answer on a free port until the generator is closed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
