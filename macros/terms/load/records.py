"""The data of one file to what the model holds; judged by its schema first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from macros.terms.load.files import Files
from macros.terms.model import Data, Dated, FrontMatter, Numbering, Place, Source, Text
from macros.terms.names import as_date
from macros.terms.schema import judge

FIELDS = frozenset(FrontMatter.__dataclass_fields__)
FRONT_MATTER = re.compile(r"---\n(?P<head>.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)


def _judged(files: Files, path: Path, data: Data, schema: str) -> dict[str, Any]:
    """The data, once judged; what is read from it goes on with whatever is right in it."""
    files.problems.extend(judge(data, schema, files.name(path)))
    return data.value if isinstance(data.value, dict) else {}


def document_record(files: Files, path: Path) -> tuple[str, tuple[str, ...]]:
    """The binding language and the languages of a document."""
    if not path.is_file():
        norm = "expected document.yml with publisher, binding and languages"
        files.problem(path, 1, f"{norm}, found no such file; add it")
        return "", ()
    data = files.yaml(path)
    if data is None:
        return "", ()
    value = _judged(files, path, data, "document")
    folder, publisher = path.parent.parent.name, value.get("publisher")
    if isinstance(publisher, str) and publisher != folder:
        norm = f"publisher: expected {folder}, the name of the folder"
        files.problem(path, data.line(("publisher",)), f"{norm}, found {publisher}")
    binding, listed = str(value.get("binding", "")), value.get("languages")
    languages = tuple(map(str, listed)) if isinstance(listed, list) else ()
    if binding and languages and binding not in languages:
        norm = f"binding: expected one of the languages ({', '.join(languages)})"
        files.problem(path, data.line(("binding",)), f"{norm}, found {binding}")
    return binding, languages


def variables_record(files: Files, path: Path) -> Mapping[str, object]:
    """A publisher's facts, empty where they cannot be read; dated lists are tuples of Dated."""
    if not path.is_file():
        files.problem(path, 1, "expected the publisher's facts, found no such file; add it with company.name")
        return {}
    data = files.yaml(path)
    if data is None:
        return {}
    value = _judged(files, path, data, "variables")
    return {key: _fact(files, path, data, (key,), part) for key, part in value.items()}


def _fact(files: Files, path: Path, data: Data, place: Place, value: object) -> object:
    if isinstance(value, dict):
        return {key: _fact(files, path, data, (*place, key), part) for key, part in value.items()}
    if isinstance(value, list):
        return _dated(files, path, data, place, value)
    return as_date(str(value)) or value if re.search(r"(?:^|_)date$", str(place[-1])) else value


def _dated(files: Files, path: Path, data: Data, place: Place, values: list[object]) -> tuple[Dated, ...]:
    """The values of a variable in order of date; two may not begin on one day."""
    made: list[Dated] = []
    for index, each in enumerate(values):
        period = each if isinstance(each, dict) else {}
        since = as_date(str(period.get("from"))) or date.min
        if made and date.min < since <= made[-1].since:
            norm = f"{'.'.join(map(str, place))}: expected dates in order, each after the one before"
            files.problem(path, data.line((*place, index)), f"{norm}, found {since} after {made[-1].since}")
        made.append(Dated(value=_fact(files, path, data, place, period.get("value")), since=since))
    return tuple(made)


def text_record(files: Files, path: Path, language: str, revision: int) -> Text | None:
    """A text with its front matter; None where either cannot be read."""
    source = files.text(path)
    if source is None:
        return None
    match = FRONT_MATTER.match(source)
    if match is None:
        norm = "expected front matter between two lines of ---"
        files.problem(path, 1, f"{norm}, found none; begin with ---, title, effective, recorded, binding")
        return None
    data = files.yaml(path, match["head"], first_line=2)
    body = source[match.end() :]
    if not body.strip():
        files.problem(path, source.count("\n"), "expected a text under the front matter, found none")
    if data is None or not body.strip():
        return None
    front = _front_matter(_judged(files, path, data, "text"))
    if front is None:
        return None
    _judge_name(files, path, data, front)
    _judge_binding(files, path, data, front)
    return Text(
        path=files.name(path),
        language=language,
        revision=revision,
        front=front,
        head=match["head"],
        body="\n" * source[: match.end()].count("\n") + body,
    )


def _front_matter(value: dict[str, Any]) -> FrontMatter | None:
    """The front matter, None where its schema has found it beyond reading."""
    try:
        return _read_front_matter({key: each for key, each in value.items() if key in FIELDS})
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read_front_matter(value: dict[str, Any]) -> FrontMatter:
    effective, source = value["effective"], value.get("source")
    return FrontMatter(
        title=value["title"],
        effective=None if effective == "unstated" else date.fromisoformat(effective),
        recorded=date.fromisoformat(value["recorded"]),
        binding=value["binding"],
        numbering=Numbering(**{key: tuple(patterns) for key, patterns in value["numbering"].items()}),
        source=Source(**source) if source else None,
    )


def _judge_binding(files: Files, path: Path, data: Data, front: FrontMatter) -> None:
    """Every version has its text in the language that its texts name as binding."""
    if not (path.parent / f"{front.binding}.md").is_file():
        norm = f"binding: expected {front.binding}.md beside this text"
        files.problem(path, data.line(("binding",)), f"{norm}, found none; add it or correct binding")


def _judge_name(files: Files, path: Path, data: Data, front: FrontMatter) -> None:
    """A version is named by its effective date; by the day it was recorded where none is stated."""
    key, day = ("effective", front.effective) if front.effective else ("recorded", front.recorded)
    if path.parent.name != str(day):
        norm = f"{key}: expected {path.parent.name}, the day that the folder is named after"
        files.problem(path, data.line((key,)), f"{norm}, found {day}; correct the date or rename the folder")
