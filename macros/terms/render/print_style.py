"""The running foot of a printed version: CSS that only a page's own stylesheet can carry."""

from __future__ import annotations

import json
from collections.abc import Sequence


def print_style(running: Sequence[str], page: str) -> str:
    """CSS with the running lines at the left of each foot and "page n / m" at the right."""
    lines = ' "\\A" '.join(map(_string, running))
    return (
        "@page {\n"
        f"  @bottom-left {{ content: {lines}; white-space: pre; }}\n"
        f'  @bottom-right {{ content: {_string(page)} " " counter(page) " / " counter(pages); }}\n'
        "}\n"
    )


def _string(words: str) -> str:
    """The words as a CSS string; JSON's escapes of quotes and backslashes are CSS's too."""
    return json.dumps(words.replace("\n", " "), ensure_ascii=False)
