"""Words that must survive Markdown unchanged."""

from __future__ import annotations

import re


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


# What opens or closes a construct inside a line or a table row; {% is looked for whatever stands before it.
INLINE = re.compile(r"[\\`*_\[\]<|~{}]|(?<=\{)%|&(?=[#\w])|[!&]$")
# What, before a value, makes its first characters the start of a block: nothing, or only marks.
OPENS_BLOCK = re.compile(r"[\s>|:+*#-]*(?:\(?\w{1,9}[.)])?\s*")
# What a block can start with: heading, list, quotation, definition, rule; "1." and "a)" lists.
LEADING = re.compile(r"[#+\-=:>(]")
LIST_MARK = re.compile(r"(\d{1,9}|[A-Za-z]{1,5})(?=[.)](?:\s|$))")


def escape(value: str, before: str = "") -> str:
    """The value written so that Markdown prints it and nothing else, after the words before it."""
    text = INLINE.sub(lambda match: "\\" + match[0], value)
    if OPENS_BLOCK.fullmatch(before):
        text = LIST_MARK.sub(lambda match: match[1] + "\\", text, count=1) if LIST_MARK.match(text) else text
        return "\\" + text if LEADING.match(text) else text
    return "\\" + text if before.endswith("]") and text.startswith(("(", ":")) else text
