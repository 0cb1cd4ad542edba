"""Clauses and nodes to HTML: the writers of one text, by a table of kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from macros.terms.definitions import Marker, is_defining, term_id, words_of
from macros.terms.model import Clause, Node

Translate = Callable[..., str]
# French sets a space before these marks and inside guillemets: a line never breaks there.
FRENCH_SPACES = re.compile(r"(?<=«) | (?=[:;?!»%€])")
WIDE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The same clause in the text in force: a link to it, and its heading there."""

    href: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A version that changed a clause, or added it: a link to how it did, in words."""

    href: str
    name: str
    version: str
    added: bool


class Html:
    """The writers of one text: its language, its interface's words, its defined terms."""

    def __init__(
        self,
        *,
        language: str,
        translate: Translate,
        marker: Marker,
        in_force: Mapping[str, Elsewhere] | None = None,
        history: Mapping[str, Sequence[Past]] | None = None,
    ) -> None:
        self.language, self.translate, self.marker, self.in_force = language, translate, marker, in_force
        self.history = history or {}
        self.given: set[str] = set()
        self.wide_tables = 0

    def naming(self, term: Node) -> tuple[str, str]:
        """The id attributes of a term and of its definition; a term defined again goes without."""
        name = term_id(term)
        if name in self.given:
            return "", ""
        self.given.add(name)
        return f' id="{name}"', f' id="{name}-text"'

    def clause(self, clause: Clause) -> str:
        """A clause with what stands under it."""
        blocks = "".join(
            self._defining_table(block) if is_defining(clause, block) else self.node(block)
            for block in self.marker.mark(clause.blocks, clause)
        )
        inner = "".join(self.clause(each) for each in clause.clauses)
        head = f"{self._heading(clause)}\n{self._past(clause)}"
        return f'<section id="{escape(clause.id)}">\n{head}{blocks}{inner}</section>\n'

    def _heading(self, clause: Clause) -> str:
        name = " ".join(filter(None, (clause.label, words_of(clause.title))))
        label = f'<span class="terms-label">{escape(clause.label)}</span> ' if clause.label else ""
        title = f'<span class="terms-title">{self.nodes(clause.title)}</span>' if clause.title else ""
        says = escape(self.translate("Link to {clause}", clause=name))
        link = escape(self.translate("Link"))
        anchor = f'<a class="terms-permalink" href="#{escape(clause.id)}" aria-label="{says}">{link}</a>'
        tag = f"h{clause.level}"
        return f'<div class="terms-heading"><{tag}>{label}{title}</{tag}>{anchor}{self._current(clause)}</div>'

    def _past(self, clause: Clause) -> str:
        """The versions that changed a clause, a line each, closed until a reader asks."""
        lines = self.history.get(clause.id)
        if not lines:
            return ""
        changes = [each for each in lines if not each.added]
        if not changes:
            said = self.translate("Added in {version}", version=lines[0].version)
        elif len(changes) == 1:
            said = self.translate("Changed in {version}", version=changes[0].version)
        else:
            count, last = len(changes), changes[0].version
            said = self.translate("Changed {count} times, last in {version}", count=count, version=last)
        items = "".join(f'<li><a href="{escape(each.href)}">{escape(each.name)}</a></li>' for each in lines)
        return f'<details class="terms-history"><summary>{escape(said)}</summary><ul>{items}</ul></details>\n'

    def _current(self, clause: Clause) -> str:
        """In a text that is not in force: the way to the same clause of the one that is, or that there is none."""
        if self.in_force is None:
            return ""
        same = self.in_force.get(clause.id)
        if same is None:
            return f'<span class="terms-current">{escape(self.translate("Not in the text in force"))}</span>'
        says = escape(self.translate("The same clause in the text in force: {clause}", clause=same.name))
        said = escape(self.translate("In the text in force"))
        return f'<a class="terms-current" href="{escape(same.href)}" aria-label="{says}">{said}</a>'

    def nodes(self, nodes: Sequence[Node]) -> str:
        """Nodes one after the other."""
        return "".join(self.node(node) for node in nodes)

    def node(self, node: Node) -> str:
        """A node by the table of its kind."""
        return WRITERS[node.kind](self, node)

    def text(self, node: Node) -> str:
        """Words, escaped, with the no-break spaces that the language asks for."""
        words = FRENCH_SPACES.sub("\u00a0", node.text) if self.language == "fr" else node.text
        return escape(words, quote=False)

    def _defining_table(self, table: Node) -> str:
        """A table of terms and definitions: each row's first cell names it."""
        head, *rows = table.children
        lines = "".join(self._defining_row(row) for row in rows)
        return f'<table class="terms-definitions"><thead>{self.node(head)}</thead><tbody>\n{lines}</tbody></table>\n'

    def _defining_row(self, row: Node) -> str:
        term, *cells = row.children
        named, defined = self.naming(term)
        said = f'<th scope="row"{named}>{self.nodes(term.children)}</th>'
        for cell in cells:
            said += f"<td{defined}>{self.nodes(cell.children)}</td>"
            defined = ""
        return f"<tr>{said}</tr>\n"


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
    said = words_of(node.children)
    kind = ' class="terms-reference"' if node.target.startswith("#") else ""
    if not kind and said not in node.target:
        kind = ' class="terms-elsewhere"'
    return f'<a{kind} href="{escape(node.target)}">{html.nodes(node.children)}</a>'


def _defined(html: Html, node: Node) -> str:
    target = escape(node.target)
    return f'<a class="terms-term" href="#{target}" aria-describedby="{target}-text">{html.nodes(node.children)}</a>'


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
