"""A tree to HTML: sections with ids, numbers apart from titles, terms linked to definitions."""

from __future__ import annotations

from collections.abc import Sequence

from macros.terms.definitions import Marker, definitions, marker_of, words_of
from macros.terms.model import Clause, Contents, Tree
from macros.terms.parse import prose
from macros.terms.render.apparatus import Apparatus, Translate
from macros.terms.render.html_nodes import Html
from macros.terms.translate.sources import OPENING


def contents(clauses: Sequence[Clause]) -> tuple[Contents, ...]:
    """The table of contents of a tree."""
    return tuple(
        Contents(id=each.id, label=each.label, title=words_of(each.title), entries=contents(each.clauses))
        for each in clauses
    )


def titles(tree: Tree, language: str) -> str:
    """The printed title lines, for inside an <h1>; empty where the original prints none."""
    render = Html(language=language, translate=str, marker=Marker(()))
    return "<br>".join(render.nodes(title) for title in tree.titles)


def markdown(source: str, language: str, translate: Translate) -> str:
    """A few blocks of Markdown that are no contract, such as the summary of a change."""
    nodes, _ = prose(source)
    return Html(language=language, translate=translate, marker=Marker(())).nodes(nodes)


def body(
    tree: Tree,
    language: str,
    translate: Translate,
    apparatus: Apparatus | None = None,
) -> str:
    """The text below its title: blocks, then a <section> for each clause, with what leads from it elsewhere."""
    marker = marker_of(definitions(tree))
    render = Html(language=language, translate=translate, marker=marker, apparatus=apparatus)
    preface = render.nodes(render.marker.mark(tree.preface))
    return render.apparatus.stale_note(OPENING) + preface + "".join(render.clause(each) for each in tree.clauses)
