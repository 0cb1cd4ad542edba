"""Every PDF file of three sites, read by veraPDF's engine: PDF/A-3b and PDF/UA-1 hold of each."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import ROOT

ENGINE = ROOT / ".venv/verapdf"
SOURCE = Path(__file__).with_name("VeraPdf.java")
PROFILES = 2


def test_every_file_is_valid(built: Path, history_built: Path, odd_built: Path) -> None:
    """Contracts and redlines, in three languages and two directions."""
    files = [str(each) for site in (built, history_built, odd_built) for each in sorted(site.rglob("*.pdf"))]
    (engine,) = ENGINE.glob("*/jar/*.jar")
    done = subprocess.run(
        ["java", "-cp", str(engine), str(SOURCE), *files], capture_output=True, check=False, text=True
    )
    broken = [each for each in done.stdout.splitlines() if each.startswith(("BROKEN", "  "))]
    assert (done.returncode, broken) == (0, []), done.stderr
    assert done.stdout.count("\nvalid ") == PROFILES * len(files) > 0
