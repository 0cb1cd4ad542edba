"""A Markdown file to what it says."""

from __future__ import annotations

import re

from macros.terms.intake.model import Taken, UnreadableError
from macros.terms.intake.pandoc import tree
from macros.terms.intake.pandoc_blocks import taken
from macros.terms.intake.plain_text import decoded

FORM = "commonmark+attributes+definition_lists+fancy_lists+footnotes+pipe_tables+strikeout"
FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)[ \t]*$", re.MULTILINE)


def take(content: bytes) -> Taken:
    """The blocks of a file; raises UnreadableError."""
    source = decoded(content)
    if source.lstrip().startswith(("%PDF", "<!DOCTYPE", "<!doctype", "<html", "{\\rtf")):
        message = "expected Markdown, found a file of another format; give it the ending of what it is"
        raise UnreadableError(message)
    front = FRONT.match(source)
    body = source[front.end() :] if front else source
    found = taken(tree(body, FORM))
    title = TITLE.search(front[0]) if front else None
    return Taken(blocks=found.blocks, remarks=found.remarks, title=title["title"] if title else "")
