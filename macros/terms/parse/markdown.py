"""markdown-it-py as contracts need it: CommonMark, tables, definition lists, lettered lists."""

from __future__ import annotations

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from macros.terms.parse.lettered import lettered_lists

# HTML stays on, so that it is found and refused rather than printed; indented code stays off,
# because a contract that indents a paragraph means a paragraph. Links may be of any scheme that
# markdown-it holds safe.
PARSER = MarkdownIt("commonmark").enable("table").disable("code").use(deflist_plugin).use(lettered_lists)

# Without it, a text names no address apart from where it leads to it.
NAMED = "]:"


def blocks(source: str) -> list[Token]:
    """The block tokens alone, their words not read: enough to find headings, and twice as fast."""
    found: list[Token] = []
    PARSER.block.parse(source, PARSER, {}, found)
    return found


def tokens(source: str, known: Mapping[str, object] | None = None) -> list[Token]:
    """The block tokens of a text, each with its half-open range of lines, counted from 0; known are its references."""
    return PARSER.parse(source, {"references": dict(known)} if known else {})


def addresses(text: str) -> Mapping[str, object]:
    """The addresses that a text names apart from where it leads to them."""
    found: dict[str, object] = {}
    if NAMED in text:
        PARSER.block.parse(text, PARSER, found, [])
    return found.get("references", {})  # type: ignore[return-value]  # markdown-it's environment is of any type
