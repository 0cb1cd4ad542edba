"""Clauses and nodes to HTML: the writers of one text, by a table of kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from html import escape

from macros.terms.definitions import Marker, is_defining, term_id, words_of
from macros.terms.model import Clause, Node
from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.render.apparatus import Apparatus, Translate
from macros.terms.spaces import unbroken

# French sets a space before these marks, inside guillemets and between thousands: a line never breaks there.
# Where words run from the right, groups of digits apart by spaces would too: a no-break space holds them together.
DIGITS = re.compile(r"(?<=\d) (?=\d)")
WIDE = 3


class Html:
    """The writers of one text: its language, its interface's words, its defined terms."""

    def __init__(
        self,
        *,
        language: str,
        translate: Translate,
        marker: Marker,
        apparatus: Apparatus | None = None,
    ) -> None:
        self.language, self.translate, self.marker = language, translate, marker
        self.apparatus = apparatus or Apparatus(translate)
        self.given: set[str] = set()
        self.wide_tables = 0

    def naming(self, term: Node) -> tuple[str, str]:
        """The id attributes of a term and of its definition; a term defined again goes without."""
        name = term_id(term)
        if name in self.given:
            return "", ""
        self.given.add(name)
        return f' id="{name}"', f' id="{name}--text"'

    def clause(self, clause: Clause) -> str:
        """A clause with what stands under it."""
        defines = any(is_defining(clause, block) for block in clause.blocks)
        blocks = None if defines else _shared(clause.blocks, self.marker, self.language)
        if blocks is None:
            blocks = self._blocks(clause)
        after = self.apparatus.after(clause)
        inner = "".join(self.clause(each) for each in clause.clauses)
        return f'<section id="{escape(clause.id)}">\n{self._heading(clause)}{blocks}{after}{inner}</section>\n'

    def _blocks(self, clause: Clause) -> str:
        """What stands under a heading."""
        return "".join(
            self._defining_table(block) if is_defining(clause, block) else self.node(block)
            for block in self.marker.mark(clause.blocks, clause)
        )

    def _heading(self, clause: Clause) -> str:
        label = f'<span class="terms-label">{escape(clause.label)}</span> ' if clause.label else ""
        title = f'<span class="terms-title">{self.nodes(clause.title)}</span>' if clause.title else ""
        beside, below = self.apparatus.beside(clause), self.apparatus.below(clause)
        tag = f"h{clause.level}"
        return f'<div class="terms-heading"><{tag}>{label}{title}</{tag}>{beside}</div>\n{below}'

    def nodes(self, nodes: Sequence[Node]) -> str:
        """Nodes one after the other."""
        return "".join(self.node(node) for node in nodes)

    def node(self, node: Node) -> str:
        """A node by the table of its kind."""
        return WRITERS[node.kind](self, node)

    def text(self, node: Node) -> str:
        """Words, escaped, with the no-break spaces that the language asks for."""
        words = unbroken(node.text) if self.language == "fr" else node.text
        if self.language in RIGHT_TO_LEFT:
            words = DIGITS.sub("\u00a0", words)
        return escape(words, quote=False)

    def _defining_table(self, table: Node) -> str:
        """A table of terms and definitions: each row's first cell names it."""
        head, *rows = table.children
        lines = "".join(self._defining_row(row) for row in rows)
        return f'<table class="terms-definitions"><thead>{self.node(head)}</thead><tbody>\n{lines}</tbody></table>\n'

    def _defining_row(self, row: Node) -> str:
        term, *cells = row.children
        named, defined = self.naming(term)
        words = self.nodes(term.children)
        # A header without words would be read out as nothing.
        said = f'<th scope="row"{named}>{words}</th>' if words else "<td></td>"
        for cell in cells:
            said += f"<td{defined}>{self.nodes(cell.children)}</td>"
            defined = ""
        return f"<tr>{said}</tr>\n"


# Versions of a contract have most of their words in common.
@lru_cache(maxsize=1024)
def _shared(blocks: tuple[Node, ...], marker: Marker, language: str) -> str | None:
    """The HTML of blocks that is the same wherever they stand; None where they name terms or count tables."""
    alone = Html(language=language, translate=lambda words, **_: words, marker=marker)
    written = alone.nodes(marker.mark(blocks))
    return None if alone.given or alone.wide_tables else written


def _wrap(tag: str, html: Html, node: Node) -> str:
    return f"<{tag}>{html.nodes(node.children)}</{tag}>\n"


def _inline(tag: str, html: Html, node: Node) -> str:
    return f"<{tag}>{html.nodes(node.children)}</{tag}>"


def _paragraph(html: Html, node: Node) -> str:
    inner = html.nodes(node.children)
    return inner if node.mark == "tight" else f"<p>{inner}</p>\n"


def _numbered(html: Html, node: Node) -> str:
    """A list that counts by itself where its marks read "8."; else the marks are its text."""
    if not node.children[0].mark.endswith("."):
        return _lettered(html, node)
    start = f' start="{node.mark}"' if node.mark != "1" else ""
    return f"<ol{start}>\n{html.nodes(node.children)}</ol>\n"


def _lettered(html: Html, node: Node) -> str:
    items = "".join(
        f'<li><span class="terms-mark">{escape(item.mark)}</span> <div>{html.nodes(item.children)}</div></li>\n'
        for item in node.children
    )
    return f'<ol class="terms-lettered">\n{items}</ol>\n'


def _definitions(html: Html, node: Node) -> str:
    parts, defined = "", ""
    for child in node.children:
        if child.kind == "term":
            named, defined = html.naming(child)
            parts += f"<dt{named}>{html.nodes(child.children)}</dt>\n"
        else:
            parts += f"<dd{defined}>{html.nodes(child.children)}</dd>\n"
            defined = ""
    return f'<dl class="terms-definitions">\n{parts}</dl>\n'


def _table(html: Html, node: Node) -> str:
    head, *rows = node.children
    table = f"<table><thead>{html.node(head)}</thead><tbody>\n{html.nodes(rows)}</tbody></table>\n"
    if len(head.children) < WIDE:
        return table
    html.wide_tables += 1
    label = escape(html.translate("Table {number}", number=html.wide_tables))
    return f'<div class="terms-table" role="region" tabindex="0" aria-label="{label}">{table}</div>\n'


def _link(html: Html, node: Node) -> str:
    """A link; one whose words do not show where it leads has its address written out on paper."""
    if not node.target:
        return html.nodes(node.children)
    said = words_of(node.children)
    kind = ' class="terms-reference"' if node.target.startswith("#") else ""
    if not kind and said not in node.target:
        kind = ' class="terms-elsewhere"'
    return f'<a{kind} href="{escape(node.target)}">{html.nodes(node.children)}</a>'


def _defined(html: Html, node: Node) -> str:
    target = escape(node.target)
    return f'<a class="terms-term" href="#{target}" aria-describedby="{target}--text">{html.nodes(node.children)}</a>'


WRITERS: Mapping[str, Callable[[Html, Node], str]] = {
    "break": lambda _, __: "<br>\n",
    "bullets": partial(_wrap, "ul"),
    "cell": partial(_inline, "td"),
    "code": lambda _, node: f"<code>{escape(node.text)}</code>",
    "defined": _defined,
    "definitions": _definitions,
    "emphasis": partial(_inline, "em"),
    "heading-cell": lambda html, node: f'<th scope="col">{html.nodes(node.children)}</th>',
    "item": partial(_wrap, "li"),
    "lettered": _lettered,
    "link": _link,
    "listing": lambda _, node: f"<pre>{escape(node.text)}</pre>\n",
    "numbered": _numbered,
    "paragraph": _paragraph,
    "quote": partial(_wrap, "blockquote"),
    "row": partial(_wrap, "tr"),
    "rule": lambda _, __: "<hr>\n",
    "space": lambda _, __: "\n",
    "strong": partial(_inline, "strong"),
    "table": _table,
    "text": Html.text,
}
