"""terms build and terms serve: the site, in a folder or at a local address."""

from __future__ import annotations

import argparse
import shutil
import time

from macros.commands.output import report, stop


def build_command(given: argparse.Namespace) -> int:
    """Build beside the old site and put the new one in its place only when it is whole."""
    from macros.mkdocs_run import BuildFailedError, build

    started = time.perf_counter()
    project = given.project
    fresh, old, final = project / ".site-new", project / ".site-old", project / "site"
    try:
        build(project / "mkdocs.yml", fresh)
    except BuildFailedError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        return report(error.problems) if error.problems else stop(str(error))
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        return stop(f"{error.filename}: expected to write the site, found: {error.strerror}")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    fresh.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    pages = sum(1 for _ in final.rglob("*.html"))
    print(f"Built {pages} pages in {time.perf_counter() - started:.1f} s: open {final / 'index.html'}")
    return 0


def serve_command(given: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from macros.mkdocs_run import BuildFailedError, serve

    print(f"Preview at http://{given.address}/ (Ctrl+C ends it)")
    try:
        serve(given.project / "mkdocs.yml", given.address)
    except BuildFailedError as error:
        return report(error.problems) if error.problems else stop(str(error))
    return 0
