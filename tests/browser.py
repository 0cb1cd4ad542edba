"""Find a Chromium, or install one: Debian's headless shell as root, Playwright's own, Debian's whole one."""

from __future__ import annotations

import shutil
import subprocess
import sys

from tests.programs import debian_installs

# The headless shell first: it draws no window of its own, and a test takes half the time.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """The path of a Chromium of this machine, None where Playwright has to bring its own."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def playwright_brings_its_own() -> bool:
    """Whether Playwright has, or can fetch, a browser that starts."""
    fetched = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if fetched.returncode:
        return False
    probe = "from playwright.sync_api import sync_playwright as s\nwith s() as p: p.chromium.launch().close()"
    return subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


def main() -> int:
    """0 where the tests will find a browser."""
    if shutil.which(SHELL) or debian_installs(SHELL) or installed():
        return 0
    print("No Chromium on this machine: installing one")
    if playwright_brings_its_own() or debian_installs("chromium"):
        return 0
    print("The tests need Chromium. On Debian: apt-get install chromium; on macOS: brew install chromium")
    return 1


if __name__ == "__main__":
    sys.exit(main())
