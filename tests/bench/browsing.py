"""How long a search takes, and what it transfers, in a browser on a slow machine and a slow line."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import BinaryIO

from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.browser import installed
from tests.conftest import listening

CPU_SLOWER = 4
LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
TEXT = re.compile(r"text/|application/(?:json|javascript|xml)|image/svg")
QUIET = 500
MILLISECONDS = 120_000
# In the page: when the pointer went down, when a key did, and when results were shown, by the page's own clock. An
# event's stamp is the moment of the hand, not the one at which a busy page comes to hear of it.
WATCH = """
  window.bench = {};
  addEventListener("pointerdown", event => { bench.down ??= event.timeStamp }, true);
  addEventListener("keydown", event => { bench.key = event.timeStamp }, true);
  bench.shown = selector => new Promise(resolve => {
    const look = () => {
      const shown = [...document.querySelectorAll(selector)].some(each => each.checkVisibility());
      shown ? resolve(performance.now()) : requestAnimationFrame(look);
    };
    look();
  });
  bench.renewed = selector => new Promise(resolve => {
    const within = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(selector);
    const holds = node => node.nodeType === 1 && (node.matches(selector) || node.querySelector(selector));
    const observer = new MutationObserver(changes => {
      if (changes.some(each => within(each.target) || [...each.addedNodes, ...each.removedNodes].some(holds))) {
        observer.disconnect();
        resolve(bench.shown(selector));
      }
    });
    observer.observe(document, {subtree: true, childList: true, characterData: true});
  });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds from the click on the search box to a result, bytes for the search, seconds from one more key to others.

    before is what of the bytes the page had transferred for its search before the click.
    """

    first_seconds: float
    bytes: int
    next_seconds: float
    before: int


def measure(
    page_address: str,
    box_selector: str,
    result_selector: str,
    question: str,
    *,
    with_every_page: Sequence[str] = (),
    settled: bool = False,
    next_key: str = "s",
    runs: int = 3,
) -> Measured:
    """The medians of so many runs with an empty cache; one more run goes first and fills what the server keeps.

    Counted is what is requested from the click on, and before it the addresses in which one of the patterns
    `with_every_page` is found. The click comes as soon as the page is loaded; where `settled`, once it asks no more.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        once = partial(_once, browser, page_address, (box_selector, result_selector), question, next_key)
        found = [once(with_every_page=with_every_page, settled=settled) for _ in range(runs + 1)][1:]
        browser.close()
    return Measured(
        first_seconds=median(each.first_seconds for each in found),
        bytes=int(median(each.bytes for each in found)),
        next_seconds=median(each.next_seconds for each in found),
        before=int(median(each.before for each in found)),
    )


def _once(
    browser: Browser,
    address: str,
    selectors: tuple[str, str],
    question: str,
    next_key: str,
    *,
    with_every_page: Sequence[str],
    settled: bool,
) -> Measured:
    box, result = selectors
    page = _slow_page(browser)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108  # Playwright takes no built-in
    page.goto(address)
    where = page.locator(box).bounding_box()
    assert where is not None
    if settled:
        _finish(page, asked)
    earlier = len(asked)
    page.mouse.click(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)
    page.keyboard.insert_text(question[:-1])
    page.keyboard.press(question[-1])
    first = page.evaluate("async selector => await bench.shown(selector) - bench.down", result)
    _finish(page, asked)
    page.evaluate("selector => { bench.next = bench.renewed(selector) }", result)
    page.keyboard.press(next_key)
    following = page.evaluate("async () => await bench.next - bench.key")
    _finish(page, asked)
    always = [each for each in asked[:earlier] if any(re.search(one, each.url) for one in with_every_page)]
    before, after = _bytes(always), _bytes(asked[earlier:])
    page.context.close()
    return Measured(first_seconds=first / 1000, bytes=before + after, next_seconds=following / 1000, before=before)


def _slow_page(browser: Browser) -> Page:
    """A page of a new context, so without a cache, on a slow machine and a slow line."""
    page = browser.new_context().new_page()
    page.set_default_timeout(MILLISECONDS)
    page.add_init_script(WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    return page


def _finish(page: Page, asked: Sequence[Request]) -> None:
    """Wait until all that was asked for is there, and nothing more is asked for during half a second."""
    known = -1
    while known < len(asked):
        known = len(asked)
        for response in [each.response() for each in asked]:
            if response:
                response.finished()
        page.wait_for_timeout(QUIET)  # silence is what is waited for


def _bytes(requests: Sequence[Request]) -> int:
    """What came over the line for these requests, heads included."""
    return sum(_size(request) for request in requests)


def _size(request: Request) -> int:
    """The length that the answer names stands in where the browser tells none: of the script of a worker."""
    response = request.response()
    if response is None:
        return 0
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + (sizes["responseBodySize"] or int(response.headers.get("content-length", 0)))


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, without a slash at the end, at which a folder is served, its text gzipped."""
    yield from listening(partial(Handler, directory=str(folder)))


class Handler(SimpleHTTPRequestHandler):
    """A folder as most hosts serve it: connections kept, text gzipped, all else as it is."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """What is to be sent after the headers, which are sent here."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        kind = self.guess_type(path)
        if not (path.is_file() and TEXT.match(kind) and "gzip" in self.headers.get("Accept-Encoding", "")):
            return super().send_head()
        body = gzipped(path)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@cache
def gzipped(path: Path) -> bytes:
    """A file as it is sent."""
    return gzip.compress(path.read_bytes(), 6)
