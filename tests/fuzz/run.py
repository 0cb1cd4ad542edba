"""One target under atheris: python -m tests.fuzz.run TARGET CORPUS… -max_total_time=60, and what libFuzzer takes."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(
    include=["macros", "markdown_it", "mdit_py_plugins", "yaml"], enable_loader_override=False
):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()
