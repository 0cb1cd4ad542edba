"""What in Markdown is a mark and no word of the text."""

from __future__ import annotations

import re
from html import unescape

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
TAG = re.compile(r"<(?P<name>/?[a-zA-Z][\w-]*)(?P<sets>(?:[\s/][^<>]{0,300})?)>")
VALUE = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)"
MET = re.compile(rf"(?:href|src|alt|title|aria-label)\s*=\s*{VALUE}", re.IGNORECASE)
# What a tag sets, each with its value; else the words between the brackets are the author's: <name of the client>.
SETS = re.compile(rf"(?:\s+[\w:-]+\s*=\s*{VALUE})*\s*/?")
# Tags that set letters or lay words out, as marks do. Others may say something: <del>, <sup>, <name>.
SETTING = re.compile(
    r"/?(?:[biu]|strong|em|small|big|font|center|span|code|tt|pre|p|br|hr|wbr|nobr|div|section|article|header|footer"
    r"|main|blockquote|h[1-6]|[uod]l|li|d[dt]|table|caption|colgroup|col|thead|tbody|tfoot|t[rhd])",
    re.IGNORECASE,
)


def bare(text: str) -> str:
    """The text without emphasis, escapes and links; their words stay."""
    return MARKS.sub(r"\g<sign>", text)


def has_words(text: str) -> bool:
    """Whether anything in the text is a word or a number; the id of a clause is neither."""
    return WORD.search(ID.sub("", text) if "{#" in text else text) is not None


def met(text: str) -> str:
    """The text with the tags and the named spaces of HTML as a reader meets them, whatever else they set."""
    return unescape(TAG.sub(_met, text)) if "<" in text or "&" in text else text


def _met(tag: re.Match[str]) -> str:
    if not SETS.fullmatch(tag["sets"]):
        return tag[0]
    found = MET.findall(tag["sets"])
    return f" <{' '.join((tag['name'], *found))}> " if found or not SETTING.fullmatch(tag["name"]) else " "


def count(text: str) -> int:
    """How many words a reader counts: ids and the targets of links are none."""
    return len(WORD.findall(UNREAD.sub(" ", text)))
