"""Data and a JSON Schema to problems in plain words: the only room that knows jsonschema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from macros.terms.model import Data, Place, Problem
from macros.terms.names import did_you_mean
from macros.terms.variables import IDENTIFIERS

SCHEMAS = Path(__file__).parents[2] / "variables" / "schema"
TYPES: Mapping[str, str] = {
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "object": "a mapping",
    "string": "a text",
}
FORMATS = FormatChecker(formats=())


def _is_date(value: object) -> bool:
    try:
        return not isinstance(value, str) or bool(date.fromisoformat(value))
    except ValueError:
        return False


FORMATS.checks("date")(_is_date)
FORMATS.checks("effective")(lambda value: value == "unstated" or _is_date(value))
for _name, _is_valid in IDENTIFIERS.items():
    FORMATS.checks(_name)(lambda value, is_valid=_is_valid: not isinstance(value, str) or is_valid(value))


def published(name: str) -> bytes:
    """The schema as its file holds it, for the site to serve."""
    return (SCHEMAS / f"{name}.schema.json").read_bytes()


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FORMATS)


def judge(data: Data, name: str, path: str) -> Iterator[Problem]:
    """Every way in which the data is not what the schema asks for, by line."""
    for error in _validator(name).iter_errors(data.value):
        for place, message in EXPLAIN.get(str(error.validator), _explain_other)(error):
            yield Problem(path=path, line=data.line(place), message=message)


Explained = Iterator[tuple[Place, str]]


def _part(error: ValidationError) -> Mapping[str, Any]:
    """The part of the schema that was not met."""
    return error.schema if isinstance(error.schema, Mapping) else {}


def _where(error: ValidationError) -> str:
    return f"{'.'.join(map(str, error.absolute_path))}: " if error.absolute_path else ""


def _explain_unknown(error: ValidationError) -> Explained:
    allowed = sorted(_part(error).get("properties", {}))
    patterns = _part(error).get("patternProperties", {})
    unknown = [key for key in _keys(error.instance) if key not in allowed and not _matches(key, patterns)]
    for key in unknown:
        hint = did_you_mean(key, allowed, "take it out")
        norm = f"expected only {', '.join(allowed)}"
        if patterns:
            norm = "expected a name of small letters, digits and _ that the site does not give itself"
        yield (*error.absolute_path, key), f"{_where(error)}{norm}, found {key}; {hint}"


def _keys(value: object) -> list[str]:
    return [str(key) for key in value] if isinstance(value, Mapping | list) else []


def _matches(key: str, patterns: Mapping[str, object]) -> bool:
    return any(re.search(pattern, key) for pattern in patterns)


def _explain_required(error: ValidationError) -> Explained:
    for key in _keys(error.validator_value):
        if error.message.startswith(f"{key!r} "):
            yield tuple(error.absolute_path), f"{_where(error)}expected the key {key}, found none; add it"


def _explain_other(error: ValidationError) -> Explained:
    asked = str(error.validator_value)
    usual = TYPES.get(asked, asked) if error.validator == "type" else f"{error.validator} {asked}"
    norm = _part(error).get("description") or usual
    yield tuple(error.absolute_path), f"{_where(error)}expected {norm}, found {_found(error.instance)}"


def _found(instance: object) -> str:
    """What stands there, with a hint where YAML made a number of digits."""
    if isinstance(instance, int | float) and not isinstance(instance, bool):
        return f"the number {instance}; put it in quotation marks if it is a text"
    return "nothing" if instance is None else repr(instance)


EXPLAIN: Mapping[str, Callable[[ValidationError], Explained]] = {
    "additionalProperties": _explain_unknown,
    "required": _explain_required,
}
