"""terms build and terms serve: the site, in a folder or at a local address."""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path

from macros.commands.output import stop


def build_command(given: argparse.Namespace) -> int:
    """Build beside the old site and put the new one in its place only when it is whole."""
    from macros.swapping import alone, for_everyone

    try:
        with alone(given.project / ".cache/building"), for_everyone():
            return _built(given.project)
    except OSError as error:
        return stop(f"{error.filename}: expected to write the site, found: {error.strerror}")


def _built(project: Path) -> int:
    from macros.ordering import site_cache
    from macros.plugin import build
    from macros.spare import Spare
    from macros.swapping import put_in_place

    started = time.perf_counter()
    fresh, final = project / ".site-new", project / "site"
    spare = Spare(project / ".cache/before", site_cache(project))
    _recover(project, final)
    try:
        build(project / "mkdocs.yml", fresh, put=spare.place_whole)
        # A link to where the site is served from stays one.
        spare.keep(final, put_in_place(fresh, final.resolve()))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    pages = sum(1 for _ in final.rglob("*.html"))
    print(f"Built {pages} pages in {time.perf_counter() - started:.1f} s: open {final / 'index.html'}")
    return 0


def _recover(project: Path, final: Path) -> None:
    """Clear away what a build left that was ended from outside; the last good site first goes back to its place."""
    for left in sorted(project.glob(".site-*")):
        if left.name.endswith("-old") and not final.exists():
            left.rename(final)
        else:
            shutil.rmtree(left)


def serve_command(given: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from macros.plugin import serve

    try:
        serve(given.project / "mkdocs.yml", given.address)
    except KeyboardInterrupt:
        print("The preview has ended")
    except OSError as error:
        norm = f"{given.address}: expected an address that is free"
        return stop(f"{norm}, found: {error.strerror}; name another by --address")
    return 0
