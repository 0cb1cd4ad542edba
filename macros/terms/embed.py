"""Scripts for other sites by their content: the name of each, its integrity hash, its line in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from macros.terms.integrity import integrity
from macros.terms.model import Script

FOLDER = "overrides/embed"
# What is worked on, and below it what was published.
SOURCE = f"{FOLDER}/terms.js"
PUBLISHED = f"{FOLDER}/v1"
LIST = "scripts.txt"
# A sign-up page that anyone may copy.
EXAMPLE = "docs/developers/sign-up.html"
HEAD = "# Scripts that other sites load, oldest first. `terms embed` appends to it; nobody edits it.\n"
LINE = re.compile(
    r"(?P<added>\d{4}-\d{2}-\d{2}) (?P<integrity>sha384-[A-Za-z0-9+/]{64}) (?P<name>terms\.[0-9a-f]{16}\.js)"
)


def script(content: bytes, added: str) -> Script:
    """A script, named after its content."""
    return Script(name=f"terms.{sha256(content).hexdigest()[:16]}.js", integrity=integrity(content), added=added)


def written(listed: Script) -> str:
    """The line of a script in the list."""
    return f"{listed.added} {listed.integrity} {listed.name}\n"


def read(text: str) -> Iterator[Script | int]:
    """The scripts of a list, and the number of each line that is none."""
    for number, line in enumerate(text.splitlines(), 1):
        match = LINE.fullmatch(line)
        if match:
            yield Script(**match.groupdict(), line=number)
        elif line and not line.startswith("#"):
            yield number
