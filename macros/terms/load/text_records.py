"""The file of a text to what the model holds: its front matter judged, its body as typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from macros.terms.load.files import Files
from macros.terms.load.records import refusal
from macros.terms.model import Data, FrontMatter, Numbering, Source, Text
from macros.terms.names import FRESHNESS, SEALED

FIELDS = frozenset(FrontMatter.__dataclass_fields__)
# What may be missing, and what it is where it is there.
PLAIN = {"change": str, "summary": str, "corrects": str, "notice_days": int, "proposed_by": str}
# What only a published version says, and what only a draft does.
PUBLISHED_KEYS = ("effective", "recorded")
DRAFT_REFUSES = {"recorded": "the day of publishing", "corrects": "given by terms correct", "source": "of a found text"}
FRONT_MATTER = re.compile(r"---\n(?P<head>.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
# More than any indent: rules that look for words around blanks would go through them again and again.
BLANKS = re.compile(r"[^\S\n]{201}")


def text_record(files: Files, path: Path, language: str, revision: int, *, draft: bool) -> Text | None:
    """A text with its front matter; None where either cannot be read."""
    source = files.text(path)
    if source is None:
        return None
    match = FRONT_MATTER.match(source)
    if match is None:
        norm = "expected front matter between two lines of ---"
        keys = "title, binding" if draft else "title, effective, recorded, binding"
        opened = source.startswith("---\n")
        found = "only the first; write --- under the last of its lines" if opened else f"none; begin with ---, {keys}"
        files.problem(path, 1, f"{norm}, found {found}")
        return None
    blanks = BLANKS.search(source)
    if blanks:
        norm = "expected at most 200 blanks in a row"
        files.problem(path, source.count("\n", 0, blanks.start()) + 1, f"{norm}, found more; take them out")
        return None
    data = files.yaml(path, match["head"], first_line=2)
    body = source[match.end() :]
    if not body.strip():
        files.problem(path, source.count("\n"), "expected a text under the front matter, found none")
    if data is None or not body.strip():
        return None
    value = files.judged(path, data, "text")
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
        sealed=None if draft else files.sealed(path.with_suffix(SEALED)),
        accepted=_accepted(files, path.with_suffix(FRESHNESS)),
    )


def _accepted(files: Files, path: Path) -> Mapping[str, str]:
    """What was reviewed of a translation, empty where nothing was."""
    value, _ = files.record(path, "freshness")
    return {key: str(digest) for key, digest in value.items()}


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
    if not isinstance(value["title"], str):
        raise TypeError
    # What is nothing, or of another kind, the schema has told: the rest of the text is read without it.
    plain = {key: value[key] for key, kind in PLAIN.items() if isinstance(value.get(key), kind)}
    return FrontMatter(
        title=value["title"],
        effective=_day(value.get("effective", "unstated")),
        recorded=_day(value["recorded"]) if "recorded" in value else None,
        binding=value["binding"],
        numbering=Numbering(**{key: tuple(patterns) for key, patterns in value["numbering"].items()}),
        source=Source(**source) if source else None,
        refusal=refusal(value.get("refusal")),
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
