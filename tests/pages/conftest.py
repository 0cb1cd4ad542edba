"""A browser that watches: no request to another host, no console message, no error goes unseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser import installed


@pytest.fixture(scope="session")
def base_url(served: str) -> str:
    """Where `page.goto("/fr/")` leads."""
    return served


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object], base_url: str) -> dict[str, object]:
    """Contexts that start from the site of the test's folder: those of the session keep the first one asked for."""
    return {**browser_context_args, "base_url": base_url}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The machine's own Chromium where there is one, else Playwright's."""
    found = installed()
    own: dict[str, object] = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": ["--no-sandbox"]}


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(page: Page, base_url: str) -> Iterator[None]:
    """Every page of every test: no foreign request, no console message, no uncaught error."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on(
        "request",
        lambda request: (
            seen.append(f"request: {request.url}") if not request.url.startswith((base_url, "data:")) else None
        ),
    )
    yield
    assert seen == []
