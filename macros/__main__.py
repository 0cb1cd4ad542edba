"""The command line: terms check, terms build, terms serve."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from macros.terms.check import examine
from macros.terms.model import Problem


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command: 0 where all is well, 1 where something has to be corrected."""
    parser = argparse.ArgumentParser(prog="terms", description="Publish contracts: check, build, serve.")
    parser.add_argument("--project", type=Path, default=Path(), help="the folder with mkdocs.yml (default: here)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("check", help="find every mistake that a machine can find")
    commands.add_parser("build", help="check, then build the site into site/")
    commands.add_parser("serve", help="preview the site at a local address").add_argument(
        "--address", default="127.0.0.1:8000", help="host:port (default: 127.0.0.1:8000)"
    )
    given = parser.parse_args(arguments)
    if not (given.project / "mkdocs.yml").is_file():
        return _print_stop(f"{given.project}: expected a project, a folder with mkdocs.yml, found none there")
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stdout)
    logging.getLogger("macros").setLevel(logging.INFO)
    return COMMANDS[given.command](given)


def check_command(given: argparse.Namespace) -> int:
    """Print every problem, or that there is none."""
    library, readings, problems = examine(given.project.resolve())
    if problems:
        return _print_problems(problems)
    documents = sum(len(publisher.documents) for publisher in library.publishers)
    print(f"{documents} documents, {len(readings)} texts: no problem")
    return 0


def _print_problems(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(f"{problem.path}:{problem.line}: {problem.message}", file=sys.stderr)
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    print(f"{count} to correct", file=sys.stderr)
    return 1


def build_command(given: argparse.Namespace) -> int:
    """Build beside the old site and put the new one in its place only when it is whole."""
    from macros.mkdocs_run import BuildFailedError, build

    started = time.perf_counter()
    project = given.project.resolve()
    fresh, old, final = project / ".site-new", project / ".site-old", project / "site"
    try:
        build(project / "mkdocs.yml", fresh)
    except BuildFailedError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        return _print_problems(error.problems) if error.problems else _print_stop(str(error))
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        return _print_stop(f"{error.filename}: expected to write the site, found: {error.strerror}")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    fresh.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    pages = sum(1 for _ in final.rglob("*.html"))
    print(f"Built {pages} pages in {time.perf_counter() - started:.1f} s: open {final / 'index.html'}")
    return 0


def _print_stop(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def serve_command(given: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from macros.mkdocs_run import BuildFailedError, serve

    print(f"Preview at http://{given.address}/ (Ctrl+C ends it)")
    try:
        serve(given.project.resolve() / "mkdocs.yml", given.address)
    except BuildFailedError as error:
        return _print_problems(error.problems) if error.problems else _print_stop(str(error))
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "build": build_command,
    "check": check_command,
    "serve": serve_command,
}

if __name__ == "__main__":
    sys.exit(main())
