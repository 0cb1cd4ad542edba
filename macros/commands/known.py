"""Every command: where its function is, what it is for, and its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

# Where the function of a command is: imported when it runs, so that each starts as fast as it can.
Command = tuple[str, str]


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a date such as 2027-01-01, found {value!r}") from None


def _address(value: str) -> str:
    _, _, port = value.rpartition(":")
    if not port.isdecimal() or ":" not in value:
        raise argparse.ArgumentTypeError(f"expected a host and a port such as 127.0.0.1:8000, found {value!r}")
    return value


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a command, as argparse takes it."""

    name: str
    options: Mapping[str, Any]


def _argument(name: str, said: str, **options: object) -> Argument:
    return Argument(name, {"help": said, **options})


FORMATS = ("terminal", "html", "markdown", "json", "text")
FINDINGS = ("text", "github", "json", "sarif")
GRAVE = ("error", "warning")
# Commands that also work outside a project.
ANYWHERE = frozenset({"redline"})

DOCUMENT = _argument("document", "such as rezosocial/nextcloud")
VERSION = _argument("version", "such as 2026-05-19")
EFFECTIVE = _argument("--effective", "the day it takes effect", type=_day, metavar="DATE")
LATER = _argument("--translation-later", "publish without the translations that miss", action="store_true")
DRY_RUN = _argument("--dry-run", "print what would be done, and the redline", action="store_true")

COMMANDS: Mapping[str, tuple[Command, str, Sequence[Argument]]] = {
    "check": (
        ("checking", "check_command"),
        "find every mistake that a machine can find",
        [
            _argument("document", "such as rezosocial/nextcloud: tell of its files alone", nargs="?"),
            _argument(
                "--against",
                "prove that ledgers only grew since a git revision, and leave its warnings out",
                metavar="REVISION",
            ),
            _argument("--published", "also list what could be better in published texts", action="store_true"),
            _argument("--format", "what to print (default: text)", default="text", choices=FINDINGS),
            _argument("--fail-on", "the exit code is 1 from here (default: error)", default="error", choices=GRAVE),
        ],
    ),
    "build": (("building", "build_command"), "check, then build the site into site/", []),
    "site": (
        ("parting", "site_command"),
        "build one publisher's part of the site, to be joined with others",
        [
            _argument("--only", "such as rezosocial", metavar="PUBLISHER", required=True),
            _argument("--into", "where to write it (default: parts/PUBLISHER)", type=Path, metavar="FOLDER"),
        ],
    ),
    "join": (
        ("parting", "join_command"),
        "build the site of parts that were built anywhere",
        [_argument("parts", "folders that terms site wrote", type=Path, nargs="+", metavar="FOLDER")],
    ),
    "export": (
        ("exporting", "export_command"),
        "write the contracts as bare pages, without MkDocs, theme and scripts",
        [
            _argument("what", "the whole of it", choices=("site",)),
            _argument("folder", "where to write it", type=Path),
            _argument("--shell", "the template around pages", choices=("plain",), required=True),
        ],
    ),
    "serve": (
        ("building", "serve_command"),
        "preview the site at a local address",
        [_argument("--address", "host:port (default: 127.0.0.1:8000)", default="127.0.0.1:8000", type=_address)],
    ),
    "draft": (("drafting", "draft_command"), "start a working text from the last version", [DOCUMENT]),
    "publish": (
        ("publishing", "publish_command"),
        "publish the draft as a version",
        [
            DOCUMENT,
            EFFECTIVE,
            LATER,
            DRY_RUN,
            _argument("--translation", "publish a translation of a version instead", metavar="LANGUAGE"),
        ],
    ),
    "translation": (
        ("reviewing", "translation_command"),
        "show which clauses of translations are up to date, or record those that were reviewed",
        [
            _argument("act", "status, or accept", choices=("status", "accept")),
            _argument("document", "such as rezosocial/nextcloud (status: every document)", nargs="?"),
            _argument("language", "such as en", nargs="?"),
            _argument("clauses", "ids of the clauses that were reviewed, such as duree", nargs="*"),
            _argument("--all", "every clause of the translation was reviewed", action="store_true"),
            _argument("--version", "such as 2026-05-19 (default: the draft)", metavar="VERSION"),
        ],
    ),
    "correct": (
        ("publishing", "correct_command"),
        "publish the draft in place of a version published in error",
        [DOCUMENT, VERSION, EFFECTIVE, LATER, DRY_RUN],
    ),
    "import": (
        ("importing", "import_command"),
        "bring in a contract from a DOCX, HTML, Markdown or PDF file",
        [
            _argument("file", "the contract, such as cgv.docx", nargs="?"),
            _argument("--as", "where it goes, such as rezosocial/nextcloud", dest="goal", metavar="DOCUMENT"),
            _argument("--version", "the day that its version is named by", metavar="DATE"),
            _argument("--lang", "its language (default: the one it is in)", metavar="LANGUAGE"),
            _argument("--git", "bring in the history of a Markdown file instead", metavar="REPO:PATH"),
        ],
    ),
    "record": (
        ("recording", "record_command"),
        "enter texts that were published elsewhere into the ledger",
        [
            _argument("document", "such as rezosocial/nextcloud (default: every document)", nargs="?"),
            _argument("version", "such as 2026-05-19 (default: every version)", nargs="?"),
        ],
    ),
    "withdraw": (
        ("publishing", "withdraw_command"),
        "take a version out of force; its page stays",
        [DOCUMENT, VERSION, _argument("--reason", "why, in the words that its page shows", required=True)],
    ),
    "redline": (
        ("redlining", "redline_command"),
        "show what differs between two versions, or between any two Markdown files",
        [
            _argument("old", "such as rezosocial/nextcloud@2026-05-19, or a file"),
            _argument("new", "such as draft or 2027-01-01, or a file"),
            _argument("--format", "what to print (default: terminal)", default="terminal", choices=FORMATS),
            _argument("--lang", "the language of the versions (default: the binding one)", metavar="LANGUAGE"),
        ],
    ),
    "report": (
        ("reporting", "report_command"),
        "tell what a change does to the contracts: the comment of a pull request",
        [
            _argument("--against", "the git revision before the change", metavar="REVISION", required=True),
            _argument("--format", "for whom (default: github)", default="github", choices=("github",)),
            _argument("--preview", "the address at which the changed site can be seen", default="", metavar="URL"),
        ],
    ),
    "show": (
        ("asking", "show_command"),
        "print the version that applied on a day",
        [DOCUMENT, _argument("--on", "the day (default: today)", type=_day, metavar="DATE")],
    ),
    "impact": (
        ("asking", "impact_command"),
        "list every text and clause that prints a fact",
        [_argument("fact", "such as rezosocial.company.address")],
    ),
    "embed": (("embedding", "embed_command"), "publish the script that other sites load, as it stands", []),
    "verify": (
        ("verifying", "verify_command"),
        "prove that a site still serves every sealed byte",
        [_argument("site", "the address of a deployed site, or a folder")],
    ),
}
