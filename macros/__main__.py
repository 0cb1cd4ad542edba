"""The command line: what it asks for, and the command that answers."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from macros.commands.asking import impact_command, show_command
from macros.commands.building import build_command, serve_command
from macros.commands.checking import check_command
from macros.commands.drafting import draft_command
from macros.commands.output import StopError, stop
from macros.commands.publishing import correct_command, publish_command, withdraw_command
from macros.commands.recording import record_command
from macros.commands.verifying import verify_command
from macros.settings import ClockError

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command: 0 where all is well, 1 where something has to be corrected."""
    given = _parser().parse_args(arguments)
    given.project = given.project.resolve()
    if not (given.project / "mkdocs.yml").is_file():
        return stop(f"{given.project}: expected a project, a folder with mkdocs.yml, found none there")
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stdout)
    logging.getLogger("macros").setLevel(logging.INFO)
    try:
        return given.run(given)  # type: ignore[no-any-return]  # argparse has no types; every run is a Command
    except (ClockError, StopError) as error:
        return stop(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="terms", description="Publish contracts: draft, check, publish, build.")
    parser.add_argument("--project", type=Path, default=Path(), help="the folder with mkdocs.yml (default: here)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    _writing(commands)
    _asking(commands)
    return parser


def _add(commands: argparse._SubParsersAction, name: str, run: Command, said: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]  # the class is generic in argparse's stubs only
    made: argparse.ArgumentParser = commands.add_parser(name, help=said, description=said)
    made.set_defaults(run=run)
    return made


def _writing(commands: argparse._SubParsersAction) -> None:  # type: ignore[type-arg]  # as above
    """The commands that change the project."""
    draft = _add(commands, "draft", draft_command, "start a working text from the last version")
    publish = _add(commands, "publish", publish_command, "publish the draft as a version")
    correct = _add(commands, "correct", correct_command, "publish the draft in place of a version published in error")
    record = _add(commands, "record", record_command, "enter texts that were published elsewhere into the ledger")
    withdraw = _add(commands, "withdraw", withdraw_command, "take a version out of force; its page stays")
    record.add_argument("document", nargs="?", help="such as rezosocial/nextcloud (default: every document)")
    for command in (draft, publish, correct, withdraw):
        command.add_argument("document", help="such as rezosocial/nextcloud")
    for command in (correct, withdraw):
        command.add_argument("version", help="such as 2026-05-19")
    for command in (publish, correct):
        command.add_argument("--effective", type=_day, metavar="DATE", help="the day it takes effect")
        command.add_argument(
            "--translation-later", action="store_true", help="publish without the translations that miss"
        )
        command.add_argument("--dry-run", action="store_true", help="print what would be done, and the redline")
    publish.add_argument("--translation", metavar="LANGUAGE", help="publish a translation of a version instead")
    withdraw.add_argument("--reason", required=True, help="why, in the words that its page shows")


def _asking(commands: argparse._SubParsersAction) -> None:  # type: ignore[type-arg]  # as above
    """The commands that leave the project as it is."""
    check = _add(commands, "check", check_command, "find every mistake that a machine can find")
    check.add_argument("--against", metavar="REVISION", help="also prove that ledgers only grew since a git revision")
    show = _add(commands, "show", show_command, "print the version that applied on a day")
    show.add_argument("document", help="such as rezosocial/nextcloud")
    show.add_argument("--on", type=_day, metavar="DATE", help="the day (default: today)")
    impact = _add(commands, "impact", impact_command, "list every text and clause that prints a fact")
    impact.add_argument("fact", help="such as rezosocial.company.address")
    verify = _add(commands, "verify", verify_command, "prove that a site still serves every sealed byte")
    verify.add_argument("site", help="the address of a deployed site, or a folder")
    _add(commands, "build", build_command, "check, then build the site into site/")
    serve = _add(commands, "serve", serve_command, "preview the site at a local address")
    serve.add_argument("--address", default="127.0.0.1:8000", help="host:port (default: 127.0.0.1:8000)")


def _day(value: str) -> date:
    """A day as an argument."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        message = f"expected a date such as 2027-01-01, found {value!r}"
        raise argparse.ArgumentTypeError(message) from None


if __name__ == "__main__":
    sys.exit(main())
