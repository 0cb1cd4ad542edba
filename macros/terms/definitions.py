"""Defined terms: where a tree defines them, and where its clauses use them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from macros.terms.model import Clause, Definition, Node, Tree
from macros.terms.slugs import slug

QUOTED = re.compile(r"[«“\"]([^«»“”\"]++)[»”\"]")
# A definition list defines wherever it stands; a table only in the clause of this id.
TABLE_CLAUSE = "definitions"
# Never marked inside these: the words there are a link already, or no words of the contract.
CLOSED = frozenset({"link", "term", "heading-cell", "code", "listing"})


def words_of(nodes: Sequence[Node]) -> str:
    """The plain words of nodes, a space for every line break."""
    return "".join(" " if node.kind in {"break", "space"} else node.text + words_of(node.children) for node in nodes)


def term_id(node: Node) -> str:
    """The address of a defined term in its page; two hyphens keep it apart from clause ids."""
    return f"term--{slug(words_of([node]))}"


def definitions(tree: Tree) -> tuple[Definition, ...]:
    """Every defined term of a text, in order."""
    return tuple(
        Definition(id=term_id(node), term=term, forms=forms(term))
        for node in _term_nodes(tree.preface, tree.clauses)
        for term in terms_in(words_of([node]))
        if term.split()
    )


def is_defining(clause: Clause, node: Node) -> bool:
    """Whether a node is a table whose first column defines terms: by another one at least."""
    return clause.id == TABLE_CLAUSE and node.kind == "table" and len(node.children[0].children) > 1


def _term_nodes(preface: Sequence[Node], clauses: Sequence[Clause]) -> Iterator[Node]:
    for block in preface:
        yield from _listed(block)
    for clause in clauses:
        for block in clause.blocks:
            yield from _listed(block)
            if is_defining(clause, block):
                yield from (row.children[0] for row in block.children[1:])
        yield from _term_nodes((), clause.clauses)


def _listed(node: Node) -> Iterator[Node]:
    if node.kind == "term":
        yield node
    for child in node.children:
        yield from _listed(child)


def terms_in(words: str) -> list[str]:
    """« Abonné » / « Client » : gives two terms; words without quotation marks are one."""
    quoted = [each.strip() for each in QUOTED.findall(words)]
    return quoted or [words.strip().removesuffix(":").strip()]


def forms(term: str) -> tuple[str, ...]:
    """The term in singular and plural: Partie(s) is used as Partie and Parties, Party as Party and Parties."""
    words = term.replace("(s)", "s").split()
    singular = [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words]
    plural = [word if len(word) < 4 else f"{word}s" for word in singular]
    first, last = [plural[0], *singular[1:]], [*singular[:-1], _plural(singular[-1])]
    return tuple(dict.fromkeys(" ".join(each) for each in (words, singular, plural, first, last)))


def _plural(word: str) -> str:
    """The English plural of a word that ends in a consonant and y, or hisses; of another, that of any language."""
    if re.search(r"[^aeiouy]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:[cs]h|ss)$", word) else f"{word}s"


@lru_cache(maxsize=64)
def marker_of(found: tuple[Definition, ...]) -> Marker:
    """What marks the terms of a text: one for all versions that define the same ones."""
    return Marker(found)


class Marker:
    """Marks the first use of each term in a clause; in its own definition a term is not marked."""

    def __init__(self, found: Sequence[Definition]) -> None:
        self.ids: Mapping[str, str] = {form: each.id for each in found for form in each.forms}
        forms = sorted(self.ids, key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])") if forms else None

    def mark(self, blocks: Sequence[Node], clause: Clause | None = None) -> tuple[Node, ...]:
        """The blocks of one clause with a node of kind "defined" around each first use."""
        seen: set[str] = set()
        return tuple(
            self._table(block, seen) if clause and is_defining(clause, block) else self._node(block, seen)
            for block in blocks
        )

    def _table(self, table: Node, seen: set[str]) -> Node:
        head, *rows = table.children
        return replace(table, children=(head, *(self._entry(row, seen) for row in rows)))

    def _entry(self, row: Node, seen: set[str]) -> Node:
        term, *cells = row.children
        return replace(row, children=(term, *(self._apart(cell, term, seen) for cell in cells)))

    def _apart(self, node: Node, term: Node, seen: set[str]) -> Node:
        """The definition of a term, in which the term itself is not marked."""
        own = {term_id(term)} - seen
        seen |= own
        marked = self._node(node, seen)
        seen -= own
        return marked

    def _node(self, node: Node, seen: set[str]) -> Node:
        if node.kind in CLOSED or self.pattern is None:
            return node
        children: list[Node] = []
        term = node
        for child in node.children:
            term = child if child.kind == "term" else term
            if child.kind == "text":
                children += self._split(child, seen)
            elif child.kind == "definition":
                children.append(self._apart(child, term, seen))
            else:
                children.append(self._node(child, seen))
        return replace(node, children=tuple(children))

    def _split(self, node: Node, seen: set[str]) -> Iterator[Node]:
        done = 0
        for match in self.pattern.finditer(node.text) if self.pattern else ():
            target = self.ids[match[0]]
            if target in seen:
                continue
            seen.add(target)
            yield replace(node, text=node.text[done : match.start()])
            yield replace(node, kind="defined", text="", target=target, children=(replace(node, text=match[0]),))
            done = match.end()
        yield replace(node, text=node.text[done:])
