"""A file to Pandoc's own tree: the only file that knows Pandoc."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from macros.terms.intake.model import UnreadableError

# Options a person's machine could set, and options that would fetch a page or write a file, are left out.
SAFE = ("--sandbox", "+RTS", "-M2g", "-RTS")
SECONDS = 60
NAME = re.compile(r"\w*")


def tree(content: str | bytes, form: str, options: Sequence[str] = ()) -> Mapping[str, Any]:
    """Pandoc's tree of a file's content; raises UnreadableError."""
    try:
        import pypandoc
    except ImportError as error:
        raise UnreadableError(missing("pandoc")) from error
    command = [pypandoc.get_pandoc_path(), f"--from={form}", "--to=json", *SAFE, *options]
    given = content.encode() if isinstance(content, str) else content
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603  # the binary of a pinned package, and words of ours
        found: Mapping[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError, RecursionError) as error:
        said = getattr(error, "stderr", None) or b"too much in it"
        reason = next(iter(said.decode("utf-8", "replace").strip().splitlines()), "nothing in it")
        message = f"expected {NAME.findall(form)[0]}, found a file that cannot be read as such: {reason}"
        raise UnreadableError(message) from error
    return found


def missing(tool: str) -> str:
    """What to do where a tool that reads files is not installed."""
    return f"expected {tool} to read this file, found none; run: make import FILE=… AS=… VERSION=…"
