"""The running foot of a printed version: CSS that only a page's own stylesheet can carry."""

from __future__ import annotations

import json


def print_style(running: str, page: str) -> str:
    """CSS with the running words at the left of each foot and "page n / m" at the right."""
    return (
        "@page {\n"
        f"  @bottom-left {{ content: {_string(running)}; }}\n"
        f'  @bottom-right {{ content: {_string(page)} " " counter(page) " / " counter(pages); }}\n'
        "}\n"
    )


def _string(words: str) -> str:
    """The words as a CSS string; JSON's escapes of quotes and backslashes are CSS's too."""
    return json.dumps(words.replace("\n", " "), ensure_ascii=False)
