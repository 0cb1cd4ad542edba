"""The two sites, built for the address at which Netlify's dev server shows them, in a browser that reports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.hosting.netlify import Host, free_ports, serving

LISTENER = """addEventListener("securitypolicyviolation", (event) =>
    reportRefusal(`${location.href}: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`))"""


@pytest.fixture(scope="session")
def real(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The real site as it is published."""
    yield from hosted(built, "https://clausier.example", tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def invented(history_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The history site as a preview shows it: reviews, redlines, drafts and Arabic."""
    yield from hosted(history_built, "https://history.example", tmp_path_factory.mktemp("invented"))


def hosted(built: Path, name: str, root: Path) -> Iterator[Host]:
    """A built site with the address of its server for its name, as Netlify tells its own to the build; and served."""
    ports = free_ports(3)
    host = Host(address=f"http://localhost:{ports[0]}", site=root / "site")
    shutil.copytree(built, host.site)
    for file in (*host.site.rglob("*.html"), *host.site.rglob("*.json")):
        file.write_bytes(file.read_bytes().replace(name.encode(), host.address.encode()))
    with serving(root, ports):
        yield host


@pytest.fixture(scope="session")
def base_url() -> str:
    """None: there are two sites."""
    return ""


@pytest.fixture
def reported(context: BrowserContext) -> list[str]:
    """What the policy refused, on whatever page it happened; the list grows."""
    found: list[str] = []
    context.expose_function("reportRefusal", lambda refused: found.append(refused))  # noqa: PLW0108  # it wants a Python function
    context.add_init_script(LISTENER)
    return found


@pytest.fixture
def watched(page: Page, reported: list[str]) -> Iterator[Page]:
    """A page on which nothing is refused, said to the console, or thrown."""
    page.on("console", lambda message: reported.append(f"{page.url}: console: {message.text}"))
    page.on("pageerror", lambda error: reported.append(f"{page.url}: error: {error}"))
    yield page
    assert reported == []
