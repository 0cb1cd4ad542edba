"""make bench: every benchmark in one run, as one table in Markdown and JSON; what it does meanwhile goes to the error.

AREAS names some of them; what was measured is written after each, so that a run that is ended loses nothing.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from tests.bench.areas import AREAS, measured
from tests.bench.builds import DAY
from tests.bench.corpus import ROOT
from tests.bench.rows import Row, table

FOLDER = ROOT / ".cache" / "bench"


def main(arguments: Sequence[str]) -> int:
    """Measure the areas that the arguments name, or all."""
    unknown = set(arguments) - set(AREAS)
    if unknown:
        print(f"expected some of {', '.join(AREAS)}, found {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    os.environ["TERMS_TODAY"] = str(DAY)
    rows: list[Row] = []
    failed = []
    for name in arguments or AREAS:
        print(f"measuring: {name}", file=sys.stderr)
        try:
            rows += measured(name)
        except Exception:  # noqa: BLE001  # what the others took half an hour to measure is not lost for one
            traceback.print_exc()
            failed.append(name)
        _write({"bench.md": f"{table(rows)}\n", "bench.json": json.dumps([asdict(each) for each in rows], indent=1)})
    print(table(rows))
    if failed:
        print(f"not measured, or not all of it: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


def _write(files: Mapping[str, str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
