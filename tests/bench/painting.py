"""When a page is painted on a slow machine and a slow line, how far it moves, and what it fetches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Request

CPU_SLOWER = 4
# 1.6 Mbit/s and 150 ms there and back: the telephone's line that Lighthouse has.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
# In the page, from its start: the largest paint so far, and the sum of all shifts with what moved.
WATCH = """
  window.bench = {paint: 0, shift: 0, moved: []};
  const seen = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type});
  seen("largest-contentful-paint", each => { bench.paint = each.startTime });
  seen("layout-shift", each => {
    bench.shift += each.value;
    bench.moved.push(...each.sources.map(({node}) => node?.className || node?.parentElement?.className || "?"));
  });
"""
AT_REST = """async () => {
  await document.fonts.ready;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return bench;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """The largest paint in seconds, the sum of all layout shifts and what moved.

    requests and bytes are of HTML, CSS and scripts as sent, fonts the bytes of fonts.
    """

    paint: float
    shift: float
    moved: tuple[str, ...]
    requests: int
    bytes: int
    fonts: int


def painted(browser: Browser, address: str, *, width: int = 360, slow: bool = False) -> Painted:
    """A page opened without a cache, in a window so many pixels wide."""
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.add_init_script(WATCH)
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108  # Playwright takes no built-in
    if slow:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    page.goto(address, wait_until="load")
    seen = page.evaluate(AT_REST)
    fonts = [each for each in asked if each.resource_type == "font"]
    others = [each for each in asked if each.resource_type != "font"]
    found = Painted(
        paint=seen["paint"] / 1000,
        shift=seen["shift"],
        moved=tuple(seen["moved"]),
        requests=len(others),
        bytes=_bytes(others),
        fonts=_bytes(fonts),
    )
    page.context.close()
    return found


def _bytes(requests: Sequence[Request]) -> int:
    return sum(each.sizes()["responseBodySize"] for each in requests)
