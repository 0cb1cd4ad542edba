"""HTML of ours to nested elements, as data: what a typesetter that is no browser sets of a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TypedDict

BLOCKS = frozenset({
    "blockquote", "dd", "div", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
# What leads from a clause elsewhere on the screen, and where a reader of the screen stops.
ON_SCREEN = frozenset({"current", "history", "permalink", "prevailing", "propose", "stop"})
VOID = frozenset({"br", "hr"})
HEADING = re.compile(r"h[1-6]")
SPACES = re.compile(r"[ \t\r\n]+")


class Element(TypedDict):
    """One element: its words and elements in order, and the few attributes that are seen on paper."""

    tag: str
    kind: str
    id: str
    target: str
    start: int
    level: int
    nodes: list[Element | str]


def elements(html: str) -> list[Element | str]:
    """The elements of a fragment that are seen on paper, without the spaces between blocks.

    level of a heading is its depth among the others: none is skipped, as readers of tagged files expect.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    _level(reader.root, [], "")
    return _spaced(reader.root["nodes"], within_blocks=True)


def _element(tag: str, attributes: dict[str, str]) -> Element:
    return Element(
        tag=tag,
        kind=attributes.get("class", "").removeprefix("terms-"),
        id=attributes.get("id", ""),
        target=attributes.get("href", ""),
        start=int(attributes.get("start", 1)),
        level=0,
        nodes=[],
    )


class _Reader(HTMLParser):
    """The elements that are open; what it reads was written by html.py or redline_html.py, so that all are closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _element(tag, {name: value or "" for name, value in attrs})
        self.open[-1]["nodes"].append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        done = self.open.pop()
        if done["kind"] in ON_SCREEN:
            self.open[-1]["nodes"].remove(done)
        elif tag != "pre":
            done["nodes"] = _spaced(done["nodes"], within_blocks=tag in BLOCKS)

    def handle_data(self, data: str) -> None:
        typed = any(each["tag"] in {"pre", "code"} for each in self.open)
        self.open[-1]["nodes"].append(data if typed else SPACES.sub(" ", data))


def _spaced(nodes: list[Element | str], *, within_blocks: bool) -> list[Element | str]:
    """The nodes without the spaces that no one sees: beside a block, and at either end of one."""
    kept: list[Element | str] = []
    for place, node in enumerate(nodes):
        around = [nodes[at] if 0 <= at < len(nodes) else None for at in (place - 1, place + 1)]
        hidden = isinstance(node, str) and not node.strip(" \n")
        if not (hidden and any(_is_edge(each, within_blocks=within_blocks) for each in around)):
            kept.append(node)
    return kept


def _is_edge(neighbour: Element | str | None, *, within_blocks: bool) -> bool:
    if neighbour is None:
        return within_blocks
    return not isinstance(neighbour, str) and neighbour["tag"] in BLOCKS


def _level(element: Element, around: list[int], section: str) -> str:
    """Give each heading its depth, and the first of a section its id; what is left of that id.

    around are the levels of the headings that one stands under.
    """
    for node in element["nodes"]:
        if isinstance(node, str):
            continue
        if HEADING.fullmatch(node["tag"]):
            own = int(node["tag"][1])
            while around and around[-1] >= own:
                around.pop()
            around.append(own)
            node["tag"], node["level"], node["id"], section = "heading", len(around), section, ""
        if node["tag"] == "section":
            _level(node, around, node["id"])
        else:
            section = _level(node, around, section)
    return section
