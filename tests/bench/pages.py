"""make bench-pages: every kind of page on a slow machine and a slow line, beside a page of stock Material in one run.

Sites are served with Netlify's headers and compressed. A slow machine has a quarter of this one's speed, a slow line
1.6 Mbit/s; the largest paint is the median of some runs. Material's page has its text, without its search.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from macros.budgets import FONTS, KB, READ
from macros.plugin import build
from macros.settings import today
from macros.terms.load import load
from macros.terms.load.text_records import FRONT_MATTER
from macros.terms.reading import read_all
from tests.bench.builds import IDS, MATERIAL
from tests.bench.corpus import ROOT
from tests.bench.lighthouse import scores
from tests.bench.long import long_contract
from tests.bench.painting import painted
from tests.bench.rows import NOTHING, Row, table
from tests.bench.scrolling import pressed, scrolled
from tests.browser import installed
from tests.compressing import serving

PUBLISHED = (
    "/", "/404.html", "/fr/", "/fr/rezosocial/", "/fr/rezosocial/nextcloud/", "/fr/dropcloud/wesend/",
    "/fr/guide/messages/", "/fr/terms-index/",
)  # fmt: skip
INVENTED = "/fr/exemple/services/"
CHANGED = (
    f"{INVENTED}changes/", f"{INVENTED}changes/2024-02-29--2027-01-01/", f"{INVENTED}review/2023-02-01/",
    f"{INVENTED}2026-06-01/receipt/",
)  # fmt: skip
TEXT = "dropcloud/wesend/2026-11-21/fr.md"
LONG, LONG_SIZE = "/fr/boostmymail-001/boost-my-mail/", 300_000
RUNS = 5


def rows(folder: Path) -> Iterator[Row]:
    """Every measure; the folder, which may be new, gets the sites."""
    sites = {"real": ROOT, "history": ROOT / "tests/sites/history", "long": _long(folder / "long-project", today())}
    for name, root in sites.items():
        _tell(f"the {name} site")
        build(root / "mkdocs.yml", folder / name)
    with ExitStack() as opened, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        at = {name: opened.enter_context(serving(folder / name)) for name in sites}
        for site, addresses in (("real", PUBLISHED), ("history", CHANGED)):
            for address in addresses:
                yield from _page(browser, at[site] + address, address)
        material = opened.enter_context(serving(_material(folder / "material")))
        yield from _weight(browser, f"{material}/contract/", "stock Material, a contract", promised=False)
        yield from _smooth(browser, at["long"] + LONG)
        browser.close()


def _page(browser: Browser, address: str, name: str) -> Iterator[Row]:
    _tell(name)
    yield from _weight(browser, address, name, promised=True)
    found = scores(address)
    short = f" ({', '.join(found.short)})" if found.short else ""
    yield _row(f"{name}: Lighthouse, performance{short}", found.performance, "", "100")
    yield _row(f"{name}: Lighthouse, accessibility", found.accessibility, "", "100")


def _weight(browser: Browser, address: str, name: str, *, promised: bool) -> Iterator[Row]:
    runs = [painted(browser, address, slow=True) for _ in range(RUNS)]
    promises = ("≤ 1", "0", f"≤ {READ.whole / KB:.0f}", f"≤ {READ.requests}", f"≤ {FONTS / KB:.0f}")
    values = (
        ("largest paint", median(each.paint for each in runs), "s"),
        ("layout shift", max(each.shift for each in runs), ""),
        ("HTML, CSS and scripts", runs[0].bytes / KB, "kB"),
        ("requests beside fonts", runs[0].requests, ""),
        ("fonts", runs[0].fonts / KB, "kB"),
    )
    for (what, value, unit), promise in zip(values, promises, strict=True):
        yield _row(f"{name}: {what}", value, unit, promise if promised else "")


def _smooth(browser: Browser, address: str) -> Iterator[Row]:
    """A contract of 300 kB, scrolled a screen each frame, and its redline."""
    redline = f"{address}changes/2025-01-01--2026-01-01/"
    name = f"a contract of {LONG_SIZE / KB:.0f} kB"
    yield from _weight(browser, address, name, promised=True)
    for what, found in (
        ("scrolled, a frame", scrolled(browser, address)),
        ("redline scrolled, a frame", scrolled(browser, redline)),
        ("redline, to the next change", pressed(browser, redline, "[data-go=next]")),
        ("redline, side by side and back", pressed(browser, redline, "[data-view=sides]", 6)),
    ):
        yield _row(f"{name}: {what}, median", found.median, "ms", "")
        yield _row(f"{name}: {what}, longest", found.longest, "ms", "")


def _row(measure: str, value: float, unit: str, promise: str) -> Row:
    return Row(area="pages", measure=measure, ours=f"{value:,.4g} {unit}".strip(), target=promise or NOTHING)


def _long(root: Path, day: date) -> Path:
    project = long_contract(root, LONG_SIZE, day)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    return project


def _material(folder: Path) -> Path:
    """A site of stock Material that shows the text of one contract."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    library, _ = load(ROOT)
    (reading,) = (each for path, each in read_all(library, today()).items() if path.endswith(TEXT))
    words = IDS.sub("", FRONT_MATTER.sub("", reading.canonical, count=1))
    (docs / "contract.md").write_text(words, encoding="utf-8")
    (docs / "index.md").write_text("# Contracts\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL.replace("theme: material", "theme: {name: material, font: false}"))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"


def _tell(what: str) -> None:
    print(what, file=sys.stderr)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        print(table([*rows(Path(name))]))
