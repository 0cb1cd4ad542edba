"""A browser that watches: no request to another host, no console message, no error goes unseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def base_url(served: str) -> str:
    """Where `page.goto("/fr/")` leads."""
    return served


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object], base_url: str) -> dict[str, object]:
    """Contexts that start from the site of the test's folder: those of the session keep the first one asked for."""
    return {**browser_context_args, "base_url": base_url}


@pytest.fixture(scope="session")
def kept_pages(browser: Browser) -> Iterator[dict[str, Page]]:
    """The pages of tests that only read, by how their browser is set."""
    found: dict[str, Page] = {}
    yield found
    for each in found.values():
        each.context.close()


@pytest.fixture
def page(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, object],
    kept_pages: dict[str, Page],
) -> Iterator[Page]:
    """A page of its own, but for tests that are marked `reads`: they follow each other on one, since to start a new
    one takes as long as most of them do.
    """
    if not request.node.get_closest_marker("reads"):
        yield request.getfixturevalue("context").new_page()
        return
    asked = next(request.node.iter_markers("browser_context_args"), None)
    settings = browser_context_args | (asked.kwargs if asked else {})
    key = repr(sorted(settings.items()))
    if key not in kept_pages:
        kept_pages[key] = browser.new_context(**settings).new_page()
    page = kept_pages.pop(key)
    size = page.viewport_size
    yield page
    page.goto("/robots.txt")
    page.mouse.move(-1, -1)
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null", contrast="null")
    if size and page.viewport_size != size:
        page.set_viewport_size(size)
    kept_pages[key] = page


@pytest.fixture
def visitor(context: BrowserContext) -> Page:
    """A page that may say anything to its console: that of a shop, or one whose scripts the browser refuses."""
    return context.new_page()


@pytest.fixture(autouse=True)
def nothing_goes_wrong_unseen(page: Page, base_url: str) -> Iterator[None]:
    """Every page of every test: no foreign request, no console message, no uncaught error."""
    seen: list[str] = []
    heard = {
        "console": lambda message: seen.append(f"console: {message.text}"),
        "pageerror": lambda error: seen.append(f"error: {error}"),
        "request": lambda request: (
            seen.append(f"request: {request.url}") if not request.url.startswith((base_url, "data:")) else None
        ),
    }
    for event, listener in heard.items():
        page.on(event, listener)  # type: ignore[call-overload]  # it wants each event by its own name
    yield
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    assert seen == []
