"""make bench: every benchmark in one run, as one table in Markdown and JSON; what it does meanwhile goes to the error.

AREAS names some of them; what was measured is written after each, so that a run that is ended loses nothing.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from tests.bench.builds import DAY
from tests.bench.corpus import ROOT
from tests.bench.rows import Row, table

FOLDER = ROOT / ".cache" / "bench"
# Imported when they run: each brings its own browser, servers and engines.
AREAS = ("builds", "archive", "preview", "redline", "search", "pages")


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
            # In a process of its own: some leave out of a build what another one measures.
            with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
                rows += process.submit(_measured, name).result()
        except Exception:  # noqa: BLE001  # what the others took half an hour to measure is not lost for one
            traceback.print_exc()
            failed.append(name)
        _write({"bench.md": f"{table(rows)}\n", "bench.json": json.dumps([asdict(each) for each in rows], indent=1)})
    print(table(rows))
    if failed:
        print(f"not measured, or not all of it: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


def _measured(name: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [*import_module(f"tests.bench.{name}").rows(Path(folder))]


def _write(files: Mapping[str, str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
