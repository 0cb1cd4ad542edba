"""terms redline: what differs between two Markdown files, or between two versions of a document."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.commands.output import StopError, stop
from macros.terms.compare import compare
from macros.terms.compare.sides import Side, markdown
from macros.terms.model import Redline
from macros.terms.render.redline_document import redline_document
from macros.terms.render.redline_json import redline_json
from macros.terms.render.redline_markdown import redline_markdown
from macros.terms.render.terminal import colours, terminal

BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"\xff\xd8\xff", b"GIF8")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SAME, DIFFERENT, TROUBLE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One of the two texts: what it is called, its language, "" where it is not known."""

    name: str
    side: Side
    language: str = ""


Writer = Callable[[Redline, Compared, Compared], str]


def redline_command(given: argparse.Namespace) -> int:
    """Print what differs; the exit code says whether anything does, or that there was trouble."""
    try:
        old, new = _files(given) if _are_files(given) else _versions(given)
    except StopError as error:
        stop(str(error))
        return TROUBLE
    redline = compare(old.side, new.side)
    # As bytes: the ends of lines come out as the files have them.
    sys.stdout.buffer.write(FORMATS[given.format](redline, old, new).encode())
    # Two versions always differ in their dates; two files are the same where every byte is.
    differs = redline.changes or (_are_files(given) and any(each.op != "equal" for each in redline.ops))
    return DIFFERENT if differs else SAME


def _are_files(given: argparse.Namespace) -> bool:
    return "@" not in given.old or Path(given.old).is_file()


def _files(given: argparse.Namespace) -> tuple[Compared, Compared]:
    if "@" in given.new and not Path(given.new).is_file():
        raise StopError(f"expected two files or two versions, found {given.old} and {given.new}; name two of a kind")
    if given.lang is not None:
        raise StopError("--lang: expected two versions, found two files; leave it out")
    return _file(given.old), _file(given.new)


def _file(name: str) -> Compared:
    """A file as it is, byte for byte; raises StopError where it is no text in UTF-8."""
    norm = f"{name}: expected a Markdown file in UTF-8, found"
    other = f"{norm} another kind of file; convert it to Markdown"
    try:
        content = Path(name).read_bytes()
        if b"\0" in content or content.startswith(BINARY):
            raise StopError(other)
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StopError(f"{norm} byte 0x{content[error.start]:02x} on line {line}; save it as UTF-8") from error
    except OSError as error:
        hint = "; a version is named as rezosocial/nextcloud@2026-05-19" if not Path(name).exists() else ""
        raise StopError(f"{norm} {(error.strerror or 'nothing').lower()}{hint}") from error
    if text.lstrip("\ufeff \t\r\n")[:9].lower().startswith(("<!doctype", "<html", "<?xml", "{\\rtf")):
        raise StopError(other)
    return Compared(name=name, side=markdown(text))


def _versions(given: argparse.Namespace) -> tuple[Compared, Compared]:
    """Two versions of one document, as they are served; raises StopError where either does not exist."""
    from macros.commands.versions import in_project, text_of

    project = in_project(given.project)
    name, _, old = given.old.partition("@")
    other, _, new = given.new.rpartition("@")
    if other and other != name:
        raise StopError(f"expected two versions of one document, found {name} and {other}; name two of the same")
    before, after = (text_of(project, name, version, given.lang) for version in (old, new))
    return (
        Compared(name=f"{name}@{old}", side=before[0], language=before[1]),
        Compared(name=f"{name}@{new}", side=after[0], language=after[1]),
    )


def _text(redline: Redline, *_: Compared) -> str:
    """What changed, without characters that steer a terminal."""
    return "".join(f"{CONTROLS.sub(chr(0xFFFD), line)}\n" for line in terminal(redline))


def _terminal(redline: Redline, *_: Compared) -> str:
    lines = _text(redline)
    return colours(lines) if sys.stdout.isatty() else lines


FORMATS: Mapping[str, Writer] = {
    "terminal": _terminal,
    "html": lambda redline, old, new: redline_document(redline, old.name, new.name, new.language or "und"),
    "markdown": lambda redline, *_: redline_markdown(redline),
    "json": lambda redline, old, new: redline_json(redline, old.name, new.name),
    "text": _text,
}
