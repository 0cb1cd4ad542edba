"""A redline as JSON, as variables/schema/redline.schema.json describes it: changes, and ops that lose nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from macros.terms.model import Change, ClauseHeading, Group, Redline

# The file in variables/schema that describes it.
SCHEMA = "redline.schema.json"


def redline_json(redline: Redline, old: str, new: str) -> str:
    """The redline of two texts that are called old and new: one line for each change and each op."""
    parts = {
        "schema": json.dumps(SCHEMA),
        "old": _dumps(old),
        "new": _dumps(new),
        "changes": _lines([*_changes(redline), *map(_group, redline.groups)]),
        "ops": _lines([each._asdict() | {"class": each.kind} for each in redline.ops]),
    }
    return "{\n" + ",\n".join(f'"{name}": {value}' for name, value in parts.items()) + "\n}\n"


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(values: list[dict[str, object]]) -> str:
    lines = (
        _dumps({key: each for key, each in value.items() if key != "kind" or "class" not in value}) for value in values
    )
    return "[\n" + ",\n".join(lines) + "\n]" if values else "[]"


def _changes(redline: Redline) -> Iterator[dict[str, object]]:
    """The clauses that changed; one that only a variable changed is told by the group of that substitution."""
    grouped = {clause for group in redline.groups for clause in group.clauses}
    for change in redline.changes:
        renamed = change.old and change.new and change.old.heading != change.new.heading
        if change.kind != "variable" or renamed or change.clause.id not in grouped:
            yield _change(change)


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "clause": change.clause.id or None,
        "old": _heading(change.old),
        "new": _heading(change.new),
        "facts": list(change.facts),
        "deleted": change.deleted,
        "inserted": change.inserted,
    }


def _heading(heading: ClauseHeading | None) -> Mapping[str, str | None] | None:
    return {"id": heading.id or None, "label": heading.label, "title": heading.title} if heading else None


def _group(group: Group) -> dict[str, object]:
    return {
        "kind": "variable",
        "clauses": [each or None for each in group.clauses],
        "facts": list(group.facts),
        "from": group.old,
        "to": group.new,
        "places": group.places,
    }
