"""The areas of the benchmarks, each measured in a process of its own: some leave out of a build what others measure."""

from __future__ import annotations

import tempfile
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from tests.bench.rows import Row

# Imported where they run: each brings its own browser, servers and engines.
AREAS = ("builds", "archive", "preview", "redline", "search", "pages")


def measured(name: str) -> list[Row]:
    """The rows of an area; raises whatever kept it from being measured."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        return process.submit(_rows, name).result()


def _rows(name: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [*import_module(f"tests.bench.{name}").rows(Path(folder))]
