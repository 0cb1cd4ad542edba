"""Tokens to nodes: a table from markdown-it's types to ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from macros.terms.model import Fault, Node
from macros.terms.parse.markdown import PARSER

KINDS: Mapping[str, str] = {
    "blockquote": "quote",
    "bullet_list": "bullets",
    "code_inline": "code",
    "dd": "definition",
    "dl": "definitions",
    "dt": "term",
    "em": "emphasis",
    "fence": "listing",
    "hardbreak": "break",
    "hr": "rule",
    "lettered_list": "lettered",
    "link": "link",
    "list_item": "item",
    "ordered_list": "numbered",
    "paragraph": "paragraph",
    "softbreak": "space",
    "strong": "strong",
    "table": "table",
    "td": "cell",
    "text": "text",
    "th": "heading-cell",
    "tr": "row",
}
# What only wraps other nodes; a heading gets here only inside another block, which is a fault.
THROUGH = frozenset({"heading", "inline", "tbody", "thead"})
REFUSED: Mapping[str, str] = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "an image",
}

# Where a link may lead: anything else could run in the reader's browser, or lead elsewhere once the text is saved.
SCHEMES = ("#", "https:", "http:", "mailto:", "tel:")


def grown(tokens: Sequence[Token]) -> tuple[tuple[Node, ...], tuple[Fault, ...]]:
    """The blocks of a text without headings of its own, and what a contract does not take; lines are the text's."""
    faults: list[Fault] = []
    nodes = tuple(each for node in SyntaxTreeNode(tokens).children for each in _nodes(node, faults))
    return nodes, tuple(faults)


def lowered(nodes: Sequence[Node], lines: int) -> tuple[Node, ...]:
    """The same nodes so many lines further down."""
    return tuple(
        Node(
            kind=each.kind,
            text=each.text,
            children=lowered(each.children, lines) if each.children else (),
            mark=each.mark,
            target=each.target,
            line=each.line + lines if each.line else 0,
        )
        for each in nodes
    )


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0


def inline(words: str, line: int, faults: list[Fault]) -> tuple[Node, ...]:
    """The nodes of words on one line of a text, without blocks."""
    nodes, found = _on_line(words, line)
    faults += found
    return nodes


@lru_cache(maxsize=2048)
def _on_line(words: str, line: int) -> tuple[tuple[Node, ...], tuple[Fault, ...]]:
    nodes, faults = _line_of_words(words)
    return lowered(nodes, line - 1), tuple(replace(each, line=line) for each in faults)


@lru_cache(maxsize=1024)
def _line_of_words(words: str) -> tuple[tuple[Node, ...], tuple[Fault, ...]]:
    faults: list[Fault] = []
    (token,) = PARSER.parseInline(words) if words else (Token("inline", "", 0, children=[]),)
    return tuple(_inline(SyntaxTreeNode([token]).children[0], 1, faults)), tuple(faults)


def _nodes(node: SyntaxTreeNode, faults: list[Fault]) -> Iterator[Node]:
    """Our nodes for one of markdown-it's; what only wraps others disappears."""
    if node.type in REFUSED:
        faults.append(_refusal(node.type, _line(node)))
    elif node.type == "inline":
        yield from _inline(node, _line(node), faults)
    elif node.type in THROUGH:
        for child in node.children:
            yield from _nodes(child, faults)
    else:
        yield _block(node, faults)


def _block(node: SyntaxTreeNode, faults: list[Fault]) -> Node:
    children = tuple(each for child in node.children for each in _nodes(child, faults))
    return Node(
        kind=KINDS[node.type],
        text=node.content if node.type == "fence" else "",
        children=children,
        mark=MARKS[node.type](node) if node.type in MARKS else "",
        line=_line(node),
    )


def _inline(node: SyntaxTreeNode, line: int, faults: list[Fault]) -> Iterator[Node]:
    """The runs of words in a block; its line goes on with every line break."""
    for child in node.children:
        if child.type in REFUSED:
            faults.append(_refusal(child.type, line))
            continue
        target = str(child.attrs.get("href", "")) if child.type == "link" else ""
        if target and not target.startswith(SCHEMES):
            faults.append(_foreign(target, line))
        yield Node(
            kind=KINDS[child.type],
            text=child.content,
            children=tuple(_inline(child, line, faults)),
            target=target if target.startswith(SCHEMES) else "",
            line=line,
        )
        line += child.type in {"softbreak", "hardbreak"}


def _refusal(kind: str, line: int) -> Fault:
    norm = "expected words and Markdown"
    return Fault(line=line, message=f"{norm}, found {REFUSED[kind]}; a contract takes neither HTML nor images")


def _foreign(target: str, line: int) -> Fault:
    norm = f"expected a link that begins with {', '.join(SCHEMES)}"
    return Fault(line=line, message=f"{norm}, found {target}; a contract leads to clauses and to the web")


def _item_mark(node: SyntaxTreeNode) -> str:
    """What is printed before an item: "-", "8." or "(a)"."""
    parent = node.parent
    if parent is None or parent.type == "bullet_list":
        return "-"
    if parent.type == "lettered_list":
        return node.markup
    start = int(parent.attrs.get("start", 1))
    return f"{start + parent.children.index(node)}{node.markup}"


MARKS: Mapping[str, Callable[[SyntaxTreeNode], str]] = {
    "bullet_list": lambda _: "-",
    "ordered_list": lambda node: str(node.attrs.get("start", 1)),
    "list_item": _item_mark,
    "paragraph": lambda node: "tight" if node.hidden else "",
}
