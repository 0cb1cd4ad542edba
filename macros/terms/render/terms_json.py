"""A text as JSON by clause, as variables/schema/terms.schema.json describes it; its words are those of terms.txt."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from macros.terms.definitions import definitions, words_of
from macros.terms.model import Clause, Node, Source
from macros.terms.render.edition import Edition
from macros.terms.render.text import blocks

API = "api/v1/"


def terms_json(edition: Edition) -> str:
    """The whole text with its facts: the same bytes on every day."""
    return dumped(
        {
            "schema": f"{edition.site}{API}terms.schema.json",
            "document": edition.document,
            "publisher": {"id": edition.publisher, "name": edition.name},
            "version": edition.version,
            "language": edition.language,
            "revision": edition.revision,
            **_front(edition),
            "sha256": edition.digest,
            "address": edition.address,
            "files": dict(edition.files),
            "titles": [words_of(title) for title in edition.tree.titles],
            "preface": _said(edition.tree.preface),
            "clauses": [_clause(each, edition.address) for each in edition.tree.clauses],
            "definitions": [
                {"id": each.id, "term": each.term, "address": f"{edition.address}#{each.id}"}
                for each in definitions(edition.tree)
            ],
        }
    )


def dumped(value: object) -> str:
    """JSON for people too: indented, in the letters of every language."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _front(edition: Edition) -> Mapping[str, object]:
    front = edition.front
    return {
        "binding": front.binding,
        "title": front.title,
        "effective": str(front.effective) if front.effective else None,
        "recorded": str(front.recorded),
        "change": front.change or None,
        "corrects": front.corrects or None,
        "notice_days": front.notice_days,
        "summary": front.summary or None,
        "source": _source(front.source) if front.source else None,
    }


def _source(source: Source) -> Mapping[str, object]:
    return {"title": source.title, "place": source.place or None, "note": source.note or None}


def _clause(clause: Clause, address: str) -> Mapping[str, object]:
    return {
        "id": clause.id,
        "level": clause.level,
        "number": clause.number or None,
        "label": clause.label or None,
        "title": words_of(clause.title) or None,
        "address": f"{address}#{clause.id}",
        "text": _said(clause.blocks),
        "references": list(dict.fromkeys(_references((*clause.title, *clause.blocks)))),
        "clauses": [_clause(each, address) for each in clause.clauses],
    }


def _said(nodes: Sequence[Node]) -> str:
    return "\n\n".join(blocks(nodes))


def _references(nodes: Sequence[Node]) -> Iterator[str]:
    """The ids of the clauses that nodes refer to."""
    for node in nodes:
        if node.target.startswith("#"):
            yield node.target[1:]
        yield from _references(node.children)
