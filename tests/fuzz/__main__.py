"""python -m tests.fuzz MINUTES: every target in turn, its corpus kept, what fails beside it in .cache/fuzz."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT
from tests.fuzz.project import FILES, NAMES
from tests.fuzz.targets import TARGETS

FOLDER = ROOT / ".cache/fuzz"


def fuzz(name: str, seconds: int) -> bool:
    """Whether a target stood so many seconds."""
    corpus, failed = FOLDER / name, FOLDER / "failed" / name
    for folder in (corpus, failed):
        folder.mkdir(parents=True, exist_ok=True)
    for number, words in enumerate(FILES.values()):
        prefix = bytes([number]) if name == "files" else b""
        (corpus / f"seed-{NAMES[number].replace('/', '-')}").write_bytes(prefix + words.encode())
    limits = (f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=3000", "-max_len=4096")
    command = [sys.executable, "-m", "tests.fuzz.run", name, str(corpus), *limits, f"-artifact_prefix={failed}/"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main(minutes: float) -> int:
    """1 where a target failed; each has its share of the minutes."""
    failed = [name for name in TARGETS if not fuzz(name, round(minutes * 60 / len(TARGETS)))]
    print(f"{len(TARGETS) - len(failed)} of {len(TARGETS)} readers stood; failed: {', '.join(failed) or 'none'}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
