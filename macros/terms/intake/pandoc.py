"""A file to Pandoc's own tree: the only file that knows Pandoc."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from macros.terms.intake.model import UnreadableError

# Options a person's machine could set, and options that would fetch a page or write a file, are left out.
SAFE = ("--sandbox",)
NAME = re.compile(r"\w*")


def tree(content: str | bytes, form: str, options: Sequence[str] = ()) -> Mapping[str, Any]:
    """Pandoc's tree of a file's content; raises UnreadableError."""
    try:
        import pypandoc
    except ImportError as error:
        raise UnreadableError(missing("pandoc")) from error
    try:
        found: Mapping[str, Any] = json.loads(
            pypandoc.convert_text(content, "json", format=form, extra_args=[*SAFE, *options])
        )
    except (OSError, RuntimeError, ValueError) as error:
        said = next(iter(str(error).rpartition("conversion: ")[2].strip().splitlines()), "nothing in it")
        message = f"expected {NAME.findall(form)[0]}, found a file that cannot be read as such: {said}"
        raise UnreadableError(message) from error
    return found


def missing(tool: str) -> str:
    """What to do where a tool that reads files is not installed."""
    return f"expected {tool} to read this file, found none; run: make import FILE=… AS=… VERSION=…"
