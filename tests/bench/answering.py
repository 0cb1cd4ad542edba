"""How a process answers for an engine: a line of JSON [old, new] comes in, a line with the redline goes out."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

STATUS = Path("/proc/self/status")


def answer(diff: Callable[[str, str], Any], spell: Callable[[Any], Mapping[str, object]]) -> None:
    """Answer every line: the CPU seconds of the diff alone, the peak memory, and the result as `spell` puts it."""
    for line in sys.stdin:
        old, new = json.loads(line)
        start = time.process_time()
        made = diff(old, new)
        cpu = time.process_time() - start
        sys.stdout.write(json.dumps({"cpu": cpu, "peak": peak(), **spell(made)}) + "\n")
        sys.stdout.flush()


def peak() -> int | None:
    """The most memory this process held, in kB, None where the system does not say.

    Not `getrusage`: on Linux its `ru_maxrss` begins with what the process that started this one held.
    """
    held = re.search(r"VmHWM:\s*(\d+)", STATUS.read_text(encoding="ascii")) if STATUS.exists() else None
    return int(held[1]) if held else None
