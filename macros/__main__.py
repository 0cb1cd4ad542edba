"""The command line: what it asks for, and the command that answers."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from macros.commands.known import ANYWHERE, COMMANDS
from macros.commands.output import StopError, report, stop
from macros.settings import ClockError
from macros.stopping import BuildFailedError


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command: 0 where all is well, 1 where something has to be corrected; redline has its own."""
    given = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stdout)
    logging.getLogger("macros").setLevel(logging.INFO)
    module, function = COMMANDS[given.command][0]
    try:
        if given.command not in ANYWHERE:
            given.project = import_module("macros.commands.root").prepared(given.project)
        return int(getattr(import_module(f"macros.commands.{module}"), function)(given))
    except (ClockError, StopError) as error:
        return stop(str(error))
    except BuildFailedError as error:
        return report(error.problems) if error.problems else stop(str(error))
    except BrokenPipeError:
        # Whoever read what is printed has read enough, as `head` does; Python must not print the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="terms", description="Publish contracts: draft, check, publish, build.")
    project: dict[str, Any] = {"type": Path, "help": "the folder with mkdocs.yml (default: here)"}
    parser.add_argument("--project", default=Path(), **project)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, (_, said, arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=said, description=said)
        for each in arguments:
            command.add_argument(each.name, **each.options)
        # Behind the command as well as before it; unsaid there, it is what was said before.
        command.add_argument("--project", default=argparse.SUPPRESS, **project)
    return parser


if __name__ == "__main__":
    sys.exit(main())
