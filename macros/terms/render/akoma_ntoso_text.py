"""Clauses, blocks and words in Akoma Ntoso's elements; a clause keeps its id in every version (eId and wId)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from macros.terms.definitions import term_id
from macros.terms.model import Clause, Node, Tree
from macros.terms.render.xml import element, words


class AkomaNtoso:
    """The writer of one text.

    within is the clause, before the first what none can be called; count the elements in it that have been given ids.
    """

    def __init__(self) -> None:
        self.within = "ref--preface"
        self.count: Counter[tuple[str, str]] = Counter()

    def id(self, kind: str) -> str:
        """The next id of a kind within the clause; clause ids hold no underscore."""
        self.count[self.within, kind] += 1
        return f"{self.within}__{kind}_{self.count[self.within, kind]}"

    def body(self, tree: Tree) -> Iterator[str]:
        """What stands before the clauses, then them."""
        titles = [element("p", element("docTitle", self.nodes(title))) for title in tree.titles]
        before = "".join(titles) + self.blocks(tree.preface)
        if before:
            yield element("preface", before) + "\n"
        clauses = "".join(self.clause(each) for each in tree.clauses) or element("p")
        yield element("mainBody", "\n", clauses) + "\n"

    def clause(self, clause: Clause) -> str:
        """A clause with those under it: an introduction before them, or content alone."""
        self.within = clause.id
        num = element("num", words(clause.label)) if clause.label else ""
        title = element("heading", self.nodes(clause.title), eId=f"{clause.id}__heading") if clause.title else ""
        said = self.blocks(clause.blocks)
        if not clause.clauses:
            said = element("content", said or element("p"), eId=f"{clause.id}__content")
        elif said:
            said = element("intro", said, eId=f"{clause.id}__intro")
        under = "".join(self.clause(each) for each in clause.clauses)
        return element("clause", num, title, said, "\n", under, eId=clause.id, wId=clause.id) + "\n"

    def blocks(self, nodes: Sequence[Node]) -> str:
        """Blocks one after the other."""
        return "".join(BLOCKS[node.kind](self, node) for node in nodes)

    def nodes(self, nodes: Sequence[Node]) -> str:
        """Words one after the other."""
        return "".join(WORDS[node.kind](self, node) for node in nodes)


def _list(akn: AkomaNtoso, node: Node) -> str:
    name = akn.id("list")
    return element("blockList", *(_item(akn, item, node.kind != "bullets") for item in node.children), eId=name)


def _item(akn: AkomaNtoso, node: Node, marked: bool) -> str:
    name = akn.id("item")
    num = element("num", words(node.mark)) if marked else ""
    return element("item", num, akn.blocks(node.children) or element("p"), eId=name)


def _definitions(akn: AkomaNtoso, node: Node) -> str:
    """A list whose items are headed by the terms that they define."""
    name = akn.id("list")
    groups: list[list[Node]] = []
    for child in node.children:
        if not groups or (child.kind == "term" and groups[-1][-1].kind == "definition"):
            groups.append([])
        groups[-1].append(child)
    return element("blockList", *(_defined(akn, group) for group in groups), eId=name)


def _defined(akn: AkomaNtoso, group: Sequence[Node]) -> str:
    name = akn.id("item")
    terms = [
        element("def", akn.nodes(each.children), refersTo=f"#{term_id(each)}") for each in group if each.kind == "term"
    ]
    heading = element("heading", " ".join(terms), eId=f"{name}__heading") if terms else ""
    said = "".join(akn.blocks(each.children) for each in group if each.kind == "definition")
    return element("item", heading, said or element("p"), eId=name)


def _table(akn: AkomaNtoso, node: Node) -> str:
    name = akn.id("table")
    rows = (element("tr", *(_cell(akn, cell) for cell in row.children)) for row in node.children)
    return element("table", *rows, eId=name)


def _cell(akn: AkomaNtoso, node: Node) -> str:
    return element("th" if node.kind == "heading-cell" else "td", element("p", akn.nodes(node.children)))


def _quote(akn: AkomaNtoso, node: Node) -> str:
    name = akn.id("quote")
    return element("blockContainer", akn.blocks(node.children) or element("p"), eId=name)


def _link(akn: AkomaNtoso, node: Node) -> str:
    inside = node.target.startswith("#")
    name = akn.id("ref") if inside else ""
    return element("ref" if inside else "a", akn.nodes(node.children), eId=name, href=node.target)


BLOCKS: Mapping[str, Callable[[AkomaNtoso, Node], str]] = {
    "bullets": _list,
    "definitions": _definitions,
    "lettered": _list,
    "listing": lambda _, node: element("block", words(node.text), name="listing"),
    "numbered": _list,
    "paragraph": lambda akn, node: element("p", akn.nodes(node.children)),
    "quote": _quote,
    "rule": lambda _, __: element("block", name="rule"),
    "table": _table,
}
WORDS: Mapping[str, Callable[[AkomaNtoso, Node], str]] = {
    "break": lambda _, __: element("eol"),
    "code": lambda _, node: element("inline", words(node.text), name="code"),
    "emphasis": lambda akn, node: element("i", akn.nodes(node.children)),
    "link": _link,
    "space": lambda _, __: " ",
    "strong": lambda akn, node: element("b", akn.nodes(node.children)),
    "text": lambda _, node: words(node.text),
}
