"""How smoothly a long contract is scrolled, and its redline walked through, on a slow machine."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.bench.painting import CPU_SLOWER

SCREENS, STEPS = 60, 20
# One screen after the other as fast as frames come; the milliseconds of each frame.
SCROLL = """async screens => {
  const frame = () => new Promise(requestAnimationFrame);
  const found = [];
  let last = await frame();
  for (let number = 0; number < screens; number++) {
    scrollBy({top: innerHeight, behavior: "instant"});
    const now = await frame();
    found.push(now - last);
    last = now;
  }
  return found;
}"""
# Each press of a button until the frame after it, in milliseconds.
PRESS = """async ([name, times]) => {
  const button = document.querySelector(name);
  const found = [];
  for (let number = 0; number < times; number++) {
    const start = performance.now();
    button.click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    found.push(performance.now() - start);
  }
  return found;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Smoothness:
    """Milliseconds: the median frame and the longest one."""

    median: float
    longest: float


def scrolled(browser: Browser, address: str) -> Smoothness:
    """A page scrolled from its top, a screen each frame."""
    page = _slow(browser, address)
    found = _smoothness(page.evaluate(SCROLL, SCREENS))
    page.context.close()
    return found


def pressed(browser: Browser, address: str, button: str, times: int = STEPS) -> Smoothness:
    """A button of a page, by its selector, pressed again and again."""
    page = _slow(browser, address)
    found = _smoothness(page.evaluate(PRESS, [button, times]))
    page.context.close()
    return found


def _slow(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(120_000)
    page.goto(address)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    return page


def _smoothness(frames: list[float]) -> Smoothness:
    ordered = sorted(frames)
    return Smoothness(median=ordered[len(ordered) // 2], longest=ordered[-1])
