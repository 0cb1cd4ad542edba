"""What in Markdown is a mark and no word of the text."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
# The id of a clause, and where a link leads.
BRACES = r"\{\#[^{}\n]*\}"
LINK_END = r"\]\([^()\s]*\)"
ID = re.compile(BRACES)
UNREAD = re.compile(f"{BRACES}|{LINK_END}")
# An escaped sign stays as a sign; low lines inside a word are part of it.
MARKS = re.compile(
    rf"\\(?P<sign>[!-/:-@\[-`{{-~\n]|\r\n)|[*`]+|(?<![^\W_])_+|_+(?![^\W_])|\[(?=[^\[\]]*\]\()|{LINK_END}"
)
# A tag of HTML with what it sets, and what of that a reader meets: where it leads, what it shows or says. An address
# between the same brackets is none.
TAG = re.compile(r"<(?P<name>/?[a-zA-Z][\w-]*)(?P<sets>(?:[\s/][^<>\n]*)?)>")
MET = re.compile(r"(?:href|src|alt|title|aria-label)\s*=\s*(?:\"[^\"]*\"|'[^']*'|\S+)", re.IGNORECASE)


def bare(text: str) -> str:
    """The text without emphasis, escapes and links; their words stay."""
    return MARKS.sub(r"\g<sign>", text)


def has_words(text: str) -> bool:
    """Whether anything in the text is a word or a number; the id of a clause is neither."""
    return WORD.search(ID.sub("", text) if "{#" in text else text) is not None


def met(text: str) -> str:
    """The text with the tags of HTML as a reader meets them, whatever else they set."""
    return TAG.sub(lambda tag: f"<{' '.join((tag['name'], *MET.findall(tag['sets'])))}>", text)


def count(text: str) -> int:
    """How many words a reader counts: ids and the targets of links are none."""
    return len(WORD.findall(UNREAD.sub(" ", text)))
