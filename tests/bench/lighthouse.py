"""Lighthouse on a page, in the Chromium of the tests: its scores, and what keeps them from 100."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass

from tests.bench.corpus import ROOT
from tests.browser import installed

COMMAND = ROOT / ".cache/lighthouse/node_modules/lighthouse/cli/index.js"
FLAGS = ("--output=json", "--quiet", "--only-categories=performance,accessibility")
CHROME = "--chrome-flags=--headless=new --no-sandbox"
# So many runs: whatever else the machine does makes a page slower, never faster.
RUNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Scores of 0 to 100, and the audits that took something from them."""

    performance: int
    accessibility: int
    short: tuple[str, ...]


def scores(address: str) -> Scores:
    """The best of some runs on a telephone as Lighthouse imagines it; raises CalledProcessError."""
    return max((_run(address) for _ in range(RUNS)), key=lambda each: (each.performance, each.accessibility))


def _run(address: str) -> Scores:
    environment = {**os.environ, "CHROME_PATH": installed() or "", "CI": "1"}
    command = ["node", str(COMMAND), address, *FLAGS, CHROME]
    run = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    weighed = [
        each["id"]
        for category in found["categories"].values()
        for each in category["auditRefs"]
        if each["weight"] and (found["audits"][each["id"]]["score"] or 0) < 0.995
    ]
    performance, accessibility = (
        round(found["categories"][name]["score"] * 100) for name in ("performance", "accessibility")
    )
    return Scores(performance=performance, accessibility=accessibility, short=tuple(weighed))
