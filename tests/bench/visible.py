"""Markdown as HTML, for the engines that read it, and their HTML with <ins> and <del> as operations."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from tests.bench.ops import Op

CHANGES = {"ins": "insert", "del": "delete"}
BLOCKS = {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "blockquote", "pre", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
BETWEEN = {**dict.fromkeys(BLOCKS, "\n\n"), "td": " | ", "th": " | ", "br": "\n"}
MARKDOWN = MarkdownIt("commonmark").enable("table").use(deflist_plugin)


@cache
def rendered(markdown: str) -> str:
    """The HTML of a text."""
    return str(MARKDOWN.render(markdown))


@cache
def words(markdown: str) -> str:
    """The text that a reader of its HTML sees."""
    return "".join(op.text for op in operations(rendered(markdown)))


def operations(html: str) -> list[Op]:
    """The visible text of HTML, its tags of blocks as blank lines: what stands in <ins> came, in <del> went."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.ops


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ops: list[Op] = []
        self.within: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._between(tag)
        if tag in CHANGES:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._between(tag)
        if tag in self.within:
            self.within.remove(tag)

    def handle_data(self, data: str) -> None:
        self.ops.append(Op(CHANGES[self.within[-1]] if self.within else "equal", data))

    def _between(self, tag: str) -> None:
        if tag in BETWEEN:
            self.handle_data(BETWEEN[tag])
