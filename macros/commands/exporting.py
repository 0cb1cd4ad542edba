"""terms export: the contracts as a site of bare pages, which needs neither MkDocs nor a theme nor scripts."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from macros.commands.output import StopError, stop

# What every site of ours has, whatever its contracts.
MARK = "api/v1/index.json"


def export_command(given: argparse.Namespace) -> int:
    """Write the pages beside an earlier export, and put them in its place only when they are whole."""
    from macros.ordering import commission
    from macros.plain import placed
    from macros.swapping import alone, for_everyone, swap

    folder = given.folder.resolve()
    if folder.exists() and not (folder / MARK).is_file() and not _empty(folder):
        norm = "expected an empty folder, or one that terms export wrote, found other files"
        raise StopError(f"{folder}: {norm}; name another")
    fresh = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        with alone(given.project / ".cache/building"), for_everyone():
            pages = placed(commission(given.project, shell=given.shell), fresh)
            swap(fresh, folder)
    except OSError as error:
        return stop(f"{error.filename}: expected to write the pages, found: {error.strerror}")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    print(f"Wrote {pages} pages: open {folder / 'index.html'}")
    return 0


def _empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())
