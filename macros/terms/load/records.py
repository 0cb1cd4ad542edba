"""The data of one file to what the model holds; judged by its schema first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from macros.terms.load.files import Files
from macros.terms.model import Data, Dated, Entry, FrontMatter, Numbering, Place, Source, Text
from macros.terms.names import as_date
from macros.terms.schema import judge

FIELDS = frozenset(FrontMatter.__dataclass_fields__)
# What only a published version says, and what only a draft does.
PUBLISHED_KEYS = ("effective", "recorded")
DRAFT_REFUSES = {"recorded": "the day of publishing", "corrects": "given by terms correct", "source": "of a found text"}
FRONT_MATTER = re.compile(r"---\n(?P<head>.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)


def _judged(files: Files, path: Path, data: Data, schema: str) -> dict[str, Any]:
    """The data, once judged; what is read from it goes on with whatever is right in it."""
    files.problems.extend(judge(data, schema, files.name(path)))
    return data.value if isinstance(data.value, dict) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """What document.yml says; empty where it cannot be read."""

    binding: str = ""
    languages: tuple[str, ...] = ()
    notice_days: int = 0


def document_record(files: Files, path: Path) -> DocumentRecord:
    """The binding language, the languages and the notice of a document."""
    if not path.is_file():
        norm = "expected document.yml with publisher, binding and languages"
        files.problem(path, 1, f"{norm}, found no such file; add it")
        return DocumentRecord()
    data = files.yaml(path)
    if data is None:
        return DocumentRecord()
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
    notice = value.get("notice_days")
    return DocumentRecord(binding=binding, languages=languages, notice_days=notice if isinstance(notice, int) else 0)


def ledger_record(files: Files, path: Path, text: str | None = None) -> tuple[Entry, ...]:
    """The entries of a ledger, from its file or its text; none where there is no ledger or it cannot be read."""
    data = files.yaml(path, text) if text is not None or path.is_file() else None
    if data is None:
        return ()
    found = list(judge(data, "ledger", files.name(path)))
    files.problems.extend(found)
    if found or not isinstance(data.value, list):
        return ()
    return tuple(_entry(each, data.line((index,))) for index, each in enumerate(data.value))


def _entry(value: dict[str, Any], line: int) -> Entry:
    fields = {**value, "line": line}
    fields |= {key: as_date(value[key]) for key in ("recorded", "effective") if key in value}
    return Entry(**fields)


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


def text_record(files: Files, path: Path, language: str, revision: int, *, draft: bool) -> Text | None:
    """A text with its front matter; None where either cannot be read."""
    source = files.text(path)
    if source is None:
        return None
    match = FRONT_MATTER.match(source)
    if match is None:
        norm = "expected front matter between two lines of ---"
        keys = "title, binding" if draft else "title, effective, recorded, binding"
        files.problem(path, 1, f"{norm}, found none; begin with ---, {keys}")
        return None
    data = files.yaml(path, match["head"], first_line=2)
    body = source[match.end() :]
    if not body.strip():
        files.problem(path, source.count("\n"), "expected a text under the front matter, found none")
    if data is None or not body.strip():
        return None
    value = _judged(files, path, data, "text")
    (_judge_draft if draft else _judge_published)(files, path, data, value)
    dated = draft or all(key in value for key in PUBLISHED_KEYS)
    front = _front_matter(value) if dated else None
    if front is None:
        return None
    if not draft:
        _judge_name(files, path, data, front)
        _judge_binding(files, path, data, front)
    return Text(
        path=files.name(path),
        language=language,
        revision=revision,
        front=front,
        head=match["head"],
        body="\n" * source[: match.end()].count("\n") + body,
        sealed=None if draft else files.sealed(path.with_suffix(".sealed.md")),
    )


def _judge_published(files: Files, path: Path, data: Data, value: Mapping[str, Any]) -> None:
    """A version says from when it counts and when it was recorded; nobody proposes it any more."""
    for key in PUBLISHED_KEYS:
        if key not in value:
            files.problem(path, data.line(()), f"expected the key {key}, found none; add it")
    if "proposed_by" in value:
        norm = "proposed_by: expected only in a draft"
        files.problem(path, data.line(("proposed_by",)), f"{norm}, found it in a version; take it out")


def _judge_draft(files: Files, path: Path, data: Data, value: Mapping[str, Any]) -> None:
    """A draft may propose a day; what publishing gives stands in no draft."""
    for key, reason in DRAFT_REFUSES.items():
        if key in value:
            norm = f"{key}: expected only in a published version ({reason})"
            files.problem(path, data.line((key,)), f"{norm}, found it in a draft; take it out")
    if value.get("effective") == "unstated":
        norm = "effective: expected the day that the draft proposes, or no such key"
        files.problem(path, data.line(("effective",)), f"{norm}, found unstated; take it out")


def _front_matter(value: dict[str, Any]) -> FrontMatter | None:
    """The front matter, None where its schema has found it beyond reading."""
    try:
        front = _read_front_matter({key: each for key, each in value.items() if key in FIELDS})
        hash(front)  # A list where words belong goes no further: texts are remembered by their front matter.
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return front


def _read_front_matter(value: dict[str, Any]) -> FrontMatter:
    source = value.get("source")
    plain = {key: value[key] for key in ("change", "summary", "corrects", "notice_days", "proposed_by") if key in value}
    return FrontMatter(
        title=value["title"],
        effective=_day(value.get("effective", "unstated")),
        recorded=_day(value["recorded"]) if "recorded" in value else None,
        binding=value["binding"],
        numbering=Numbering(**{key: tuple(patterns) for key, patterns in value["numbering"].items()}),
        source=Source(**source) if source else None,
        **plain,
    )


def _day(value: str) -> date | None:
    return None if value == "unstated" else date.fromisoformat(value)


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
