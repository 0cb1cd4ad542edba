"""Which clauses of a translation still translate what the binding text says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from macros.terms.clauses import every
from macros.terms.model import Document, Reading, Text, Version
from macros.terms.names import DRAFT
from macros.terms.status import last
from macros.terms.translate.sources import OPENING, SUMMARY, digests

State = Literal["fresh", "stale", "unreviewed"]


def binding_of(document: Document, version: Version) -> Text | None:
    """The binding text that the translations of a version were made from; without one, a draft's are of the last."""
    found = version.text(document.binding)
    replaced = last(document) if found is None and version.name == DRAFT else None
    return replaced.text(document.binding) if replaced else found


def states(binding: Reading, translation: Reading) -> Mapping[str, State]:
    """The state of each clause of a translation that the binding text has too, in its order.

    Fresh: reviewed since the binding clause last changed; stale: not since; unreviewed: never.
    """
    accepted, now = translation.text.accepted, digests(binding)
    ids = [SUMMARY, *(clause.id or OPENING for clause, _ in every(translation.tree))]
    return {id_: _state(accepted.get(id_), now[id_]) for id_ in ids if id_ in now}


def _state(accepted: str | None, now: str) -> State:
    if accepted is None:
        return "unreviewed"
    return "fresh" if accepted == now else "stale"


def unready(states: Mapping[str, State]) -> list[str]:
    """The clauses that must be reviewed before their translation is published."""
    return [id_ for id_, state in states.items() if state != "fresh"]


def accepting(document: Document, language: str, version: str) -> str:
    """The command, up to its clauses, that records a translation of a version or of the draft as reviewed."""
    where = "" if version == DRAFT else f" --version {version}"
    return f"terms translation accept {document.id} {language}{where}"


def written(accepted: Mapping[str, str], text: Text) -> str:
    """The file that keeps what was accepted of a translation."""
    lines = [
        f"# Each clause of {text.front.binding}.md, by its digest when its translation {text.name}.md was reviewed.",
        "# Written by terms translation accept; nobody edits it.",
        *(f'"{id_}": {digest}' for id_, digest in accepted.items()),
    ]
    return "\n".join(lines) + "\n"
