"""The running foot of a printed version: CSS that only a page's own stylesheet can carry."""

from __future__ import annotations

import json
from collections.abc import Sequence

from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.pages.model import Asset

# No element can stand in a style: characters keep a digest, or two versions and the arrow between them, in order.
LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"


def print_style(address: str, running: Sequence[str], page: str) -> Asset:
    """The stylesheet of a page: the running lines at the left of each foot, "page n / m" at the right."""
    lines = ' "\\A" '.join(map(_string, running))
    style = (
        "@page {\n"
        f"  @bottom-left {{ content: {lines}; white-space: pre; }}\n"
        f'  @bottom-right {{ content: {_string(page)} " " counter(page) " / " counter(pages); }}\n'
        "}\n"
    )
    return Asset(address=f"{address}print.css", content=style.encode())


def forward(words: str, language: str) -> str:
    """Words that read from left to right everywhere, kept so among those of the language."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{words}{POP_ISOLATE}" if language in RIGHT_TO_LEFT else words


def _string(words: str) -> str:
    """The words as a CSS string; JSON's escapes of quotes and backslashes are CSS's too."""
    return json.dumps(words.replace("\n", " "), ensure_ascii=False)
