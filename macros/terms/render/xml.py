"""Elements of XML as text: escaped, attributes in the order given, those without a value left out."""

from __future__ import annotations

import re
from html import escape

# What XML 1.0 cannot hold, not even escaped.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def words(text: str) -> str:
    """Words between tags."""
    return escape(FORBIDDEN.sub("", text), quote=False)


def element(tag: str, *inner: str, **attributes: object) -> str:
    """An element around what is XML already."""
    said = "".join(
        f' {name}="{escape(FORBIDDEN.sub("", str(value)))}"'
        for name, value in attributes.items()
        if value not in {None, ""}
    )
    content = "".join(inner)
    return f"<{tag}{said}>{content}</{tag}>" if content else f"<{tag}{said}/>"
